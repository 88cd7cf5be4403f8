package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.FactKeeping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * One person's case through every module, with one word in each of its texts, erased when all of it
 * is past its period (T26): the word stands nowhere, the audit trail is whole, the figures are the
 * same.
 */
class ErasedPersonTests extends RunningEvenhand {

  private static final CaseUnderWay.Place HOUSING =
      new CaseUnderWay.Place("housing", "head-of-service", "officer");
  private static final LocalDate TODAY = LocalDate.ofInstant(WEDNESDAY_AT_TEN, WorkingDays.LONDON);
  private static final Instant MUCH_LATER = Instant.parse("2036-01-09T10:00:00Z");
  private static final Pattern WRITTEN_BY_SOMEBODY = Pattern.compile("\\p{L}+ \\p{L}[\\s\\S]*");

  private final CaseUnderWay its = new CaseUnderWay(904, CaseUnderWay.Way.HAND, HOUSING, TODAY);
  private final Map<String, String> made = new HashMap<>();
  private final String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");

  @Autowired JdbcClient jdbc;
  @Autowired FactKeeping facts;

  @BeforeEach
  @AfterEach
  void onWednesday() {
    clock.set(WEDNESDAY_AT_TEN);
  }

  /** The same with the word in each text that somebody wrote. */
  private Object saying(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var said = new HashMap<Object, Object>();
        map.forEach((key, one) -> said.put(key, saying(one)));
        yield said;
      }
      case List<?> list -> list.stream().map(this::saying).toList();
      case String text when WRITTEN_BY_SOMEBODY.matcher(text).matches() ->
          text.endsWith(".")
              ? text.substring(0, text.length() - 1) + " " + word + "."
              : text + " " + word;
      default -> value;
    };
  }

  private String act(String client, String mutation, String of, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    JsonNode answer =
        ask(
            client,
            "mutation M($input: %s!) { done: %s(input: $input) { of: %s { id } refusals { code path } } }"
                .formatted(type, mutation, of),
            Map.of("input", saying(input)));
    String id = answer.at("/data/done/of/id").asString("");
    assertThat(id).as("%s: %s", mutation, answer).isNotEmpty();
    return id;
  }

  private void theCase() {
    while (!made.containsKey("notice")) {
      CaseUnderWay.Act act = its.next();
      JsonNode answer =
          ask(act.client(), act.operation(), Map.of("input", saying(act.input().get())));
      String id = answer.at("/data/done/of/id").asString("");
      assertThat(id).as("%s: %s", act.mutation(), answer).isNotEmpty();
      made.put(act.keep(), id);
      its.done(id);
    }
    act(
        "officer",
        "noticeServiceRecord",
        "notice",
        Map.of(
            "notice", made.get("notice"),
            "method", "HAND",
            "sentAt", WEDNESDAY_AT_TEN.toString(),
            "outcome", "SENT",
            "evidence", "Handed over at the desk"));
    String appeal =
        act(
            "head-of-customer-services",
            "appealLodge",
            "appeal",
            Map.of(
                "notice", made.get("notice"),
                "lodgedBy", "CUSTOMER",
                "channel", "EMAIL",
                "receivedOn", TODAY.toString(),
                "grounds", "The repair was six weeks late."));
    int version =
        ask(
                "head-of-customer-services",
                "query($id: ID!) { appeal(id: $id) { version } }",
                Map.of("id", appeal))
            .at("/data/appeal/version")
            .asInt();
    act(
        "head-of-customer-services",
        "appealWithdraw",
        "appeal",
        Map.of(
            "appeal",
            appeal,
            "expectedVersion",
            version,
            "receivedOn",
            TODAY.toString(),
            "words",
            "Lets the matter rest."));
    for (String restriction : List.of("slot", "medium")) {
      act(
          "head-of-service",
          "restrictionLift",
          "restriction",
          Map.of("restriction", made.get(restriction), "reason", "Contact is courteous again."));
    }
    act(
        "legal",
        "evidencePack",
        "evidencePack",
        Map.of(
            "consideration", made.get("consideration"),
            "purpose", "OMBUDSMAN",
            "recipient", "The Ombudsman for local government",
            "requestedBy", "Their investigator of complaints"));
  }

  /** What other tests show is done: letters are on the CRM, duties are discharged. */
  private void everythingElseIsDone() {
    GlobalId customer = GlobalId.parse(made.get("customer")).orElseThrow();
    jdbc.sql(
            """
            update correspondence.crm_recording
               set state = 'DONE', reference = 'CRM-' || id, recorded_at = now(), recorded_by = 'system'
             where customer_id = ? and state <> 'DONE'
            """)
        .param(customer.id())
        .update();
    jdbc.sql(
            """
            update foundation.duty set discharged_at = now(), discharged_by = 'system'
             where person_id = ? and discharged_at is null
            """)
        .param(customer.id())
        .update();
  }

  private List<String> figures() {
    var rows = new ArrayList<String>();
    for (String table : List.of("fact", "tally", "person_tally", "people_tally")) {
      rows.addAll(
          jdbc.sql("select '" + table + " ' || t::text from reporting." + table + " t order by 1")
              .query(String.class)
              .list());
    }
    return rows;
  }

  private JsonNode kept() {
    return ask(
            "data-protection-officer",
            "query($c: ID!) { recordsKept(customer: $c) { records { record recordType state } } }",
            Map.of("c", made.get("customer")))
        .at("/data/recordsKept/records");
  }

  @Test
  @DisplayName(
      "T26, F7, question 19: the word is gone from the whole database, nothing that counts has changed")
  void nothingButTheFiguresIsLeft() throws InterruptedException {
    theCase();
    everythingElseIsDone();
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "intake.customer.name",
            "intake.incident.account",
            "designation.determination.reasons",
            "restrictions.imposed.conduct",
            "restrictions.front_desk_person.name_key",
            "correspondence.notice_letter.html",
            "appeals.appeal.grounds",
            "sharing.evidence_pack.recipient");
    facts.rebuild();
    List<String> before = figures();
    assertThat(before).isNotEmpty();
    clock.set(MUCH_LATER);
    JsonNode kept = kept();
    assertThat(kept.valueStream().map(r -> r.get("recordType").asString()))
        .contains("Customer", "Incident", "Consideration", "Restriction", "Notice", "Appeal");
    assertThat(kept.valueStream())
        .as("%s", kept)
        .allSatisfy(r -> assertThat(r.get("state").asString()).isEqualTo("DUE"));

    JsonNode erased =
        ask(
            "data-protection-officer",
            """
            mutation($input: RecordsEraseInput!) { recordsErase(input: $input) {
              erasure { counts { recordClass count } } refusals { code path } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "customer", made.get("customer"),
                    "records", kept.valueStream().map(r -> r.get("record").asString()).toList(),
                    "reason", "Past its period")));

    assertThat(erased.at("/data/recordsErase/erasure/counts").size()).as("%s", erased).isPositive();
    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    assertThat(kept().size()).isZero();
    assertThat(figures()).isEqualTo(before);
    facts.rebuild();
    assertThat(figures()).isEqualTo(before);
    assertThat(
            ask("auditor", "{ auditVerification { intact breaks { reason } } }")
                .at("/data/auditVerification/intact")
                .asBoolean())
        .isTrue();
    for (String file : List.of("customer", "consideration", "slot", "notice")) {
      assertThat(
              ask(
                      "data-protection-officer",
                      "query($id: ID!) { node(id: $id) { __typename id } }",
                      Map.of("id", made.get(file)))
                  .at("/data/node/id")
                  .asString())
          .isEqualTo(made.get(file));
    }
  }
}
