package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;

/**
 * Any other proportionate action, described, with why none of the listed ones fits (P9.1). It can
 * ask for something to be done; it cannot turn anybody away, for nobody could foresee how its words
 * would combine with other actions.
 */
final class OtherAction extends BuiltInType {

  private static final String REQUIRED = "required";

  OtherAction() {
    super(
        "other",
        "9.1",
        Set.of(Nature.SUPPORTIVE, Nature.RESTRICTIVE),
        Axis.HOW,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.LongTextSetting(required("description"), 1_000),
        new SettingDescriptor.LongTextSetting(required("why-no-listed-type"), 2_000),
        new SettingDescriptor.ChoiceSetting(
            required("weight").defaultValue(new SettingValue.ChoiceValue("advised")),
            List.of(
                new ChoiceOption("advised", words("option.advised")),
                new ChoiceOption(REQUIRED, words("option.required")))));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Effect effect =
        settings.choice("weight").equals(REQUIRED)
            ? new Effect.Require(List.of(), Texts.en(settings.longText("description")))
            : Effect.advise();
    return List.of(policyRule("as-described", fromCustomer(), effect, settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of("description", settings.longText("description"));
  }
}
