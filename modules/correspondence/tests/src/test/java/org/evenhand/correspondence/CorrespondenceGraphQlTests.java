package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.GlobalId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices from each role's seat, against the real schema and a real database. */
class CorrespondenceGraphQlTests extends Story {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String NOTICE =
      """
      query ($id: ID!) {
        notice(id: $id) {
          id version reference kind status digest lang issuedAt signatory
          designates restricts appealable addresseeName
          customer { name }
          policyVersion { label }
          planned { method sendOn address }
          parts { why howToReachUs appeal { toWhom how } whyNoAppeal ombudsman dataRights adjustments
            actions { what until reviewOn howToEndSooner noEndBecause } }
          letter { html text digest }
          documents { format mediaType size digest link { url expiresAt } }
          service { attempt method address sentAt outcome deliveredAt evidence recordedAt recordedBy }
          notification { at on actual }
          printedLastAppealDay lastAppealDay
          crm { id dueOn reference recordedAt }
          withheld { field reason }
          availableActions { action allowed due mutation refusals { code message } }
        }
      }
      """;

  private static final String SERVE =
      """
      mutation ($input: NoticeServiceRecordInput!) {
        noticeServiceRecord(input: $input) {
          notice { version status lastAppealDay notification { at on actual } }
          refusals { code message path }
          warnings { code }
        }
      }
      """;

  private static final String SHARE =
      """
      mutation ($input: PolicyShareInput!) {
        policyShare(input: $input) {
          policyShare { id method sharedAt withWarning whatWillFollow policyVersionLabel
            customer { name } policyVersion { label } }
          refusals { code message path ... on AuthorityRefusal { whoMay } }
        }
      }
      """;

  @Autowired JdbcClient jdbc;
  @Autowired LetterDownloads downloads;

  @Test
  @DisplayName(
      "P9.2, F4: whoever needs it reads the whole notice, letter and digest; the read is logged")
  void aHeadOfServiceReadsTheNotice() {
    UUID customer = customer("Hugo Reader");
    NoticeView notice = issue(customer);
    As.headOfService("housing")
        .run(
            () -> {
              var answer = ask(NOTICE, Map.of("id", id(notice)));
              answer.path("notice.digest").entity(String.class).isEqualTo(notice.digest());
              answer.path("notice.letter.digest").entity(String.class).isEqualTo(notice.digest());
              answer
                  .path("notice.letter.html")
                  .entity(String.class)
                  .satisfies(
                      html ->
                          assertThat(html)
                              .contains("lang=\"en-GB\"")
                              .contains("Send your appeal by Tuesday 29 December 2026"));
              answer.path("notice.customer.name").entity(String.class).isEqualTo("Hugo Reader");
              answer.path("notice.policyVersion.label").entity(String.class).isEqualTo("test-1");
              answer
                  .path("notice.issuedAt")
                  .entity(String.class)
                  .isEqualTo("2026-11-23T10:00:00.000Z");
              answer
                  .path("notice.parts.ombudsman")
                  .entityList(String.class)
                  .containsExactly("LOCAL_GOVERNMENT");
              answer.path("notice.withheld").entityList(Object.class).hasSize(0);
              answer
                  .path("notice.availableActions[?(@.allowed == true)].action")
                  .entityList(String.class)
                  .contains("RECORD_SENT", "CONFIRM_CRM");
            });
    assertThat(reads("notice", customer)).isPositive();
  }

  @Test
  @DisplayName("T20: an officer sees how it goes, not what it says")
  void anOfficerDoesNotReadTheStory() {
    NoticeView notice = issue(customer("Olga Withheld"));
    As.officer("housing")
        .run(
            () -> {
              var answer = ask(NOTICE, Map.of("id", id(notice)));
              answer.path("notice.parts").valueIsNull();
              answer.path("notice.letter").valueIsNull();
              answer.path("notice.planned.address").hasValue();
              answer
                  .path("notice.withheld[*].field")
                  .entityList(String.class)
                  .containsExactly("parts", "letter", "documents");
              answer.path("notice.documents").valueIsNull();
            });
  }

