package org.evenhand.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ClosedDays;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Contradiction;
import org.evenhand.rules.Contradictions;
import org.evenhand.rules.Directory;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.RuleInForce;
import org.evenhand.spi.Nature;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.Settings;

/**
 * Rules put in force for one made-up customer whose identity is certain, with every protected topic
 * protected and nothing else recorded.
 */
public final class TryRules {

  private static final UUID RESTRICTION = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private final List<RuleInForce> rules;

  private TryRules(List<RuleInForce> rules) {
    this.rules = rules;
  }

  /** Compiles the settings and puts the rules in force since long ago. */
  public static TryRules of(RestrictionType type, Settings settings) {
    Nature nature =
        type.natures().contains(Nature.RESTRICTIVE)
            ? Nature.RESTRICTIVE
            : type.natures().iterator().next();
    var inForce = new ArrayList<RuleInForce>();
    for (Rule rule : RuleSet.of(type.compile(settings)).rules()) {
      inForce.add(RuleInForce.of(RESTRICTION, rule, nature, Instant.EPOCH));
    }
    return new TryRules(List.copyOf(inForce));
  }

  public List<RuleInForce> rules() {
    return rules;
  }

  /** What the front line is told about this contact. */
  public ContactAnswer check(ContactFacts facts) {
    return ContactEvaluator.evaluate(
        CheckInput.of(facts, IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH))
            .rules(rules)
            .carveOuts(Protected.carveOuts())
            .closedDays(ClosedDays.weekends())
            .build());
  }

  /** Whether ordinary business still has a way, looked at for a year from this day (P9.3). */
  public OpenRoute openRoute(LocalDate from) {
    return OpenRoute.check(OpenRouteInput.of(rules, List.of(), from, ClosedDays.weekends()));
  }

  /** Rules of the type that cannot be followed together (T12). */
  public List<Contradiction> contradictions(LocalDate from) {
    return Contradictions.check(rules, Directory.empty(), from);
  }
}
