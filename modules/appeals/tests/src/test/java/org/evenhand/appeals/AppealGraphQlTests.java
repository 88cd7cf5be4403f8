package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Appeals from each role's seat, against the real schema and a real database. */
class AppealGraphQlTests extends Story {

  private static final Instant JANUARY = Instant.parse("2027-01-11T10:00:00Z");

  private static final String APPEAL =
      """
      fragment Whole on Appeal {
        id version reference status lodgedBy adjustment channel receivedOn sentOn lastDay inTime
        grounds groundsReceivedOn presentBy workTo headConflicted recordedAt
        notice { reference } customer { name }
        lateDecision { accepted reason at by }
        withheld { field reason }
        availableActions { action allowed mutation refusals { code message } }
      }
      """;

  private static final String LODGE =
      """
      mutation ($input: AppealLodgeInput!) {
        appealLodge(input: $input) {
          appeal { ...Whole } refusals { code message path } warnings { code message } } }
      """
          + APPEAL;

  private static final String DECIDE =
      """
      mutation ($input: AppealAcceptLateInput!) {
        appealAcceptLate(input: $input) {
          appeal { ...Whole }
          refusals { code message path ... on AuthorityRefusal { whoMay } } } }
      """
          + APPEAL;

  private static final String GROUNDS =
      """
      mutation ($input: AppealGroundsRecordInput!) {
        appealGroundsRecord(input: $input) {
          appeal { ...Whole } refusals { code message path } } }
      """
          + APPEAL;

  private static final String READ = "query ($id: ID!) { appeal(id: $id) { ...Whole } }" + APPEAL;

  @Test
  @DisplayName("P10.1, T20: an officer lodges it once and does not see its grounds again")
  void anOfficerLodges() {
    NoticeView notice = served(customer("Opal Officer"), null, As.headOfService("housing"));
    var input = lodge(notice, "2026-11-23");
    input.put("idempotencyKey", "lodge-" + notice.id().value());
    As.officer("housing")
        .run(
            () -> {
              for (int i = 0; i < 2; i++) {
                var answer = ask(LODGE, Map.of("input", input));
                answer.path("appealLodge.refusals").entityList(Object.class).hasSize(0);
                answer.path("appealLodge.appeal.status").entity(String.class).isEqualTo("LODGED");
                answer
                    .path("appealLodge.appeal.presentBy")
                    .entity(String.class)
                    .isEqualTo("2027-01-04");
                answer.path("appealLodge.appeal.grounds").valueIsNull();
                answer
                    .path("appealLodge.appeal.withheld[*].field")
                    .entityList(String.class)
                    .contains("grounds", "findings", "file");
              }
              input.put("channel", "TELEPHONE");
              ask(LODGE, Map.of("input", input))
                  .path("appealLodge.refusals[*].code")
                  .entityList(String.class)
                  .containsExactly("IDEMPOTENCY_KEY_REUSED");
            });
  }

  @Test
  @DisplayName("T6, T8: late and against the head's own decision: both are said at once")
  void warningsAreSaid() {
    NoticeView notice = served(customer("Wim Warned"), null, As.headOfCustomerServices());
    clock.set(JANUARY);
    As.officer("housing")
        .run(
            () -> {
              var answer = ask(LODGE, Map.of("input", lodge(notice, "2027-01-08")));
              answer
                  .path("appealLodge.warnings[*].code")
                  .entityList(String.class)
                  .containsExactly("APPEAL_LATE", "APPEAL_HEAD_CONFLICTED");
              answer
                  .path("appealLodge.appeal.headConflicted")
                  .entity(Boolean.class)
                  .isEqualTo(true);
            });
  }

  @Test
  void illFormedAndUnknownIdsAreRefused() {
    NoticeView notice = served(customer("Uta Unknown"), null, As.headOfService("housing"));
    As.officer("housing")
        .run(
            () -> {
              var input = lodge(notice, "2026-11-23");
              for (String id :
                  List.of(
                      "nonsense",
                      GlobalId.of("Appeal", notice.id().value()),
                      GlobalId.of("Notice", UUID.randomUUID()))) {
                input.put("notice", id);
                var answer = ask(LODGE, Map.of("input", input));
                answer.path("appealLodge.appeal").valueIsNull();
                answer
                    .path("appealLodge.refusals[*].code")
                    .entityList(String.class)
                    .containsExactly("NOT_FOUND");
              }
            });
  }

