package org.evenhand.designation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.designation.internal.ConsiderationFixture.CUSTOMER;
import static org.evenhand.designation.internal.ConsiderationFixture.FIRST_INCIDENT;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY;
import static org.evenhand.designation.internal.ConsiderationFixture.MONDAY_MORNING;
import static org.evenhand.designation.internal.ConsiderationFixture.SECOND_INCIDENT;
import static org.evenhand.designation.internal.ConsiderationFixture.cmtMember;
import static org.evenhand.designation.internal.ConsiderationFixture.codes;
import static org.evenhand.designation.internal.ConsiderationFixture.done;
import static org.evenhand.designation.internal.ConsiderationFixture.headOfHousing;
import static org.evenhand.designation.internal.ConsiderationFixture.hofcs;
import static org.evenhand.designation.internal.ConsiderationFixture.officer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ChallengeOutcome;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.Considering;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.WarningId;
import org.evenhand.designation.WarningStatus;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which warnings count, who decides a challenge to one, and when new information is asked. */
class WarningRulesTests {

  private static final NoticeId LETTER = new NoticeId(new UUID(5, 5));
  private static final Map<IncidentId, Set<String>> FAMILIES =
      Map.of(FIRST_INCIDENT, Set.of("MANNER"), SECOND_INCIDENT, Set.of("PERSISTENCE"));

  private static WarningView given(@Nullable NoticeId letter, Set<IncidentId> incidents) {
    return new WarningView(
        new WarningId(new UUID(6, 6)),
        3,
        "WRN-2026-00001",
        CUSTOMER,
        null,
        incidents.isEmpty() ? null : "Remarks at the desk",
        incidents,
        "Contact may be arranged differently",
        null,
        letter,
        MONDAY_MORNING,
        headOfHousing().id(),
        null);
  }

  private static WarningView challenged() {
    return done(
        new GivenWarning(given(null, Set.of(FIRST_INCIDENT)), true)
            .challenge(challenge(), headOfHousing(), MONDAY_MORNING));
  }

  private static GivingWarnings.Challenge challenge() {
    return new GivingWarnings.Challenge(
        new WarningId(new UUID(6, 6)), "I was not there that day", MONDAY, null);
  }

  private static GivingWarnings.DecideChallenge decision(
      ChallengeOutcome outcome, @Nullable String corrected) {
    return new GivingWarnings.DecideChallenge(
        new WarningId(new UUID(6, 6)), outcome, "The log shows another person", corrected, null);
  }

  private static boolean counts(WarningView warning, IncidentId... incidents) {
    return new Warned(Map.of(), List.of(warning), Map.of(), FAMILIES)
        .counts(List.of(CUSTOMER), List.of(incidents), MONDAY_MORNING);
  }

  @Nested
  class WhichCount {

    @Test
    @DisplayName("F20: a warning counts for the conduct that it was about, and for no other")
    void forTheSameConduct() {
      WarningView forManner = given(null, Set.of(FIRST_INCIDENT));

      assertThat(counts(forManner, FIRST_INCIDENT)).isTrue();
      assertThat(counts(forManner, SECOND_INCIDENT)).isFalse();
      assertThat(counts(forManner, FIRST_INCIDENT, SECOND_INCIDENT)).isTrue();
    }

    @Test
    @DisplayName("F20, P8.3.8: the policy shared with a warning counts, and names no conduct")
    void thatNamesNothing() {
      WarningView unnamed = given(null, Set.of());

      assertThat(counts(unnamed, SECOND_INCIDENT)).isTrue();
      assertThat(
              new Warned(Map.of(), List.of(unnamed), Map.of(), FAMILIES)
                  .namesConduct(List.of(SECOND_INCIDENT), MONDAY_MORNING))
          .isFalse();
    }

    @Test
    @DisplayName("T9: a letter counts from the moment at which it counts as received")
    void onceReceived() {
      WarningView byLetter = given(LETTER, Set.of(FIRST_INCIDENT));
      List<CustomerId> whose = List.of(CUSTOMER);
      List<IncidentId> about = List.of(FIRST_INCIDENT);

      assertThat(
              new Warned(Map.of(), List.of(byLetter), Map.of(), FAMILIES)
                  .counts(whose, about, MONDAY_MORNING))
          .isFalse();
      var served =
          new Warned(
              Map.of(),
              List.of(byLetter),
              Map.of(LETTER, MONDAY_MORNING.plus(Duration.ofDays(2))),
              FAMILIES);
      assertThat(served.counts(whose, about, MONDAY_MORNING)).isFalse();
      assertThat(served.counts(whose, about, MONDAY_MORNING.plus(Duration.ofDays(2)))).isTrue();
    }

