package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers, their work and who answers for them: P8.3.10, PR.3, T14. */
class PeopleTests extends FoundationModuleTest {

  private static final Actor HOFCS =
      new Actor(
          new ActorId("hofcs-1"),
          "Helen Customer",
          Set.of(Role.HEAD_OF_CUSTOMER_SERVICES),
          Set.of(),
          List.of());

  @Autowired ServiceAreas serviceAreas;
  @Autowired Buildings buildings;
  @Autowired Officers officers;
  @Autowired Assignments assignments;

  private Outcome<OfficerView> record(OfficerToRecord officer) {
    return As.headOfCustomerServices().call(() -> officers.record(officer, HOFCS, NOW));
  }

  private Outcome<AssignmentView> assign(AssignmentToRecord assignment) {
    return As.headOfCustomerServices().call(() -> assignments.record(assignment, HOFCS, NOW));
  }

  private static OfficerToRecord officer(
      String actor,
      @Nullable Integer version,
      @Nullable OfficerId deputy,
      @Nullable LocalDate leftOn,
      OfficerView.Absence... absences) {
    return new OfficerToRecord(
        version,
        actor,
        "Olive " + actor,
        "Adviser",
        null,
        "01632 960002",
        null,
        deputy,
        List.of(absences),
        leftOn);
  }

  private OfficerView recorded(
      @Nullable OfficerId deputy, @Nullable LocalDate leftOn, OfficerView.Absence... absences) {
    return record(officer(fresh("o"), null, deputy, leftOn, absences)).orNull();
  }

  private static OfficerView.Absence away(int from, int until) {
    return new OfficerView.Absence(LocalDate.of(2026, 12, from), LocalDate.of(2026, 12, until));
  }

  private static LocalDate december(int day) {
    return LocalDate.of(2026, 12, day);
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "T14: the officer answers; away or gone, the nearest deputy who is there; else nobody")
  void theNearestDeputyWhoIsThereAnswers() {
    OfficerView third = recorded(null, december(20));
    OfficerView second = recorded(third.id(), null, away(10, 12));
    OfficerView first = recorded(second.id(), null, away(8, 24));

    assertThat(officers.whoAnswers(first.id(), december(7))).contains(first);
    assertThat(officers.whoAnswers(first.id(), december(8))).contains(second);
    assertThat(officers.whoAnswers(first.id(), december(11))).contains(third);
    assertThat(officers.whoAnswers(second.id(), december(11))).contains(third);
    record(officer(second.actor().value(), 0, third.id(), null, away(19, 22)));
    assertThat(officers.whoAnswers(first.id(), december(19))).contains(third);
    assertThat(officers.whoAnswers(first.id(), december(20))).isEmpty();
    assertThat(officers.whoAnswers(first.id(), december(25))).contains(first);
  }

  @Test
  @DisplayName("T14: two who deputise for each other and are both away leave nobody to answer")
  void aRingOfDeputiesEnds() {
    OfficerView one = recorded(null, null, away(1, 5));
    OfficerView two = recorded(one.id(), null, away(3, 8));
    record(officer(one.actor().value(), 0, two.id(), null, away(1, 5)));

    assertThat(officers.whoAnswers(one.id(), december(2))).contains(two);
    assertThat(officers.whoAnswers(one.id(), december(4))).isEmpty();
    assertThat(officers.whoAnswers(two.id(), december(7)).map(OfficerView::id)).contains(one.id());
  }

  @Test
  @DisplayName("T14: nobody is their own deputy, nor is one who left, nor one who is unknown")
  void refusesADeputyWhoCannotAnswer() {
    OfficerView gone = recorded(null, LocalDate.of(2026, 11, 1));
    OfficerView here = recorded(null, null);

    assertThat(codes(record(officer(fresh("o"), null, gone.id(), null))))
        .containsExactly("OFFICER_LEFT");
    assertThat(codes(record(officer(here.actor().value(), 0, here.id(), null))))
        .containsExactly("OWN_DEPUTY");
    assertThat(record(officer(fresh("o"), null, new OfficerId(Ids.next()), null)).refusals())
        .extracting(Refusal::code, Refusal::path)
        .containsExactly(tuple("NOT_FOUND", List.of("deputy")));
  }

