package org.evenhand.restrictions.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.StrategyMeetings;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
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
 * those kinds keeps its record where all of them are kept, a meeting when the action is decided on
 * (P8.3.9), a warning when the letter that gives it is written (P8.3.8).
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
    if (imposed.type().equals(STRATEGY_MEETING)) {
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

  /**
   * What a letter tells of that was just written. The warnings in it are one warning, given when
   * the letter counts as received (T9, F20).
   */
  void writtenIn(NoticeId letter, Collection<ImposedAction> actions) {
    List<ImposedAction> warning =
        actions.stream().filter(a -> WARNING.value().equals(a.decided().typeId())).toList();
    if (warning.isEmpty()) {
      return;
    }
    var first = warning.getFirst().decided();
    warnings.givenBy(
        new GivingWarnings.ByAction(
            warning.getFirst().id(),
            new ConsiderationId(first.considerationId()),
            new CustomerId(first.customerId()),
            said(warning, "conduct"),
            said(warning, "what-follows"),
            letter));
  }

  private static String said(List<ImposedAction> warning, String key) {
    return warning.stream()
        .map(a -> StoredForm.settings(a.decided().settings()).longText(key))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static Set<ServiceAreaCode> departments(Settings settings) {
    return settings.list("departments").stream()
        .map(v -> new ServiceAreaCode(((SettingValue.ServiceAreaValue) v).serviceArea().id()))
        .collect(Collectors.toSet());
  }
}
