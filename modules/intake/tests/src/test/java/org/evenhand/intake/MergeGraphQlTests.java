package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.DecidingAdjustments.AdjustmentToRequest;
import org.evenhand.intake.RegisteringCustomers.CustomerToRegister;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** T21, T27: two records of one person, held together and taken apart again. */
@RecordApplicationEvents
class MergeGraphQlTests extends IntakeModuleTest {

  @Autowired EqualityFigures equality;

  private static final String MERGE =
      """
      mutation($input: CustomerMergeInput!) {
        customerMerge(input: $input) {
          merge { id version kept { reference } merged { reference mergedInto { reference } }
            ground agreeing confidence why mergedBy endedAt }
          refusals { code path message parameters { name value }
            ... on AuthorityRefusal { whoMay } }
        }
      }
      """;

  private static final String UNMERGE =
      """
      mutation($input: CustomerUnmergeInput!) {
        customerUnmerge(input: $input) {
          merge { version endedBy endedBecause merged { mergedInto { reference } } }
          refusals { code }
        }
      }
      """;

  private static final String CONTACT =
      """
      mutation($input: ContactLogInput!) {
        contactLog(input: $input) {
          contact { customer { reference } }
          refusals { code }
          warnings { code parameters { name value } }
        }
      }
      """;

  private static final String SEEN =
      """
      query($id: ID!) {
        customer(id: $id) {
          mergedInto { id } merges { endedAt }
          contacts { edges { node { note } } }
          incidents { edges { node { account } } }
          concerns { edges { node { reference } } }
          adjustments { what }
          matters { reference }
          contactSummary(from: "2026-11-01", until: "2026-11-30") { total }
        }
      }
      """;

  static List<As> everyRole() {
    return As.everyRole().toList();
  }

  private CustomerView born(String name, LocalDate on) {
    CustomerToRegister p = person(name);
    return customer(
        new CustomerToRegister(
            p.kind(), p.name(), on, false, List.of(), p.circumstances(), null, null, List.of()));
  }

  private static Map<String, Object> merge(CustomerView kept, CustomerView merged) {
    var input = new HashMap<String, Object>();
    input.put("kept", id(kept));
    input.put("merged", id(merged));
    input.put("confidence", "CONFIRMED");
    input.put("why", "Registered twice in one week");
    return input;
  }

  private GraphQlTester.Response mergeAs(As who, Map<String, Object> input) {
    return ask(who, MERGE, Map.of("input", input));
  }

