package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Question 21: what is kept about a person, for that person. */
class SubjectExportTests extends ReferralStory {

  private GraphQlTester.Response export(As who, String customer) {
    return ask(
        who,
        """
        query ($id: ID!) { subjectExport(customer: $id) {
          subjectExport { customer { id } madeAt json page }
          refusals { code } warnings { code } } }
        """,
        Map.of("id", customer));
  }

  @Test
  @DisplayName("question 21, T22: with its disclosures, without third parties, and logged as read")
  void withItsDisclosures() throws Exception {
    Told told = partnerWithMachine();
    var input = proposal(told.partner());
    input.put("consent", "NOT_ASKED");
    input.put("consentReason", "Asking would put them in danger.");
    String referral = proposed(input);
    act(
        As.dataProtectionOfficer(),
        "referralViewRecord",
        Map.of("referral", referral, "inFavour", true, "reasons", "Proportionate."));
    act(
        As.headOfCustomerServices(),
        "referralAuthorise",
        Map.of("referral", referral, "reasons", "Harm is likely without it."));
    String customer = String.valueOf(input.get("customer"));

    var answer = export(As.legal(), customer);
    answer.path("subjectExport.subjectExport.customer.id").entity(String.class).isEqualTo(customer);
    answer
        .path("subjectExport.warnings[*].code")
        .entityList(String.class)
        .containsExactly("SUBJECT_NOT_ASKED_BEFORE_SHARING");
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(answer.path("subjectExport.subjectExport.json").entity(String.class).get());
    assertThat(json.get("records").get(0).get("name").asString()).isEqualTo("Sam Subject");
    JsonNode disclosed = json.get("disclosures").get(0);
    assertThat(disclosed.get("to").asString()).startsWith("Police ");
    assertThat(disclosed.get("decision").get("shared").asBoolean()).isTrue();
    assertThat(disclosed.get("versions").get(0).get("kind").asString()).isEqualTo("FIRST");
    assertThat(disclosed.get("fields").toString())
        .contains("Sam Subject", "concern")
        .doesNotContain("Nobody has seen them eat", "Hanna Head");
    answer
        .path("subjectExport.subjectExport.page")
        .entity(String.class)
        .satisfies(page -> assertThat(page).contains("Sam Subject").doesNotContain("<script"));
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where kind = 'R'"
                        + " and act = 'subjectExport' and person_id = ?")
                .param(GlobalId.uuid("Customer", customer).orElseThrow())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName(
      "questions 21, 24, P9.5: what was reported to the police is told with a warning to look whether"
          + " telling now gets in its way")
  void whatWasReported() {
    String customer = customer();
    var concern =
        ask(
            As.officer("housing"),
            """
            mutation ($input: ConcernReportInput!) { concernReport(input: $input) {
              concern { incidents { obligations { id kind } } } refusals { code } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    customer,
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(
                        Map.of(
                            "occurredOn",
                            NOW.atZone(WorkingDays.LONDON).toLocalDate().toString(),
                            "channel",
                            "PHONE",
                            "behaviours",
                            List.of("OFFENSIVE_REMARKS"),
                            "affected",
                            List.of("ANOTHER_CUSTOMER"),
                            "assault",
                            "VERBAL",
                            "account",
                            "The call was ended.")))));
    String police =
        concern
            .path("concernReport.concern.incidents[0].obligations[0].id")
            .entity(String.class)
            .get();
    assertThat(warnings(export(As.dataProtectionOfficer(), customer))).isEmpty();
    ask(
            As.officer("housing"),
            """
            mutation ($input: ObligationDischargeInput!) { obligationDischarge(input: $input) {
              refusals { code } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "id",
                    police,
                    "expectedVersion",
                    0,
                    "reportedTo",
                    "Staffordshire Police",
                    "reportedAt",
                    NOW.toString(),
                    "reference",
                    "22-4711")))
        .path("obligationDischarge.refusals")
        .entityList(Object.class)
        .hasSize(0);

    var answer = export(As.dataProtectionOfficer(), customer);
    assertThat(warnings(answer)).containsExactly("SUBJECT_REPORTED_ONWARD");
    answer
        .path("subjectExport.subjectExport.json")
        .entity(String.class)
        .satisfies(
            json ->
                assertThat(json).contains("REPORTED_ONWARD", "Staffordshire Police", "22-4711"));
  }

  private static List<String> warnings(GraphQlTester.Response answer) {
    return answer.path("subjectExport.warnings[*].code").entityList(String.class).get();
  }

  @Test
  @DisplayName("question 21: from nobody else's seat, and unknown where there is nobody")
  void forWhoeverAnswersRequests() {
    String customer = customer();
    for (As who : List.of(As.officer("housing"), As.headOfService("housing"), As.integrator())) {
      assertThat(forbidden(export(who, customer))).isTrue();
    }
    assertThat(codes(export(As.dataProtectionOfficer(), customer), "subjectExport")).isEmpty();
    assertThat(codes(export(As.dataProtectionOfficer(), "x"), "subjectExport"))
        .containsExactly("NOT_FOUND");
  }
}
