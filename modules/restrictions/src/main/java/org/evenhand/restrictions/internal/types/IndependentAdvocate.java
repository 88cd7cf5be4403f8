package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.Settings;

/**
 * Help to find an independent advocate, above all where somebody has different needs (P8.3.11). An
 * advocate who was found acts only with the customer's consent.
 */
final class IndependentAdvocate extends BuiltInType {

  IndependentAdvocate() {
    super(
        "independent-advocate",
        "8.3.11",
        Set.of(Nature.SUPPORTIVE),
        Axis.WHO,
        Appealability.NOT_APPEALABLE,
        AuthorityAction.OFFER_SUPPORT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.LongTextSetting(required("need"), 2_000),
        new SettingDescriptor.PartySetting(optional("advocate")),
        new SettingDescriptor.FlagSetting(optional("consent")));
  }

  @Override
  public List<SettingProblem> validate(Settings settings) {
    return settings.has("advocate") && !settings.flag("consent")
        ? List.of(new SettingProblem("consent", "consent-missing", words("consent-missing")))
        : List.of();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(policyRule("advocate-welcome", fromCustomer(), Effect.advise(), settings));
  }
}
