package org.evenhand.restrictions.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.StrategyMeetings;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A warning and a strategy meeting are one record each, whichever act created it: an action of
 * those kinds keeps its record where all of them are kept, in its own transaction (P8.3.8, P8.3.9).
 */
@Component
class RecordsOfActions {

  private static final TypeId WARNING = TypeId.builtIn("policy-shared-with-warning");
  private static final TypeId STRATEGY_MEETING = TypeId.builtIn("strategy-meeting");

  private final Restrictions restrictions;
  private final GivingWarnings warnings;
  private final StrategyMeetings meetings;

  RecordsOfActions(Restrictions restrictions, GivingWarnings warnings, StrategyMeetings meetings) {
    this.restrictions = restrictions;
    this.warnings = warnings;
    this.meetings = meetings;
  }

  @EventListener
  void imposed(RestrictionImposed imposed) {
    if (imposed.type().equals(WARNING)) {
      RestrictionView action = restrictions.find(imposed.restrictionId()).orElseThrow();
      warnings.givenBy(
          new GivingWarnings.ByAction(
              action.id().value(),
              action.considerationId(),
              action.customerId(),
              action.settings().longText("conduct"),
              action.settings().longText("what-follows")));
    } else if (imposed.type().equals(STRATEGY_MEETING)) {
      RestrictionView action = restrictions.find(imposed.restrictionId()).orElseThrow();
      Settings settings = action.settings();
      meetings.arrangedBy(
          new StrategyMeetings.ByAction(
              action.id().value(),
              action.considerationId(),
              action.customerId(),
              departments(settings),
              settings.date("on"),
              settings
                  .find("approach", SettingValue.LongTextValue.class)
                  .map(SettingValue.LongTextValue::text)
                  .filter(approach -> !approach.isBlank())
                  .orElse(null)));
    }
  }

  private static Set<ServiceAreaCode> departments(Settings settings) {
    return settings.list("departments").stream()
        .map(v -> new ServiceAreaCode(((SettingValue.ServiceAreaValue) v).serviceArea().id()))
        .collect(Collectors.toSet());
  }
}
