package org.evenhand.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SubjectCapacity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P5.1: a concern always has an owner, who deals with it. T19: some belong elsewhere. */
class TriageRulesTests {

  private static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  private static final ServiceAreaCode LEISURE = new ServiceAreaCode("leisure");

  @Test
  @DisplayName(
      "P5.1: with a service area its head owns it, without one the head of customer services")
  void everyConcernHasAnOwner() {
    assertThat(TriageRules.ownerOf(HOUSING)).isEqualTo(Role.HEAD_OF_SERVICE);
    assertThat(TriageRules.ownerOf(null)).isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  @Test
  @DisplayName("P5.1: only the owner deals with it, a head acting for the post included")
  void onlyTheOwnerDealsWithIt() {
    ConcernView concern = concern(HOUSING, null, ConcernStatus.REPORTED);

    assertThat(TriageRules.mayTriage(concern, head(HOUSING))).isEmpty();
    assertThat(TriageRules.mayTriage(concern, head(LEISURE)))
        .singleElement()
        .isInstanceOfSatisfying(
            AuthorityRefusal.class,
            refusal -> assertThat(refusal.whoMay()).containsExactly(Role.HEAD_OF_SERVICE));
    Actor acting =
        new Actor(
            new ActorId("a"),
            "A",
            Set.of(Role.OFFICER),
            Set.of(),
            List.of(new Actor.Acting(Role.HEAD_OF_SERVICE, Set.of(HOUSING))));
    assertThat(TriageRules.mayTriage(concern, acting)).isEmpty();
  }

  @Test
  void isDealtWithOnce() {
    assertThat(
            codes(
                TriageRules.mayTriage(
                    concern(HOUSING, null, ConcernStatus.ACCEPTED), head(HOUSING))))
        .containsExactly("CONCERN_TRIAGED");
  }

  @Test
  @DisplayName("F5: nothing is taken up while nobody knows who it was")
  void refusesToAcceptAgainstSomebodyUnknown() {
    assertThat(
            codes(
                TriageRules.decision(
                    triage(TriageOutcome.ACCEPT, null, null, null),
                    concern(HOUSING, null, ConcernStatus.REPORTED),
                    null)))
        .containsExactly("CUSTOMER_NOT_IDENTIFIED");
  }

  @Test
  @DisplayName("T19: of an elected member somebody must say in which capacity they acted")
  void asksInWhichCapacityAnElectedMemberActed() {
    CustomerView member = customer(true);
    ConcernView concern = concern(HOUSING, null, ConcernStatus.REPORTED);

    assertThat(
            codes(
                TriageRules.decision(
                    triage(TriageOutcome.ACCEPT, null, null, null), concern, member)))
        .containsExactly("CAPACITY_MISSING");
    assertThat(
            codes(
                TriageRules.decision(
                    triage(TriageOutcome.ACCEPT, SubjectCapacity.ELECTED_MEMBER, null, null),
                    concern,
                    member)))
        .containsExactly("BELONGS_ELSEWHERE");
    assertThat(
            TriageRules.decision(
                triage(TriageOutcome.ACCEPT, SubjectCapacity.CUSTOMER, null, null),
                concern,
                member))
        .as("as a tenant or resident the ordinary rules apply")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ELECTED_MEMBER, MONITORING_OFFICER",
    "STAFF, HUMAN_RESOURCES",
    "CONTRACTOR, CONTRACT"
  })
  @DisplayName("T19: each capacity has its one route")
  void sendsItWhereItBelongs(SubjectCapacity capacity, ConcernRoute route) {
    ConcernView concern = concern(null, capacity, ConcernStatus.REPORTED);

    for (ConcernRoute tried : ConcernRoute.values()) {
      List<String> refusals =
          codes(
              TriageRules.decision(
                  triage(TriageOutcome.ROUTE_ELSEWHERE, null, tried, "Theirs."), concern, null));
      if (tried == route) {
        assertThat(refusals).isEmpty();
      } else {
        assertThat(refusals).containsExactly("ROUTE_DOES_NOT_FIT");
      }
    }
  }

  @Test
  @DisplayName("T19: a customer's conduct is not sent elsewhere")
  void keepsACustomersConductHere() {
    assertThat(
            codes(
                TriageRules.decision(
                    triage(
                        TriageOutcome.ROUTE_ELSEWHERE,
                        SubjectCapacity.CUSTOMER,
                        ConcernRoute.MONITORING_OFFICER,
                        "Theirs."),
                    concern(HOUSING, null, ConcernStatus.REPORTED),
                    customer(true))))
        .containsExactly("ROUTE_DOES_NOT_FIT");
  }

  @Test
  @DisplayName("P4.2: laying a concern down takes a reason, and the reporter is always told")
  void asksForAReasonAndTellsTheReporter() {
    assertThat(
            codes(
                TriageRules.decision(
                    new Triage(
                        ConcernId.next(),
                        0,
                        TriageOutcome.NO_FURTHER_ACTION,
                        null,
                        null,
                        null,
                        null,
                        " "),
                    concern(HOUSING, null, ConcernStatus.REPORTED),
                    customer(false))))
        .containsExactly("TEXT_MISSING", "TEXT_MISSING");
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::code).toList();
  }

  private static Triage triage(
      TriageOutcome outcome,
      @Nullable SubjectCapacity capacity,
      @Nullable ConcernRoute route,
      @Nullable String reason) {
    return new Triage(
        ConcernId.next(), 0, outcome, null, capacity, route, reason, "Thank you for telling us.");
  }

  private static Actor head(ServiceAreaCode area) {
    return new Actor(
        new ActorId("head"), "Head", Set.of(Role.HEAD_OF_SERVICE), Set.of(area), List.of());
  }

  private static ConcernView concern(
      @Nullable ServiceAreaCode area, @Nullable SubjectCapacity capacity, ConcernStatus status) {
    return new ConcernView(
        ConcernId.next(),
        0,
        "K-2222-2222",
        null,
        "somebody in a green coat",
        capacity,
        area,
        TriageRules.ownerOf(area),
        null,
        new ActorId("officer-1"),
        Role.OFFICER,
        Instant.EPOCH,
        status,
        null,
        null,
        null,
        null,
        null);
  }

  private static CustomerView customer(boolean electedMember) {
    return new CustomerView(
        CustomerId.next(),
        0,
        "C-2222-2222",
        CustomerKind.INDIVIDUAL,
        "Robin Example",
        null,
        electedMember,
        List.of(),
        Circumstances.NONE_KNOWN,
        null,
        null,
        List.of(),
        LocalDate.of(2026, 1, 5));
  }
}