  private static List<String> codes(GraphQlTester.Response answer, String act) {
    return answer.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  private String merged(CustomerView kept, CustomerView other) {
    var answer = mergeAs(As.headOfCustomerServices(), merge(kept, other));
    assertThat(codes(answer, "customerMerge")).isEmpty();
    return answer.path("customerMerge.merge.id").entity(String.class).get();
  }

  private void said(CustomerView who, String answer, LocalDate on) {
    jdbc.sql(
            "insert into intake.equality_answer (customer, characteristic, answer, said_on,"
                + " recorded_by) values (?, 'SEX', ?, ?, 'officer-1')")
        .params(who.id().value(), answer, on)
        .update();
  }

  @Test
  @DisplayName("T23: somebody with several records is counted once, by what they said last")
  void equalityFiguresCountPeopleAndNotRecords() {
    CustomerView first = born("Mona Merged", LocalDate.of(1980, 1, 2));
    CustomerView second = born("Mona Merged", LocalDate.of(1980, 1, 2));
    CustomerView third = born("Mona Merged", LocalDate.of(1980, 1, 2));
    CustomerView other = born("Otto Other", LocalDate.of(1970, 1, 2));
    said(first, "MALE", LocalDate.of(2026, 1, 5));
    said(second, "FEMALE", LocalDate.of(2026, 3, 5));
    said(other, "FEMALE", LocalDate.of(2026, 3, 5));
    List<CustomerId> records = List.of(first.id(), second.id(), third.id(), other.id());
    assertThat(equality.counts(records))
        .isEqualTo(Map.of(EqualityCharacteristic.SEX, Map.of("FEMALE", 2, "MALE", 1)));

    merged(second, first);
    String last = merged(third, second);

    assertThat(equality.counts(records))
        .isEqualTo(Map.of(EqualityCharacteristic.SEX, Map.of("FEMALE", 2)));
    for (CustomerView one : List.of(first, second, third)) {
      assertThat(equality.counts(List.of(one.id())))
          .as("asked for by any of their records")
          .isEqualTo(Map.of(EqualityCharacteristic.SEX, Map.of("FEMALE", 1)));
    }
    assertThat(
            codes(
                ask(
                    As.headOfCustomerServices(),
                    UNMERGE,
                    Map.of("input", Map.of("id", last, "expectedVersion", 0, "why", "Two people"))),
                "customerUnmerge"))
        .isEmpty();
    assertThat(equality.counts(List.of(third.id()))).isEmpty();
    assertThat(equality.counts(List.of(first.id())))
        .isEqualTo(Map.of(EqualityCharacteristic.SEX, Map.of("FEMALE", 1)));
  }

  private GraphQlTester.Response contact(As who, CustomerView with, String area, String note) {
    return ask(
        who,
        CONTACT,
        Map.of(
            "input",
            Map.of(
                "customer",
                id(with),
                "serviceArea",
                area,
                "channel",
                "PHONE",
                "cause",
                "PROGRESS_WITHIN_STANDARD",
                "note",
                note)));
  }

  @Test
  @DisplayName(
      "T21, T27: a merge is a link: the kept record shows both, each keeps its own; unmerged, apart")
  void mergesAndTakesBack(ApplicationEvents events) {
    CustomerView kept = born("Mo Merge", LocalDate.of(1980, 5, 6));
    CustomerView twin = born("Mo Merge", LocalDate.of(1980, 5, 6));
    contact(As.officer("housing"), kept, "housing", "on the first record");
    contact(As.officer("housing"), twin, "housing", "on the second record");
    report(As.officer("housing"), about(twin, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        deciding.request(
                            new AdjustmentToRequest(
                                twin.id(),
                                AdjustmentCode.LARGE_PRINT,
                                null,
                                java.util.Set.of(),
                                java.util.Set.of(Channel.TEXT_MESSAGE),
                                TODAY),
                            currentActor.get(),
                            NOW)));

    var answer = mergeAs(As.headOfCustomerServices(), merge(kept, twin));

    answer
        .path("customerMerge.merge.agreeing")
        .entityList(String.class)
        .containsExactly("NAME", "DATE_OF_BIRTH");
    answer
        .path("customerMerge.merge.merged.mergedInto.reference")
        .entity(String.class)
        .isEqualTo(kept.reference());
    assertThat(events.stream(CustomersMerged.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.kept()).isEqualTo(kept.id());
              assertThat(e.merged()).isEqualTo(twin.id());
            });
    assertThat(customers.recordsOf(twin.id())).containsExactly(kept.id(), twin.id());
    assertThat(customers.recordsOf(kept.id())).containsExactly(kept.id(), twin.id());
    assertThat(adjustments.undecided(kept.id())).hasSize(1);
    assertThat(incidents.of(kept.id())).hasSize(1);
    assertThat(concerns.of(kept.id())).hasSize(1);

    var whole = ask(As.headOfCustomerServices(), SEEN, Map.of("id", id(kept)));
    whole
        .path("customer.contacts.edges[*].node.note")
        .entityList(String.class)
        .containsExactly("on the second record", "on the first record");
    whole.path("customer.incidents.edges").entityList(Object.class).hasSize(1);
    whole.path("customer.concerns.edges").entityList(Object.class).hasSize(1);
    whole.path("customer.adjustments").entityList(Object.class).hasSize(1);
    whole.path("customer.contactSummary.total").entity(Integer.class).isEqualTo(2);
    assertThat(reads("customer", twin.id().value())).isEqualTo(1);

    var part = ask(As.headOfCustomerServices(), SEEN, Map.of("id", id(twin)));
    part.path("customer.mergedInto.id").entity(String.class).isEqualTo(id(kept));
    part.path("customer.contacts.edges").entityList(Object.class).hasSize(1);

    String merge = answer.path("customerMerge.merge.id").entity(String.class).get();
    var apart =
        ask(
            As.headOfCustomerServices(),
            UNMERGE,
            Map.of("input", Map.of("id", merge, "expectedVersion", 0, "why", "Father and son")));
    apart.path("customerUnmerge.merge.endedBy").entity(String.class).isEqualTo("hofcs-1");
    apart.path("customerUnmerge.merge.merged.mergedInto").valueIsNull();
    assertThat(events.stream(CustomersUnmerged.class)).hasSize(1);
    assertThat(customers.recordsOf(twin.id())).containsExactly(twin.id());
    assertThat(adjustments.undecided(kept.id())).isEmpty();
    ask(As.headOfCustomerServices(), SEEN, Map.of("id", id(kept)))
        .path("customer.contacts.edges")
        .entityList(Object.class)
        .hasSize(1);

    var again =
        ask(
            As.headOfCustomerServices(),
            UNMERGE,
            Map.of("input", Map.of("id", merge, "expectedVersion", 1, "why", "Once more")));
    assertThat(codes(again, "customerUnmerge")).containsExactly("MERGE_ENDED");
  }