    @Test
    @DisplayName("F20: a withdrawn warning counts no more; one that stands or is corrected does")
    void notOnceWithdrawn() {
      for (ChallengeOutcome outcome : ChallengeOutcome.values()) {
        WarningView decided =
            done(
                new GivenWarning(challenged(), false)
                    .decide(
                        decision(
                            outcome, outcome == ChallengeOutcome.CORRECTED ? "Said it once" : null),
                        hofcs(),
                        MONDAY_MORNING));

        assertThat(counts(decided, FIRST_INCIDENT))
            .as(outcome.name())
            .isEqualTo(outcome != ChallengeOutcome.WITHDRAWN);
      }
    }

    @Test
    @DisplayName("T15: nobody is warned by somebody else's warning")
    void ofTheSamePerson() {
      var warned =
          new Warned(Map.of(), List.of(given(null, Set.of(FIRST_INCIDENT))), Map.of(), FAMILIES);

      assertThat(
              warned.counts(
                  List.of(new CustomerId(new UUID(0, 2))), List.of(FIRST_INCIDENT), MONDAY_MORNING))
          .isFalse();
    }
  }

  @Nested
  class Challenged {

    @Test
    @DisplayName("P9.2, T6: decided by somebody without a part in it")
    void decidedByOthers() {
      WarningView decided =
          done(
              new GivenWarning(challenged(), false)
                  .decide(decision(ChallengeOutcome.STANDS, null), cmtMember(), MONDAY_MORNING));

      assertThat(decided.status()).isEqualTo(WarningStatus.STANDS);
      assertThat(decided.challenge().decision().by()).isEqualTo(cmtMember().id());
    }

    @Test
    @DisplayName("T6: whoever had a part in it is refused, and an officer has no such power")
    void notByTheInvolved() {
      assertThat(
              codes(
                  new GivenWarning(challenged(), true)
                      .decide(
                          decision(ChallengeOutcome.STANDS, null),
                          headOfHousing(),
                          MONDAY_MORNING)))
          .containsExactly("CHALLENGE_DECIDER_INVOLVED");
      assertThat(
              codes(
                  new GivenWarning(challenged(), false)
                      .decide(decision(ChallengeOutcome.STANDS, null), officer(), MONDAY_MORNING)))
          .containsExactly("NOT_YOURS_TO_DO");
    }

    @Test
    @DisplayName("P9.2: a correction says how the conduct is named, and only a correction does")
    void corrections() {
      var warning = new GivenWarning(challenged(), false);

      assertThat(
              codes(
                  warning.decide(
                      decision(ChallengeOutcome.CORRECTED, " "), hofcs(), MONDAY_MORNING)))
          .containsExactly("CORRECTION_MISSING");
      assertThat(
              codes(
                  warning.decide(
                      decision(ChallengeOutcome.STANDS, "Something"), hofcs(), MONDAY_MORNING)))
          .containsExactly("CORRECTION_NOT_WANTED");
    }

    @Test
    @DisplayName("P9.2: challenged once, decided once, never decided unchallenged")
    void onceEach() {
      assertThat(
              codes(
                  new GivenWarning(challenged(), true)
                      .challenge(challenge(), headOfHousing(), MONDAY_MORNING)))
          .containsExactly("WARNING_WRONG_STATUS");
      assertThat(
              codes(
                  new GivenWarning(given(null, Set.of()), false)
                      .decide(decision(ChallengeOutcome.STANDS, null), hofcs(), MONDAY_MORNING)))
          .containsExactly("WARNING_WRONG_STATUS");
    }

    @Test
    @DisplayName("P9.2: not received before it was given, nor ahead")
    void receivedInItsTime() {
      var warning = new GivenWarning(given(null, Set.of()), true);
      var id = warning.view().id();

      assertThat(
              codes(
                  warning.challenge(
                      new GivingWarnings.Challenge(id, "No", MONDAY.plusDays(1), null),
                      hofcs(),
                      MONDAY_MORNING)))
          .containsExactly("DAY_AHEAD");
      assertThat(
              codes(
                  warning.challenge(
                      new GivingWarnings.Challenge(id, "No", MONDAY.minusDays(1), null),
                      hofcs(),
                      MONDAY_MORNING)))
          .containsExactly("DATE_BEFORE_ANOTHER");
    }
  }

