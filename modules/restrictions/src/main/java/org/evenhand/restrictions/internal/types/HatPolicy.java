package org.evenhand.restrictions.internal.types;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Requirement;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;

/**
 * The Harassment, Assault and Threat policy is invoked: staff are told how to stay safe (P8.3.1,
 * P3.2). It turns nobody away.
 */
final class HatPolicy extends BuiltInType {

  HatPolicy() {
    super(
        "hat-policy",
        "8.3.1",
        Set.of(Nature.SAFETY),
        Axis.HOW,
        Appealability.ON_ITS_FACTS,
        AuthorityAction.SAFETY_MEASURE);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.TextSetting(required("hat-reference"), 100),
        new SettingDescriptor.LongTextSetting(required("advice"), 1_000),
        new SettingDescriptor.NumberSetting(
            optional("officers-in-person"), BigDecimal.ONE, BigDecimal.valueOf(5), true));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    var rules = new ArrayList<Rule>();
    rules.add(safetyRule("safety-advice", Condition.always(), Effect.advise(), settings));
    settings
        .find("officers-in-person", SettingValue.NumberValue.class)
        .ifPresent(
            n ->
                rules.add(
                    safetyRule(
                        "staff-in-person",
                        Condition.channelIn(Channel.FACE_TO_FACE, Channel.HOME_VISIT),
                        Effect.require(new Requirement.StaffAtLeast(n.number().intValueExact())),
                        settings)));
    return rules;
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of("advice", settings.longText("advice"));
  }
}
