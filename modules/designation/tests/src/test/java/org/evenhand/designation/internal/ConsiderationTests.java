package org.evenhand.designation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.designation.internal.ConsiderationFixture.LEISURE;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY_MORNING;
import static org.evenhand.designation.internal.ConsiderationFixture.acknowledge;
import static org.evenhand.designation.internal.ConsiderationFixture.advise;
import static org.evenhand.designation.internal.ConsiderationFixture.check;
import static org.evenhand.designation.internal.ConsiderationFixture.codes;
import static org.evenhand.designation.internal.ConsiderationFixture.determined;
import static org.evenhand.designation.internal.ConsiderationFixture.done;
import static org.evenhand.designation.internal.ConsiderationFixture.headOfHousing;
import static org.evenhand.designation.internal.ConsiderationFixture.headOfLeisure;
import static org.evenhand.designation.internal.ConsiderationFixture.hofcs;
import static org.evenhand.designation.internal.ConsiderationFixture.justOpened;
import static org.evenhand.designation.internal.ConsiderationFixture.officer;
import static org.evenhand.designation.internal.ConsiderationFixture.openedBy;
import static org.evenhand.designation.internal.ConsiderationFixture.policy;
import static org.evenhand.designation.internal.ConsiderationFixture.representation;
import static org.evenhand.designation.internal.ConsiderationFixture.satisfied;
import static org.evenhand.designation.internal.ConsiderationFixture.scopeOfHousing;

import java.util.List;
import java.util.Set;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Category;
import org.evenhand.designation.Check;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.Considering;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.designation.internal.ConsiderationFixture.Surrounding;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.StaleRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may be recorded in the course of a case, when and by whom. */
class ConsiderationTests {

  @Nested
  @DisplayName("The five checks (P8.0, T3)")
  class Checks {

    private Outcome<Consideration> answer(
        Consideration consideration, Considering.RecordCheck command, Surrounding around) {
      return consideration.recordCheck(command, around.facts(), headOfHousing(), MONDAY_MORNING);
    }

    @Test
    @DisplayName("P8.0: each answer has evidence, a person and a time")
    void keepsEvidencePersonAndTime() {
      Consideration consideration = justOpened();

      done(answer(consideration, satisfied(CheckKind.RECORDED), Surrounding.usual()));

      assertThat(consideration.view().latestChecks().get(CheckKind.RECORDED))
          .isEqualTo(
              new Check(
                  CheckKind.RECORDED,
                  CheckStage.DECISION,
                  CheckAnswer.SATISFIED,
                  "Repairs log, entries of February",
                  null,
                  new ActorId("repairs-manager"),
                  List.of(),
                  headOfHousing().id(),
                  MONDAY_MORNING));
    }

    @Test
    @DisplayName("P8.0: not satisfied and not applicable need a reason")
    void refusesAnAnswerWithoutItsReason() {
      for (CheckAnswer answer : List.of(CheckAnswer.NOT_SATISFIED, CheckAnswer.NOT_APPLICABLE)) {
        assertThat(
                codes(
                    answer(
                        justOpened(),
                        check(CheckKind.COMMUNICATION, answer, " ", null),
                        Surrounding.usual())))
            .containsExactly("CHECK_REASON_MISSING");
      }
    }

    @Test
    @DisplayName("F7: a check answered again keeps what was said before")
    void keepsEarlierAnswers() {
      Consideration consideration = justOpened();
      done(
          answer(
              consideration,
              check(CheckKind.COMMUNICATION, CheckAnswer.NOT_SATISFIED, "No reply sent", null),
              Surrounding.usual()));

      done(
          consideration.recordCheck(
              satisfied(CheckKind.COMMUNICATION),
              Surrounding.usual().facts(),
              headOfHousing(),
              MONDAY_MORNING.plusSeconds(60)));

      assertThat(consideration.view().checks())
          .extracting(Check::answer)
          .containsExactly(CheckAnswer.NOT_SATISFIED, CheckAnswer.SATISFIED);
      assertThat(consideration.view().latestChecks().get(CheckKind.COMMUNICATION).answer())
          .isEqualTo(CheckAnswer.SATISFIED);
    }