  @Nested
  class NewInformation {

    private Considering.RecordCheck asked(CheckKind kind, CheckStage stage) {
      return new Considering.RecordCheck(
          ConsiderationFixture.justOpened().view().id(),
          kind,
          stage,
          CheckAnswer.SATISFIED,
          "Letters of this week read",
          null,
          null,
          List.of(),
          null);
    }

    private static Facts lastWarned(java.time.@Nullable Instant at) {
      Facts usual = ConsiderationFixture.Surrounding.usual().facts();
      return new Facts(
          usual.members(),
          usual.needsProtection(),
          usual.undecidedAdjustments(),
          usual.warned(),
          at,
          true,
          usual.matters(),
          usual.incidents(),
          usual.percentCausedByUs());
    }

    @Test
    @DisplayName("T3: an answer given for a warning does not count for the decision")
    void eachStageItsOwn() {
      Consideration consideration =
          ConsiderationFixture.readyBut(ConsiderationFixture.Step.NEW_INFORMATION);
      done(
          consideration.recordCheck(
              asked(CheckKind.NEW_INFORMATION, CheckStage.WARNING),
              lastWarned(null),
              headOfHousing(),
              MONDAY_MORNING));

      assertThat(open(consideration.readiness(lastWarned(null))))
          .containsExactly("CHECK_NEW_INFORMATION");
      assertThat(Preconditions.askedForWarning(consideration.view(), lastWarned(null))).isTrue();
    }

    @Test
    @DisplayName("T3: an answer given before the last warning does not count after it")
    void againAfterAWarning() {
      Consideration consideration = ConsiderationFixture.ready();

      assertThat(open(consideration.readiness(lastWarned(MONDAY_MORNING)))).isEmpty();
      assertThat(open(consideration.readiness(lastWarned(MONDAY_MORNING.plusSeconds(1)))))
          .containsExactly("CHECK_NEW_INFORMATION");
    }

    @Test
    @DisplayName("T3: no other check is asked again at another stage")
    void onlyNewInformation() {
      assertThat(
              codes(
                  ConsiderationFixture.ready()
                      .recordCheck(
                          asked(CheckKind.INVESTIGATED, CheckStage.REVIEW),
                          lastWarned(null),
                          headOfHousing(),
                          MONDAY_MORNING)))
          .containsExactly("STAGE_NOT_ASKED");
    }

    private static List<String> open(Readiness readiness) {
      return readiness.items().stream()
          .filter(Readiness.Item::open)
          .map(Readiness.Item::code)
          .toList();
    }
  }

  @Nested
  class ReasonsOfADecision {

    private static List<String> flagged(String reasons) {
      var made =
          done(ConsiderationFixture.ready()
                  .determine(
                      new ConsiderationFixture.Finding(
                              org.evenhand.designation.Category.UNREASONABLE)
                          .reasons(reasons)
                          .determine(),
                      ConsiderationFixture.Surrounding.usual().facts(),
                      ConsiderationFixture.policy(),
                      headOfHousing(),
                      MONDAY_MORNING))
              .view()
              .determination();
      return Reasons.thin(made).stream().map(w -> w.code()).toList();
    }

    @Test
    @DisplayName("F17: a few words lead nowhere, and two findings with one text are one")
    void thinOrRepeated() {
      assertThat(flagged("Rude to staff")).containsExactly("REASONS_THIN");
      assertThat(flagged("two officers could not serve others, for an hour"))
          .containsExactly("REASONS_REPEATED");
      assertThat(flagged("Shouting made two officers leave the desk; the queue waited")).isEmpty();
    }
  }

  @Test
  @DisplayName("F20: a refusal names every reason at once")
  void everyReason() {
    List<String> refused =
        new GivenWarning(given(null, Set.of()), true)
                .decide(
                    new GivingWarnings.DecideChallenge(
                        new WarningId(new UUID(6, 6)), ChallengeOutcome.CORRECTED, "", null, 1),
                    officer(),
                    MONDAY_MORNING)
                .refusals()
                .stream()
                .map(Refusal::code)
                .toList();

    assertThat(refused)
        .containsExactly(
            "NOT_YOURS_TO_DO",
            "WARNING_WRONG_STATUS",
            "CHALLENGE_DECIDER_INVOLVED",
            "STALE",
            "TEXT_MISSING",
            "CORRECTION_MISSING");
  }
}