  @Test
  @DisplayName("T21: into itself, twice, in a circle, on too little: refused with the reason")
  void refusesWhatCannotBe() {
    CustomerView a = born("Cy Circle", LocalDate.of(1981, 1, 1));
    CustomerView b = born("Cy Circle", LocalDate.of(1981, 1, 1));
    CustomerView c = born("Cy Circle", LocalDate.of(1981, 1, 1));
    CustomerView stranger = customer("Somebody Else");
    As hofcs = As.headOfCustomerServices();

    assertThat(codes(mergeAs(hofcs, merge(a, a)), "customerMerge"))
        .containsExactly("MERGED_INTO_ITSELF");
    assertThat(codes(mergeAs(hofcs, merge(a, stranger)), "customerMerge"))
        .containsExactly("IDENTITY_NOT_SURE");
    var nowhere = merge(a, b);
    nowhere.put("merged", GlobalId.of("Customer", CustomerId.next().value()));
    assertThat(codes(mergeAs(hofcs, nowhere), "customerMerge")).containsExactly("NOT_FOUND");

    merged(a, b);
    assertThat(codes(mergeAs(hofcs, merge(b, a)), "customerMerge"))
        .containsExactly("MERGE_WOULD_CIRCLE");
    var twice = mergeAs(hofcs, merge(c, b));
    assertThat(codes(twice, "customerMerge")).containsExactly("CUSTOMER_MERGED");
    twice
        .path("customerMerge.refusals[0].message")
        .entity(String.class)
        .isEqualTo("This record was merged. Go on with " + a.reference() + ".");

    // A chain is no circle: what was merged into the second follows it to the third.
    merged(c, a);
    assertThat(customers.recordsOf(b.id())).containsExactly(c.id(), a.id(), b.id());
    assertThat(codes(mergeAs(hofcs, merge(b, c)), "customerMerge"))
        .containsExactly("MERGE_WOULD_CIRCLE");
  }

  @Test
  @DisplayName("T21: a named ground with evidence stands in for identifiers; alone it is refused")
  void anotherGround() {
    CustomerView maiden = customer("Una Before");
    CustomerView married = customer("Una After");
    var input = merge(married, maiden);
    input.put("ground", "DOCUMENT_SEEN");

    assertThat(codes(mergeAs(As.headOfCustomerServices(), input), "customerMerge"))
        .containsExactly("TEXT_MISSING");
    input.put("evidence", "Marriage certificate seen at the counter");
    assertThat(codes(mergeAs(As.headOfCustomerServices(), input), "customerMerge")).isEmpty();
  }

  @Test
  @DisplayName("P2.1: acts on a merged record name the kept one; a contact and a concern go there")
  void actsBelongOnTheKeptRecord() {
    CustomerView kept = born("Kay Kept", LocalDate.of(1990, 2, 3));
    CustomerView gone = born("Kay Kept", LocalDate.of(1990, 2, 3));
    merged(kept, gone);

    var amended =
        ask(
            As.officer("housing"),
            "mutation($input: CustomerAmendInput!) { customerAmend(input: $input) { refusals { code parameters { value } } } }",
            Map.of("input", Map.of("id", id(gone), "expectedVersion", 0, "name", "Kay K.")));
    assertThat(codes(amended, "customerAmend")).containsExactly("CUSTOMER_MERGED");
    amended
        .path("customerAmend.refusals[0].parameters[0].value")
        .entity(String.class)
        .isEqualTo(kept.reference());

    var logged = contact(As.officer("housing"), gone, "housing", "rang on the old number");
    logged
        .path("contactLog.contact.customer.reference")
        .entity(String.class)
        .isEqualTo(kept.reference());
    logged
        .path("contactLog.warnings[*].code")
        .entityList(String.class)
        .containsExactly("RECORDED_ON_KEPT");

    ConcernView concern =
        report(As.officer("housing"), about(gone, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    assertThat(concern.customerId()).isEqualTo(kept.id());
  }

  @ParameterizedTest
  @MethodSource("everyRole")
  @DisplayName("T20: only the head of customer services and heads of service merge; others may not")
  void whoMayMerge(As who) {
    CustomerView kept = born("Ro Role", LocalDate.of(1970, 7, 7));
    CustomerView other = born("Ro Role", LocalDate.of(1970, 7, 7));
    String name = who.authentication().getName();

    var answer = mergeAs(who, merge(kept, other));

    if (name.equals("hofcs-1") || name.equals("hos-housing")) {
      assertThat(codes(answer, "customerMerge")).isEmpty();
    } else {
      answer
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(
                          e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
      assertThat(customers.recordsOf(other.id())).containsExactly(other.id());
    }
  }

  @Test
  @DisplayName("F15: a head of service merges what is their own alone")
  void ownAreasOnly() {
    CustomerView kept = born("Ar Area", LocalDate.of(1975, 7, 7));
    CustomerView other = born("Ar Area", LocalDate.of(1975, 7, 7));
    contact(As.officer("planning"), other, "planning", "about a fence");

    var refused = mergeAs(As.headOfService("housing"), merge(kept, other));

    assertThat(codes(refused, "customerMerge")).containsExactly("NOT_YOURS_TO_MERGE");
    refused
        .path("customerMerge.refusals[0].whoMay")
        .entityList(String.class)
        .containsExactly("HEAD_OF_CUSTOMER_SERVICES");
    assertThat(codes(mergeAs(As.headOfService("planning"), merge(kept, other)), "customerMerge"))
        .isEmpty();
  }
}