    @Test
    @DisplayName("T3: whoever made the decision does not confirm that it is right")
    void refusesTheDeciderAsSecondReader() {
      assertThat(
              codes(
                  answer(
                      justOpened(),
                      check(
                          CheckKind.DECISION_RIGHT,
                          CheckAnswer.SATISFIED,
                          null,
                          headOfHousing().id()),
                      Surrounding.usual())))
          .containsExactly("OWN_DECISION");
    }

    @Test
    @DisplayName("T3: a matter's decider is known, whoever is named beside")
    void refusesTheDeciderOfAMatterEvenIfAnotherIsNamed() {
      assertThat(
              codes(
                  answer(
                      justOpened(),
                      satisfied(CheckKind.DECISION_RIGHT),
                      Surrounding.usual().repairDecidedBy(headOfHousing()))))
          .containsExactly("OWN_DECISION");
    }

    @Test
    @DisplayName("T3: nor does the decider wave the question away")
    void refusesNotApplicableFromTheDecider() {
      assertThat(
              codes(
                  answer(
                      justOpened(),
                      check(
                          CheckKind.DECISION_RIGHT,
                          CheckAnswer.NOT_APPLICABLE,
                          "Clear enough",
                          headOfHousing().id()),
                      Surrounding.usual())))
          .containsExactly("OWN_DECISION");
    }

    @Test
    @DisplayName("T3: the decider may say that it was wrong")
    void letsTheDeciderAdmitAMistake() {
      done(
          answer(
              justOpened(),
              check(
                  CheckKind.DECISION_RIGHT,
                  CheckAnswer.NOT_SATISFIED,
                  "I missed a report",
                  headOfHousing().id()),
              Surrounding.usual()));
    }

    @Test
    @DisplayName("T3: without a known decider nobody can tell that another one confirms")
    void refusesAnUnknownDecider() {
      assertThat(
              codes(
                  answer(
                      justOpened(),
                      check(CheckKind.DECISION_RIGHT, CheckAnswer.SATISFIED, null, null),
                      Surrounding.usual())))
          .containsExactly("DECIDER_UNKNOWN");
    }

    @Test
    @DisplayName("T3: somebody else confirms")
    void letsASecondReaderConfirm() {
      done(
          answer(
              justOpened(),
              check(CheckKind.DECISION_RIGHT, CheckAnswer.SATISFIED, null, null),
              Surrounding.usual().repairDecidedBy(officer())));
    }
  }

  @Nested
  @DisplayName("Hearing the customer (F5)")
  class Hearing {

    private Outcome<Consideration> hear(
        Consideration consideration, Considering.RecordRepresentation command) {
      return consideration.recordRepresentation(command, headOfHousing(), MONDAY_MORNING);
    }

    @Test
    @DisplayName("F5: an invitation alone is no hearing")
    void doesNotTakeAnInvitationForAnAnswer() {
      Consideration consideration = justOpened();

      done(
          hear(
              consideration,
              representation(
                  RepresentationKind.INVITED, MONDAY, MONDAY.plusDays(10), "By letter", null)));

      assertThat(
              consideration.readiness(Surrounding.usual().facts()).items().stream()
                  .filter(i -> i.code().equals("REPRESENTATIONS")))
          .singleElement()
          .matches(org.evenhand.designation.Readiness.Item::open);
    }

    @Test
    @DisplayName("F5: an invitation names the day to answer by")
    void refusesAnInvitationWithoutADay() {
      assertThat(
              codes(
                  hear(
                      justOpened(),
                      representation(RepresentationKind.INVITED, MONDAY, null, "By letter", null))))
          .containsExactly("DATE_MISSING");
    }

    @Test
    @DisplayName("F5: silence speaks only after an invitation")
    void refusesSilenceWithoutAnInvitation() {
      assertThat(
              codes(
                  hear(
                      justOpened(),
                      representation(RepresentationKind.NO_REPLY, MONDAY, null, null, null))))
          .containsExactly("NOT_INVITED");
    }

    @Test
    @DisplayName("F5: and only after the day to answer by")
    void refusesSilenceBeforeTheDayHasPassed() {
      Consideration consideration = justOpened();
      done(
          hear(
              consideration,
              representation(
                  RepresentationKind.INVITED, MONDAY.minusDays(7), MONDAY, "By telephone", null)));

      assertThat(
              codes(
                  hear(
                      consideration,
                      representation(RepresentationKind.NO_REPLY, MONDAY, null, null, null))))
          .containsExactly("REPLY_DAY_NOT_OVER");
      done(
          consideration.recordRepresentation(
              representation(RepresentationKind.NO_REPLY, MONDAY.plusDays(1), null, null, null),
              headOfHousing(),
              MONDAY_MORNING.plusSeconds(86_400)));
    }

