package org.evenhand.designation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.designation.internal.ConsiderationFixture.CUSTOMER;
import static org.evenhand.designation.internal.ConsiderationFixture.FIRST_INCIDENT;
import static org.evenhand.designation.internal.ConsiderationFixture.HOUSING;
import static org.evenhand.designation.internal.ConsiderationFixture.LEISURE;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY_MORNING;
import static org.evenhand.designation.internal.ConsiderationFixture.REPAIR;
import static org.evenhand.designation.internal.ConsiderationFixture.SECOND_INCIDENT;
import static org.evenhand.designation.internal.ConsiderationFixture.assessment;
import static org.evenhand.designation.internal.ConsiderationFixture.check;
import static org.evenhand.designation.internal.ConsiderationFixture.cmtMember;
import static org.evenhand.designation.internal.ConsiderationFixture.codes;
import static org.evenhand.designation.internal.ConsiderationFixture.determination;
import static org.evenhand.designation.internal.ConsiderationFixture.done;
import static org.evenhand.designation.internal.ConsiderationFixture.headOfHousing;
import static org.evenhand.designation.internal.ConsiderationFixture.headOfLeisure;
import static org.evenhand.designation.internal.ConsiderationFixture.hofcs;
import static org.evenhand.designation.internal.ConsiderationFixture.justOpened;
import static org.evenhand.designation.internal.ConsiderationFixture.missing;
import static org.evenhand.designation.internal.ConsiderationFixture.noAction;
import static org.evenhand.designation.internal.ConsiderationFixture.openedBy;
import static org.evenhand.designation.internal.ConsiderationFixture.policy;
import static org.evenhand.designation.internal.ConsiderationFixture.prepared;
import static org.evenhand.designation.internal.ConsiderationFixture.ready;
import static org.evenhand.designation.internal.ConsiderationFixture.readyBut;
import static org.evenhand.designation.internal.ConsiderationFixture.unreasonable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.Considering;
import org.evenhand.designation.Determination;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.Scope;
import org.evenhand.designation.internal.ConsiderationFixture.Finding;
import org.evenhand.designation.internal.ConsiderationFixture.Step;
import org.evenhand.designation.internal.ConsiderationFixture.Surrounding;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.policy.PolicyInForce;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has to stand before a person decides, and who may. */
class DeterminationTests {

  private static Outcome<Consideration> determine(
      Consideration consideration, Considering.Determine command, Surrounding around) {
    return determine(consideration, command, around, headOfHousing());
  }

  private static Outcome<Consideration> determine(
      Consideration consideration, Considering.Determine command, Surrounding around, Actor actor) {
    return consideration.determine(command, around.facts(), policy(), actor, MONDAY_MORNING);
  }

  @Test
  @DisplayName("P8.0, F17: with every step done, the head of the service decides, with reasons")
  void recordsWhatThePersonWithThePowerDecided() {
    Consideration decided = done(determine(ready(), unreasonable(), Surrounding.usual()));

    assertThat(decided.view().status()).isEqualTo(ConsiderationStatus.DETERMINED);
    Determination made = decided.view().determination();
    assertThat(made).isNotNull();
    assertThat(made.category()).isEqualTo(Category.UNREASONABLE);
    assertThat(made.restrictiveAllowed()).isTrue();
    assertThat(made.decidedAs()).isEqualTo(Role.HEAD_OF_SERVICE);
    assertThat(made.policyVersionId()).isEqualTo(policy().id());
    assertThat(decided.view().involvement())
        .anyMatch(e -> e.kind() == InvolvementKind.DECIDED && e.person().equals(made.by()));
  }

  @ParameterizedTest
  @EnumSource(CheckKind.class)
  @DisplayName("P8.0, F1: not one of the five checks may be missing")
  void refusesDeterminationWhileACheckIsMissing(CheckKind kind) {
    Consideration consideration = readyBut(Step.valueOf(kind.name()));

    Outcome<Consideration> outcome = determine(consideration, unreasonable(), Surrounding.usual());

    assertThat(missing(outcome)).containsExactly("CHECK_" + kind);
    assertThat(consideration.view().status()).isEqualTo(ConsiderationStatus.OPEN);
  }

