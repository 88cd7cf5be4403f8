package org.evenhand.rules;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The long form of the properties: each rule set is held to all of them. */
@Tag("soak")
class EvaluatorSoakTests {

  private final EvaluatorPropertyTests evaluator = new EvaluatorPropertyTests();
  private final OpenRoutePropertyTests openRoute = new OpenRoutePropertyTests();

  @Provide
  Arbitrary<List<RuleInForce>> ruleSets() {
    return Generated.ruleSets();
  }

  @Provide
  Arbitrary<ContactFacts> contacts() {
    return Generated.knownContacts();
  }

  @Provide
  Arbitrary<List<AgreedAdjustment>> adjustments() {
    return Generated.adjustments();
  }

  @Provide
  Arbitrary<Integer> forgetting() {
    return Generated.forgetting();
  }

  @Provide
  Arbitrary<ClosedDays> closedDays() {
    return Generated.closedDays();
  }

  @Property(tries = 200_000, edgeCases = EdgeCasesMode.NONE)
  @Label("What holds for any rules, any contact, any adjustments: 200,000 rule sets")
  void everythingHolds(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("ruleSets") List<RuleInForce> others,
      @ForAll("contacts") ContactFacts facts,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments,
      @ForAll("forgetting") int forgotten,
      @ForAll("closedDays") ClosedDays closedDays,
      @ForAll Random random) {
    evaluator.whatIsNotKnownNeverTurnsAnAnswerIntoADecline(rules, facts, adjustments, forgotten);
    evaluator.declinesNobodyBeforeChannelSpeakerAndTopicAreKnown(rules, facts, adjustments);
    evaluator.neverDeclinesACarveOutAndNamesItsRoute(rules, facts, adjustments);
    evaluator.isNotChangedByRulesThatAreNotInForce(rules, others, facts, adjustments);
    evaluator.doesNotDependOnTheOrderOfRules(rules, facts, forgotten, random);
    evaluator.neverDeclinesWhatIsWrittenToTheCouncil(rules, facts);
    evaluator.neverDeclinesByRulesPastTheirReview(rules, facts);
    evaluator.disclosesNothingBelowTwoIdentifiers(rules, facts, adjustments);
    evaluator.carriesARuleBehindEachVerdict(rules, facts, adjustments);
    evaluator.promisesOnlyMomentsAtWhichItHolds(rules, facts);
    evaluator.promisesNothingForAClosedDay(rules, facts, closedDays);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  @Label("P9.3: an open route against brute force: 3,000 rule sets")
  void anOpenRouteIsOne(
      @ForAll("ruleSets") List<RuleInForce> rules,
      @ForAll("adjustments") List<AgreedAdjustment> adjustments) {
    openRoute.whateverIsAcceptedLetsTheCustomerThrough(rules, adjustments);
    openRoute.oneRuleMoreNeverOpensARoute(rules, adjustments);
  }
}
