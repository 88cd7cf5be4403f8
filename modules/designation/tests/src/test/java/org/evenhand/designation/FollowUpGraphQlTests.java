package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.IncidentId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Warnings, monitoring, strategy meetings and scrutiny through the API, from each seat. */
class FollowUpGraphQlTests extends Story {

  private static final String WARNING =
      """
      { warning { id version reference status conduct whatFollows customer { name }
          incidents { id } policyVersion { label } notice { kind status }
          challenge { grounds on decision { outcome reasons by as } }
          availableActions { action allowed due mutation } }
        refusals { __typename code message path } warnings { code message } }
      """;
  private static final String MONITORING =
      """
      { monitoring { id version firstDay lastDay watched customer { name } notice { kind }
          incidents { id } ending { outcome reasons by at }
          availableActions { action allowed due mutation } }
        refusals { code message path } warnings { code } }
      """;
  private static final String MEETING =
      """
      { strategyMeeting { id version on approach departments { code }
          actions { id version what owner ownerRole service { code } dueOn result doneBy } }
        refusals { code message path } warnings { code } }
      """;
  private static final String ACTION =
      """
      { strategyAction { id result doneBy doneAt } refusals { code message path } warnings { code } }
      """;
  private static final String CONSIDERATION =
      "{ consideration { id } refusals { code message path } warnings { code } }";

