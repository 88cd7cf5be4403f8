package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.correspondence.internal.PrintingNotices;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.GlobalId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P9.2, T20: no letter goes where somebody else would read it. */
class UnsafeAddressTests extends Story {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String MARK =
      """
      mutation ($input: UnsafeAddressMarkInput!) { unsafeAddressMark(input: $input) {
        unsafeAddress { id version address because note withheld { field }
          availableActions { action allowed } }
        refusals { code path } } }
      """;

  private static final String CLEAR =
      """
      mutation ($input: UnsafeAddressClearInput!) { unsafeAddressClear(input: $input) {
        unsafeAddress { clearedBy clearedBecause availableActions { allowed refusals { code } } }
        refusals { code path } } }
      """;

  @Autowired PrintingNotices printing;
  @Autowired UnsafeAddresses addresses;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("P9.2: a letter to an unsafe address is refused until another is chosen")
  void refusesALetterThere() {
    UUID customer = customer("Una Unsafe");
    NoticeToIssue letter = letter(customer);
    NoticeView before = As.headOfService("housing").call(() -> done(() -> notices.issue(letter)));
    var marked = mark(As.officer("housing"), customer, "Flat 1, 1 test way, evenham ev11ab");
    String id = marked.path("unsafeAddressMark.unsafeAddress.id").entity(String.class).get();

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> notices.issue(letter))).contains("NOTICE_ADDRESS_UNSAFE");
              assertThat(refused(() -> notices.preview(letter))).contains("NOTICE_ADDRESS_UNSAFE");
            });
    As.headOfCustomerServices().run(() -> transactions.execute(status -> printing.make()));
    assertThat(inABatch(before)).as("issued before, and held back").isZero();

    var cleared = clear(As.headOfService("housing"), id);
    cleared.path("unsafeAddressClear.refusals").entityList(Object.class).hasSize(0);
    clear(As.headOfService("housing"), id)
        .path("unsafeAddressClear.refusals[*].code")
        .entityList(String.class)
        .containsExactly("ADDRESS_CLEARED_ALREADY");
    As.headOfService("housing").run(() -> done(() -> notices.issue(letter)));
    As.headOfCustomerServices().run(() -> transactions.execute(status -> printing.make()));
    assertThat(inABatch(before)).isEqualTo(1);
  }

  @Test
  @DisplayName("T20: the front line sees that an address is unsafe, not why; others not even that")
  void whoSeesAndWhoMay() {
    UUID customer = customer("Shy Seen");
    var marked = mark(As.officer("housing"), customer, "2 Far Road, Evenham EV2 2BC");
    String id = marked.path("unsafeAddressMark.unsafeAddress.id").entity(String.class).get();
    marked.path("unsafeAddressMark.unsafeAddress.because").valueIsNull();
    marked
        .path("unsafeAddressMark.unsafeAddress.availableActions[0].allowed")
        .entity(Boolean.class)
        .isEqualTo(false);
    mark(As.officer("housing"), customer, "2 far road EV2 2BC")
        .path("unsafeAddressMark.refusals[*].code")
        .entityList(String.class)
        .containsExactly("ADDRESS_MARKED_ALREADY");
    mark(As.officer("housing"), UUID.randomUUID(), " ")
        .path("unsafeAddressMark.refusals[*].code")
        .entityList(String.class)
        .containsExactly("NOT_FOUND", "TEXT_MISSING");

    String list = "query ($id: ID!) { node(id: $id) { ... on UnsafeAddress { because note } } }";
    ask(As.headOfService("housing"), list, Map.of("id", id))
        .path("node.because")
        .entity(String.class)
        .isEqualTo("DANGER_TO_CUSTOMER");
    ask(As.electedMember(), list, Map.of("id", id)).path("node").valueIsNull();
    for (As other : List.of(As.auditor(), As.legal(), As.cmtMember())) {
      assertForbidden(mark(other, customer, "3 Other Road"));
    }
    assertForbidden(clear(As.officer("housing"), id));
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry"
                        + " where kind = 'R' and act = 'unsafeAddress' and person_id = ?")
                .param(customer)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("T20: a batch's archive is fetched by a link, for the print role alone, and logged")
  void aBatchIsDownloaded() {
    UUID customer = customer("Dora Download");
    As.headOfService("housing").run(() -> done(() -> notices.issue(letter(customer))));
    PrintBatchView batch = As.headOfCustomerServices().call(() -> done(() -> printing.make()));
    String query =
        "query ($id: ID!) { node(id: $id) { ... on PrintBatch { download { url } withheld { field }"
            + " } } }";
    Map<String, Object> id = Map.of("id", GlobalId.of("PrintBatch", batch.id().value()));

    ask(As.headOfCustomerServices(), query, id)
        .path("node.download.url")
        .entity(String.class)
        .satisfies(url -> assertThat(url).contains("?token=").doesNotContain("Dora"));
    var auditor = ask(As.auditor(), query, id);
    auditor.path("node.download").valueIsNull();
    auditor.path("node.withheld[0].field").entity(String.class).isEqualTo("download");
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry"
                        + " where kind = 'R' and act = 'printBatch.download' and person_id = ?")
                .param(customer)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private NoticeToIssue letter(UUID customer) {
    NoticeToIssue sample =
        Samples.about(
            customer, UUID.randomUUID(), policyVersion(), TODAY, ServiceMethod.FIRST_CLASS);
    return new NoticeToIssue(
        sample.kind(),
        customer,
        sample.addresseeName(),
        sample.caseId(),
        sample.policyVersionId(),
        sample.designates(),
        sample.restricts(),
        sample.parts(),
        new PlannedService(ServiceMethod.FIRST_CLASS, TODAY, "1 Test Way\nEvenham EV1 1AB"),
        sample.signedBy(),
        sample.lang());
  }

  private int inABatch(NoticeView notice) {
    return jdbc.sql("select count(*) from correspondence.print_item where notice_id = ?")
        .param(notice.id().value())
        .query(Integer.class)
        .single();
  }

  private GraphQlTester.Response mark(As who, UUID customer, String address) {
    return ask(
        who,
        MARK,
        Map.of(
            "input",
            Map.of(
                "customer",
                GlobalId.of("Customer", customer),
                "address",
                address,
                "because",
                "DANGER_TO_CUSTOMER")));
  }

  private GraphQlTester.Response clear(As who, String id) {
    return ask(
        who, CLEAR, Map.of("input", Map.of("unsafeAddress", id, "because", "Moved to safety.")));
  }

  private GraphQlTester.Response ask(As who, String document, Map<String, Object> variables) {
    return who.call(() -> graphQl.document(document).variables(variables).execute());
  }

  private static void assertForbidden(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