  @Test
  @DisplayName(
      "T8, F15: only whom the matrix names decides about lateness, and the refusal says who")
  void theHeadDecidesAboutLateness() {
    CustomerId customer = customer("Lea Lateness");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), JANUARY.atZone(clock.getZone()).toLocalDate()));
    Map<String, Object> input =
        Map.of(
            "appeal",
            id(late),
            "expectedVersion",
            late.version(),
            "accept",
            true,
            "reason",
            "Was in hospital.");
    As.cmtMember()
        .run(
            () -> {
              var answer = ask(DECIDE, Map.of("input", input));
              answer
                  .path("appealAcceptLate.refusals[0].code")
                  .entity(String.class)
                  .isEqualTo("MAY_NOT_DECIDE_LATENESS");
              answer
                  .path("appealAcceptLate.refusals[0].whoMay")
                  .entityList(String.class)
                  .containsExactly("HEAD_OF_CUSTOMER_SERVICES");
            });
    As.headOfCustomerServices()
        .run(
            () -> {
              ask(READ, Map.of("id", id(late)))
                  .path("appeal.availableActions[?(@.allowed == true)].mutation")
                  .entityList(String.class)
                  .containsExactly(
                      "appealAcceptLate",
                      "appealInvestigatorAssign",
                      "appealConflictDeclare",
                      "appealSuspensionDecide",
                      "appealWithdraw");
              var answer = ask(DECIDE, Map.of("input", input));
              answer.path("appealAcceptLate.refusals").entityList(Object.class).hasSize(0);
              answer
                  .path("appealAcceptLate.appeal.lateDecision.by")
                  .entity(String.class)
                  .isEqualTo("hofcs-1");
              answer
                  .path("appealAcceptLate.appeal.status")
                  .entity(String.class)
                  .isEqualTo("LODGED");
            });
  }

  @Test
  @DisplayName("T7: grounds are added by whoever receives them")
  void groundsAreAdded() {
    NoticeView notice = served(customer("Gus Grounds"), null, As.headOfService("housing"));
    AppealView appeal =
        lodged(
            new AppealToLodge(
                notice.id(),
                LodgedBy.CUSTOMER,
                null,
                null,
                AppealChannel.WEB_FORM,
                MONDAY,
                null,
                null));
    As.headOfCustomerServices()
        .run(
            () ->
                ask(
                        GROUNDS,
                        Map.of(
                            "input",
                            Map.of(
                                "appeal",
                                id(appeal),
                                "expectedVersion",
                                appeal.version(),
                                "grounds",
                                "It was not me.",
                                "receivedOn",
                                "2026-11-23")))
                    .path("appealGroundsRecord.appeal.grounds")
                    .entity(String.class)
                    .isEqualTo("It was not me."));
  }

  @Test
  @DisplayName("T20: a head of service sees the appeals about their own service's cases, no others")
  void aHeadOfServiceSeesTheirOwn() {
    CustomerId customer = customer("Hal Housing");
    UUID caseId = consideration(customer);
    AppealView housing =
        lodged(letter(served(customer, caseId, As.headOfService("housing")).id(), MONDAY));
    AppealView corporate =
        lodged(
            letter(
                served(customer("Cleo Corporate"), null, As.headOfCustomerServices()).id(),
                MONDAY));
    String query =
        """
        query ($filter: AppealFilter) {
          appeals(first: 100, filter: $filter) { edges { node { id } } totalCount } }
        """;
    As.headOfService("housing")
        .run(
            () -> {
              ask(query, Map.of())
                  .path("appeals.edges[*].node.id")
                  .entityList(String.class)
                  .satisfies(
                      ids -> assertThat(ids).contains(id(housing)).doesNotContain(id(corporate)));
              ask(READ, Map.of("id", id(corporate))).path("appeal").valueIsNull();
              ask(READ, Map.of("id", id(housing)))
                  .path("appeal.customer.name")
                  .entity(String.class)
                  .isEqualTo("Hal Housing");
              ask(
                      "query ($id: ID!) { notice(id: $id) { appeal { id grounds } } }",
                      Map.of("id", GlobalId.of("Notice", housing.noticeId().value())))
                  .path("notice.appeal.id")
                  .entity(String.class)
                  .isEqualTo(id(housing));
            });
    As.headOfService("leisure")
        .run(() -> ask(READ, Map.of("id", id(housing))).path("appeal").valueIsNull());
    As.cmtMember()
        .run(
            () -> {
              Map<String, Object> filter =
                  Map.of(
                      "customer",
                      GlobalId.of("Customer", customer.value()),
                      "statuses",
                      List.of("LODGED"));
              var answer = ask(query, Map.of("filter", filter));
              answer
                  .path("appeals.edges[*].node.id")
                  .entityList(String.class)
                  .containsExactly(id(housing));
              answer.path("appeals.totalCount").entity(Integer.class).isEqualTo(1);
            });
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where act = 'appeals' and person_id = ?")
                .param(customer.value())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("Appeals come in pages, latest received first")
  void pages() {
    CustomerId customer = customer("Page Turner");
    AppealView first =
        lodged(letter(served(customer, null, As.headOfService("housing")).id(), MONDAY));
    AppealView second =
        lodged(letter(served(customer, null, As.headOfService("housing")).id(), MONDAY));
    String query =
        """
        query ($filter: AppealFilter, $after: String) {
          appeals(first: 1, after: $after, filter: $filter) {
            edges { node { id } } pageInfo { hasNextPage endCursor } } }
        """;
    Map<String, Object> filter =
        Map.of("customer", GlobalId.of("Customer", customer.value()), "statuses", List.of());
    As.auditor()
        .run(
            () -> {
              var page = ask(query, Map.of("filter", filter));
              page.path("appeals.edges[*].node.id")
                  .entityList(String.class)
                  .containsExactly(id(second));
              page.path("appeals.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
              String cursor = page.path("appeals.pageInfo.endCursor").entity(String.class).get();
              ask(query, Map.of("filter", filter, "after", cursor))
                  .path("appeals.edges[*].node.id")
                  .entityList(String.class)
                  .containsExactly(id(first));
            });
  }

  static Stream<As> rolesWithoutAppeals() {
    Set<String> readers =
        Set.of("officer-1", "hos-housing", "hofcs-1", "cmt-1", "dpo-1", "legal-1", "auditor-1");
    return As.everyRole().filter(a -> !readers.contains(a.authentication().getName()));
  }

  @ParameterizedTest
  @MethodSource("rolesWithoutAppeals")
  @DisplayName("T20: everybody else is turned away")
  void otherRolesAreForbidden(As somebody) {
    AppealView appeal =
        lodged(
            letter(
                served(customer("Fay Forbidden"), null, As.headOfService("housing")).id(), MONDAY));
    somebody.run(
        () -> {
          forbidden(READ, Map.of("id", id(appeal)));
          forbidden("{ appeals { totalCount } }", Map.of());
          ask("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id(appeal)))
              .path("node")
              .valueIsNull();
        });
  }

  @Test
  void onlyThoseWhoReceiveAppealsLodgeThem() {
    NoticeView notice = served(customer("Nic Notlodged"), null, As.headOfService("housing"));
    for (As somebody : List.of(As.cmtMember(), As.auditor(), As.electedMember(), As.integrator())) {
      somebody.run(() -> forbidden(LODGE, Map.of("input", lodge(notice, "2026-11-23"))));
    }
    assertThat(appeals.against(notice.id())).isEmpty();
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

  private static Map<String, Object> lodge(NoticeView notice, String receivedOn) {
    var input = new HashMap<String, Object>();
    input.put("notice", GlobalId.of("Notice", notice.id().value()));
    input.put("lodgedBy", "CUSTOMER");
    input.put("channel", "LETTER");
    input.put("receivedOn", receivedOn);
    input.put("grounds", "I did not say that.");
    return input;
  }

  private static String id(AppealView appeal) {
    return GlobalId.of("Appeal", appeal.id().value());
  }
}