  @Test
  @DisplayName("F15: a head of service records officers of their own areas only")
  void refusesAnOfficerOfAnotherArea() {
    String area = fresh("area");
    As.headOfCustomerServices()
        .run(
            () ->
                serviceAreas.record(
                    new ServiceAreaToRecord(null, area, "Area", null, null, null, null, null),
                    HOFCS,
                    NOW));
    Actor head =
        new Actor(
            new ActorId("hos-" + area),
            "Hari Head",
            Set.of(Role.HEAD_OF_SERVICE),
            Set.of(new ServiceAreaCode(area)),
            List.of());
    OfficerToRecord own =
        new OfficerToRecord(
            null, fresh("o"), "Own", "Adviser", area, null, null, null, List.of(), null);

    assertThat(officers.record(own, head, NOW).refusals()).isEmpty();
    assertThat(codes(officers.record(officer(fresh("o"), null, null, null), head, NOW)))
        .containsExactly("NOT_YOUR_SERVICE_AREA");
  }

  @Test
  @DisplayName(
      "PR.3: a contract manager is assigned to a commissioned service area, to nothing else")
  void refusesAContractManagerWhereNothingIsCommissioned() {
    OfficerView who = recorded(null, null);
    ServiceAreaView own = area(null);
    ServiceAreaView commissioned = area("Splash Ltd");

    assertThat(assign(contract(who, null)).refusals())
        .extracting(Refusal::code, Refusal::path)
        .containsExactly(tuple("SUBJECT_MISSING", List.of("subject")));
    assertThat(codes(assign(contract(who, new GlobalId("Building", Ids.next())))))
        .containsExactly("SUBJECT_OF_OTHER_TYPE");
    assertThat(codes(assign(contract(who, new GlobalId("ServiceArea", Ids.next())))))
        .containsExactly("NOT_FOUND");
    assertThat(codes(assign(contract(who, new GlobalId("ServiceArea", own.id().value())))))
        .containsExactly("NOT_COMMISSIONED");
    assertThat(
            assign(contract(who, new GlobalId("ServiceArea", commissioned.id().value())))
                .refusals())
        .isEmpty();
  }

  @Test
  @DisplayName(
      "Work lasts between its days; it is not given twice at a time, and only its days change")
  void workLastsBetweenItsDays() {
    OfficerView who = recorded(null, null);
    OfficerView other = recorded(null, null);
    AssignmentView lead =
        assign(
                new AssignmentToRecord(
                    null,
                    null,
                    who.id(),
                    AssignmentKind.HATE_CRIME_LEAD,
                    null,
                    december(1),
                    december(10)))
            .orNull();

    assertThat(assignments.who(AssignmentKind.HATE_CRIME_LEAD, null, december(1))).contains(who);
    assertThat(assignments.who(AssignmentKind.HATE_CRIME_LEAD, null, december(10))).contains(who);
    assertThat(assignments.who(AssignmentKind.HATE_CRIME_LEAD, null, december(11)))
        .doesNotContain(who);
    assertThat(
            codes(
                assign(
                    new AssignmentToRecord(
                        null,
                        null,
                        who.id(),
                        AssignmentKind.HATE_CRIME_LEAD,
                        null,
                        december(10),
                        null))))
        .containsExactly("ALREADY_ASSIGNED");
    assertThat(
            codes(
                assign(
                    new AssignmentToRecord(
                        lead.id(),
                        0,
                        other.id(),
                        AssignmentKind.HATE_CRIME_LEAD,
                        null,
                        december(1),
                        december(10)))))
        .containsExactly("ASSIGNMENT_IS_OTHER_WORK");
    assertThat(
            codes(
                assign(
                    new AssignmentToRecord(
                        lead.id(),
                        null,
                        who.id(),
                        AssignmentKind.HATE_CRIME_LEAD,
                        null,
                        december(1),
                        december(20)))))
        .containsExactly("VERSION_MISSING");
    AssignmentView longer =
        assign(
                new AssignmentToRecord(
                    lead.id(),
                    0,
                    who.id(),
                    AssignmentKind.HATE_CRIME_LEAD,
                    null,
                    december(1),
                    december(20)))
            .orNull();
    assertThat(longer.version()).isEqualTo(1);
    assertThat(assignments.of(who.id(), december(20))).containsExactly(longer);
  }

  private AssignmentToRecord contract(OfficerView who, @Nullable GlobalId subject) {
    return new AssignmentToRecord(
        null, null, who.id(), AssignmentKind.CONTRACT_MANAGER, subject, TODAY, null);
  }

  private ServiceAreaView area(@Nullable String provider) {
    return As.headOfCustomerServices()
        .call(
            () ->
                serviceAreas
                    .record(
                        new ServiceAreaToRecord(
                            null, fresh("area"), "Area", provider, null, null, null, null),
                        HOFCS,
                        NOW)
                    .orNull());
  }
}
