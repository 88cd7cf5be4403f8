package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the provider of the leisure centres decided, by the {@code leisure} plugin of the local
 * profile: nobody is bound by it before the council has taken its own steps (F6).
 */
class ProvidersDecisionTests extends RunningEvenhand {

  private static final CaseUnderWay.Place LEISURE =
      new CaseUnderWay.Place("leisure", "head-of-service-leisure", "contractor");
  private static final LocalDate TODAY = LocalDate.ofInstant(WEDNESDAY_AT_TEN, WorkingDays.LONDON);

  private final CaseUnderWay its = new CaseUnderWay(900, CaseUnderWay.Way.HAND, LEISURE, TODAY);
  private final Map<String, String> made = new HashMap<>();

  @BeforeEach
  void onWednesday() {
    clock.set(WEDNESDAY_AT_TEN);
  }

  @Test
  @DisplayName(
      "F6: the provider reports and its ban binds nobody; the council determines, imposes and tells;"
          + " then the desk knows, and knows that it began with the provider")
  void entersByTheSameSteps() {
    String gym = gym();
    while (!its.prepared()) {
      perform();
    }
    assertThat(verdict(check(gym, TODAY.plusDays(1)))).isEqualTo("ALLOWED");
    assertThat(imposed("contractor", gym, TODAY).at("/errors/0/extensions/code").asString())
        .isEqualTo("FORBIDDEN");
    assertThat(codes(imposed(LEISURE.head(), gym, TODAY)))
        .containsExactly("STEPS_BEFORE_RESTRICTION_MISSING");

    perform();
    assertThat(codes(imposed(LEISURE.head(), gym, TODAY.plusDays(1))))
        .containsExactly("TYPE_DOES_NOT_SUIT");
    assertThat(codes(imposed(LEISURE.head(), gym, TODAY))).isEmpty();
    assertThat(verdict(check(gym, TODAY.plusDays(1)))).as("not told yet").isEqualTo("ALLOWED");

    String lastDay = told();
    JsonNode desk = check(gym, LocalDate.parse(lastDay));
    assertThat(verdict(desk)).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(desk.at("/conditions").valueStream().map(line -> line.path("because")))
        .anySatisfy(
            because -> {
              assertThat(because.path("source").asString()).isEqualTo("PROVIDER");
              assertThat(because.path("document").asString()).isEqualTo("leisure contract");
              assertThat(because.path("clause").asString()).isEqualTo("7.2");
            });
    assertThat(verdict(check(null, LocalDate.parse(lastDay)))).isEqualTo("ALLOWED");
  }

  private String gym() {
    return ask(
            "head-of-customer-services", "{ buildings(first: 100) { edges { node { id code } } } }")
        .at("/data/buildings/edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .filter(node -> node.get("code").asString().equals("fable-gym"))
        .map(node -> node.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private void perform() {
    CaseUnderWay.Act act = its.next();
    JsonNode answer = ask(act.client(), act.operation(), Map.of("input", act.input().get()));
    String id = answer.at("/data/done/of/id").asString("");
    assertThat(id).as("%s: %s", act.mutation(), answer).isNotEmpty();
    made.put(act.keep(), id);
    its.done(id);
  }

  private JsonNode imposed(String client, String gym, LocalDate providerDecidedOn) {
    return ask(
        client,
        "mutation I($input: RestrictionImposeInput!) { done: restrictionImpose(input: $input) {"
            + " of: restriction { id } refusals { code message } } }",
        Map.of(
            "input",
            Map.ofEntries(
                Map.entry("consideration", made.get("consideration")),
                Map.entry("customer", made.get("customer")),
                Map.entry("type", "leisure.site-exclusion"),
                Map.entry("nature", "RESTRICTIVE"),
                Map.entry("settingsVersion", 1),
                Map.entry(
                    "settings",
                    List.of(
                        setting("centres", Map.of("buildings", List.of(gym))),
                        setting("provider-reference", Map.of("text", "ELT-2026-31")),
                        setting("provider-decided-on", Map.of("date", providerDecidedOn)),
                        setting("contract-clause", Map.of("text", "7.2")))),
                Map.entry("scope", Map.of()),
                Map.entry(
                    "reasons",
                    Map.of(
                        "conduct", "Two instructors were called names.",
                        "harm", "They were kept from other customers that day.",
                        "whyThis", "The other centres stay open to the customer.",
                        "whyNothingLess", "A talk with the manager changed nothing.")),
                Map.entry("endsSoonerWhen", "Three months without such remarks."),
                Map.entry("endsOn", TODAY.plusMonths(3)))));
  }

  private static Map<String, Object> setting(String key, Map<String, Object> value) {
    return Map.of("key", key, "value", value);
  }

  /** Issued and handed over; the last day for an appeal, on which it is long in force. */
  private String told() {
    JsonNode issued =
        ask(
            LEISURE.head(),
            "mutation N($input: NoticeIssueInput!) { noticeIssue(input: $input) { notice { id }"
                + " refusals { code message } } }",
            Map.of(
                "input",
                Map.of(
                    "consideration",
                    made.get("consideration"),
                    "customer",
                    made.get("customer"),
                    "planned",
                    Map.of(
                        "method",
                        "HAND",
                        "sendOn",
                        TODAY,
                        "address",
                        "900 Fable Street, Fabletown EV1 1AA"))));
    assertThat(issued.at("/data/noticeIssue/notice/id").isString()).as("%s", issued).isTrue();
    JsonNode served =
        ask(
            "officer",
            "mutation S($input: NoticeServiceRecordInput!) { noticeServiceRecord(input: $input) {"
                + " notice { lastAppealDay } refusals { code message } } }",
            Map.of(
                "input",
                Map.of(
                    "notice",
                    issued.at("/data/noticeIssue/notice/id").asString(),
                    "method",
                    "HAND",
                    "sentAt",
                    WEDNESDAY_AT_TEN,
                    "outcome",
                    "SENT")));
    assertThat(served.at("/data/noticeServiceRecord/notice/lastAppealDay").isString())
        .as("%s", served)
        .isTrue();
    return served.at("/data/noticeServiceRecord/notice/lastAppealDay").asString();
  }

  /** In person on that day, at the gym or at no building in particular. */
  private JsonNode check(@Nullable String building, LocalDate day) {
    String reference =
        ask("officer", "{ customer(id: \"" + made.get("customer") + "\") { reference } }")
            .at("/data/customer/reference")
            .asString();
    var input =
        new HashMap<String, Object>(
            Map.of(
                "identity",
                Map.of("reference", reference, "email", "mixed900@customer.test"),
                "channel",
                building == null ? "PHONE" : "FACE_TO_FACE",
                "serviceArea",
                "leisure",
                "speaker",
                "SELF",
                "topic",
                "other",
                "at",
                day + "T11:00:00Z"));
    if (building != null) {
      input.put("place", "COUNCIL_BUILDING");
      input.put("building", building);
    }
    JsonNode answer =
        ask(
            "officer",
            "query C($input: ContactCheckInput!) { contactCheck(input: $input) { verdict"
                + " conditions { code because { source document clause } } } }",
            Map.of("input", input));
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    return answer.at("/data/contactCheck");
  }

  private static String verdict(JsonNode check) {
    return check.get("verdict").asString();
  }

  private static List<String> codes(JsonNode answer) {
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    return answer
        .at("/data/done/refusals")
        .valueStream()
        .map(refusal -> refusal.get("code").asString())
        .toList();
  }
}
