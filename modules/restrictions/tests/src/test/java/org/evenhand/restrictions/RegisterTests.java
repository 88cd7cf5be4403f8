package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerView;
import org.evenhand.spi.Nature;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** The register at the desk: who is told what, and who of them knows when it is over. */
class RegisterTests extends ActStory {

  @Autowired Assignments assignments;

  private Response ask(As seat, String document, Map<String, Object> variables) {
    return seat.call(
        () -> {
          var request = graphQl.document(document);
          variables.forEach(request::variable);
          return request.execute();
        });
  }

  private static List<String> refusals(Response response) {
    return response.path("answer.refusals[*].code").entityList(String.class).get();
  }

  private long reads(String act, UUID person) {
    return jdbc.sql(
            "select count(*) from foundation.audit_entry where kind = 'R' and act = ? and person_id"
                + " = ?")
        .param(act)
        .param(person)
        .query(Long.class)
        .single();
  }

  private String building(String code) {
    return gid("Building", buildings.find(code).orElseThrow().id().value());
  }

  /** Excluded from the housing office; for safety, at once, where that is asked for. */
  private RestrictionView excluded(CustomerView customer, boolean safety) {
    Draft draft = action(determined(customer), EXCLUSION, excludedFrom("housing-office"));
    return inForce(safety ? draft.nature(Nature.SAFETY) : draft);
  }

  // Question 27

  private static final String EXCLUSIONS =
      """
      query($b: ID!, $on: Date) { buildingExclusions(building: $b, on: $on) {
        on exclusions { name bornIn reference until safety publicMeetings admittedFor wordsToSay { value } }
      } }
      """;

  private Response exclusions(As seat, String code) {
    return ask(seat, EXCLUSIONS, Map.of("b", building(code)));
  }

  private static List<String> names(Response response) {
    return response.path("buildingExclusions.exclusions[*].name").entityList(String.class).get();
  }

