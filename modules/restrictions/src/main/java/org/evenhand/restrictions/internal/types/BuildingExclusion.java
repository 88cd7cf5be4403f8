package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/**
 * Not to enter named buildings (P8.3.13), except to vote, for a public meeting, or for a court or
 * tribunal that sits there (F8). That no home is covered is refused when imposed.
 */
final class BuildingExclusion extends BuiltInType {

  private static final int MOST = 50;

  private static final Set<String> ALWAYS_ADMITTED =
      Set.of("elections", "public-meetings", "courts-and-tribunals");

  BuildingExclusion() {
    super(
        "building-exclusion",
        "8.3.13",
        Set.of(Nature.RESTRICTIVE, Nature.SAFETY),
        Axis.WHERE,
        Appealability.APPEALABLE,
        AuthorityAction.EXCLUDE_FROM_BUILDING);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(new SettingDescriptor.BuildingSetSetting(required("buildings"), 1, MOST));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(
        policyRule(
            "excluded",
            fromCustomer(
                Condition.channelIn(Channel.FACE_TO_FACE),
                Condition.buildingIn(settings.buildings("buildings").toArray(Ref[]::new)),
                new Condition.TopicIn(ALWAYS_ADMITTED, true)),
            Effect.decline(),
            settings));
  }
}