  private Response act(As seat, String mutation, String answer, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    "mutation($input: "
                        + type
                        + "Input!) { answer: "
                        + mutation
                        + "(input: $input) "
                        + answer
                        + "}")
                .variable("input", input)
                .execute());
  }

  private Response ask(As seat, String document, String id) {
    return seat.call(() -> graphQl.document(document).variable("id", id).execute());
  }

  private static Response done(Response response) {
    response.path("answer.refusals").entityList(Object.class).hasSize(0);
    return response;
  }

  private static List<String> codes(Response response) {
    return response.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private static String text(Response response, String path) {
    return response.path(path).entity(String.class).get();
  }

  private static Map<String, Object> letter() {
    var letter = new HashMap<String, Object>();
    letter.put("howToReachUs", "Telephone, letter and the desk stay open to you.");
    letter.put(
        "planned", Map.of("method", "HAND", "sendOn", MONDAY.toString(), "address", "the desk"));
    return letter;
  }

  private static Map<String, Object> warningOf(ConsiderationView opened) {
    Map<String, Object> input = letter();
    input.put("consideration", gid(opened));
    input.put("incidents", incidents(opened));
    input.put("conduct", "Remarks at the desk that hurt two officers");
    input.put("whatFollows", "If it goes on, we may arrange contact differently.");
    return input;
  }

  private static List<String> incidents(ConsiderationView opened) {
    var ids = new ArrayList<String>();
    for (IncidentId incident : opened.incidentIds()) {
      ids.add(GlobalId.of("Incident", incident.value()));
    }
    return ids;
  }

  private static Map<String, Object> newInformation(ConsiderationView opened) {
    return Map.of(
        "consideration",
        gid(opened),
        "check",
        "NEW_INFORMATION",
        "stage",
        "WARNING",
        "answer",
        "SATISFIED",
        "evidence",
        "Letters of this week read");
  }

  @Test
  @DisplayName("F20, P8.3.8, P9.2, T3, T6: warned, challenged and decided, the whole way")
  void warningTheWholeWay() {
    ConsiderationView opened = considered(customer("Whitney Warned"));
    As head = As.headOfService("housing");

    assertThat(codes(act(head, "warningIssue", WARNING, warningOf(opened))))
        .containsExactly("WARNING_STEPS_MISSING");
    done(act(head, "considerationCheckRecord", CONSIDERATION, newInformation(opened)));
    Response given = done(act(head, "warningIssue", WARNING, warningOf(opened)));
    String id = text(given, "answer.warning.id");
    assertThat(text(given, "answer.warning.status")).isEqualTo("GIVEN");
    assertThat(text(given, "answer.warning.notice.kind")).isEqualTo("WARNING");
    assertThat(text(given, "answer.warning.policyVersion.label")).isEqualTo("test-1");
    assertThat(text(given, "answer.warning.customer.name")).isEqualTo("Whitney Warned");
    given.path("answer.warning.incidents").entityList(Object.class).hasSize(2);
    given
        .path("answer.warning.availableActions[?(@.allowed==true)].mutation")
        .entityList(String.class)
        .containsExactly("warningChallenge");

    Response challenged =
        done(
            act(
                head,
                "warningChallenge",
                WARNING,
                Map.of(
                    "warning",
                    id,
                    "grounds",
                    "It was one remark",
                    "receivedOn",
                    MONDAY.toString())));
    assertThat(text(challenged, "answer.warning.status")).isEqualTo("CHALLENGED");
    Map<String, Object> corrected =
        Map.of(
            "warning",
            id,
            "outcome",
            "CORRECTED",
            "reasons",
            "The log has one remark",
            "correctedConduct",
            "A remark at the desk that hurt two officers");
    assertThat(codes(act(head, "warningChallengeDecide", WARNING, corrected)))
        .containsExactly("CHALLENGE_DECIDER_INVOLVED");
    Response decided = done(act(As.cmtMember(), "warningChallengeDecide", WARNING, corrected));
    assertThat(text(decided, "answer.warning.status")).isEqualTo("CORRECTED");
    assertThat(text(decided, "answer.warning.conduct")).startsWith("A remark");
    assertThat(text(decided, "answer.warning.challenge.decision.as")).isEqualTo("CMT_MEMBER");
    done(
        act(
            head,
            "warningChallengeTell",
            "{ warning { challenge { decision { told { on how by } } } } refusals { code } }",
            Map.of("warning", id, "toldOn", MONDAY.toString(), "how", "By letter")));

    ask(
            head,
            "query($id: ID!) { customer(id: $id) { warnings { reference status } } }",
            gid(opened.customerId()))
        .path("customer.warnings[*].status")
        .entityList(String.class)
        .containsExactly("CORRECTED");
    assertThat(entries("R", "customer.warnings", opened.customerId().value())).isOne();
  }

  @Test
  @DisplayName("T20: who may not know of the case learns of no warning, and warns in none")
  void hidesWarnings() {
    ConsiderationView opened = considered(customer("Hilda Hidden"));
    As head = As.headOfService("housing");
    done(act(head, "considerationCheckRecord", CONSIDERATION, newInformation(opened)));
    String id =
        text(done(act(head, "warningIssue", WARNING, warningOf(opened))), "answer.warning.id");
    As stranger = As.headOfService("leisure");

    assertThat(codes(act(stranger, "warningIssue", WARNING, warningOf(opened))))
        .containsExactly("NOT_FOUND");
    assertThat(
            codes(
                act(
                    stranger,
                    "warningChallenge",
                    WARNING,
                    Map.of("warning", id, "grounds", "No", "receivedOn", MONDAY.toString()))))
        .containsExactly("NOT_FOUND");
    ask(
            stranger,
            "query($id: ID!) { customer(id: $id) { warnings { reference } } }",
            gid(opened.customerId()))
        .path("customer.warnings")
        .entityList(Object.class)
        .hasSize(0);
    ask(
            As.officer("housing"),
            "query($id: ID!) { customer(id: $id) { warnings { reference } } }",
            gid(opened.customerId()))
        .path("customer.warnings")
        .valueIsNull();
  }

  @Test
  @DisplayName("P8.1: watched for a time, told, and what it showed recorded")
  void monitoringTheWholeWay() {
    ConsiderationView opened = considered(customer("Mabel Monitored"));
    As head = As.headOfService("housing");
    Map<String, Object> input = letter();
    input.put("consideration", gid(opened));
    input.put("watched", "Remarks at the desk");
    input.put("whatFollows", "We look at it again at the end.");

    Response begun = done(act(head, "monitoringStart", MONITORING, input));
    String id = text(begun, "answer.monitoring.id");
    assertThat(text(begun, "answer.monitoring.lastDay")).isEqualTo("2027-02-22");
    assertThat(text(begun, "answer.monitoring.notice.kind")).isEqualTo("MONITORING");
    begun.path("answer.monitoring.incidents").entityList(Object.class).hasSize(0);
    assertThat(codes(act(head, "monitoringStart", MONITORING, input)))
        .containsExactly("ALREADY_MONITORED");
    accepted(opened.customerId(), HOUSING, MONDAY);
    Response ended =
        done(
            act(
                head,
                "monitoringEnd",
                MONITORING,
                Map.of("monitoring", id, "outcome", "CONTINUED", "reasons", "Again on Monday")));
    assertThat(text(ended, "answer.monitoring.ending.outcome")).isEqualTo("CONTINUED");
    ended.path("answer.monitoring.incidents").entityList(Object.class).hasSize(1);
    assertThat(
            codes(
                act(
                    As.headOfService("leisure"),
                    "monitoringEnd",
                    MONITORING,
                    Map.of("monitoring", id, "outcome", "CONTINUED", "reasons", "Again"))))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName("P8.3.9, T20: an officer does what a meeting agreed, and sees nothing else")
  void strategyMeetingTheWholeWay() {
    ConsiderationView opened = considered(customer("Sandra Strategy"));
    Response held =
        done(
            act(
                As.headOfService("housing"),
                "strategyMeetingRecord",
                MEETING,
                Map.of(
                    "consideration",
                    gid(opened),
                    "departments",
                    List.of("housing", "leisure"),
                    "on",
                    MONDAY.toString(),
                    "approach",
                    "One officer answers for both",
                    "actions",
                    List.of(
                        Map.of(
                            "what",
                            "Ring and explain",
                            "owner",
                            "officer-1",
                            "service",
                            "housing",
                            "dueOn",
                            "2026-12-04")))));
    String action = text(held, "answer.strategyMeeting.actions[0].id");
    Map<String, Object> input = Map.of("action", action, "result", "Rung and explained");

    assertThat(
            codes(
                act(
                    As.person("officer-2", "Another Officer", "OFFICER", "leisure"),
                    "strategyActionComplete",
                    ACTION,
                    input)))
        .containsExactly("NOT_FOUND");
    Response complete = done(act(As.officer("housing"), "strategyActionComplete", ACTION, input));
    assertThat(text(complete, "answer.strategyAction.result")).isEqualTo("Rung and explained");
    ask(
            As.headOfService("housing"),
            """
            query($id: ID!) { consideration(id: $id) {
              strategyMeetings { approach departments { code } actions { result } }
              warnings { reference } monitoring { lastDay } } }
            """,
            gid(opened))
        .path("consideration.strategyMeetings[0].actions[0].result")
        .entity(String.class)
        .isEqualTo("Rung and explained");
  }

  @Test
  @DisplayName("F1, F7: the seven things, live, with the missing evidence named")
  void scrutiny() {
    ConsiderationView opened = considered(customer("Sefa Seven"));
    String document =
        """
        query($id: ID!) { consideration(id: $id) { readiness { scrutiny {
          point text state evidence { code text there parameters { name value } } } } } }
        """;
    As head = As.headOfService("housing");

    Response before = ask(head, document, gid(opened));
    before.path("consideration.readiness.scrutiny").entityList(Object.class).hasSize(7);
    before
        .path("consideration.readiness.scrutiny[?(@.point=='POLICY_FOLLOWED')].state")
        .entityList(String.class)
        .containsExactly("MISSING");
    before
        .path("consideration.readiness.scrutiny[?(@.point=='TERM_AND_REVIEW_STATED')].state")
        .entityList(String.class)
        .containsExactly("NOT_NEEDED");
    prepare(opened);
    head.run(() -> done(() -> considering.determine(unreasonable(opened))));

    Response after = ask(head, document, gid(opened));
    after
        .path("consideration.readiness.scrutiny[?(@.point=='REASONS_TIED_TO_CONDUCT')].state")
        .entityList(String.class)
        .containsExactly("DONE");
    after
        .path("consideration.readiness.scrutiny[?(@.point=='LESS_RESTRICTIVE_ON_RECORD')].state")
        .entityList(String.class)
        .containsExactly("DONE");
    after
        .path(
            "consideration.readiness.scrutiny[?(@.point=='POLICY_FOLLOWED')].evidence[?(@.there==false)].code")
        .entityList(String.class)
        .containsExactly("ADVICE_CONSIDERED_READ", "ADVICE_DETERMINED_READ", "FINDINGS_TOLD");
    after
        .path("consideration.readiness.scrutiny[*].text")
        .entityList(String.class)
        .satisfies(texts -> assertThat(texts).noneMatch(t -> t.startsWith("scrutiny.")));
    after
        .path("consideration.readiness.scrutiny[*].evidence[*].text")
        .entityList(String.class)
        .satisfies(texts -> assertThat(texts).noneMatch(t -> t.startsWith("scrutiny.")));
  }

  @Test
  @DisplayName("F17: reasons used for somebody else before are flagged, and decide nothing")
  void flagsDuplicatedReasons() {
    String words =
        "Remarks hurt two officers; the desk closed; quieter words were tried " + UUID.randomUUID();
    As head = As.headOfService("housing");
    for (boolean second : List.of(false, true)) {
      ConsiderationView opened = considered(customer("Dorian Double"));
      prepare(opened);
      var usual = unreasonable(opened);
      var outcome =
          head.call(
              () ->
                  transactions.execute(
                      s ->
                          considering.determine(
                              new Considering.Determine(
                                  usual.id(),
                                  usual.category(),
                                  usual.grievance(),
                                  usual.grievanceReasons(),
                                  usual.hinders(),
                                  usual.hindrance(),
                                  usual.pattern(),
                                  null,
                                  null,
                                  true,
                                  words,
                                  null))));
      assertThat(outcome.refusals()).isEmpty();
      assertThat(outcome.warnings().stream().anyMatch(w -> w.code().equals("REASONS_USED_BEFORE")))
          .isEqualTo(second);
    }
  }

  static Stream<Arguments> actsAndSeats() {
    var pairs = new ArrayList<Arguments>();
    for (String act :
        List.of(
            "warningIssue",
            "warningChallenge",
            "warningChallengeDecide",
            "warningChallengeTell",
            "monitoringStart",
            "monitoringEnd",
            "strategyMeetingRecord")) {
      for (As seat : List.of(As.officer("housing"), As.auditor(), As.legal())) {
        pairs.add(Arguments.of(act, seat));
      }
    }
    pairs.add(Arguments.of("strategyActionComplete", As.auditor()));
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("actsAndSeats")
  @DisplayName("F15, T20: forbidden to whoever does not decide about behaviour")
  void forbidden(String mutation, As seat) {
    String any = GlobalId.of("ConductWarning", UUID.randomUUID());
    Map<String, Object> planned =
        Map.of("method", "HAND", "sendOn", MONDAY.toString(), "address", "the desk");
    Map<String, Object> input =
        switch (mutation) {
          case "warningIssue" ->
              Map.of(
                  "consideration",
                  any,
                  "incidents",
                  List.of(),
                  "conduct",
                  "x",
                  "whatFollows",
                  "x",
                  "howToReachUs",
                  "x",
                  "planned",
                  planned);
          case "warningChallenge" ->
              Map.of("warning", any, "grounds", "x", "receivedOn", MONDAY.toString());
          case "warningChallengeDecide" ->
              Map.of("warning", any, "outcome", "STANDS", "reasons", "x");
          case "warningChallengeTell" ->
              Map.of("warning", any, "toldOn", MONDAY.toString(), "how", "x");
          case "monitoringStart" ->
              Map.of(
                  "consideration",
                  any,
                  "watched",
                  "x",
                  "whatFollows",
                  "x",
                  "howToReachUs",
                  "x",
                  "planned",
                  planned);
          case "monitoringEnd" -> Map.of("monitoring", any, "outcome", "SETTLED", "reasons", "x");
          case "strategyMeetingRecord" ->
              Map.of(
                  "consideration",
                  any,
                  "departments",
                  List.of(),
                  "on",
                  MONDAY.toString(),
                  "approach",
                  "x");
          default -> Map.of("action", any, "result", "x");
        };

    act(seat, mutation, "{ refusals { code } }", input)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }
}
