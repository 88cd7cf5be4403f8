package org.evenhand.appeals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.Bar;
import org.evenhand.appeals.MayAct;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.Figures;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one table of acts, by status and seat. */
class AllowedActTableTests {

  private static final ActorId SOMEBODY = new ActorId("somebody");
  private static final ActorId SOMEBODY_ELSE = new ActorId("somebody-else");
  private static final Optional<PolicyInForce> POLICY =
      Optional.of(
          new PolicyInForce(
              new PolicyVersionId(UUID.randomUUID()),
              "test-1",
              false,
              Figures.standard(),
              AuthorityMatrix.standard(),
              List.of()));

  @Test
  @DisplayName("T8: the Head of Customer Services decides about a late appeal")
  void theHeadDecides() {
    assertThat(codes(AllowedAct.ACCEPT_LATE, late(), head())).isEmpty();
  }

  @Test
  @DisplayName("T6: not about an appeal against a decision they had a part in")
  void notAboutTheirOwnDecision() {
    assertThat(codes(AllowedAct.ACCEPT_LATE, late().barredBy(Bar.DECIDED), head()))
        .containsExactly("APPEAL_DECIDER_INVOLVED");
  }

  @Test
  @DisplayName("T6: a deputy standing in for the post may, where its holder may not")
  void aDeputyMay() {
    Actor deputy =
        new Actor(
            SOMEBODY,
            "Della Deputy",
            Set.of(Role.OFFICER),
            Set.of(),
            List.of(new Actor.Acting(Role.HEAD_OF_CUSTOMER_SERVICES, Set.of())));
    assertThat(codes(AllowedAct.ACCEPT_LATE, late(), deputy)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "HEAD_OF_CUSTOMER_SERVICES")
  @DisplayName("F15: nobody else decides about lateness, and the refusal says who may")
  void nobodyElse(Role role) {
    assertThat(AllowedAct.ACCEPT_LATE.refusals(late().question(), with(role), POLICY))
        .singleElement()
        .isInstanceOfSatisfying(
            AuthorityRefusal.class,
            r -> assertThat(r.whoMay()).containsExactly(Role.HEAD_OF_CUSTOMER_SERVICES));
  }

  @ParameterizedTest
  @EnumSource(value = AppealStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "LATE")
  void onlyWhereThereIsLatenessToDecide(AppealStatus status) {
    assertThat(codes(AllowedAct.ACCEPT_LATE, at(status), head()))
        .containsExactly("APPEAL_NOT_LATE");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "CMT_MEMBER")
  @DisplayName("P10.5, F15: nobody but a member of the Corporate Management Team determines")
  void onlyTheManagementTeamDetermines(Role role) {
    assertThat(codes(AllowedAct.DETERMINE, at(AppealStatus.PRESENTED).declaredFree(), with(role)))
        .containsExactly("MAY_NOT_DETERMINE_APPEAL");
  }

  @ParameterizedTest
  @EnumSource(Bar.class)
  @DisplayName("T6: any disqualifying part keeps a member from determining; so does investigating")
  void noBarLetsAMemberDetermine(Bar bar) {
    assertThat(
            codes(
                AllowedAct.DETERMINE,
                at(AppealStatus.PRESENTED).declaredFree().barredBy(bar),
                with(Role.CMT_MEMBER)))
        .containsExactly("APPEAL_DECIDER_INVOLVED");
  }

  @Test
  @DisplayName("T6, question 14: a member declares that they had no part before they determine")
  void declaredFirst() {
    Given presented = at(AppealStatus.PRESENTED);
    assertThat(codes(AllowedAct.DETERMINE, presented, with(Role.CMT_MEMBER)))
        .containsExactly("APPEAL_CONFLICT_NOT_DECLARED");
    assertThat(codes(AllowedAct.DETERMINE, presented.declaredFree(), with(Role.CMT_MEMBER)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = AppealStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PRESENTED")
  @DisplayName("P10.4, P10.5: nothing is determined before findings are presented, nor twice")
  void onlyWhatWasPresentedIsDetermined(AppealStatus status) {
    assertThat(codes(AllowedAct.DETERMINE, at(status).declaredFree(), with(Role.CMT_MEMBER)))
        .containsExactly("APPEAL_WRONG_STATUS");
  }

  @Test
  @DisplayName("T6: where that post decided, nothing is presented before another is named")
  void anotherInvestigatorIsNamed() {
    Given conflicted = at(AppealStatus.LODGED).headConflicted();
    assertThat(codes(AllowedAct.PRESENT_FINDINGS, conflicted, head()))
        .containsExactly("APPEAL_STEPS_MISSING");
    assertThat(codes(AllowedAct.ACKNOWLEDGE, conflicted, head()))
        .containsExactly("APPEAL_STEPS_MISSING");
    assertThat(
            codes(
                AllowedAct.PRESENT_FINDINGS,
                conflicted.investigatedBy(SOMEBODY),
                with(Role.OFFICER)))
        .isEmpty();
  }

  @Test
  @DisplayName("P10.4: the Head of Customer Services investigates unless somebody was named")
  void whoInvestigates() {
    Given lodged = at(AppealStatus.LODGED);
    assertThat(codes(AllowedAct.RECORD_INVESTIGATION, lodged, head())).isEmpty();
    assertThat(codes(AllowedAct.RECORD_INVESTIGATION, lodged, with(Role.OFFICER)))
        .containsExactly("APPEAL_NOT_YOURS");
    assertThat(codes(AllowedAct.RECORD_INVESTIGATION, lodged.investigatedBy(SOMEBODY_ELSE), head()))
        .containsExactly("APPEAL_NOT_INVESTIGATOR");
    assertThat(
            codes(
                AllowedAct.RECORD_INVESTIGATION,
                lodged.investigatedBy(SOMEBODY).barredBy(Bar.ADVISED),
                with(Role.OFFICER)))
        .containsExactly("APPEAL_INVESTIGATOR_INVOLVED");
  }

  @Test
  @DisplayName("T6: whoever is involved does not choose who looks into it")
  void theInvolvedDoNotChoose() {
    assertThat(
            codes(
                AllowedAct.ASSIGN_INVESTIGATOR,
                at(AppealStatus.LODGED).barredBy(Bar.DECIDED),
                head()))
        .containsExactly("APPEAL_DECIDER_INVOLVED");
    assertThat(
            codes(AllowedAct.ASSIGN_INVESTIGATOR, at(AppealStatus.LODGED), with(Role.CMT_MEMBER)))
        .isEmpty();
  }

  @Test
  @DisplayName("T7: the outcome is written by whoever decided, or by a head without a part, once")
  void whoTells() {
    Given determined = at(AppealStatus.DETERMINED).determinedBy(SOMEBODY);
    assertThat(codes(AllowedAct.ISSUE_OUTCOME, determined, with(Role.CMT_MEMBER))).isEmpty();
    assertThat(
            codes(
                AllowedAct.ISSUE_OUTCOME,
                determined.determinedBy(SOMEBODY_ELSE).barredBy(Bar.DECIDED),
                head()))
        .containsExactly("APPEAL_DECIDER_INVOLVED");
    assertThat(codes(AllowedAct.ISSUE_OUTCOME, determined.told(), head()))
        .containsExactly("APPEAL_ALREADY_ANSWERED");
  }

  @ParameterizedTest
  @EnumSource(AppealStatus.class)
  @DisplayName("What the customer waits for can go on, and what is over cannot")
  void everyPendingAppealCanGoOn(AppealStatus status) {
    boolean goesOn =
        EnumSet.of(
                AllowedAct.ACCEPT_LATE,
                AllowedAct.PRESENT_FINDINGS,
                AllowedAct.DETERMINE,
                AllowedAct.ISSUE_OUTCOME)
            .stream()
            .anyMatch(
                act ->
                    codes(act, at(status).declaredFree(), head()).isEmpty()
                        || codes(act, at(status).declaredFree(), with(Role.CMT_MEMBER)).isEmpty());
    assertThat(goesOn).isEqualTo(status != AppealStatus.ANSWERED);
  }

  private static List<String> codes(AllowedAct act, Given given, Actor actor) {
    return act.refusals(given.question(), actor, POLICY).stream().map(Refusal::code).toList();
  }

  private static Given late() {
    return at(AppealStatus.LATE);
  }

  private static Given at(AppealStatus status) {
    return new Given(status, false, false, null, null, Set.of(), false);
  }

  private record Given(
      AppealStatus status,
      boolean isTold,
      boolean conflicted,
      @Nullable ActorId investigator,
      @Nullable ActorId determiner,
      Set<Bar> bars,
      boolean free) {

    Given told() {
      return new Given(status, true, conflicted, investigator, determiner, bars, free);
    }

    Given headConflicted() {
      return new Given(status, isTold, true, investigator, determiner, bars, free);
    }

    Given investigatedBy(ActorId person) {
      return new Given(status, isTold, conflicted, person, determiner, bars, free);
    }

    Given determinedBy(ActorId person) {
      return new Given(status, isTold, conflicted, investigator, person, bars, free);
    }

    Given barredBy(Bar bar) {
      return new Given(status, isTold, conflicted, investigator, determiner, Set.of(bar), free);
    }

    Given declaredFree() {
      return new Given(status, isTold, conflicted, investigator, determiner, bars, true);
    }

    AllowedAct.Question question() {
      return new AllowedAct.Question(
          status,
          true,
          false,
          isTold,
          conflicted,
          investigator,
          determiner,
          new MayAct(SOMEBODY, null, bars, free));
    }
  }

  private static Actor head() {
    return with(Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  private static Actor with(Role role) {
    return new Actor(SOMEBODY, "Somebody", Set.of(role), Set.of(), List.of());
  }
}
