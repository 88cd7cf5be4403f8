package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/** The policy is shared, with what will follow if the conduct goes on (P8.3.8, P2.2, F20). */
final class PolicySharedWithWarning extends BuiltInType {

  PolicySharedWithWarning() {
    super(
        "policy-shared-with-warning",
        "8.3.8",
        Set.of(Nature.SUPPORTIVE),
        Axis.WHAT,
        Appealability.ON_ITS_FACTS,
        AuthorityAction.WARN);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.TextSetting(required("version"), 60),
        new SettingDescriptor.ChoiceSetting(
            required("how"),
            List.of(
                new ChoiceOption("with-letter", words("option.with-letter")),
                new ChoiceOption("by-email", words("option.by-email")),
                new ChoiceOption("in-person", words("option.in-person")))),
        new SettingDescriptor.LongTextSetting(required("conduct"), 2_000),
        new SettingDescriptor.LongTextSetting(required("what-follows"), 2_000));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of();
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of(
        "version", settings.text("version"),
        "conduct", settings.longText("conduct"),
        "what-follows", settings.longText("what-follows"));
  }
}
