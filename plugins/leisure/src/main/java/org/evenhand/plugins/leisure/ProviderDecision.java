package org.evenhand.plugins.leisure;

import static org.evenhand.plugins.leisure.LeisureWords.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Field;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;

/**
 * What the provider of the leisure centres decided, which by itself restricts nobody: the council
 * takes the same steps over it as over anything else, and the decision that counts is the council's
 * (F6). It is asked for so that both can be told apart, and so that a decision is not taken before
 * what it rests on happened (F13).
 */
final class ProviderDecision {

  static final String REFERENCE = "provider-reference";
  static final String DECIDED_ON = "provider-decided-on";
  static final String CONTRACT = "contract-clause";

  private ProviderDecision() {}

  static List<SettingDescriptor> settings() {
    return List.of(
        new SettingDescriptor.TextSetting(
            Field.required(REFERENCE, say("provider.reference"))
                .help(say("provider.reference.help"))
                .group("provider"),
            60),
        new SettingDescriptor.DateSetting(
            Field.required(DECIDED_ON, say("provider.decided-on"))
                .help(say("provider.decided-on.help"))
                .group("provider")),
        new SettingDescriptor.TextSetting(
            Field.required(CONTRACT, say("provider.contract"))
                .help(say("provider.contract.help"))
                .group("provider"),
            60));
  }

  /** Every reason why what the provider decided cannot be taken over for this customer. */
  static Assessment assess(Settings settings, AssessmentFacts facts) {
    LocalDate decidedOn = settings.date(DECIDED_ON);
    var reasons = new ArrayList<Assessment.Reason>();
    if (decidedOn.isAfter(facts.on())) {
      reasons.add(
          new Assessment.Reason("not-decided-yet", say("provider.refused.not-decided-yet")));
    }
    if (facts.incidents().stream().noneMatch(incident -> !incident.on().isAfter(decidedOn))) {
      reasons.add(
          new Assessment.Reason("nothing-recorded", say("provider.refused.nothing-recorded")));
    }
    return reasons.isEmpty() ? Assessment.accepted() : new Assessment.Refused(reasons);
  }

  static Citation citation(Settings settings) {
    return new Citation("leisure contract", settings.text(CONTRACT));
  }
}
