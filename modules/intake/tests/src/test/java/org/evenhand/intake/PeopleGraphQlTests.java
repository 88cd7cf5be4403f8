package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.DecidingAdjustments.AdjustmentDecision;
import org.evenhand.intake.DecidingAdjustments.AdjustmentToRequest;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Households, places, vehicles, equality data, duplicates and disclosures, from each seat. */
class PeopleGraphQlTests extends IntakeModuleTest {

  @Autowired Households households;
  @Autowired EqualityFigures equalityFigures;

  private static final String LINK =
      """
      mutation($input: HouseholdLinkRecordInput!) {
        householdLinkRecord(input: $input) {
          link { id version startsOn endsOn recordedBy } refusals { code path } } }
      """;

  private static final String HOUSEHOLD =
      """
      query($id: ID!) { customer(id: $id) {
        household { is person { name child } link { endsOn } } withheld { field } } }
      """;

  private static final String EQUALITY =
      """
      mutation($input: EqualityAnswersRecordInput!) {
        equalityAnswersRecord(input: $input) { done refusals { code } } }
      """;

  static List<As> everyRole() {
    return As.everyRole().toList();
  }

  private static List<String> codes(GraphQlTester.Response answer, String act) {
    return answer.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  private GraphQlTester.Response link(CustomerView one, CustomerView other, String otherIs) {
    return ask(
        As.officer("housing"),
        LINK,
        Map.of("input", Map.of("customer", id(one), "other", id(other), "otherIs", otherIs)));
  }

  private CustomerView born(String name, @Nullable LocalDate on, IdentifierGiven... identifiers) {
    CustomerToRegister p = person(name, identifiers);
    return customer(
        new CustomerToRegister(
            p.kind(),
            p.name(),
            on,
            false,
            p.identifiers(),
            p.circumstances(),
            null,
            null,
            List.of()));
  }

  private static IdentifierGiven given(IdentifierKind kind, String value) {
    return new IdentifierGiven(kind, value, null, Confidence.CONFIRMED);
  }

  private static void forbidden(GraphQlTester.Response answer) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  @Test
  @DisplayName(
      "F14, T20: who else is affected is shown to those who decide, from both sides, not to the desk")
  void showsWhoElseIsAffected() {
    CustomerView mother = customer("Mia Mother");
    CustomerView child = born("Cas Child", LocalDate.of(2018, 1, 1));

    var linked = link(mother, child, "CHILD");

    assertThat(codes(linked, "householdLinkRecord")).isEmpty();
    var seen = ask(As.headOfService("housing"), HOUSEHOLD, Map.of("id", id(mother)));
    seen.path("customer.household[*].is").entityList(String.class).containsExactly("CHILD");
    seen.path("customer.household[0].person.child").entity(Boolean.class).isEqualTo(true);
    ask(As.headOfService("housing"), HOUSEHOLD, Map.of("id", id(child)))
        .path("customer.household[*].is")
        .entityList(String.class)
        .containsExactly("PARENT");
    var desk = ask(As.officer("housing"), HOUSEHOLD, Map.of("id", id(mother)));
    desk.path("customer.household").valueIsNull();
    desk.path("customer.withheld[*].field").entityList(String.class).contains("household");
    assertThat(reads("household.person", child.id().value())).isEqualTo(1);

    ConcernView concern =
        report(As.officer("housing"), about(mother, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    var warnings = new ArrayList<String>();
    As.headOfService("housing")
        .run(
            () ->
                transactions.execute(
                    s -> {
                      reporting
                          .triage(
                              new Triage(
                                  concern.id(),
                                  concern.version(),
                                  TriageOutcome.ACCEPT,
                                  null,
                                  null,
                                  null,
                                  null,
                                  "Thank you."),
                              currentActor.get(),
                              NOW)
                          .warnings()
                          .forEach(w -> warnings.add(w.code()));
                      return null;
                    }));
    assertThat(warnings).contains("OTHERS_MAY_BE_AFFECTED");

    String id = linked.path("householdLinkRecord.link.id").entity(String.class).get();
    var ended =
        ask(
            As.officer("housing"),
            "mutation($input: HouseholdLinkEndInput!) { householdLinkEnd(input: $input) { link { endsOn } refusals { code } } }",
            Map.of("input", Map.of("id", id, "expectedVersion", 0, "endsOn", "2026-11-23")));
    ended.path("householdLinkEnd.link.endsOn").entity(String.class).isEqualTo("2026-11-23");
    assertThat(households.affectedBy(mother.id(), TODAY.plusDays(1))).isEmpty();
    assertThat(households.affectedBy(mother.id(), TODAY)).hasSize(1);
  }

  @Test
  @DisplayName("F14: themselves, a group, the same link twice: refused")
  void refusesLinksThatCannotBe() {
    CustomerView one = customer("Lou Link");
    CustomerView other = customer("Lee Link");
    CustomerView firm =
        customer(
            new CustomerToRegister(
                CustomerKind.ORGANISATION,
                "Link Ltd",
                null,
                false,
                List.of(),
                Circumstances.NONE_KNOWN,
                null,
                null,
                List.of()));

    assertThat(codes(link(one, one, "PARTNER"), "householdLinkRecord"))
        .containsExactly("LINKED_TO_ITSELF");
    assertThat(codes(link(one, firm, "PARTNER"), "householdLinkRecord"))
        .containsExactly("NOT_A_PERSON");
    assertThat(codes(link(one, other, "PARTNER"), "householdLinkRecord")).isEmpty();
    assertThat(codes(link(other, one, "RESIDENT"), "householdLinkRecord"))
        .containsExactly("HOUSEHOLD_ON_RECORD");
    forbidden(
        ask(
            As.auditor(),
            LINK,
            Map.of(
                "input", Map.of("customer", id(one), "other", id(other), "otherIs", "PARTNER"))));
  }

  @Test
  @DisplayName("P2.1: a property is a thing of its own by its number; a contractor may look it up")
  void keepsProperties() {
    String uprn = Integer.toString(100_000 + (int) (Math.random() * 800_000));
    String record =
        """
        mutation($input: PropertyRecordInput!) { propertyRecord(input: $input) {
          property { id version uprn addressLine postcode accessNote } refusals { code path } } }
        """;
    var input = new HashMap<String, Object>();
    input.put("uprn", "000" + uprn);
    input.put("addressLine", "1 Mill Lane");
    input.put("postcode", "b797bz");
    input.put("accessNote", "Gate at the side");

    var answer = ask(As.officer("housing"), record, Map.of("input", input));

    answer.path("propertyRecord.property.uprn").entity(String.class).isEqualTo(uprn);
    answer.path("propertyRecord.property.postcode").entity(String.class).isEqualTo("B79 7BZ");
    assertThat(codes(ask(As.officer("housing"), record, Map.of("input", input)), "propertyRecord"))
        .containsExactly("PROPERTY_ON_RECORD");
    ask(
            As.contractor("leisure"),
            "query($u: String!) { property(uprn: $u) { addressLine accessNote } }",
            Map.of("u", uprn))
        .path("property.addressLine")
        .entity(String.class)
        .isEqualTo("1 Mill Lane");
    forbidden(
        ask(
            As.electedMember(),
            "query($u: String!) { property(uprn: $u) { addressLine } }",
            Map.of("u", uprn)));
    input.put("id", answer.path("propertyRecord.property.id").entity(String.class).get());
    input.put("uprn", "1" + uprn);
    input.put("postcode", "nowhere");
    assertThat(codes(ask(As.officer("housing"), record, Map.of("input", input)), "propertyRecord"))
        .containsExactlyInAnyOrder(
            "IDENTIFIER_ILL_FORMED", "VERSION_MISSING", "PROPERTY_NUMBER_STAYS");
  }

  @Test
  @DisplayName(
      "T21: a vehicle proves nothing: no duplicate is seen in it, and alone it is warned of")
  void aVehicleProvesNothing() {
    String plate = "AB" + (10 + (int) (Math.random() * 89)) + " CDE";
    born("Viv Vehicle", null, given(IdentifierKind.VEHICLE, plate));

    var second =
        ask(
            As.officer("housing"),
            """
            mutation($input: CustomerRegisterInput!) { customerRegister(input: $input) {
              customer { id identifiers { kind value } } warnings { code } refusals { code } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "name",
                    "Quentin Xylo",
                    "identifiers",
                    List.of(Map.of("kind", "VEHICLE", "value", plate.toLowerCase())))));

    second
        .path("customerRegister.warnings[*].code")
        .entityList(String.class)
        .containsExactly("VEHICLE_PROVES_NOTHING");
    second
        .path("customerRegister.customer.identifiers[0].value")
        .entity(String.class)
        .isEqualTo(plate.replace(" ", ""));
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("T20: that equality data is held is known to two roles, what it says to nobody")
  void equalityDataIsApart(As who) {
    CustomerView customer = customer("Eve Equal");
    var said =
        Map.<String, Object>of(
            "customer",
            id(customer),
            "saidByCustomer",
            true,
            "answers",
            List.of(
                Map.of("characteristic", "DISABILITY", "answer", "YES"),
                Map.of("characteristic", "SEX", "answer", "RATHER_NOT_SAY")));
    assertThat(
            codes(
                ask(As.officer("housing"), EQUALITY, Map.of("input", said)),
                "equalityAnswersRecord"))
        .isEmpty();

    var held =
        ask(
            who,
            "query($id: ID!) { equalityDataHeld(customer: $id) { held saidOn } }",
            Map.of("id", id(customer)));

    if (Set.of("hofcs-1", "dpo-1").contains(who.authentication().getName())) {
      held.path("equalityDataHeld.held").entity(Boolean.class).isEqualTo(true);
    } else {
      forbidden(held);
    }
    assertThat(equalityFigures.counts(List.of(customer.id())))
        .containsEntry(EqualityCharacteristic.DISABILITY, Map.of("YES", 1));
  }

  @Test
  @DisplayName("T26: equality data is voluntary, a code out of those offered, and gone when erased")
  void equalityDataIsVoluntaryAndErasable() {
    CustomerView customer = customer("Ezra Erase");
    var input = new HashMap<String, Object>();
    input.put("customer", id(customer));
    input.put("saidByCustomer", false);
    input.put("answers", List.of(Map.of("characteristic", "SEX", "answer", "MAYBE")));

    assertThat(
            codes(
                ask(As.officer("housing"), EQUALITY, Map.of("input", input)),
                "equalityAnswersRecord"))
        .containsExactlyInAnyOrder("NOT_SAID_BY_CUSTOMER", "ANSWER_NOT_OFFERED");
    input.put("saidByCustomer", true);
    input.put("answers", List.of(Map.of("characteristic", "SEX", "answer", "FEMALE")));
    ask(As.officer("housing"), EQUALITY, Map.of("input", input));
    String erase =
        "mutation($input: EqualityAnswersEraseInput!) { equalityAnswersErase(input: $input) { done refusals { code } } }";
    var asked = Map.<String, Object>of("customer", id(customer), "why", "They asked us to");
    forbidden(ask(As.officer("housing"), erase, Map.of("input", asked)));
    ask(As.dataProtectionOfficer(), erase, Map.of("input", asked))
        .path("equalityAnswersErase.done")
        .entity(Boolean.class)
        .isEqualTo(true);

    assertThat(equalityFigures.counts(List.of(customer.id()))).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from intake.equality_answer where customer = ?")
                .param(customer.id().value())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            codes(
                ask(As.dataProtectionOfficer(), erase, Map.of("input", asked)),
                "equalityAnswersErase"))
        .containsExactly("NOTHING_HELD");
  }

  @Test
  @DisplayName("T21: duplicates are found by like names and by equal identifiers, likeliest first")
  void findsDuplicates() {
    LocalDate birth = LocalDate.of(1966, 6, 6);
    String email = "zara" + System.nanoTime() + "@example.org";
    CustomerView one = born("Zaraphina Quillfeather", birth, given(IdentifierKind.EMAIL, email));
    CustomerView alike = born("Zarafina Quilfeather", birth);
    CustomerView same = born("Z. Q.", null, given(IdentifierKind.EMAIL, email));
    CustomerView otherBirth = born("Zaraphina Quillfeather", birth.plusYears(30));
    String query =
        """
        query($id: ID!) { customerDuplicates(customer: $id) {
          customer { reference } likeness agreeing sameDateOfBirth } }
        """;

    var found = ask(As.officer("housing"), query, Map.of("id", id(one)));

    found
        .path("customerDuplicates[*].customer.reference")
        .entityList(String.class)
        .containsExactly(alike.reference(), same.reference());
    found.path("customerDuplicates[0].sameDateOfBirth").entity(Boolean.class).isEqualTo(true);
    found.path("customerDuplicates[1].agreeing").entityList(String.class).containsExactly("EMAIL");
    assertThat(reads("customerDuplicates", alike.id().value())).isEqualTo(1);
    assertThat(reads("customerDuplicates", otherBirth.id().value())).isZero();
    forbidden(ask(As.electedMember(), query, Map.of("id", id(one))));
  }

  @Test
  @DisplayName("F3: a disability disclosed in a concern, or in any other way, opens the offer once")
  void disclosureOpensTheOffer() {
    CustomerView known = customer("Dee Disclose");
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        reporting.report(
                            new ConcernToReport(
                                known.id(),
                                null,
                                null,
                                HOUSING,
                                null,
                                List.of(incident(TODAY, "OFFENSIVE_REMARKS")),
                                true),
                            currentActor.get(),
                            NOW)));
    assertThat(openDuties(known.id().value())).containsExactly("ADJUSTMENT_OFFER");

    CustomerView byLetter = customer("Len Letter");
    String disclose =
        "mutation($input: CustomerDisclosureRecordInput!) { customerDisclosureRecord(input: $input) { customer { id } refusals { code } } }";
    var input = Map.<String, Object>of("customer", id(byLetter), "serviceArea", "housing");
    ask(As.officer("housing"), disclose, Map.of("input", input))
        .path("customerDisclosureRecord.customer.id")
        .entity(String.class)
        .isEqualTo(id(byLetter));
    assertThat(openDuties(byLetter.id().value())).containsExactly("ADJUSTMENT_OFFER");
    assertThat(
            codes(
                ask(
                    As.officer("housing"),
                    disclose,
                    Map.of(
                        "input",
                        Map.of("customer", GlobalId.of("Customer", CustomerId.next().value())))),
                "customerDisclosureRecord"))
        .containsExactly("NOT_FOUND");
    forbidden(ask(As.contractor("leisure"), disclose, Map.of("input", input)));
  }

  @Test
  @DisplayName("F3, F5: disclosed by somebody without a name, the offer opens when they have one")
  void disclosureWaitsForAName() {
    ConcernView concern =
        report(
            As.officer("housing"),
            new ConcernToReport(
                null,
                "A man in a green coat",
                SubjectCapacity.CUSTOMER,
                HOUSING,
                null,
                List.of(incident(TODAY, "OFFENSIVE_REMARKS")),
                true));
    CustomerView named = customer("Gil Green");

    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        reporting.triage(
                            new Triage(
                                concern.id(),
                                concern.version(),
                                TriageOutcome.ACCEPT,
                                named.id(),
                                null,
                                null,
                                null,
                                "Thank you."),
                            currentActor.get(),
                            NOW)));

    assertThat(openDuties(named.id().value())).containsExactly("ADJUSTMENT_OFFER");
  }

  @Test
  @DisplayName("F3, F7: what an adjustment said before stays readable")
  void earlierVersionsAreReadable() {
    CustomerView customer = customer("Hal History");
    As.officer("housing")
        .run(
            () -> {
              AdjustmentView asked =
                  done(
                      () ->
                          deciding.request(
                              new AdjustmentToRequest(
                                  customer.id(),
                                  AdjustmentCode.LARGE_PRINT,
                                  "Letters",
                                  Set.of(),
                                  Set.of(),
                                  TODAY),
                              currentActor.get(),
                              NOW));
              As.headOfService("housing")
                  .run(
                      () ->
                          done(
                              () ->
                                  deciding.decide(
                                      new AdjustmentDecision(
                                          asked.id(), asked.version(), true, "Agreed"),
                                      currentActor.get(),
                                      NOW)));
            });

    var answer =
        ask(
            As.officer("housing"),
            "query($id: ID!) { customer(id: $id) { adjustments { status earlier { version status knownBy knownUntil } } } }",
            Map.of("id", id(customer)));

    answer.path("customer.adjustments[0].status").entity(String.class).isEqualTo("AGREED");
    answer
        .path("customer.adjustments[0].earlier[*].status")
        .entityList(String.class)
        .containsExactly("REQUESTED");
    answer
        .path("customer.adjustments[0].earlier[0].knownBy")
        .entity(String.class)
        .isEqualTo("officer-1");
  }
}
