package org.evenhand.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.foundation.Role.CMT_MEMBER;
import static org.evenhand.foundation.Role.CONTRACTOR;
import static org.evenhand.foundation.Role.ELECTED_MEMBER;
import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F15: who may decide what, by action, scope and premises. */
class AuthorityMatrixTests {

  private static final AuthorityMatrix STANDARD = AuthorityMatrix.standard();

  private static AuthorityMatrix with(AuthorityMatrix.Grant... more) {
    var grants = new ArrayList<>(STANDARD.grants());
    grants.addAll(List.of(more));
    return new AuthorityMatrix("2", grants);
  }

  private static List<String> codes(AuthorityMatrix matrix) {
    return matrix.faults().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("F15, P9.2, T5: heads of service in their service, the corporate head beyond it")
  void decidesByScope() {
    assertThat(STANDARD.whoMay(DecisionKind.DESIGNATE, DecisionScope.SERVICE))
        .containsExactly(HEAD_OF_SERVICE);
    assertThat(STANDARD.whoMay(DecisionKind.DESIGNATE, DecisionScope.CORPORATE))
        .containsExactly(HEAD_OF_CUSTOMER_SERVICES);
    assertThat(STANDARD.whoMay(DecisionKind.RESTRICT, DecisionScope.CORPORATE))
        .containsExactly(HEAD_OF_CUSTOMER_SERVICES);
  }

  @Test
  @DisplayName("F15: a shared building is nobody's own")
  void decidesByPremises() {
    assertThat(
            STANDARD.whoMay(
                DecisionKind.EXCLUDE_FROM_BUILDING, DecisionScope.SERVICE, Premises.OWN))
        .containsExactly(HEAD_OF_SERVICE);
    assertThat(
            STANDARD.whoMay(
                DecisionKind.EXCLUDE_FROM_BUILDING, DecisionScope.SERVICE, Premises.SHARED))
        .containsExactly(HEAD_OF_CUSTOMER_SERVICES);
  }

  @Test
  @DisplayName("T11: an injunction is the Head of Customer Services'")
  void injunctionsAreTheCorporateHeads() {
    for (DecisionScope scope : DecisionScope.values()) {
      assertThat(STANDARD.whoMay(DecisionKind.INJUNCTION, scope))
          .containsExactly(HEAD_OF_CUSTOMER_SERVICES);
    }
  }

  @Test
  @DisplayName("P10.5: appeals are the Corporate Management Team's, whatever a scheme says")
  void appealsAreTheTeams() {
    assertThat(STANDARD.whoMay(DecisionKind.DETERMINE_APPEAL, DecisionScope.SERVICE))
        .containsExactly(CMT_MEMBER);
    assertThat(
            codes(
                with(
                    new AuthorityMatrix.Grant(
                        "determine-appeal",
                        DecisionScope.SERVICE,
                        Premises.OWN,
                        Set.of(HEAD_OF_CUSTOMER_SERVICES)))))
        .containsExactly("AUTHORITY_NOT_FOR_ROLE");
  }

  @Property
  @Label("F15: the standard matrix is total; somebody may take every decision")
  void standardIsTotal(
      @ForAll DecisionKind kind, @ForAll DecisionScope scope, @ForAll Premises premises) {
    assertThat(STANDARD.whoMay(kind, scope, premises)).isNotEmpty();
    assertThat(STANDARD.faults()).isEmpty();
  }

  @Property
  @Label("F6, PR.2: providers, members, auditors and machines never decide about customers")
  void refusesRolesThatNeverDecide(@ForAll DecisionKind kind, @ForAll Role role) {
    AuthorityMatrix matrix =
        with(
            new AuthorityMatrix.Grant(
                kind.action(), DecisionScope.SERVICE, Premises.OWN, Set.of(role)));
    boolean never =
        Set.of(CONTRACTOR, ELECTED_MEMBER, Role.AUDITOR, Role.PLUGIN_ADMINISTRATOR, Role.INTEGRATOR)
            .contains(role);

    boolean refused = codes(matrix).contains("AUTHORITY_NOT_FOR_ROLE");

    assertThat(refused)
        .isEqualTo(never || (kind == DecisionKind.DETERMINE_APPEAL && role != CMT_MEMBER));
  }

  @Property
  void refusesAMatrixWithAGap(@ForAll DecisionKind kind, @ForAll DecisionScope scope) {
    var grants =
        STANDARD.grants().stream()
            .filter(g -> !(g.action().equals(kind.action()) && g.scope() == scope))
            .toList();

    assertThat(codes(new AuthorityMatrix("2", grants))).containsExactly("AUTHORITY_MISSING");
  }

  @Test
  void refusesTwoLinesForTheSameThingAndASchemeWithoutAName() {
    assertThat(codes(with(STANDARD.grants().getFirst()))).containsExactly("AUTHORITY_TWICE");
    assertThat(codes(new AuthorityMatrix(" ", STANDARD.grants()))).containsExactly("TEXT_MISSING");
  }

  @Test
  @DisplayName("F15: an action that a plugin brings is nobody's until it is given to somebody")
  void unknownActionsAreNobodys() {
    assertThat(STANDARD.whoMay("tow-vehicle", DecisionScope.SERVICE, Premises.ANY)).isEmpty();

    AuthorityMatrix given =
        with(
            new AuthorityMatrix.Grant(
                "tow-vehicle", DecisionScope.SERVICE, Premises.ANY, Set.of(HEAD_OF_SERVICE)));

    assertThat(given.faults()).isEmpty();
    assertThat(given.whoMay("tow-vehicle", DecisionScope.SERVICE, Premises.OWN))
        .containsExactly(HEAD_OF_SERVICE);
  }

  @Test
  @DisplayName("T11: whoever acts in a vacant post has its power")
  void actingAppointmentsCount() {
    var deputy =
        new Actor(
            new ActorId("d"),
            "Dana Deputy",
            Set.of(Role.OFFICER),
            Set.of(),
            List.of(new Actor.Acting(HEAD_OF_CUSTOMER_SERVICES, Set.of())));
    var officer = new Actor(new ActorId("o"), "Olly", Set.of(Role.OFFICER), Set.of(), List.of());

    assertThat(STANDARD.may(deputy, DecisionKind.INJUNCTION, DecisionScope.CORPORATE)).isTrue();
    assertThat(STANDARD.may(officer, DecisionKind.INJUNCTION, DecisionScope.CORPORATE)).isFalse();
  }
}
