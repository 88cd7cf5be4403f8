package org.evenhand.policy.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.GlobalId;
import org.evenhand.policy.ApprovalStep;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.DemonstrationPolicy;
import org.evenhand.policy.PolicyModuleTest;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.policy.internal.lint.PolicyTexts;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The policy through the API, from each role's seat. */
class PolicyApiTests extends PolicyModuleTest {

  private static final String DRAFT =
      """
      mutation($input: PolicyVersionDraftInput!) {
        policyVersionDraft(input: $input) {
          policyVersion { id version label status title sections { number title }
            stepsMissing { code text } figures { key value unit least most standard }
            carveOuts { topic route { channels words { value lang } } }
            availableActions { action allowed mutation refusals { code message } } }
          refusals { __typename code message path parameters { name value } }
          warnings { code message } } }
      """;

  private static final String APPROVE =
      """
      mutation($input: PolicyApprovalRecordInput!) {
        policyApprovalRecord(input: $input) {
          policyVersion { approvals { step by on reference recordedBy } }
          refusals { __typename code ... on AuthorityRefusal { whoMay } } } }
      """;

  private static final String CONSULT =
      """
      mutation($input: PolicyConsultationRecordInput!) {
        policyConsultationRecord(input: $input) {
          policyVersion { consultations { consultee on answer } } refusals { __typename code } } }
      """;

  private static final String ACCEPT =
      """
      mutation($input: PolicyFindingAcceptInput!) {
        policyFindingAccept(input: $input) {
          policyVersion { findings { code accepted { reason by at } } } refusals { code } } }
      """;

  private static final String PUBLISH =
      """
      mutation($input: PolicyVersionPublishInput!) {
        policyVersionPublish(input: $input) {
          policyVersion { id status adoptedOnly inForceFrom reviewDue }
          refusals { __typename code message
            ... on MissingStepsRefusal { steps { code text } }
            ... on OpenFindingsRefusal { findings { code clause wrong mend } }
            ... on StaleRefusal { current } }
          warnings { code message } } }
      """;

  private static final String CONFIRM =
      """
      mutation($input: PolicyReadConfirmInput!) {
        policyReadConfirm(input: $input) {
          policyVersion { readConfirmations readConfirmedAt } refusals { code } } }
      """;

  @Autowired DemonstrationPolicy demonstration;

  private static String gid(PolicyVersionView version) {
    return GlobalId.of("PolicyVersion", version.id().value());
  }

