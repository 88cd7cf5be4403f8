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

/** Face to face only with a witness and, if named, in a suitable place (P8.3.4). */
final class WitnessPresent extends BuiltInType {

  WitnessPresent() {
    super(
        "witness-present",
        "8.3.4",
        Set.of(Nature.RESTRICTIVE, Nature.SAFETY),
        Axis.HOW,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.NumberSetting(
            required("officers").defaultValue(new SettingValue.NumberValue(BigDecimal.TWO)),
            BigDecimal.ONE,
            BigDecimal.valueOf(5),
            true),
        new SettingDescriptor.BuildingSetSetting(optional("places"), 0, 20));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    var atOffices = new ArrayList<Requirement>();
    atOffices.add(new Requirement.StaffAtLeast(settings.integer("officers")));
    atOffices.add(new Requirement.Witness());
    var atHome = List.copyOf(atOffices);
    settings
        .find("places", SettingValue.BuildingSetValue.class)
        .map(SettingValue.BuildingSetValue::buildings)
        .filter(places -> !places.isEmpty())
        .ifPresent(places -> atOffices.add(new Requirement.AtPlace(places)));
    return List.of(
        safetyRule(
            "witnessed",
            Condition.channelIn(Channel.FACE_TO_FACE),
            Effect.require(atOffices.toArray(Requirement[]::new)),
            settings),
        safetyRule(
            "witnessed-visit",
            Condition.channelIn(Channel.HOME_VISIT),
            Effect.require(atHome.toArray(Requirement[]::new)),
            settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of("officers", settings.number("officers").toPlainString());
  }
}