  static Stream<As> rolesWithoutNotices() {
    Set<String> readers =
        Set.of("officer-1", "hos-housing", "hofcs-1", "cmt-1", "dpo-1", "legal-1", "auditor-1");
    return As.everyRole().filter(a -> !readers.contains(a.authentication().getName()));
  }

  @ParameterizedTest
  @MethodSource("rolesWithoutNotices")
  @DisplayName("T20: everybody else is turned away, by notice and by node")
  void otherRolesAreForbidden(As somebody) {
    NoticeView notice = issue(customer("Fay Forbidden"));
    somebody.run(
        () -> {
          forbidden(NOTICE, Map.of("id", id(notice)));
          ask("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id(notice)))
              .path("node")
              .valueIsNull();
        });
  }

  @Test
  void onlyRecordersRecord() {
    NoticeView notice = issue(customer("Ron Recorder"));
    for (As somebody : List.of(As.cmtMember(), As.auditor(), As.legal(), As.electedMember())) {
      somebody.run(() -> forbidden(SERVE, Map.of("input", sent(notice, "2026-11-23T10:00:00Z"))));
    }
    As.auditor()
        .run(
            () ->
                ask(NOTICE, Map.of("id", id(notice)))
                    .path("notice.availableActions[?(@.allowed == true)].action")
                    .entityList(String.class)
                    .hasSize(0));
  }

  @Test
  @DisplayName("T9: an officer records the sending; the same key again does nothing more")
  void anOfficerRecordsSending() {
    NoticeView notice = issue(customer("Sara Sent"));
    As.officer("housing")
        .run(
            () -> {
              var input = sent(notice, "2026-11-23T10:00:00Z");
              input.put("idempotencyKey", "sent-" + notice.id().value());
              for (int i = 0; i < 2; i++) {
                var answer = ask(SERVE, Map.of("input", input));
                answer.path("noticeServiceRecord.refusals").entityList(Object.class).hasSize(0);
                answer
                    .path("noticeServiceRecord.notice.status")
                    .entity(String.class)
                    .isEqualTo("SERVED");
                answer
                    .path("noticeServiceRecord.notice.notification.on")
                    .entity(String.class)
                    .isEqualTo("2026-11-25");
                answer
                    .path("noticeServiceRecord.notice.notification.at")
                    .entity(String.class)
                    .isEqualTo("2026-11-25T00:00:00.000Z");
              }
            });
    assertThat(notices.find(notice.id()).orElseThrow().service()).hasSize(1);
  }

  @Test
  @DisplayName("T9, F9: out of order is refused with a code and a place, and nothing is written")
  void outOfOrderIsRefused() {
    NoticeView notice = issue(customer("Otto Order"));
    As.officer("housing")
        .run(
            () -> {
              refusal(sent(notice, "2026-11-23T09:00:00Z"), "NOTICE_SENT_BEFORE_ISSUE", "sentAt");
              refusal(sent(notice, "2026-11-24T10:00:00Z"), "NOTICE_SENT_IN_THE_FUTURE", "sentAt");
              var stale = sent(notice, "2026-11-23T10:00:00Z");
              stale.put("expectedVersion", 41);
              refusal(stale, "STALE", "expectedVersion");
              var unknown = sent(notice, "2026-11-23T10:00:00Z");
              unknown.put("notice", GlobalId.of("Notice", UUID.randomUUID()));
              refusal(unknown, "NOT_FOUND", "notice");
              unknown.put("notice", "no such thing");
              refusal(unknown, "NOT_FOUND", "notice");
            });
    assertThat(notices.find(notice.id()).orElseThrow().service()).isEmpty();
  }

  @Test
  @DisplayName("F7, T20: each form of the letter is fetched by a link for one actor, and logged")
  void lettersAreFetchedByLinks() {
    UUID customer = customer("Lina Link");
    NoticeView notice = issue(customer);
    As.headOfService("housing")
        .run(
            () -> {
              var answer = ask(NOTICE, Map.of("id", id(notice)));
              answer
                  .path("notice.documents[*].format")
                  .entityList(String.class)
                  .containsExactly("HTML", "TEXT", "PDF");
              LetterDocument pdf = notices.document(notice.id(), LetterFormat.PDF).orElseThrow();
              answer
                  .path("notice.documents[2].digest")
                  .entity(String.class)
                  .isEqualTo(pdf.digest());
              answer
                  .path("notice.documents[2].size")
                  .entity(Integer.class)
                  .isEqualTo(pdf.content().length);
              String url = answer.path("notice.documents[2].link.url").entity(String.class).get();
              assertThat(url).startsWith("/files/letters/" + id(notice) + "/pdf?token=");
              String token = url.substring(url.indexOf('=') + 1);
              assertThat(opened(notice, token, 0)).isEmpty();
              assertThat(reads("letterDownload", customer)).isEqualTo(1);
              assertThat(opened(notice, token, 301)).containsExactly("FILE_LINK_EXPIRED");
              assertThat(opened(issue(customer), token, 0)).containsExactly("FILE_LINK_INVALID");
              As.auditor()
                  .run(
                      () ->
                          assertThat(opened(notice, token, 0))
                              .containsExactly("FILE_LINK_INVALID"));
            });
    assertThat(reads("letterDownload", customer)).isEqualTo(1);
  }

  private List<String> opened(NoticeView notice, String token, int secondsLater) {
    return downloads
        .open(
            notice.id(),
            LetterFormat.PDF,
            token,
            currentActor.get(),
            clock.instant().plusSeconds(secondsLater))
        .refusals()
        .stream()
        .map(r -> r.code())
        .toList();
  }

  @Test
  @DisplayName("T9: a notice that came back is recorded by those who record service, once")
  void aNoticeComesBack() {
    NoticeView notice = issue(customer("Rita Return"));
    String comesBack =
        """
        mutation ($input: NoticeReturnInput!) {
          noticeReturn(input: $input) {
            notice { status notification { on } availableActions { action allowed } }
            refusals { code path } warnings { code } } }
        """;
    var input = new HashMap<String, Object>();
    input.put("notice", id(notice));
    input.put("reason", "RETURN_TO_SENDER");
    input.put("evidence", "Envelope kept.");
    As.officer("housing")
        .run(
            () -> {
              ask(comesBack, Map.of("input", input))
                  .path("noticeReturn.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("NOTICE_NOT_UNDER_WAY");
              ask(SERVE, Map.of("input", sent(notice, "2026-11-23T10:00:00Z")));
              var answer = ask(comesBack, Map.of("input", input));
              answer.path("noticeReturn.refusals").entityList(Object.class).hasSize(0);
              answer.path("noticeReturn.notice.status").entity(String.class).isEqualTo("RETURNED");
              answer.path("noticeReturn.notice.notification").valueIsNull();
              answer
                  .path("noticeReturn.notice.availableActions[?(@.action == 'RETURN')].allowed")
                  .entityList(Boolean.class)
                  .containsExactly(false);
              input.put("notice", "no such thing");
              ask(comesBack, Map.of("input", input))
                  .path("noticeReturn.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("NOT_FOUND");
            });
    As.auditor().run(() -> forbidden(comesBack, Map.of("input", input)));
  }

  @Test
  @DisplayName("P4.2: the CRM's reference is confirmed through the API")
  void confirmsTheCrmRecord() {
    NoticeView notice = issue(customer("Cleo Confirmed"));
    String confirm =
        """
        mutation ($input: CrmRecordingConfirmInput!) {
          crmRecordingConfirm(input: $input) {
            crmRecording { reference dueOn state recordedBy notice { crm { reference } }
              customer { name } availableActions { action allowed mutation } }
            refusals { code message path } } }
        """;
    As.officer("housing")
        .run(
            () -> {
              String recording =
                  ask(NOTICE, Map.of("id", id(notice)))
                      .path("notice.crm.id")
                      .entity(String.class)
                      .get();
              Map<String, Object> input =
                  Map.of("recording", recording, "crmReference", "CRM-4711");
              var answer = ask(confirm, Map.of("input", input));
              answer
                  .path("crmRecordingConfirm.crmRecording.notice.crm.reference")
                  .entity(String.class)
                  .isEqualTo("CRM-4711");
              answer
                  .path("crmRecordingConfirm.crmRecording.recordedBy")
                  .entity(String.class)
                  .isEqualTo("officer-1");
              answer
                  .path("crmRecordingConfirm.crmRecording.availableActions[0].allowed")
                  .entity(Boolean.class)
                  .isEqualTo(false);
              ask(confirm, Map.of("input", input))
                  .path("crmRecordingConfirm.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("NOTICE_ALREADY_ON_CRM");
              ask(
                      confirm,
                      Map.of("input", Map.of("recording", id(notice), "crmReference", "CRM-1")))
                  .path("crmRecordingConfirm.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("NOT_FOUND");
            });
  }

  @Test
  @DisplayName(
      "P4.2, T20: the head of customer services lists what is not on the CRM; reads logged")
  void listsTheRecordings() {
    UUID customer = customer("Lila Listed");
    NoticeView notice = issue(customer);
    String list =
        """
        query ($filter: CrmRecordingFilter, $after: String) {
          crmRecordings(filter: $filter, first: 100, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            edges { node { id ourReference state kind attempts respondedAt
              notice { reference } customer { name } } } } }
        """;
    As.headOfCustomerServices()
        .run(
            () -> {
              var answer = ask(list, Map.of("filter", Map.of("state", "OPEN")));
              answer
                  .path(
                      "crmRecordings.edges[?(@.node.ourReference == '%s')].node.customer.name"
                          .formatted(notice.reference()))
                  .entityList(String.class)
                  .containsExactly("Lila Listed");
              answer
                  .path("crmRecordings.totalCount")
                  .entity(Integer.class)
                  .satisfies(count -> assertThat(count).isPositive());
              ask(list, Map.of("filter", Map.of("state", "DONE")))
                  .path(
                      "crmRecordings.edges[?(@.node.ourReference == '%s')]"
                          .formatted(notice.reference()))
                  .entityList(Object.class)
                  .hasSize(0);
            });
    assertThat(reads("crmRecordings", customer)).isEqualTo(1);
    As.officer("housing").run(() -> forbidden(list, Map.of()));
  }

  @Test
  @DisplayName("P2.2: an officer records that the policy was shared: version, to whom, when, how")
  void anOfficerSharesThePolicy() {
    UUID customer = customer("Paula Policy");
    As.officer("housing")
        .run(
            () -> {
              var answer = ask(SHARE, Map.of("input", share(customer)));
              answer.path("policyShare.refusals").entityList(Object.class).hasSize(0);
              answer
                  .path("policyShare.policyShare.policyVersion.label")
                  .entity(String.class)
                  .isEqualTo("test-1");
              answer
                  .path("policyShare.policyShare.withWarning")
                  .entity(Boolean.class)
                  .isEqualTo(false);
            });
  }

  @Test
  @DisplayName("P8.3.8, F15: a warning is given by whom the authority matrix lets warn")
  void anOfficerDoesNotWarn() {
    UUID customer = customer("Wanda Warning");
    var input = share(customer);
    input.put("whatWillFollow", "If calls like this go on, we may set times for them.");
    As.officer("housing")
        .run(
            () -> {
              var answer = ask(SHARE, Map.of("input", input));
              answer.path("policyShare.policyShare").valueIsNull();
              answer
                  .path("policyShare.refusals[0].code")
                  .entity(String.class)
                  .isEqualTo("MAY_NOT_WARN");
              answer
                  .path("policyShare.refusals[0].whoMay")
                  .entityList(String.class)
                  .contains("HEAD_OF_SERVICE");
            });
    As.headOfService("housing")
        .run(
            () ->
                ask(SHARE, Map.of("input", input))
                    .path("policyShare.policyShare.withWarning")
                    .entity(Boolean.class)
                    .isEqualTo(true));
  }

  @Test
  void sharingIsRefusedWithEveryReason() {
    var input = share(UUID.randomUUID());
    input.put("sharedAt", "2026-11-23T10:00:01Z");
    input.put("policyVersion", GlobalId.of("PolicyVersion", UUID.randomUUID()));
    input.put("whatWillFollow", "You will be banned.");
    As.headOfService("housing")
        .run(
            () ->
                ask(SHARE, Map.of("input", input))
                    .path("policyShare.refusals[*].code")
                    .entityList(String.class)
                    .contains(
                        "NOT_FOUND", "POLICY_SHARED_IN_THE_FUTURE", "NOTICE_WORDS_NOT_NEUTRAL"));
  }

  @Test
  @DisplayName("A customer's notices and policy shares come in pages, latest first")
  void aCustomersCorrespondence() {
    UUID customer = customer("Conny Connection");
    NoticeView first = issue(customer);
    clock.advance(java.time.Duration.ofMinutes(1));
    NoticeView second = issue(customer);
    As.officer("housing").run(() -> ask(SHARE, Map.of("input", share(customer))));
    String query =
        """
        query ($id: ID!, $after: String) {
          customer(id: $id) {
            notices(first: 1, after: $after) {
              edges { cursor node { id reference } } pageInfo { hasNextPage endCursor } totalCount }
            policyShares { edges { node { method } } totalCount }
          }
        }
        """;
    String id = GlobalId.of("Customer", customer);
    As.headOfCustomerServices()
        .run(
            () -> {
              var page = ask(query, Map.of("id", id));
              page.path("customer.notices.edges[*].node.reference")
                  .entityList(String.class)
                  .containsExactly(second.reference());
              page.path("customer.notices.totalCount").entity(Integer.class).isEqualTo(2);
              page.path("customer.notices.pageInfo.hasNextPage")
                  .entity(Boolean.class)
                  .isEqualTo(true);
              page.path("customer.policyShares.totalCount").entity(Integer.class).isEqualTo(1);
              String cursor =
                  page.path("customer.notices.pageInfo.endCursor").entity(String.class).get();
              ask(query, Map.of("id", id, "after", cursor))
                  .path("customer.notices.edges[*].node.reference")
                  .entityList(String.class)
                  .containsExactly(first.reference());
            });
    As.officer("housing")
        .run(() -> ask(query, Map.of("id", id)).path("customer.notices").valueIsNull());
  }

  @Test
  @DisplayName("Every refusal of this module has words for people")
  void refusalsHaveWords() {
    NoticeView notice = issue(customer("Willa Words"));
    As.officer("housing")
        .run(
            () ->
                ask(SERVE, Map.of("input", sent(notice, "2026-11-24T10:00:00Z")))
                    .path("noticeServiceRecord.refusals[0].message")
                    .entity(String.class)
                    .satisfies(m -> assertThat(m).contains("lies ahead")));
  }

  private void refusal(Map<String, Object> input, String code, String path) {
    var answer = ask(SERVE, Map.of("input", input));
    answer.path("noticeServiceRecord.notice").valueIsNull();
    answer
        .path("noticeServiceRecord.refusals[*].code")
        .entityList(String.class)
        .containsExactly(code);
    answer
        .path("noticeServiceRecord.refusals[0].path")
        .entityList(String.class)
        .containsExactly(path);
  }

  private GraphQlTester.Response ask(String document, Map<String, Object> variables) {
    return graphQl.document(document).variables(variables).execute();
  }

  private void forbidden(String document, Map<String, Object> variables) {
    ask(document, variables)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private Map<String, Object> sent(NoticeView notice, String at) {
    var input = new HashMap<String, Object>();
    input.put("notice", id(notice));
    input.put("method", "FIRST_CLASS");
    input.put("outcome", "SENT");
    input.put("sentAt", at);
    return input;
  }

  private Map<String, Object> share(UUID customer) {
    var input = new HashMap<String, Object>();
    input.put("customer", GlobalId.of("Customer", customer));
    input.put("method", "EMAIL");
    input.put("sharedAt", "2026-11-23T09:00:00Z");
    input.put("policyVersion", GlobalId.of("PolicyVersion", policyVersion()));
    return input;
  }

  private long reads(String act, UUID customer) {
    return jdbc.sql(
            "select count(*) from foundation.audit_entry where act = ? and person_id = ? and kind ="
                + " 'R'")
        .params(act, customer)
        .query(Long.class)
        .single();
  }

  private static String id(NoticeView notice) {
    return GlobalId.of("Notice", notice.id().value());
  }

  private NoticeView issue(UUID customer) {
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        notices.issue(
                            Samples.about(
                                customer,
                                UUID.randomUUID(),
                                policyVersion(),
                                TODAY,
                                ServiceMethod.FIRST_CLASS))));
  }
}