  @ParameterizedTest
  @EnumSource(CheckKind.class)
  @DisplayName("P8.0: a check that is not satisfied stands in the way and is named as such")
  void refusesDeterminationWhileACheckIsNotSatisfied(CheckKind kind) {
    Consideration consideration = ready();
    done(
        consideration.recordCheck(
            check(kind, CheckAnswer.NOT_SATISFIED, "Nobody looked into it", null),
            Surrounding.usual().facts(),
            headOfHousing(),
            MONDAY_MORNING.plusSeconds(1)));

    Outcome<Consideration> outcome = determine(consideration, unreasonable(), Surrounding.usual());

    assertThat(missing(outcome)).containsExactly("CHECK_" + kind + "_NOT_SATISFIED");
  }

  @Test
  @DisplayName("P8.0: a check that does not apply, with the reason, does not stand in the way")
  void acceptsACheckThatDoesNotApply() {
    Consideration consideration = readyBut(Step.INVESTIGATED);
    done(
        consideration.recordCheck(
            check(
                CheckKind.INVESTIGATED,
                CheckAnswer.NOT_APPLICABLE,
                "The threat had nothing to do with a request",
                null),
            Surrounding.usual().facts(),
            headOfHousing(),
            MONDAY_MORNING));

    done(determine(consideration, unreasonable(), Surrounding.usual()));
  }

  @Test
  @DisplayName("F1: a case with nothing done is refused with every step by name")
  void namesEveryMissingStepAtOnce() {
    Outcome<Consideration> outcome =
        determine(
            justOpened(), unreasonable(), Surrounding.usual().neverWarned().adjustmentUndecided());

    assertThat(missing(outcome))
        .containsExactly(
            "ADVICE_CONSIDERED",
            "CHECK_RECORDED",
            "CHECK_INVESTIGATED",
            "CHECK_DECISION_RIGHT",
            "CHECK_COMMUNICATION",
            "CHECK_NEW_INFORMATION",
            "REPRESENTATIONS",
            "CIRCUMSTANCES",
            "ADJUSTMENTS_DECIDED",
            "OTHERS_AFFECTED",
            "WARNING");
  }

  @Property(tries = 200)
  void namesExactlyWhatWasLeftOut(@ForAll Set<Step> leftOut) {
    Consideration consideration = prepared(justOpened(), leftOut);

    Outcome<Consideration> outcome = determine(consideration, unreasonable(), Surrounding.usual());

    assertThat(missing(outcome).isEmpty()).isEqualTo(leftOut.isEmpty());
    assertThat(outcome instanceof Outcome.Done).isEqualTo(leftOut.isEmpty());
    for (CheckKind kind : CheckKind.values()) {
      assertThat(missing(outcome).contains("CHECK_" + kind))
          .isEqualTo(leftOut.contains(Step.valueOf(kind.name())));
    }
    assertThat(missing(outcome).contains("REPRESENTATIONS"))
        .isEqualTo(leftOut.contains(Step.HEARING));
  }

  @Test
  @DisplayName("P4.2, T4: nothing is decided, not even no action, before the HofCS was told")
  void refusesAnyDeterminationBeforeTheAdvice() {
    assertThat(missing(determine(readyBut(Step.ADVICE), noAction(), Surrounding.usual())))
        .containsExactly("ADVICE_CONSIDERED");
  }

  @Test
  @DisplayName("P8.0: no action asks for none of the steps that protect against designation")
  void decidesNoActionWithoutChecks() {
    Consideration consideration =
        prepared(
            justOpened(),
            Set.of(
                Step.RECORDED,
                Step.INVESTIGATED,
                Step.DECISION_RIGHT,
                Step.COMMUNICATION,
                Step.NEW_INFORMATION,
                Step.HEARING,
                Step.ASSESSMENT));

    Consideration decided = done(determine(consideration, noAction(), Surrounding.usual()));

    assertThat(decided.view().determination().category()).isEqualTo(Category.NOT_UNREASONABLE);
  }

