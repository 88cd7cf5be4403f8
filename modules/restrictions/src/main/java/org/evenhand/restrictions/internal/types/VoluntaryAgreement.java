package org.evenhand.restrictions.internal.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.restrictions.internal.words.InWords;
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
 * What the customer and the council agreed about contact, of the customer's free will (P8.3.12).
 * Leaving it is never held against anybody, so it only ever advises (T25).
 */
final class VoluntaryAgreement extends BuiltInType {

  VoluntaryAgreement() {
    super(
        "voluntary-agreement",
        "8.3.12",
        Set.of(Nature.SUPPORTIVE),
        Axis.HOW,
        Appealability.NOT_APPEALABLE,
        AuthorityAction.OFFER_SUPPORT);
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.LongTextSetting(required("terms"), 4_000),
        new SettingDescriptor.DateSetting(required("signed-on")),
        new SettingDescriptor.FlagSetting(required("consent")));
  }

  @Override
  public List<SettingProblem> validate(Settings settings) {
    return settings.flag("consent")
        ? List.of()
        : List.of(new SettingProblem("consent", "consent-missing", words("consent-missing")));
  }

  @Override
  public List<Rule> compile(Settings settings) {
    return List.of(policyRule("as-agreed", fromCustomer(), Effect.advise(), settings));
  }

  @Override
  Map<String, String> parameters(Settings settings, String language) {
    return Map.of(
        "terms", settings.longText("terms"),
        "signed-on", InWords.date(settings.date("signed-on"), language));
  }
}
