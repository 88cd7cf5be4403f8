package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Field;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/** Departments agree one approach (P8.3.9). It asks nothing of the customer. */
final class StrategyMeeting extends BuiltInType {

  StrategyMeeting() {
    super(
        "strategy-meeting",
        "8.3.9",
        Set.of(Nature.SUPPORTIVE),
        Axis.WHO,
        Appealability.NOT_APPEALABLE,
        AuthorityAction.OFFER_SUPPORT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.ListSetting(
            required("departments"),
            new SettingDescriptor.ServiceAreaSetting(
                Field.required("department", words("setting.department.label"))),
            2,
            12),
        new SettingDescriptor.DateSetting(required("on")),
        new SettingDescriptor.LongTextSetting(optional("approach"), 4_000));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of();
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of("on", InWords.date(settings.date("on"), language));
  }
}