  @Test
  @DisplayName("F17: no reasons, no decision")
  void refusesThinReasons() {
    Outcome<Consideration> outcome =
        determine(
            ready(),
            new Finding(Category.UNREASONABLE).reasons("  ").determine(),
            Surrounding.usual());

    assertThat(outcome.refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("TEXT_MISSING");
              assertThat(r.path()).containsExactly("reasons");
            });
  }

  @Test
  @DisplayName("F7: what was decided is decided once")
  void refusesToDetermineTwice() {
    Consideration decided = ConsiderationFixture.determined(Category.UNREASONABLE);

    assertThat(codes(determine(decided, noAction(), Surrounding.usual())))
        .contains("CONSIDERATION_WRONG_STATUS");
  }

  @Nested
  @DisplayName("Unreasonable (P6.1, P6.2, T2)")
  class Unreasonable {

    @Test
    @DisplayName("T2: one serious incident is enough")
    void oneIncidentIsEnough() {
      var oneDay =
          Surrounding.usual()
              .incident(
                  SECOND_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(20), true, true));

      done(determine(ready(), unreasonable(), oneDay));
    }

    @Test
    @DisplayName("F5: incidents that turned out to be somebody else's designate nobody")
    void refusesTheIncidentsOfSomebodyElse() {
      var someoneElse =
          new Facts.Incident(
              new CustomerId(new UUID(0, 99)), HOUSING, MONDAY.minusDays(20), true, true);
      var moved =
          Surrounding.usual()
              .incident(FIRST_INCIDENT, someoneElse)
              .incident(SECOND_INCIDENT, someoneElse);

      assertThat(missing(determine(ready(), unreasonable(), moved)))
          .containsExactly("INCIDENT_LINKED");
    }

    @Test
    @DisplayName("F5: nobody is designated on incidents that may have been somebody else's")
    void refusesOnUncertainIdentityAlone() {
      var doubtful =
          Surrounding.usual()
              .incident(
                  FIRST_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(20), true, false))
              .incident(
                  SECOND_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(6), true, false));

      assertThat(missing(determine(ready(), unreasonable(), doubtful)))
          .containsExactly("IDENTITY_SURE");
    }

    @Test
    @DisplayName("P6.2, T1: without hindrance there is nothing to designate")
    void refusesWithoutHindrance() {
      Outcome<Consideration> outcome =
          determine(
              ready(),
              new Finding(Category.UNREASONABLE).notHindering().determine(),
              Surrounding.usual());

      assertThat(codes(outcome)).containsExactly("HINDRANCE_NOT_FOUND");
    }

    @Test
    @DisplayName("T1: a justified grievance never excuses abuse")
    void isFoundBesideAJustifiedGrievance() {
      done(
          determine(
              ready(),
              new Finding(Category.UNREASONABLE).grievance(GrievanceFinding.JUSTIFIED).determine(),
              Surrounding.usual().unfinishedRepair()));
    }
  }

  @Nested
  @DisplayName("Unreasonably persistent (P6.1, P6.3a, F16, T2)")
  class UnreasonablyPersistent {

    private final Finding persistent = new Finding(Category.UNREASONABLY_PERSISTENT);

    @Test
    @DisplayName("P6.1: several linked incidents over time, weighed in the light of our share")
    void isFoundForAnAccumulation() {
      Consideration decided = done(determine(ready(), persistent.determine(), Surrounding.usual()));

      assertThat(decided.view().determination().ourShare()).isNotBlank();
    }

    @Test
    @DisplayName("P6.3a: refused without saying why, in the light of the contact we caused")
    void refusesWithoutWeighingOurShare() {
      Outcome<Consideration> outcome =
          determine(ready(), persistent.ourShare(null).determine(), Surrounding.usual());

      assertThat(outcome.refusals())
          .singleElement()
          .satisfies(
              r -> {
                assertThat(r.code()).isEqualTo("OUR_SHARE_NOT_WEIGHED");
                assertThat(r.parameters()).containsEntry("percent", "20");
              });
    }

    @Test
    @DisplayName("P6.1: isolated incidents are no persistence")
    void refusesAnIsolatedPattern() {
      Outcome<Consideration> outcome =
          determine(
              ready(),
              persistent.pattern(ConductPattern.ISOLATED).determine(),
              Surrounding.usual());

      assertThat(codes(outcome)).containsExactly("PATTERN_CONTRADICTS_CATEGORY");
    }

    @Test
    @DisplayName("T2: incidents of a single day are no accumulation over time")
    void refusesIncidentsOfOneDay() {
      var oneDay =
          Surrounding.usual()
              .incident(
                  SECOND_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(20), false, true));

      assertThat(missing(determine(ready(), persistent.determine(), oneDay)))
          .containsExactly("INCIDENTS_OVER_TIME");
    }

    @Test
    @DisplayName("F5: an incident that may have been somebody else's makes no accumulation")
    void doubtfulIncidentsDoNotAddUp() {
      var doubtful =
          Surrounding.usual()
              .incident(
                  SECOND_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(6), true, false));

      assertThat(missing(determine(ready(), persistent.determine(), doubtful)))
          .containsExactly("INCIDENTS_OVER_TIME");
      done(determine(ready(), unreasonable(), doubtful));
    }

    @Test
    @DisplayName("F16: blocked while the council owes the customer an answer")
    void refusesWhileAMatterIsUnfinished() {
      var unfinished = Surrounding.usual().unfinishedRepair();

      assertThat(missing(determine(ready(), persistent.determine(), unfinished)))
          .containsExactly("MATTERS_FINISHED");
    }

    @Test
    @DisplayName(
        "F16: an unfinished matter that is another thing is set aside by reason, on record")
    void acceptsAMatterSetAsideWithAReason() {
      var unfinished = Surrounding.usual().unfinishedRepair();
      Consideration consideration = readyBut(Step.ASSESSMENT);
      done(
          consideration.assess(
              assessment(
                  "Weighed",
                  "Nobody else",
                  null,
                  new Assessment.UnrelatedMatter(REPAIR, "A garden fence; calls are about rent")),
              unfinished.facts(),
              headOfHousing(),
              MONDAY_MORNING));

      done(determine(consideration, persistent.determine(), unfinished));
    }

    @Test
    @DisplayName("F16: nobody sets aside what is not the customer's")
    void refusesToSetAsideAStrangersMatter() {
      Outcome<Consideration> outcome =
          justOpened()
              .assess(
                  assessment(
                      "Weighed",
                      "Nobody else",
                      null,
                      new Assessment.UnrelatedMatter(REPAIR, "Another thing")),
                  Surrounding.usual().facts(),
                  headOfHousing(),
                  MONDAY_MORNING);

      assertThat(codes(outcome)).containsExactly("MATTER_OF_ANOTHER_CUSTOMER");
    }
  }

  @Nested
  @DisplayName("Persistent with cause (P6.3b)")
  class WithCause {

    private final Finding withCause = new Finding(Category.PERSISTENT_WITH_CAUSE);

    @Test
    @DisplayName("P6.3b: help needs no check and no hearing, and allows nothing restrictive")
    void offersHelpWithoutDesignating() {
      Consideration consideration =
          prepared(justOpened(), Set.of(Step.RECORDED, Step.INVESTIGATED, Step.HEARING));

      Consideration decided =
          done(
              determine(
                  consideration, withCause.determine(), Surrounding.usual().unfinishedRepair()));

      assertThat(decided.view().determination().restrictiveAllowed()).isFalse();
      assertThat(Category.PERSISTENT_WITH_CAUSE.designates()).isFalse();
    }

    @Test
    @DisplayName("P6.3b: restriction needs a separate finding about manner")
    void refusesRestrictionWithoutAMannerFinding() {
      Outcome<Consideration> outcome =
          determine(ready(), withCause.restrictive(true).determine(), Surrounding.usual());

      assertThat(codes(outcome)).containsExactly("MANNER_FINDING_MISSING");
    }

    @Test
    @DisplayName("P6.3b, T1: volume alone is no manner, whatever is written about it")
    void refusesAMannerFindingThatNoIncidentShows() {
      var volumeOnly =
          Surrounding.usual()
              .incident(
                  FIRST_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(20), false, true))
              .incident(
                  SECOND_INCIDENT,
                  new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(6), false, true));

      Outcome<Consideration> outcome =
          determine(
              ready(),
              withCause.restrictive(true).manner("Too many calls").determine(),
              volumeOnly);

      assertThat(codes(outcome)).containsExactly("MANNER_NOT_EVIDENCED");
    }

    @Test
    @DisplayName("P6.3b: with the finding, action may answer manner and nothing else")
    void allowsActionAboutMannerOnly() {
      Consideration decided =
          done(
              determine(
                  ready(),
                  withCause.restrictive(true).manner("Threatened the officer").determine(),
                  Surrounding.usual()));

      assertThat(decided.view().determination().mannerOnly()).isTrue();
    }

    @Test
    @DisplayName("P6.3a: cause needs a grievance that is justified, at least in part")
    void refusesCauseWithoutJustification() {
      Outcome<Consideration> outcome =
          determine(
              ready(),
              withCause.grievance(GrievanceFinding.NOT_JUSTIFIED).determine(),
              Surrounding.usual());

      assertThat(codes(outcome)).containsExactly("CAUSE_NOT_FOUND");
    }
  }

  @Nested
  @DisplayName("Before restrictive action (F3, F14, F20, T19)")
  class Restrictive {

    @Test
    @DisplayName("F3: waits for the decision on an adjustment")
    void refusesWhileAnAdjustmentIsUndecided() {
      assertThat(
              missing(
                  determine(ready(), unreasonable(), Surrounding.usual().adjustmentUndecided())))
          .containsExactly("ADJUSTMENTS_DECIDED");
    }

    @Test
    @DisplayName("F3: a designation without restriction does not wait for it")
    void designatesWithoutRestrictionMeanwhile() {
      done(
          determine(
              ready(),
              determination(Category.UNREASONABLE, false),
              Surrounding.usual().adjustmentUndecided()));
    }

    @Test
    @DisplayName("P8.1, F3: circumstances are weighed also where nothing was requested")
    void refusesWhileCircumstancesAreNotWeighed() {
      assertThat(
              missing(
                  determine(
                      readyBut(Step.ASSESSMENT),
                      determination(Category.UNREASONABLE, false),
                      Surrounding.usual())))
          .containsExactly("CIRCUMSTANCES");
    }

    @Test
    @DisplayName("F14: says who else is affected")
    void refusesWhileOthersAreNotConsidered() {
      Consideration consideration = readyBut(Step.ASSESSMENT);
      done(
          consideration.assess(
              assessment("Weighed", null, null),
              Surrounding.usual().facts(),
              headOfHousing(),
              MONDAY_MORNING));

      assertThat(missing(determine(consideration, unreasonable(), Surrounding.usual())))
          .containsExactly("OTHERS_AFFECTED");
    }

    @Test
    @DisplayName("F20: a warning comes first")
    void refusesWithoutAWarning() {
      assertThat(missing(determine(ready(), unreasonable(), Surrounding.usual().neverWarned())))
          .containsExactly("WARNING");
    }

    @Test
    @DisplayName("F20: or is dispensed with for a reason on record")
    void acceptsAWarningDispensedWithForAReason() {
      Consideration consideration = readyBut(Step.ASSESSMENT);
      done(
          consideration.assess(
              assessment("Weighed", "Nobody else", "Threatened to come with a knife"),
              Surrounding.usual().facts(),
              headOfHousing(),
              MONDAY_MORNING));

      done(determine(consideration, unreasonable(), Surrounding.usual().neverWarned()));
    }

    @Test
    @DisplayName("T19: for a child, the safeguarding lead decides by name and a parent is told")
    void refusesAgainstAChildWithoutTheSafeguardingDecision() {
      var child = Surrounding.usual().childOrCapacityInDoubt();

      assertThat(missing(determine(ready(), unreasonable(), child)))
          .containsExactly("SAFEGUARDING_DECISION", "PARENT_NOTICE");
    }

    @Test
    @DisplayName("T19: the safeguarding lead's no is a no")
    void refusesAgainstTheSafeguardingLead() {
      var child = Surrounding.usual().childOrCapacityInDoubt();
      Consideration consideration = ready();
      done(
          consideration.recordProtection(
              protection(false, true), child.facts(), hofcs(), MONDAY_MORNING));

      assertThat(missing(determine(consideration, unreasonable(), child)))
          .containsExactly("SAFEGUARDING_DECISION_NOT_SATISFIED");
    }

    @Test
    @DisplayName("T19: with both on record the case goes on")
    void goesOnWithBoth() {
      var child = Surrounding.usual().childOrCapacityInDoubt();
      Consideration consideration = ready();
      done(
          consideration.recordProtection(
              protection(true, true), child.facts(), hofcs(), MONDAY_MORNING));

      done(determine(consideration, unreasonable(), child));
    }

    @Test
    @DisplayName("T19: no gate is recorded for somebody who needs none")
    void refusesAGateForNobody() {
      assertThat(
              codes(
                  ready()
                      .recordProtection(
                          protection(true, true),
                          Surrounding.usual().facts(),
                          hofcs(),
                          MONDAY_MORNING)))
          .containsExactly("NO_PROTECTION_NEEDED");
    }

    private Considering.RecordProtection protection(boolean mayProceed, boolean told) {
      return new Considering.RecordProtection(
          justOpened().view().id(),
          "Sam Guard",
          mayProceed,
          "Talked with the school",
          told ? "The mother" : null,
          told ? MONDAY : null,
          null);
    }

    @Test
    @DisplayName("Behaviour that is not unreasonable gives no ground for restriction")
    void refusesRestrictionWithoutAFinding() {
      assertThat(
              codes(
                  determine(
                      ready(),
                      determination(Category.NOT_UNREASONABLE, true),
                      Surrounding.usual())))
          .containsExactly("NOTHING_TO_RESTRICT");
    }
  }

  @Nested
  @DisplayName("Who decides (F15, T5)")
  class Authority {

    @Test
    @DisplayName("F15: not the head of another service that is involved")
    void refusesTheHeadOfAnotherService() {
      Scope both = new Scope(HOUSING, Set.of(LEISURE), Set.of(), false, null);
      Consideration consideration = prepared(openedBy(headOfHousing(), both, List.of()), Set.of());

      Outcome<Consideration> outcome =
          determine(consideration, unreasonable(), Surrounding.usual(), headOfLeisure());

      assertThat(outcome.refusals()).singleElement().isInstanceOf(AuthorityRefusal.class);
    }

    @Test
    @DisplayName("F15: not the HofCS in a case of one service, as the standard matrix says")
    void refusesTheCorporateHeadInACaseOfOneService() {
      Outcome<Consideration> outcome =
          determine(ready(), unreasonable(), Surrounding.usual(), hofcs());

      assertThat(codes(outcome)).containsExactly("DECIDED_BY_LEAD_SERVICE");
    }

    @Test
    @DisplayName("F15: not a CMT member, who is there for the appeal")
    void refusesACmtMember() {
      assertThat(codes(determine(ready(), unreasonable(), Surrounding.usual(), cmtMember())))
          .containsExactly("DECIDED_BY_LEAD_SERVICE");
    }

    @Test
    @DisplayName(
        "T5: another service, a second building, the whole council or risk make it corporate")
    void refusesTheHeadOfServiceInACorporateCase() {
      List<Scope> corporate =
          List.of(
              new Scope(HOUSING, Set.of(LEISURE), Set.of(), false, null),
              new Scope(HOUSING, Set.of(), Set.of("town-hall", "library"), false, null),
              new Scope(HOUSING, Set.of(), Set.of(), true, null),
              new Scope(HOUSING, Set.of(), Set.of(), false, "Recordings put online"));
      for (Scope scope : corporate) {
        Consideration consideration =
            prepared(openedBy(headOfHousing(), scope, List.of()), Set.of());

        Outcome<Consideration> outcome =
            determine(consideration, unreasonable(), Surrounding.usual());

        assertThat(outcome.refusals())
            .singleElement()
            .isInstanceOfSatisfying(
                AuthorityRefusal.class,
                r -> {
                  assertThat(r.code()).isEqualTo("DECIDED_CORPORATELY");
                  assertThat(r.whoMay()).containsExactly(Role.HEAD_OF_CUSTOMER_SERVICES);
                });
        Consideration decided =
            done(determine(consideration, unreasonable(), Surrounding.usual(), hofcs()));
        assertThat(decided.view().determination().decidedAs())
            .isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
      }
    }

    @Test
    @DisplayName("T5: one service in one building is not corporate")
    void leavesACaseOfOneBuildingWithItsService() {
      assertThat(new Scope(HOUSING, Set.of(HOUSING), Set.of("town-hall"), false, null).corporate())
          .isFalse();
    }
  }

  @Test
  @DisplayName("T24: under a version that is only adopted, the decision carries the warning")
  void warnsUnderAnAdoptedVersion() {
    PolicyInForce adopted = policy(true);

    Outcome<Consideration> outcome =
        ready()
            .determine(
                unreasonable(),
                Surrounding.usual().facts(),
                adopted,
                headOfHousing(),
                MONDAY_MORNING);

    assertThat(outcome.warnings())
        .extracting(Warning::code)
        .containsExactly(PolicyInForce.ADOPTED_ONLY);
    assertThat(done(outcome).view().determination().policyAdoptedOnly()).isTrue();
  }

  @Nested
  @DisplayName("Groups (T15)")
  class Groups {

    private final CustomerId member = new CustomerId(new UUID(0, 11));

    @Test
    @DisplayName("T15: a group without a bound member is not designated")
    void refusesAGroupAsSuch() {
      assertThat(missing(determine(ready(), unreasonable(), Surrounding.usual().group(member))))
          .containsExactly("MEMBER_CONDUCT");
    }

    @Test
    @DisplayName("T15: nobody is bound by somebody else's conduct")
    void refusesAMemberForTheConductOfAnother() {
      Consideration consideration = boundBy(FIRST_INCIDENT);

      assertThat(
              missing(determine(consideration, unreasonable(), Surrounding.usual().group(member))))
          .containsExactly("MEMBER_CONDUCT");
    }

    @Test
    @DisplayName("T15: a member is bound by conduct of their own")
    void bindsAMemberByTheirOwnConduct() {
      Consideration consideration = boundBy(FIRST_INCIDENT);
      var own =
          Surrounding.usual()
              .group(member)
              .incident(
                  FIRST_INCIDENT,
                  new Facts.Incident(member, HOUSING, MONDAY.minusDays(3), true, true));

      done(determine(consideration, unreasonable(), own));
    }

    private Consideration boundBy(org.evenhand.intake.IncidentId... incidents) {
      return prepared(
          openedBy(
              headOfHousing(),
              ConsiderationFixture.scopeOfHousing(),
              List.of(new BoundMember(member, Set.of(incidents)))),
          Set.of());
    }
  }
}