  private static GraphQlTester.Entity<List<String>, ?> codes(
      GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".refusals[*].code").entity(new Codes());
  }

  private static final class Codes
      extends org.springframework.core.ParameterizedTypeReference<List<String>> {}

  private void forbidden(As who, String document, Object... variables) {
    ask(who, document, variables)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  @Test
  @DisplayName("PP.1: drafted from plain text, with what is still missing")
  void theHeadOfCustomerServicesDrafts() {
    GraphQlTester.Response response =
        ask(
            As.headOfCustomerServices(),
            DRAFT,
            "input",
            Map.of("label", "3.0", "changeKind", "CREATION", "plainText", PolicyTexts.goodText()));

    response.path("policyVersionDraft.refusals").entityList(Object.class).hasSize(0);
    response
        .path("policyVersionDraft.policyVersion.title")
        .entity(String.class)
        .isEqualTo("Fair Contact Policy");
    response.path("policyVersionDraft.policyVersion.sections").entityList(Object.class).hasSize(8);
    response
        .path("policyVersionDraft.policyVersion.stepsMissing[0]")
        .matchesJson(
            """
            {"code": "POLICY_APPROVAL_OWNER_AGREEMENT", "text": "The document's owner agrees"}
            """);
    response
        .path("policyVersionDraft.policyVersion.figures[?(@.key=='APPEAL_PRESENT')]")
        .matchesJson(
            """
            [{"key": "APPEAL_PRESENT", "value": 42, "unit": "DAYS", "least": 7, "most": 84,
              "standard": 42}]
            """);
    response
        .path("policyVersionDraft.policyVersion.carveOuts[0].route.words[0].lang")
        .entity(String.class)
        .isEqualTo("en");
    response
        .path("policyVersionDraft.policyVersion.availableActions[?(@.action=='PUBLISH')].allowed")
        .entityList(Boolean.class)
        .containsExactly(false);
    response
        .path("policyVersionDraft.policyVersion.availableActions[?(@.action=='REVISE')].allowed")
        .entityList(Boolean.class)
        .containsExactly(true);
  }

  @Test
  void draftRefusalsNameThePlaceInTheInput() {
    GraphQlTester.Response response =
        ask(
            As.headOfCustomerServices(),
            DRAFT,
            "input",
            Map.of(
                "label",
                "3.0",
                "changeKind",
                "CREATION",
                "plainText",
                PolicyTexts.goodText(),
                "figures",
                List.of(
                    Map.of("key", "APPEAL_PRESENT", "value", 6, "unit", "DAYS"),
                    Map.of("key", "HATE_REPORT", "value", 1, "unit", "DAYS")),
                "authority",
                Map.of("scheme", "9", "grants", List.of()),
                "carveOuts",
                List.of(
                    Map.of(
                        "topic",
                        "safeguarding",
                        "strength",
                        "ROUTE_GUARANTEED",
                        "route",
                        Map.of(
                            "channels",
                            List.of("PHONE"),
                            "contact",
                            "desk",
                            "words",
                            List.of(Map.of("value", "Hello", "lang", "en")))))));

    response.path("policyVersionDraft.policyVersion").valueIsNull();
    codes(response, "policyVersionDraft")
        .satisfies(
            found ->
                assertThat(found)
                    .contains(
                        "FIGURE_OUT_OF_BOUNDS",
                        "FIGURE_WRONG_UNIT",
                        "AUTHORITY_MISSING",
                        "CARVE_OUT_WEAKENED"));
    response
        .path("policyVersionDraft.refusals[0]")
        .matchesJson(
            """
            {"__typename": "PlainRefusal", "code": "FIGURE_OUT_OF_BOUNDS",
             "message": "The figure APPEAL_PRESENT lies between 7 and 84.",
             "path": ["figures", "0", "value"],
             "parameters": [{"name": "figure", "value": "APPEAL_PRESENT"},
               {"name": "least", "value": "7"}, {"name": "most", "value": "84"}]}
            """);
  }

  @Test
  void refusesBothTextAndSectionsAndAnUnknownDraft() {
    Map<String, Object> section = Map.of("title", "All", "text", "Fair.");
    codes(
            ask(
                As.headOfCustomerServices(),
                DRAFT,
                "input",
                Map.of(
                    "label",
                    "3.0",
                    "changeKind",
                    "CREATION",
                    "plainText",
                    "A policy",
                    "sections",
                    List.of(section))),
            "policyVersionDraft")
        .isEqualTo(List.of("POLICY_TEXT_TWICE"));
    for (String unknown :
        List.of(
            "nonsense",
            GlobalId.of("PolicyVersion", UUID.randomUUID()),
            GlobalId.of("Customer", UUID.randomUUID()))) {
      codes(
              ask(
                  As.headOfCustomerServices(),
                  DRAFT,
                  "input",
                  Map.of(
                      "policyVersionId",
                      unknown,
                      "label",
                      "3.0",
                      "changeKind",
                      "CREATION",
                      "title",
                      "T",
                      "sections",
                      List.of(section))),
              "policyVersionDraft")
          .isEqualTo(List.of("NOT_FOUND"));
    }
  }

  @Test
  void theSameKeyDraftsOnce() {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            "draft-" + UUID.randomUUID(),
            "label",
            "3.0",
            "changeKind",
            "CREATION",
            "plainText",
            PolicyTexts.goodText());

    String first = draftedId(input);
    String second = draftedId(input);

    assertThat(second).isEqualTo(first);
  }

  private String draftedId(Map<String, Object> input) {
    return ask(As.headOfCustomerServices(), DRAFT, "input", input)
        .path("policyVersionDraft.policyVersion.id")
        .entity(String.class)
        .get();
  }

  static Stream<As> notTheHeadOfCustomerServices() {
    return As.everyRole().filter(a -> !a.equals(As.headOfCustomerServices()));
  }

  @ParameterizedTest
  @MethodSource("notTheHeadOfCustomerServices")
  @DisplayName("P4.1: the policy is the Head of Customer Services' to develop, adopt and publish")
  void nobodyElseDraftsAcceptsOrPublishes(As somebody) {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    forbidden(
        somebody, DRAFT, "input", Map.of("label", "2", "changeKind", "MAJOR", "plainText", "x"));
    forbidden(
        somebody,
        ACCEPT,
        "input",
        Map.of("policyVersionId", gid(draft), "code", "APPROVALS_INCOMPLETE", "reason", "r"));
    forbidden(
        somebody,
        PUBLISH,
        "input",
        Map.of("policyVersionId", gid(draft), "adopt", true, "reason", "r"));
  }

  @Test
  @DisplayName("PP.1: the team records its own approvals, not the owner's")
  void aTeamMemberRecordsTheTeamsApproval() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    ask(As.cmtMember(), APPROVE, "input", approval(draft, "CORPORATE_MANAGEMENT_TEAM"))
        .path("policyApprovalRecord.policyVersion.approvals[0]")
        .matchesJson(
            """
            {"step": "CORPORATE_MANAGEMENT_TEAM", "by": "CMT", "on": "2026-11-20",
             "reference": null, "recordedBy": "cmt-1"}
            """);
    ask(As.cmtMember(), APPROVE, "input", approval(draft, "OWNER_AGREEMENT"))
        .path("policyApprovalRecord.refusals[0]")
        .matchesJson(
            """
            {"__typename": "AuthorityRefusal", "code": "POLICY_NOT_YOURS_TO_DECIDE",
             "whoMay": ["HEAD_OF_CUSTOMER_SERVICES"]}
            """);
    forbidden(As.officer("housing"), APPROVE, "input", approval(draft, "CABINET"));
    forbidden(As.headOfService("housing"), APPROVE, "input", approval(draft, "CABINET"));
  }

  private static Map<String, Object> approval(PolicyVersionView draft, String step) {
    return Map.of("policyVersionId", gid(draft), "step", step, "by", "CMT", "on", "2026-11-20");
  }

  @Test
  @DisplayName("PP.1: the Data Protection Officer answers for themselves")
  void theDataProtectionOfficerRecordsTheirAnswer() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    ask(As.dataProtectionOfficer(), CONSULT, "input", answer(draft, "DATA_PROTECTION_OFFICER"))
        .path("policyConsultationRecord.policyVersion.consultations")
        .matchesJson(
            """
            [{"consultee": "DATA_PROTECTION_OFFICER", "on": "2026-11-20", "answer": "Fine."}]
            """);
    codes(
            ask(As.dataProtectionOfficer(), CONSULT, "input", answer(draft, "HEADS_OF_SERVICE")),
            "policyConsultationRecord")
        .isEqualTo(List.of("POLICY_NOT_YOURS_TO_DECIDE"));
    forbidden(As.cmtMember(), CONSULT, "input", answer(draft, "HEADS_OF_SERVICE"));
  }

  private static Map<String, Object> answer(PolicyVersionView draft, String consultee) {
    return Map.of(
        "policyVersionId",
        gid(draft),
        "consultee",
        consultee,
        "answer",
        "Fine.",
        "on",
        "2026-11-20");
  }

  @Test
  @DisplayName("PP.1, F10, T24: from refusal to adoption")
  void refusesThenAdoptsOnceFindingsAreAccepted() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);

    GraphQlTester.Response refused =
        ask(As.headOfCustomerServices(), PUBLISH, "input", Map.of("policyVersionId", gid(draft)));
    refused
        .path("policyVersionPublish.refusals[?(@.__typename=='MissingStepsRefusal')].steps[*].code")
        .entityList(String.class)
        .contains("POLICY_APPROVAL_CABINET", "POLICY_CONSULTATION_HEADS_OF_SERVICE");
    refused
        .path("policyVersionPublish.refusals[?(@.__typename=='OpenFindingsRefusal')].findings[0]")
        .matchesJson(
            """
            [{"code": "APPROVALS_INCOMPLETE", "clause": "",
              "wrong": "Approvals or consultations are missing.",
              "mend": "Obtain and record them, or adopt the version and say why it cannot wait."}]
            """);

    ask(
            As.headOfCustomerServices(),
            ACCEPT,
            "input",
            Map.of(
                "policyVersionId",
                gid(draft),
                "code",
                "APPROVALS_INCOMPLETE",
                "reason",
                "Cabinet meets in January."))
        .path("policyFindingAccept.policyVersion.findings[0].accepted.by")
        .entity(String.class)
        .isEqualTo("hofcs-1");
    GraphQlTester.Response adopted =
        ask(
            As.headOfCustomerServices(),
            PUBLISH,
            "input",
            Map.of("policyVersionId", gid(draft), "adopt", true, "reason", "Needed now."));

    adopted
        .path("policyVersionPublish.policyVersion")
        .matchesJson(
            """
            {"status": "ADOPTED", "adoptedOnly": true, "inForceFrom": "2026-11-23T09:00:00.000Z",
             "reviewDue": "2029-11-23"}
            """);
    adopted
        .path("policyVersionPublish.warnings[0].message")
        .entity(String.class)
        .isEqualTo("Version 1.0 of the policy is in use although its approvals are not complete.");
  }

  @Test
  void refusesPublicationOnAStaleReadingAndForNoVersion() {
    PolicyVersionView draft = drafted("1.0", ChangeKind.CREATION);
    approved(draft, ApprovalStep.CABINET);

    ask(
            As.headOfCustomerServices(),
            PUBLISH,
            "input",
            Map.of("policyVersionId", gid(draft), "expectedVersion", draft.version()))
        .path("policyVersionPublish.refusals[?(@.__typename=='StaleRefusal')].current")
        .entityList(Integer.class)
        .containsExactly(draft.version() + 1);
    codes(
            ask(As.headOfCustomerServices(), PUBLISH, "input", Map.of("policyVersionId", "x")),
            "policyVersionPublish")
        .isEqualTo(List.of("NOT_FOUND"));
  }

  static Stream<As> everybody() {
    return As.everyRole();
  }

  @ParameterizedTest
  @MethodSource("everybody")
  @DisplayName("P3.1: everybody signed in may read the policy in force")
  void everybodyReadsThePolicy(As somebody) {
    PolicyVersionView version = inForce("1.0");

    ask(
            somebody,
            "{ policy { id label status authority { scheme grants { action roles } } findings { code } } }")
        .path("policy")
        .matchesJson(
            "{\"id\": \""
                + gid(version)
                + "\", \"label\": \"1.0\", \"status\": \"APPROVED\", \"findings\": []}");
  }

  @Test
  void thereIsNoPolicyBeforeTheFirstOne() {
    inForce("1.0");

    ask(As.officer("housing"), "{ policy(asOf: \"2020-01-01T00:00:00Z\") { label } }")
        .path("policy")
        .valueIsNull();
  }

  @Test
  @DisplayName("PP.1: a public copy without signing in; T24: it says that approvals are missing")
  void anybodyReadsThePublicCopy() {
    done(demonstration.adopt(HEAD, NOW));

    GraphQlTester.Response response =
        request(
                "{ policyPublic { label title sections { number title text } reviewDue"
                    + " carveOuts { topic strength route { contact } } warnings { code } } }")
            .execute();

    response.path("policyPublic.label").entity(String.class).isEqualTo("01.01.04");
    response.path("policyPublic.sections").entityList(Object.class).hasSizeGreaterThan(10);
    response
        .path("policyPublic.warnings[*].code")
        .entityList(String.class)
        .containsExactly("POLICY_ADOPTED_ONLY");
    response.path("policyPublic.carveOuts").entityList(Object.class).hasSize(15);
  }

  @Test
  void nobodyReadsTheRestWithoutSigningIn() {
    inForce("1.0");

    request("{ policy { label } }")
        .execute()
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "UNAUTHORIZED")));
  }

  @Test
  @DisplayName("question 30: all versions, a page at a time")
  void versionsComeInPagesLatestFirst() {
    inForce("1.0");
    clock.advance(Duration.ofDays(1));
    drafted("1.1", ChangeKind.UPDATE);
    drafted("2.0", ChangeKind.MAJOR);
    String list =
        """
        query($first: Int, $after: String, $filter: PolicyVersionFilter) {
          policyVersions(first: $first, after: $after, filter: $filter) {
            totalCount edges { node { label } } pageInfo { hasNextPage endCursor } } }
        """;

    GraphQlTester.Response first = ask(As.auditor(), list, "first", 2);
    first
        .path("policyVersions.edges[*].node.label")
        .entityList(String.class)
        .containsExactly("2.0", "1.1");
    first.path("policyVersions.totalCount").entity(Integer.class).isEqualTo(3);
    first.path("policyVersions.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
    String cursor = first.path("policyVersions.pageInfo.endCursor").entity(String.class).get();
    GraphQlTester.Response second = ask(As.auditor(), list, "first", 2, "after", cursor);
    second
        .path("policyVersions.edges[*].node.label")
        .entityList(String.class)
        .containsExactly("1.0");
    second.path("policyVersions.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);

    ask(As.auditor(), list, "filter", Map.of("statuses", List.of("APPROVED")))
        .path("policyVersions.edges[*].node.label")
        .entityList(String.class)
        .containsExactly("1.0");
    ask(
            As.auditor(),
            list,
            "filter",
            Map.of("statuses", List.of("DRAFT", "SUPERSEDED"), "changeKind", "MAJOR"))
        .path("policyVersions.edges[*].node.label")
        .entityList(String.class)
        .containsExactly("2.0");
    forbidden(As.officer("housing"), list);
    forbidden(As.electedMember(), list);
  }

  @Test
  @DisplayName("a draft is a node for those who see drafts, and nothing for anybody else")
  void draftsAreNotGivenOutById() {
    String draft = gid(drafted("1.0", ChangeKind.CREATION));
    String node = "query($id: ID!) { node(id: $id) { ... on PolicyVersion { label } } }";

    ask(As.legal(), node, "id", draft).path("node.label").entity(String.class).isEqualTo("1.0");
    ask(As.officer("housing"), node, "id", draft).path("node").valueIsNull();

    String inForce = gid(inForce("1.1"));
    ask(As.officer("housing"), node, "id", inForce)
        .path("node.label")
        .entity(String.class)
        .isEqualTo("1.1");
  }

  @Test
  @DisplayName("PP.1: staff confirm that they read it, once each")
  void staffConfirmThatTheyReadIt() {
    String version = gid(inForce("1.0"));

    ask(As.officer("housing"), CONFIRM, "input", Map.of("policyVersionId", version));
    ask(As.officer("housing"), CONFIRM, "input", Map.of("policyVersionId", version));
    ask(As.cmtMember(), CONFIRM, "input", Map.of("policyVersionId", version))
        .path("policyReadConfirm.policyVersion")
        .matchesJson(
            """
            {"readConfirmations": 2, "readConfirmedAt": "2026-11-23T09:00:00.000Z"}
            """);
    ask(As.legal(), "{ policy { readConfirmedAt } }").path("policy.readConfirmedAt").valueIsNull();
    forbidden(As.integrator(), CONFIRM, "input", Map.of("policyVersionId", version));
    codes(
            ask(
                As.officer("housing"),
                CONFIRM,
                "input",
                Map.of("policyVersionId", gid(drafted("1.1", ChangeKind.UPDATE)))),
            "policyReadConfirm")
        .isEqualTo(List.of("POLICY_VERSION_WRONG_STATUS"));
  }
}