    @Test
    @DisplayName("F5: dispensing needs the reason and the day of hearing afterwards")
    void refusesDispensingWithoutReasonAndDay() {
      assertThat(
              codes(
                  hear(
                      justOpened(),
                      representation(RepresentationKind.DISPENSED, MONDAY, null, null, null))))
          .containsExactly("TEXT_MISSING", "DATE_MISSING");
    }

    @Test
    @DisplayName("F5: who was not heard before the decision is heard afterwards")
    void hearsAfterTheDecision() {
      done(hear(determined(Category.UNREASONABLE), ConsiderationFixture.received()));
    }

    @Test
    @DisplayName("Nothing is recorded before it happened")
    void refusesADayAhead() {
      assertThat(
              codes(
                  hear(
                      justOpened(),
                      representation(
                          RepresentationKind.RECEIVED, MONDAY.plusDays(1), null, "Later", null))))
          .containsExactly("DAY_AHEAD");
    }
  }

  @Nested
  @DisplayName("The Head of Customer Services is told twice (P4.2, T4)")
  class Told {

    @Test
    @DisplayName("P4.2: told, then read")
    void recordsTheReadReceipt() {
      Consideration consideration = justOpened();
      done(consideration.advise(advise(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING));

      done(
          consideration.acknowledge(
              acknowledge(AdviceKind.CONSIDERED), hofcs(), MONDAY_MORNING.plusSeconds(5)));

      assertThat(consideration.view().adviceOn(AdviceKind.CONSIDERED).orElseThrow())
          .matches(a -> a.by().equals(headOfHousing().id()))
          .matches(a -> hofcs().id().equals(a.acknowledgedBy()));
    }

    @Test
    @DisplayName("P4.2, T4: the receipt is the HofCS's own")
    void refusesTheReceiptOfAnotherPost() {
      Consideration consideration = justOpened();
      done(consideration.advise(advise(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING));

      assertThat(
              codes(
                  consideration.acknowledge(
                      acknowledge(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("NOT_YOURS_TO_DO");
    }

    @Test
    @DisplayName("P4.2: nothing is read that was not told, and nothing twice")
    void refusesReceiptsOutOfOrder() {
      Consideration consideration = justOpened();
      assertThat(
              codes(
                  consideration.acknowledge(
                      acknowledge(AdviceKind.CONSIDERED), hofcs(), MONDAY_MORNING)))
          .containsExactly("NOT_ADVISED");

      done(consideration.advise(advise(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING));
      done(consideration.acknowledge(acknowledge(AdviceKind.CONSIDERED), hofcs(), MONDAY_MORNING));

      assertThat(
              codes(
                  consideration.acknowledge(
                      acknowledge(AdviceKind.CONSIDERED), hofcs(), MONDAY_MORNING)))
          .containsExactly("ALREADY_ACKNOWLEDGED");
      assertThat(
              codes(
                  consideration.advise(
                      advise(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("ALREADY_ADVISED");
    }

    @Test
    @DisplayName("T4: told of a determination only once there is one")
    void refusesToTellOfADecisionBeforeIt() {
      assertThat(
              codes(
                  justOpened()
                      .advise(advise(AdviceKind.DETERMINED), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("CONSIDERATION_WRONG_STATUS");
    }

    @Test
    @DisplayName("T4: told a second time also when the outcome is no action")
    void tellsOfNoActionToo() {
      Consideration decided = determined(Category.NOT_UNREASONABLE);

      done(decided.advise(advise(AdviceKind.DETERMINED), headOfHousing(), MONDAY_MORNING));

      assertThat(decided.view().adviceOn(AdviceKind.DETERMINED)).isPresent();
    }

    @Test
    @DisplayName("P4.2: a HofCS who opens a case knows of it")
    void takesTheirOwnActForTheAdvice() {
      Consideration consideration = openedBy(hofcs(), scopeOfHousing(), List.of());

      assertThat(consideration.view().adviceOn(AdviceKind.CONSIDERED).orElseThrow())
          .matches(org.evenhand.designation.Advice::acknowledged);
    }
  }

  @Nested
  @DisplayName("Involvement (T6)")
  class Involved {

    @Test
    @DisplayName("T6: recorded as it happens, once for each person")
    void recordsWhoConsidered() {
      Consideration consideration = justOpened();
      done(
          consideration.recordCheck(
              satisfied(CheckKind.RECORDED),
              Surrounding.usual().facts(),
              headOfHousing(),
              MONDAY_MORNING));

      assertThat(consideration.view().involvement())
          .singleElement()
          .matches(e -> e.kind() == InvolvementKind.CONSIDERED)
          .matches(e -> e.person().equals(headOfHousing().id()));
    }

    @Test
    @DisplayName("T6: advice on the substance disqualifies, advice on procedure does not")
    void tellsSubstanceFromProcedure() {
      assertThat(InvolvementKind.ADVISED.disqualifies()).isTrue();
      assertThat(InvolvementKind.DECIDERS_LINE_MANAGER.disqualifies()).isTrue();
      assertThat(InvolvementKind.PROCEDURAL_ADVICE.disqualifies()).isFalse();
      assertThat(InvolvementKind.MEDIATED.disqualifies()).isFalse();
    }

    @Test
    @DisplayName("T6: nobody writes a decision into the record that no act made")
    void refusesInvolvementThatActsRecord() {
      assertThat(
              codes(
                  justOpened()
                      .involve(
                          new Considering.Involve(
                              justOpened().view().id(),
                              officer().id(),
                              InvolvementKind.DECIDED,
                              "Said so",
                              null),
                          headOfHousing(),
                          MONDAY_MORNING)))
          .containsExactly("INVOLVEMENT_RECORDED_BY_ACT");
    }
  }

  @Nested
  @DisplayName("The one table of allowed acts")
  class Allowed {

    @Test
    @DisplayName("F15: an officer and a stranger's head of service may do nothing")
    void refusesWhoeverDoesNotSitThere() {
      for (Actor stranger : List.of(officer(), headOfLeisure())) {
        assertThat(justOpened().availableActions(stranger, policy(), act -> null))
            .allMatch(action -> !action.allowed());
      }
    }

    @Test
    @DisplayName("What is offered is what the act itself allows")
    void offersWhatTheActAllows() {
      Consideration consideration = justOpened();

      assertThat(allowed(consideration, headOfHousing()))
          .contains("RECORD_CHECK", "ADVISE_CONSIDERED", "CLOSE")
          .doesNotContain("DETERMINE", "ADVISE_DETERMINED", "ACKNOWLEDGE_CONSIDERED");
      done(consideration.advise(advise(AdviceKind.CONSIDERED), headOfHousing(), MONDAY_MORNING));
      assertThat(allowed(consideration, headOfHousing()))
          .contains("DETERMINE")
          .doesNotContain("ADVISE_CONSIDERED");
      assertThat(allowed(consideration, hofcs()))
          .contains("ACKNOWLEDGE_CONSIDERED")
          .doesNotContain("DETERMINE");
    }

    @Test
    @DisplayName("Without a policy in force nothing can be determined")
    void refusesToDetermineWithoutAPolicy() {
      assertThat(
              justOpened().availableActions(headOfHousing(), null, act -> null).stream()
                  .filter(a -> a.action().equals("DETERMINE"))
                  .flatMap(a -> a.refusals().stream())
                  .map(Refusal::code))
          .contains("NO_POLICY_IN_FORCE");
    }

    private List<String> allowed(Consideration consideration, Actor actor) {
      return consideration.availableActions(actor, policy(), act -> null).stream()
          .filter(AvailableAction::allowed)
          .map(AvailableAction::action)
          .toList();
    }

    @Test
    void refusesAStaleVersion() {
      assertThat(
              justOpened()
                  .advise(
                      new Considering.Advise(
                          justOpened().view().id(), AdviceKind.CONSIDERED, null, 4),
                      headOfHousing(),
                      MONDAY_MORNING)
                  .refusals())
          .containsExactly(new StaleRefusal(0));
    }
  }

  @Nested
  @DisplayName("Scope (T5)")
  class Reach {

    @Test
    @DisplayName("T5: the services of the incidents cannot be argued away")
    void keepsTheServicesOfTheIncidents() {
      Consideration consideration = justOpened();
      var elsewhere =
          Surrounding.usual()
              .incident(
                  ConsiderationFixture.SECOND_INCIDENT,
                  new Facts.Incident(
                      ConsiderationFixture.CUSTOMER, LEISURE, MONDAY.minusDays(6), true, true));

      done(
          consideration.changeScope(
              new Considering.ChangeScope(
                  consideration.view().id(), Set.of(), Set.of(), false, null, null),
              elsewhere.facts(),
              headOfHousing(),
              MONDAY_MORNING));

      assertThat(consideration.view().scope().otherServices()).containsExactly(LEISURE);
      assertThat(consideration.view().scope().corporate()).isTrue();
    }
  }

  @Nested
  @DisplayName("A corporate case stays with whoever decides it (T5, F15)")
  class Corporate {

    private static final Scope RISK =
        new Scope(
            ConsiderationFixture.HOUSING, Set.of(), Set.of(), false, "Threats to the chamber");

    private Outcome<Consideration> narrowed(Consideration consideration, Actor by) {
      return consideration.changeScope(
          new Considering.ChangeScope(
              consideration.view().id(), Set.of(), Set.of(), false, null, null),
          Surrounding.usual().facts(),
          by,
          MONDAY_MORNING);
    }

    @Test
    @DisplayName("T5, F15: the lead service cannot state the risk away and decide by itself")
    void notTakenBack() {
      Consideration consideration = ConsiderationFixture.openedBy(hofcs(), RISK, List.of());

      assertThat(codes(narrowed(consideration, headOfHousing())))
          .containsExactly("STAYS_CORPORATE");
      assertThat(consideration.view().scope()).isEqualTo(RISK);
    }

    @Test
    @DisplayName("T5: the head of customer services can, and the lead service decides from then on")
    void givenBack() {
      Consideration consideration = ConsiderationFixture.openedBy(hofcs(), RISK, List.of());

      done(narrowed(consideration, hofcs()));

      assertThat(consideration.view().scope().corporate()).isFalse();
      assertThat(consideration.authority(policy(), headOfHousing())).isEmpty();
    }

    @Test
    @DisplayName("T5: within a corporate case the lead service states the reach anew")
    void restated() {
      Consideration consideration = ConsiderationFixture.openedBy(hofcs(), RISK, List.of());

      done(
          consideration.changeScope(
              new Considering.ChangeScope(
                  consideration.view().id(), Set.of(LEISURE), Set.of(), false, null, null),
              Surrounding.usual().facts(),
              headOfHousing(),
              MONDAY_MORNING));

      assertThat(consideration.view().scope().otherServices()).containsExactly(LEISURE);
    }
  }

  @Nested
  @DisplayName("Closing")
  class Closed {

    private Considering.Close close(CloseCause cause) {
      return new Considering.Close(justOpened().view().id(), cause, "Nothing more", null);
    }

    @Test
    @DisplayName("T4: not concluded before the HofCS has read both")
    void refusesToConcludeUnread() {
      assertThat(
              codes(
                  determined(Category.NOT_UNREASONABLE)
                      .close(close(CloseCause.CONCLUDED), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("ADVICE_NOT_ACKNOWLEDGED");
    }

    @Test
    @DisplayName("T4: concluded once both were read")
    void concludesWhenBothWereRead() {
      Consideration decided = determined(Category.NOT_UNREASONABLE);
      done(decided.advise(advise(AdviceKind.DETERMINED), headOfHousing(), MONDAY_MORNING));
      done(decided.acknowledge(acknowledge(AdviceKind.CONSIDERED), hofcs(), MONDAY_MORNING));
      done(decided.acknowledge(acknowledge(AdviceKind.DETERMINED), hofcs(), MONDAY_MORNING));

      done(decided.close(close(CloseCause.CONCLUDED), headOfHousing(), MONDAY_MORNING));

      assertThat(decided.view().status()).isEqualTo(ConsiderationStatus.CLOSED);
    }

    @Test
    @DisplayName("An open case is closed only where it was opened in error")
    void refusesToConcludeWhatIsNotDecided() {
      assertThat(
              codes(
                  justOpened().close(close(CloseCause.CONCLUDED), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("NOT_DETERMINED");
      done(justOpened().close(close(CloseCause.OPENED_IN_ERROR), headOfHousing(), MONDAY_MORNING));
    }
  }
}
