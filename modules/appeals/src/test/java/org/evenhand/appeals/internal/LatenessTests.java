package org.evenhand.appeals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.AuthorityMatrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatenessTests {

  private static final AuthorityMatrix MATRIX = AuthorityMatrix.standard();

  @Test
  @DisplayName("T8: the Head of Customer Services decides about a late appeal")
  void theHeadDecides() {
    assertThat(refusals(AppealStatus.LATE, head(), false)).isEmpty();
  }

  @Test
  @DisplayName("T6: not about an appeal against a decision they had a part in")
  void notAboutTheirOwnDecision() {
    assertThat(refusals(AppealStatus.LATE, head(), true))
        .containsExactly("APPEAL_DECIDER_INVOLVED");
  }

  @Test
  @DisplayName("T6: a deputy standing in for the post may, where its holder may not")
  void aDeputyMay() {
    Actor deputy =
        new Actor(
            new ActorId("deputy-1"),
            "Della Deputy",
            Set.of(Role.OFFICER),
            Set.of(),
            List.of(new Actor.Acting(Role.HEAD_OF_CUSTOMER_SERVICES, Set.of())));
    assertThat(refusals(AppealStatus.LATE, deputy, false)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "HEAD_OF_CUSTOMER_SERVICES")
  @DisplayName("F15: nobody else, and the refusal says who may")
  void nobodyElse(Role role) {
    assertThat(Lateness.refusals(AppealStatus.LATE, MATRIX, with(role), false))
        .singleElement()
        .isInstanceOfSatisfying(
            AuthorityRefusal.class,
            r -> assertThat(r.whoMay()).containsExactly(Role.HEAD_OF_CUSTOMER_SERVICES));
  }

  @ParameterizedTest
  @EnumSource(value = AppealStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "LATE")
  void onlyWhereThereIsLatenessToDecide(AppealStatus status) {
    assertThat(refusals(status, head(), false)).containsExactly("APPEAL_NOT_LATE");
  }

  private static List<String> refusals(AppealStatus status, Actor actor, boolean involved) {
    return Lateness.refusals(status, MATRIX, actor, involved).stream().map(Refusal::code).toList();
  }

  private static Actor head() {
    return with(Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  private static Actor with(Role role) {
    return new Actor(new ActorId("somebody"), "Somebody", Set.of(role), Set.of(), List.of());
  }
}