  @Test
  @DisplayName(
      "P8.3.13, F8, question 27: who is excluded from this building, until when, but for what")
  void whoIsExcludedFromThisBuilding() {
    CustomerView customer = customer("Xavier Excluded");
    RestrictionView exclusion = excluded(customer, false);
    inForce(action(determined(customer("Tina Elsewhere")), TIME_SLOT, slots()));

    Response answer = exclusions(As.officer("housing"), "housing-office");

    assertThat(names(answer)).contains("Xavier Excluded").doesNotContain("Tina Elsewhere");
    String mine = "buildingExclusions.exclusions[?(@.name == 'Xavier Excluded')].";
    answer.path(mine + "bornIn").entityList(Integer.class).containsExactly(1980);
    answer.path(mine + "until").entityList(String.class).containsExactly("2027-02-23");
    answer.path(mine + "publicMeetings").entityList(Boolean.class).containsExactly(true);
    answer.path(mine + "reference").entityList(String.class).containsExactly(exclusion.reference());
    answer.path(mine + "admittedFor[*]").entityList(String.class).contains("elections");
    assertThat(answer.path("buildingExclusions").entity(Object.class).get().toString())
        .doesNotContain("Offensive remarks", telephone(customer).substring(3));
    assertThat(reads("buildingExclusions", customer.id().value())).isEqualTo(1);
    assertThat(names(exclusions(As.headOfCustomerServices(), "leisure-centre"))).isEmpty();

    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(exclusion.id(), null, "Contact is calm")));
    assertThat(names(exclusions(As.officer("housing"), "housing-office")))
        .doesNotContain("Xavier Excluded");
  }

  @Test
  @DisplayName("T20, question 27: by assignment to the desk, and for nobody who works elsewhere")
  void onlyForWhoWorksThere() {
    excluded(customer("Wendy Where"), false);
    As reception = As.person("spoc-2", "Dana Deputy", "OFFICER", "leisure");
    exclusions(reception, "housing-office").path("buildingExclusions").valueIsNull();
    exclusions(As.officer("leisure"), "housing-office").path("buildingExclusions").valueIsNull();

    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        assignments.record(
                            new AssignmentToRecord(
                                null,
                                null,
                                officer("spoc-2").id(),
                                AssignmentKind.RECEPTION,
                                new GlobalId(
                                    "Building",
                                    buildings.find("housing-office").orElseThrow().id().value()),
                                MONDAY,
                                MONDAY),
                            currentActor.get(),
                            clock.instant())));
    assertThat(names(exclusions(reception, "housing-office"))).contains("Wendy Where");
    clock.advance(Duration.ofDays(1));
    exclusions(reception, "housing-office").path("buildingExclusions").valueIsNull();
  }

  // The desk list

  private Response deskList(As seat, String code) {
    return ask(
        seat,
        """
        mutation($input: DeskListInput!) { answer: deskList(input: $input) {
          deskList { people expiresAt html } refusals { code } } }
        """,
        Map.of("input", Map.of("building", building(code))));
  }

  @Test
  @DisplayName("F8, T20: on paper for safety only, good until midnight, each print on record")
  void theListOnPaperExpires() {
    CustomerView safety = customer("Saul <Safety> & Son");
    CustomerView restricted = customer("Rhona Restricted");
    excluded(safety, true);
    excluded(restricted, false);

    Response printed = deskList(As.officer("housing"), "housing-office");

    assertThat(refusals(printed)).isEmpty();
    printed
        .path("answer.deskList.expiresAt")
        .entity(String.class)
        .satisfies(at -> assertThat(Instant.parse(at)).isEqualTo("2026-11-24T00:00:00Z"));
    printed
        .path("answer.deskList.html")
        .entity(String.class)
        .satisfies(
            html ->
                assertThat(html)
                    .startsWith("<!doctype html>")
                    .contains("Only good on 23 November 2026")
                    .contains("Saul &lt;Safety&gt; &amp; Son")
                    .doesNotContain("Rhona", "<Safety>", "Offensive"));
    assertThat(reads("deskList", safety.id().value())).isEqualTo(1);
    assertThat(reads("deskList", restricted.id().value())).isZero();
    assertThat(
            jdbc.sql("select count(*) from restrictions.desk_list where printed_by = 'officer-1'")
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(refusals(deskList(As.officer("leisure"), "housing-office")))
        .containsExactly("NOT_YOUR_BUILDING");
  }

  // Question 33

  private Response nothing(As seat, Map<String, Object> identity) {
    return ask(
        seat,
        """
        mutation($input: NothingInForceInput!) { answer: nothingInForce(input: $input) {
          statement { reference at customerReference name given text { value } }
          refusals { code message } } }
        """,
        Map.of("input", Map.of("identity", identity)));
  }

  @Test
  @DisplayName("F7, question 33: nothing in force, dated, with a reference, and logged as a read")
  void nothingIsInForce() {
    CustomerView customer = customer("Nora Nothing");

    Response answer = nothing(As.officer("housing"), twoIdentifiers(customer));

    assertThat(refusals(answer)).isEmpty();
    answer
        .path("answer.statement.customerReference")
        .entity(String.class)
        .isEqualTo(customer.reference());
    answer
        .path("answer.statement.text.value")
        .entity(String.class)
        .satisfies(
            words -> assertThat(words).contains("Monday 23 November 2026").doesNotContain("{"));
    answer
        .path("answer.statement.reference")
        .entity(String.class)
        .satisfies(reference -> assertThat(reference).matches("N-\\d{6}"));
    assertThat(reads("nothingInForce", customer.id().value())).isEqualTo(1);
  }

  @Test
  @DisplayName("F7, T20: something is in force: refused without a word of what, and still a read")
  void somethingIsInForce() {
    CustomerView customer = customer("Sonja Something");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));

    Response answer = nothing(As.officer("housing"), twoIdentifiers(customer));

    assertThat(refusals(answer)).containsExactly("NOT_NOTHING");
    answer.path("answer.statement").valueIsNull();
    assertThat(answer.path("answer").entity(Object.class).get().toString())
        .doesNotContain(slot.reference(), "slot", "8.3");
    assertThat(reads("nothingInForce", customer.id().value())).isEqualTo(1);
  }

  @Test
  @DisplayName("F7, T21: for somebody with no record too; never on one thing alone")
  void alsoForSomebodyWithoutRecord() {
    CustomerView customer = customer("Olaf One");
    inForce(action(determined(customer), TIME_SLOT, slots()));

    Response unknown =
        nothing(As.officer("housing"), Map.of("name", "Nobody Known", "dateOfBirth", "1990-01-01"));
    assertThat(refusals(unknown)).isEmpty();
    unknown.path("answer.statement.customerReference").valueIsNull();
    for (Map<String, Object> alone :
        List.<Map<String, Object>>of(
            Map.of("telephone", telephone(customer)), Map.of("telephone", "01632960999"))) {
      assertThat(refusals(nothing(As.officer("housing"), alone)))
          .containsExactly("TWO_IDENTIFIERS_NEEDED");
    }
  }

  @Test
  @DisplayName("T20: Legal and an auditor state nothing, print nothing and acknowledge nothing")
  void forbiddenToWhoHasNoPartAtTheDesk() {
    CustomerView customer = customer("Fay Forbidden");
    for (As seat : List.of(As.legal(), As.auditor())) {
      isForbidden(nothing(seat, twoIdentifiers(customer)));
      isForbidden(deskList(seat, "housing-office"));
      isForbidden(acknowledge(seat, gid("RestrictionTelling", UUID.randomUUID()), null));
    }
    assertThat(reads("nothingInForce", customer.id().value())).isZero();
  }

  // F11

  private static final String TELLINGS =
      """
      query($id: ID!) { restriction(id: $id) {
        endComplete tellings { id version told name reference endToldAt endAcknowledgedBy overdue }
      } }
      """;

  private Response tellings(RestrictionView restriction) {
    return ask(
        As.headOfCustomerServices(),
        TELLINGS,
        Map.of("id", gid("Restriction", restriction.id().value())));
  }

  private Response acknowledge(As seat, String telling, Integer version) {
    var input = new HashMap<String, Object>();
    input.put("telling", telling);
    input.put("expectedVersion", version);
    return ask(
        seat,
        """
        mutation($input: RestrictionTellingAcknowledgeInput!) {
          answer: restrictionTellingAcknowledge(input: $input) {
            telling { version acknowledgedBy endAcknowledgedBy } refusals { code } } }
        """,
        Map.of("input", input));
  }

  @Test
  @DisplayName(
      "F11: service, desk and officer are told of it and of its end; complete when all know")
  void everybodyToldIsToldOfTheEnd() {
    CustomerView customer = customer("Tove Told");
    RestrictionView spoc = inForce(action(determined(customer), SPOC, spoc("only")));
    Response before = tellings(spoc);
    before
        .path("restriction.tellings[*].told")
        .entityList(String.class)
        .contains("SERVICE_AREA", "OFFICER");
    before
        .path("restriction.tellings[*].name")
        .entityList(String.class)
        .contains("The housing", "Sam Contact", "Dana Deputy");
    before.path("restriction.endComplete").valueIsNull();

    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(spoc.id(), null, "Contact is calm")));
    Response after = tellings(spoc);
    after.path("restriction.endComplete").entity(Boolean.class).isEqualTo(false);
    List<Map<?, ?>> open =
        after.path("restriction.tellings").entityList(Object.class).get().stream()
            .<Map<?, ?>>map(t -> (Map<?, ?>) t)
            .toList();
    for (Map<?, ?> telling : open) {
      assertThat(telling.get("endToldAt")).isNotNull();
      var id = GlobalId.uuid("RestrictionTelling", (String) telling.get("id")).orElseThrow();
      assertThat(duties.openFor(id))
          .singleElement()
          .satisfies(
              duty -> {
                assertThat(duty.kind()).isEqualTo("ACKNOWLEDGE_END_OF_RESTRICTION");
                assertThat(duty.dueOn()).isEqualTo(MONDAY.plusDays(2));
              });
      assertThat(refusals(acknowledge(As.officer("leisure"), (String) telling.get("id"), null)))
          .contains("NOT_TOLD_TO_YOU");
      As whose =
          switch ((String) telling.get("name")) {
            case "Sam Contact" -> As.person("spoc-1", "Sam Contact", "OFFICER", "leisure");
            case "Dana Deputy" -> As.person("spoc-2", "Dana Deputy", "OFFICER", "leisure");
            default -> As.headOfService("housing");
          };
      assertThat(refusals(acknowledge(whose, (String) telling.get("id"), 99))).hasSize(1);
      assertThat(
              refusals(
                  acknowledge(whose, (String) telling.get("id"), (Integer) telling.get("version"))))
          .isEmpty();
      assertThat(refusals(acknowledge(whose, (String) telling.get("id"), null)))
          .containsExactly("TELLING_ACKNOWLEDGED_ALREADY");
      assertThat(duties.openFor(id)).isEmpty();
    }
    tellings(spoc).path("restriction.endComplete").entity(Boolean.class).isEqualTo(true);
  }

  @Test
  @DisplayName("F11: an end that is not acknowledged after two working days is chased and listed")
  void whoDoesNotAcknowledgeIsChased() {
    CustomerView customer = customer("Chas Chased");
    RestrictionView slot = inForce(action(determined(customer), TIME_SLOT, slots()));
    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(slot.id(), null, "Contact is calm")));
    UUID telling =
        jdbc.sql("select id from restrictions.telling where restriction_id = ?")
            .param(slot.id().value())
            .query(UUID.class)
            .single();

    clock.set(Instant.parse("2026-11-26T00:01:00Z"));
    duties.sweep(clock.instant());

    assertThat(duties.openFor(telling))
        .filteredOn(duty -> duty.kind().equals("END_OF_RESTRICTION_NOT_ACKNOWLEDGED"))
        .singleElement()
        .extracting(DutyView::ownerRole)
        .isEqualTo(Role.HEAD_OF_CUSTOMER_SERVICES);
    ask(
            As.headOfCustomerServices(),
            "{ restrictionTellings(overdue: true, first: 100) { totalCount edges { node { id"
                + " overdue restriction { id } } } } }",
            Map.of())
        .path("restrictionTellings.edges[*].node.id")
        .entityList(String.class)
        .contains(gid("RestrictionTelling", telling));
  }

  // Question 32

  private static Map<String, Object> block(String reference, Map<String, Object> identity) {
    return Map.of(
        "reference", reference, "identity", identity, "since", "2026-01-05", "what", "Calls");
  }

  private Response report(As seat, String system, List<Map<String, Object>> blocks) {
    var input = new HashMap<String, Object>();
    input.put("system", system);
    input.put("takenAt", clock.instant().toString());
    input.put("serves", List.of("leisure"));
    input.put("blocks", blocks);
    return seat.call(
        () ->
            graphQl
                .document(
                    """
                    mutation($input: ExternalBlocksReconcileInput!) {
                      answer: externalBlocksReconcile(input: $input) {
                        run { id orphans findings { id finding reference customer { reference }
                                                    restriction { reference } } }
                        refusals { code path } } }
                    """)
                .variable("input", input)
                .execute());
  }

  private static String finding(Response response, String reference) {
    return response
        .path("answer.run.findings[?(@.reference == '%s')].finding".formatted(reference))
        .entityList(String.class)
        .get()
        .getFirst();
  }

  private static UUID subject(Response response, String reference) {
    return GlobalId.uuid(
            "ExternalBlock",
            response
                .path("answer.run.findings[?(@.reference == '%s')].id".formatted(reference))
                .entityList(String.class)
                .get()
                .getFirst())
        .orElseThrow();
  }

  @Test
  @DisplayName("F9, F11, question 32: blocks with nothing behind them are somebody's to put right")
  void orphansAreFoundAndFollowed() {
    CustomerView matched = customer("Mia Matched");
    inForce(action(determined(matched), TIME_SLOT, slots()));
    CustomerView ended = customer("Enda Ended");
    RestrictionView over = inForce(action(determined(ended), TIME_SLOT, slots()));
    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(over.id(), null, "Contact is calm")));
    CustomerView waiting = customer("Wim Waiting");
    imposed(action(determined(waiting), TIME_SLOT, slots()));
    CustomerView nothing = customer("Nell Nothing");
    var blocks =
        List.of(
            block("B1", twoIdentifiers(matched)),
            block("B2", twoIdentifiers(ended)),
            block("B3", twoIdentifiers(waiting)),
            block("B4", twoIdentifiers(nothing)),
            block("B5", Map.of("reference", matched.reference())));

    Response first = report(As.headOfCustomerServices(), "switchboard", blocks);

    first.path("answer.refusals").entityList(Object.class).hasSize(0);
    assertThat(finding(first, "B1")).isEqualTo("MATCHED");
    assertThat(finding(first, "B2")).isEqualTo("RESTRICTION_ENDED");
    assertThat(finding(first, "B3")).isEqualTo("NOT_IN_FORCE");
    assertThat(finding(first, "B4")).isEqualTo("NO_RESTRICTION");
    assertThat(finding(first, "B5")).isEqualTo("NOT_IDENTIFIED");
    assertThat(duties.openFor(subject(first, "B1"))).isEmpty();
    for (String orphan : List.of("B2", "B3", "B4", "B5")) {
      assertThat(duties.openFor(subject(first, orphan)))
          .extracting(DutyView::kind)
          .containsExactly("EXTERNAL_BLOCK_ORPHAN");
    }

    clock.advance(Duration.ofHours(1));
    Response second =
        report(
            As.headOfCustomerServices(),
            "switchboard",
            List.of(block("B1", twoIdentifiers(matched)), block("B4", twoIdentifiers(nothing))));
    assertThat(duties.openFor(subject(first, "B2"))).isEmpty();
    assertThat(duties.openFor(subject(second, "B4"))).hasSize(1);
    assertThat(subject(second, "B4")).isEqualTo(subject(first, "B4"));
    As.auditor()
        .call(
            () ->
                graphQl
                    .document(
                        "{ externalBlocks(system: \"switchboard\") { totalCount edges { node {"
                            + " orphans findings { finding } } } } }")
                    .execute())
        .path("externalBlocks.totalCount")
        .entity(Integer.class)
        .isEqualTo(2)
        .path("externalBlocks.edges[0].node.findings")
        .entityList(Object.class)
        .satisfies(findings -> assertThat(findings).hasSizeGreaterThanOrEqualTo(2));
  }

  @Test
  @DisplayName("F9: a restriction that a system should know and does not is found too")
  void restrictionsWithoutBlock() {
    CustomerView customer = customer("Rob Restricted");
    RestrictionView unknownThere =
        inForce(action(determined(customer), TIME_SLOT, slots()).scope(false, HOUSING));

    Response answer =
        As.headOfCustomerServices()
            .call(
                () ->
                    graphQl
                        .document(
                            """
                            mutation($input: ExternalBlocksReconcileInput!) {
                              answer: externalBlocksReconcile(input: $input) {
                                run { findings { finding restriction { reference } } }
                                refusals { code } } }
                            """)
                        .variable(
                            "input",
                            Map.of(
                                "system", "housing-portal",
                                "takenAt", clock.instant().toString(),
                                "serves", List.of("housing"),
                                "blocks", List.of()))
                        .execute());

    answer
        .path(
            "answer.run.findings[?(@.finding =="
                + " 'RESTRICTION_WITHOUT_BLOCK')].restriction.reference")
        .entityList(String.class)
        .contains(unknownThere.reference());
  }

  @Test
  @DisplayName(
      "F9: a report that is wrong is refused whole, each mistake named, and writes nothing")
  void aWrongReportIsRefusedWhole() {
    CustomerView customer = customer("Rita Refused");
    long before = runs();

    Response answer =
        report(
            As.headOfCustomerServices(),
            "twice",
            List.of(
                block("B1", twoIdentifiers(customer)),
                block("B1", twoIdentifiers(customer)),
                block(" ", twoIdentifiers(customer))));

    answer
        .path("answer.refusals[*].code")
        .entityList(String.class)
        .containsExactly("BLOCK_NAMED_TWICE", "TEXT_MISSING");
    assertThat(runs()).isEqualTo(before);
    report(As.officer("housing"), "no", List.of())
        .errors()
        .satisfy(errors -> assertThat(errors).hasSize(1));
  }

  private long runs() {
    return jdbc.sql("select count(*) from restrictions.external_block_run")
        .query(Long.class)
        .single();
  }
}
