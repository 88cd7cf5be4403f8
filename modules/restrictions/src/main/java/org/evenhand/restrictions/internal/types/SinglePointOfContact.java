package org.evenhand.restrictions.internal.types;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Axis;
import org.evenhand.spi.ChoiceOption;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Effect;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.Rule;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Target;
import org.evenhand.spi.TypeId;

/**
 * A key officer, with a deputy, through whom contact goes (P8.3.10, T14). Offered as help,
 * everybody else still answers and passes on what the customer wants passed on; as a restriction,
 * everybody else puts the customer through.
 */
final class SinglePointOfContact extends BuiltInType {

  private static final String OFFERED = "offered";
  private static final String ONLY = "only";

  /** Working days within which the contact officer answers. */
  private static final int USUAL_DAYS = 5;

  private static final int LONGEST_DAYS = 10;

  SinglePointOfContact() {
    super(
        "single-point-of-contact",
        "8.3.10",
        Set.of(Nature.SUPPORTIVE, Nature.RESTRICTIVE),
        Axis.WHO,
        Appealability.APPEALABLE,
        AuthorityAction.RESTRICT_CONTACT);
  }

  /** There is one point of contact, not two (T12). */
  @Override
  public Set<TypeId> conflicts() {
    return Set.of(id());
  }

  @Override
  public List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.OfficerSetting(required("officer")),
        new SettingDescriptor.OfficerSetting(required("deputy")),
        new SettingDescriptor.ChoiceSetting(
            required("way").defaultValue(new SettingValue.ChoiceValue(OFFERED)),
            List.of(
                new ChoiceOption(OFFERED, words("option.offered")),
                new ChoiceOption(ONLY, words("option.only")))),
        new SettingDescriptor.EndpointSetting(optional("endpoint"), Set.of()),
        new SettingDescriptor.NumberSetting(
            optional("answer-within")
                .defaultValue(new SettingValue.NumberValue(BigDecimal.valueOf(USUAL_DAYS))),
            BigDecimal.ONE,
            BigDecimal.valueOf(LONGEST_DAYS),
            true));
  }

  @Override
  public List<SettingProblem> validate(Settings settings) {
    return settings.ref("officer").equals(settings.ref("deputy"))
        ? List.of(
            new SettingProblem(
                "deputy", "deputy-is-the-same-officer", words("deputy-is-the-same-officer")))
        : List.of();
  }

  @Override
  public List<Rule> compile(Settings settings) {
    Ref officer = settings.ref("officer");
    Ref deputy = settings.ref("deputy");
    Condition withOthers = fromCustomer(Condition.counterpartAllExcept(officer, deputy));
    var rules = new ArrayList<Rule>();
    if (settings.choice("way").equals(ONLY)) {
      rules.add(
          policyRule(
              "through-contact-officer",
              withOthers,
              Effect.redirect(new Target.ToOfficer(officer, deputy)),
              settings));
    } else {
      rules.add(policyRule("offer-contact-officer", withOthers, Effect.advise(), settings));
    }
    return rules;
  }
}
