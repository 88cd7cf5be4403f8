package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Finding;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.ReportFormat;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.test.tester.GraphQlTester;

/** PR.1, P4.1, P4.3: a quarterly report from its draft to what was recommended on it. */
class QuarterlyReportTests extends ReportingModuleTest {

  /** Each test has quarters of its own, long ago, since there is one report for each. */
  private static final AtomicInteger QUARTER = new AtomicInteger();

  private Quarter quarter = Quarter.of(TODAY);

  @BeforeEach
  void aQuarterOfItsOwn() {
    quarter = new Quarter(LocalDate.of(2000, 1, 1).plusMonths(6L * QUARTER.getAndIncrement()));
  }

  private static final String RESULT =
      " { report { id version status digest csv figures { measure { code } number"
          + " serviceArea { code } } } refusals { code } warnings { code } } }";

  private UUID incident() {
    UUID id = UUID.randomUUID();
    facts.note(
        Note.of(Heard.INCIDENT, id, NOW).by(UUID.randomUUID()).in(area).on(quarter.firstDay()));
    return id;
  }

  private GraphQlTester.Response act(As who, String name, Map<String, ?> input) {
    return ask(
        who,
        "mutation ($input: %sInput!) { %s(input: $input)"
                .formatted(Character.toUpperCase(name.charAt(0)) + name.substring(1), name)
            + RESULT,
        Map.of("input", input));
  }

  private GraphQlTester.Response draft() {
    return act(
        As.headOfCustomerServices(),
        "reportDraft",
        Map.of("quarter", quarter.lastDay().toString(), "commentary", "Fewer contacts."));
  }

  private static String id(GraphQlTester.Response response, String act) {
    return response.path(act + ".report.id").entity(String.class).get();
  }

  private static void refused(GraphQlTester.Response response, String act, String... codes) {
    response
        .path(act + ".refusals[*].code")
        .entityList(String.class)
        .satisfies(all -> assertThat(all).containsExactly(codes));
  }

  private String presented() {
    String report = id(draft(), "reportDraft");
    refused(
        act(As.cmtMember(), "reportReview", Map.of("report", report, "words", "Read it.")),
        "reportReview");
    refused(
        act(
            As.headOfCustomerServices(),
            "reportPresent",
            Map.of("report", report, "toWhom", "Leadership team", "on", TODAY.toString())),
        "reportPresent");
    return report;
  }

  @Test
  @DisplayName("PR.1: drafted, reviewed by somebody else, presented, published, in this order")
  void goesOnByOneStepAtATime() {
    incident();
    var drafted = draft();
    String report = id(drafted, "reportDraft");
    drafted.path("reportDraft.report.status").entity(String.class).isEqualTo("DRAFT");
    drafted
        .path("reportDraft.report.csv")
        .entity(String.class)
        .satisfies(
            csv ->
                assertThat(csv)
                    .startsWith("quarter,measure,service_area,breakdown,code,number\r\n")
                    .contains(quarter.firstDay() + ",INCIDENTS," + area + ",,,1\r\n"));

    refused(
        act(As.headOfCustomerServices(), "reportReview", Map.of("report", report, "words", "Ok")),
        "reportReview",
        "REVIEWER_DRAFTED_IT");
    refused(
        act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report)),
        "reportPublish",
        "REPORT_WRONG_STATUS");
    refused(
        act(As.cmtMember(), "reportReview", Map.of("report", report, "words", "Clear.")),
        "reportReview");
    refused(
        act(
            As.headOfCustomerServices(),
            "reportPresent",
            Map.of("report", report, "toWhom", " ", "on", "2027-01-01")),
        "reportPresent",
        "TEXT_MISSING",
        "DATE_IN_FUTURE");
    refused(
        act(
            As.headOfCustomerServices(),
            "reportPresent",
            Map.of("report", report, "toWhom", "Leadership team", "on", TODAY.toString())),
        "reportPresent");
    refused(draft(), "reportDraft", "REPORT_WRONG_STATUS");
    refused(
        act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report)),
        "reportPublish");
  }

  @Test
  @DisplayName("PR.1: published figures stay; what was put right later is in them nowhere")
  void whatIsPublishedNeverChanges() {
    UUID incident = incident();
    incident();
    String report = presented();
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));
    String ask =
        """
        query ($quarter: Date!) { quarterlyReport(quarter: $quarter) {
          status digest csv countsTheSameAgain presentations { toWhom on }
          documents { format size digest } } }
        """;
    Map<String, String> which = Map.of("quarter", quarter.firstDay().toString());
    Map<?, ?> before =
        ask(As.auditor(), ask, which).path("quarterlyReport").entity(Map.class).get();
    assertThat(before.get("status")).isEqualTo("PUBLISHED");
    assertThat(before.get("countsTheSameAgain")).isEqualTo(true);

    assertThat((List<?>) before.get("documents")).hasSize(ReportFormat.values().length);
    String tables =
        "query ($quarter: Date!) { memberTables(quarter: $quarter) {"
            + " publishedAt small csv digest tables { kind rows { cells { number } } } } }";
    Map<?, ?> membersBefore =
        ask(As.electedMember(), tables, which).path("memberTables").entity(Map.class).get();

    facts.note(Note.of(Heard.VOID, incident, NOW.plusSeconds(60)));
    keeping.rebuild();

    assertThat(figures.measured(quarter, HOFCS, TODAY))
        .as("the live figures follow the correction")
        .anyMatch(f -> area.equals(f.serviceArea()) && f.number().intValue() == 1);
    assertThat(ask(As.auditor(), ask, which).path("quarterlyReport").entity(Map.class).get())
        .isEqualTo(before);
    assertThat(ask(As.electedMember(), tables, which).path("memberTables").entity(Map.class).get())
        .as("nor do the members' tables")
        .isEqualTo(membersBefore);
    assertThatThrownBy(
            () ->
                jdbc.sql("update reporting.quarterly_report set commentary = 'x' where quarter = ?")
                    .param(quarter.firstDay())
                    .update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("delete from reporting.quarterly_report where quarter = ?")
                    .param(quarter.firstDay())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  private static final String MEMBERS =
      "query ($q: Date!) { memberTables(quarter: $q) { csv digest"
          + " tables { kind columns { code } rows { serviceArea { code } cells { number } } } } }";

  private GraphQlTester.Response members() {
    return ask(As.electedMember(), MEMBERS, Map.of("q", quarter.firstDay().toString()));
  }

  /** As if there had been none of this, or it had been made by other rules. */
  private void pretend(String statement, Object... values) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("set local role none").update();
          jdbc.sql("set local session_replication_role = replica").update();
          assertThat(jdbc.sql(statement).params(values).update()).isPositive();
        });
  }

  @Test
  @DisplayName(
      "PR.1, PR.2: what members see is made once, hashed, and no rule made later changes it")
  void membersFormIsMadeOnce() {
    for (int i = 0; i < 7; i++) {
      incident();
    }
    String report = presented();
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));
    String csv = members().path("memberTables.csv").entity(String.class).get();
    assertThat(csv)
        .startsWith("quarter,table,service_area,measure,number\r\n")
        .contains(quarter.firstDay() + ",SERVICE_AREAS," + area + ",INCIDENTS,5\r\n")
        .contains(quarter.firstDay() + ",COUNCIL,,RESTRICTIONS_IN_FORCE,");
    members().path("memberTables.digest").entity(String.class).isEqualTo(FrozenFigures.digest(csv));
    for (String change :
        List.of(
            "update reporting.member_form set content = 'x'",
            "delete from reporting.member_form")) {
      assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class);
    }

    String thisOne =
        " where report = (select id from reporting.quarterly_report where quarter = ?)";
    pretend("delete from reporting.member_form" + thisOne, quarter.firstDay());
    assertThat(members().path("memberTables.csv").entity(String.class).get())
        .as("of one published before there were any, from its frozen figures")
        .isEqualTo(csv);

    String otherRules = csv.replace(area + ",INCIDENTS,5", area + ",INCIDENTS,6");
    pretend(
        "update reporting.member_form set content = ?, digest = 'of then'" + thisOne,
        otherRules,
        quarter.firstDay());
    assertThat(members().path("memberTables.csv").entity(String.class).get()).isEqualTo(otherRules);
    members()
        .path(
            "memberTables.tables[0].rows[?(@.serviceArea.code == '" + area + "')].cells[*].number")
        .entityList(Integer.class)
        .containsExactly(6, 5, 0, 0);
    assertThat(figuresForMembers())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("incidents", 6));
  }

  private List<Object> state() {
    return ask(
            As.auditor(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { status version digest commentary } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport")
        .entity(Map.class)
        .get()
        .values()
        .stream()
        .map(Object.class::cast)
        .toList();
  }

  @Test
  @DisplayName("PR.1: a report that was presented, or published, is not counted again")
  void whatWasPresentedIsNotCountedAgain() {
    incident();
    String report = presented();
    for (String status : List.of("PRESENTED", "PUBLISHED")) {
      if (status.equals("PUBLISHED")) {
        act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));
      }
      List<Object> before = state();
      assertThat(before).contains(status);
      incident();
      refused(
          act(
              As.headOfCustomerServices(),
              "reportDraft",
              Map.of(
                  "quarter",
                  quarter.firstDay().toString(),
                  "commentary",
                  "Once more.",
                  "expectedVersion",
                  Objects.requireNonNull(before.get(1)))),
          "reportDraft",
          "REPORT_WRONG_STATUS");
      assertThat(state()).isEqualTo(before);
    }
  }

  private void incidents(int howMany, ServiceAreaCode where, String family) {
    for (int i = 0; i < howMany; i++) {
      facts.note(
          Note.of(Heard.INCIDENT, UUID.randomUUID(), NOW)
              .in(where)
              .on(quarter.firstDay())
              .tagged(Axis.FAMILY, family));
    }
  }

  private List<String> frozenNeeds(As reader) {
    return ask(
            reader,
            "query ($q: Date!) { quarterlyReport(quarter: $q) {"
                + " trainingNeeds { serviceArea { code } code here ofHere elsewhere ofElsewhere } } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.trainingNeeds")
        .entityList(Map.class)
        .get()
        .stream()
        .map(Objects::requireNonNull)
        .map(
            need ->
                ((Map<?, ?>) Objects.requireNonNull(need.get("serviceArea"))).get("code")
                    + " "
                    + need.get("code")
                    + (" " + need.get("here") + "/" + need.get("ofHere"))
                    + (" " + need.get("elsewhere") + "/" + need.get("ofElsewhere")))
        .toList();
  }

  @Test
  @DisplayName("P4.1, PR.2: training needs are frozen with the report, and on its page and sheets")
  void trainingNeedsAreFrozen() {
    ServiceAreaCode other = newArea(null);
    incidents(12, area, "MANNER");
    incidents(3, area, "DEMANDS");
    incidents(10, other, "MANNER");
    incidents(30, other, "DEMANDS");
    String report = presented();
    List<String> needs = List.of(area + " MANNER 12/15 10/40", other + " DEMANDS 30/40 3/15");
    assertThat(frozenNeeds(As.cmtMember())).containsExactlyInAnyOrderElementsOf(needs);
    assertThat(frozenNeeds(As.headOfService(area.value()))).containsExactly(needs.getFirst());

    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));
    incidents(200, other, "MANNER");

    ask(
            As.cmtMember(),
            "query ($q: Date!) { trainingNeeds(quarter: $q) { serviceArea { code } code } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("trainingNeeds")
        .entityList(Map.class)
        .satisfies(
            live ->
                assertThat(live)
                    .as("live, the service has no more of it than the rest")
                    .doesNotContain(
                        Map.of("serviceArea", Map.of("code", area.value()), "code", "MANNER")));
    assertThat(frozenNeeds(As.cmtMember())).containsExactlyInAnyOrderElementsOf(needs);
    ask(
            As.cmtMember(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { page } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.page")
        .entity(String.class)
        .satisfies(
            page ->
                assertThat(page)
                    .contains("Where training is needed")
                    .contains("12 of 15")
                    .contains("10 of 40"));
  }

  private boolean countsTheSame() {
    return ask(
            As.auditor(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { countsTheSameAgain } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.countsTheSameAgain")
        .entity(Boolean.class)
        .get();
  }

  @Test
  @DisplayName(
      "PR.1, T27, T23: whatever is put right later, counting as of the cut-off gives the same again")
  void isCountedTheSameAgainAfterCorrections() {
    ServiceAreaCode other = newArea(null);
    LocalDate day = quarter.firstDay().plusDays(9);
    UUID ann = UUID.randomUUID();
    UUID bea = UUID.randomUUID();
    UUID contact = UUID.randomUUID();
    UUID restriction = UUID.randomUUID();
    UUID duty = UUID.randomUUID();
    List<UUID> incidents = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    incidents.forEach(
        id ->
            facts.note(
                Note.of(Heard.INCIDENT, id, NOW)
                    .by(ann)
                    .in(area)
                    .on(day)
                    .tagged(Axis.BEHAVIOUR, "SHOUTING")
                    .tagged(Axis.CHANNEL, "PHONE")));
    facts.note(Note.of(Heard.INCIDENT, UUID.randomUUID(), NOW).by(bea).in(area).on(day));
    facts.note(
        Note.of(Heard.CONTACT, contact, NOW)
            .by(ann)
            .in(area)
            .on(day)
            .flagged(false)
            .tagged(Axis.CHANNEL, "PHONE"));
    facts.note(
        Note.of(Heard.EFFECT, restriction, NOW)
            .by(ann)
            .in(area)
            .on(day)
            .tagged(Axis.NATURE, "RESTRICTIVE"));
    facts.note(
        Note.of(Heard.DUTY, duty, NOW)
            .in(area)
            .on(day)
            .due(day.plusDays(3))
            .tagged(Axis.DUTY, "REVIEW_RESTRICTION"));
    String report = presented();
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));
    List<Figure> before = figures.measured(quarter, HOFCS, TODAY);

    Instant later = NOW.plusSeconds(60);
    facts.note(Note.of(Heard.VOID, incidents.getFirst(), later));
    facts.note(Note.of(Heard.ATTRIBUTION, incidents.get(1), later).by(bea));
    facts.note(
        Note.of(Heard.CORRECTION, incidents.get(2), later)
            .in(other)
            .on(day.minusMonths(4))
            .tagged(Axis.BEHAVIOUR, "INSISTING"));
    facts.note(Note.of(Heard.MERGE, UUID.randomUUID(), later).by(bea).of(ann));
    facts.note(Note.of(Heard.REWEIGHED, contact, later).flagged(true));
    facts.note(Note.of(Heard.ENDING, restriction, later).in(area).on(day.plusDays(1)));
    facts.note(Note.of(Heard.DISCHARGE, duty, later));
    incident();
    keeping.rebuild();

    assertThat(figures.measured(quarter, HOFCS, TODAY))
        .as("the live figures have all of it")
        .isNotEqualTo(before);
    assertThat(countsTheSame()).isTrue();
  }

  @Test
  @DisplayName("PR.1: counting again finds figures that are not what was on record, digest and all")
  void findsFiguresThatWereTamperedWith() {
    incident();
    draft();
    assertThat(countsTheSame()).isTrue();
    String content =
        jdbc.sql("select content from reporting.quarterly_report where quarter = ?")
            .param(quarter.firstDay())
            .query(String.class)
            .single();
    String tampered = content.replace("INCIDENTS," + area + ",,,1", "INCIDENTS," + area + ",,,2");
    assertThat(tampered).isNotEqualTo(content);
    String change =
        "update reporting.quarterly_report set content = ?, digest = ? where quarter = ?";
    jdbc.sql(change).params(tampered, FrozenFigures.digest(tampered), quarter.firstDay()).update();
    assertThat(countsTheSame()).isFalse();
    jdbc.sql(change).params(content, FrozenFigures.digest(tampered), quarter.firstDay()).update();
    assertThat(countsTheSame()).isFalse();
  }

  @Test
  @DisplayName(
      "PR.1: a report from before a measure or a zero was told still counts the same again")
  void isCountedTheSameAgainByLaterCode() {
    facts.note(
        Note.of(Heard.INCIDENT, UUID.randomUUID(), NOW)
            .in(area)
            .on(quarter.firstDay())
            .tagged(Axis.FAMILY, "MANNER"));
    facts.note(
        Note.of(Heard.CONTACT, UUID.randomUUID(), NOW)
            .by(UUID.randomUUID())
            .in(area)
            .on(quarter.firstDay())
            .flagged(false));
    facts.note(
        Note.of(Heard.WARNING, UUID.randomUUID(), NOW)
            .by(UUID.randomUUID())
            .on(quarter.firstDay()));
    draft();
    String content =
        jdbc.sql("select content from reporting.quarterly_report where quarter = ?")
            .param(quarter.firstDay())
            .query(String.class)
            .single();
    assertThat(content).contains("PER_1000_CONTACTS,,FAMILY,MANNER,1000.0", "PEOPLE_WARNED,,,,1");
    String before =
        content
            .lines()
            .filter(line -> !line.contains("PER_1000_CONTACTS") || line.contains(",,,"))
            .filter(line -> !line.contains("PEOPLE_WARNED") && !line.endsWith(",0"))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    jdbc.sql("update reporting.quarterly_report set content = ?, digest = ? where quarter = ?")
        .params(before, FrozenFigures.digest(before), quarter.firstDay())
        .update();

    assertThat(countsTheSame()).isTrue();
    ask(
            As.cmtMember(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { page } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.page")
        .entity(String.class)
        .satisfies(
            page ->
                assertThat(page.substring(page.indexOf("<h2>Not told</h2>")))
                    .contains("<li>People warned</li>")
                    .doesNotContain("<li>Warnings</li>"));
  }

  private String kept(String measure, String code) {
    return ask(
            As.auditor(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { csv countsTheSameAgain } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.csv")
        .entity(String.class)
        .get()
        .lines()
        .filter(line -> line.contains("," + measure + ",") && line.contains("," + code + ","))
        .map(line -> line.substring(line.lastIndexOf(',') + 1))
        .findFirst()
        .orElse("nothing");
  }

  @Test
  @DisplayName(
      "PR.1, PR.3, F10: returns received and missing and findings of the policy are frozen with it")
  void whatStandsBesideIsFrozenToo() {
    for (var returned : Map.of(area, 3, newArea(null), 4).entrySet()) {
      jdbc.sql(
              """
              insert into reporting.service_return
                (id, version, service_area, provider, quarter, due_on, contacts,
                 contacts_caused_by_us, incidents, warnings, restrictions, appeals, policy_adopted,
                 words, submitted_by, submitted_at)
              values (gen_random_uuid(), 0, ?, 'Somebody', ?, ?, ?, 1, 2, 0, 0, 0, true, 'Quiet.',
                      'provider', ?)
              """)
          .params(
              returned.getKey().value(),
              quarter.firstDay(),
              quarter.lastDay().plusDays(21),
              returned.getValue(),
              NOW.plusSeconds(returned.getValue() == 3 ? -60 : 60).atOffset(ZoneOffset.UTC))
          .update();
    }
    incident();
    Mockito.when(policies.findingsInForce(NOW))
        .thenReturn(List.of(Mockito.mock(Finding.class), Mockito.mock(Finding.class)));
    String report = presented();
    Mockito.when(policies.findingsInForce(NOW)).thenReturn(List.of());
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));

    jdbc.sql("update reporting.service_return set contacts = 99 where quarter = ? and contacts = 4")
        .param(quarter.firstDay())
        .update();
    keeping.rebuild();

    assertThat(kept("RETURNS_ASKED_FOR", "")).isEqualTo("2");
    assertThat(kept("RETURNS_RECEIVED", "")).isEqualTo("1");
    assertThat(kept("RETURNS_MISSING", "")).as("one came too late").isEqualTo("1");
    assertThat(kept("RETURNED", "CONTACTS")).isEqualTo("3");
    assertThat(kept("POLICY_FINDINGS", ""))
        .as("two were open when it was counted, though they are mended since")
        .isEqualTo("2");
    assertThat(kept("FAULTS", "F20")).as("each of the twenty is told").isEqualTo("0");
    assertThat(kept("FAULTS_PREVENTED", "F8")).isEqualTo("0");
    ask(
            As.auditor(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { countsTheSameAgain"
                + " trainingNeeds { code } } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport.countsTheSameAgain")
        .entity(Boolean.class)
        .isEqualTo(true);
  }

  @Test
  @DisplayName("PR.2: members see fixed tables of what is published, rounded, and nothing before")
  void membersSeeTablesOfWhatIsPublished() {
    for (int i = 0; i < 7; i++) {
      incident();
    }
    String report = presented();
    String ask =
        """
        query ($q: Date!) { memberTables(quarter: $q) { small tables { kind rows {
          serviceArea { code } cells { measure { code } number } } } } }
        """;
    Map<String, String> which = Map.of("q", quarter.firstDay().toString());
    ask(As.electedMember(), ask, which).path("memberTables").valueIsNull();
    assertThat(figuresForMembers()).as("nothing of what is not published").isEmpty();

    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));

    ask(As.electedMember(), ask, which)
        .path(
            "memberTables.tables[0].rows[?(@.serviceArea.code == '" + area + "')].cells[*].number")
        .entityList(Integer.class)
        .containsExactly(5, 5, 0, 0);
    assertThat(figuresForMembers())
        .as("by area they see a row of the same table")
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("incidents", 5)
                    .containsEntry("people", 5)
                    .containsEntry("incidentsOfUnknownPeople", null)
                    .containsEntry("rounded", true));
    for (int i = 0; i < 9; i++) {
      incident();
    }
    assertThat(figuresForMembers())
        .as("differencing between days: what came later changes nothing")
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("incidents", 5));
    for (As nobody : List.of(As.officer("housing"), As.contractor("leisure"), As.integrator())) {
      ask(nobody, ask, which)
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("FORBIDDEN"));
    }
  }

  private List<Map<String, Object>> figuresForMembers() {
    return ask(
            As.electedMember(),
            """
            query ($areas: [String!], $quarters: [Date!]) {
              incidentFigures(serviceAreas: $areas, quarters: $quarters) {
                incidents people incidentsOfUnknownPeople contacts rounded
                withheld { field reason } } }
            """,
            Map.of(
                "areas",
                List.of(area.value()),
                "quarters",
                List.of(quarter.firstDay().toString(), TODAY.toString())))
        .path("incidentFigures")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get();
  }

  @Test
  @DisplayName("PR.2: what counts as few, the policy in force says when the report is drafted")
  void smallIsWhatThePolicySays() {
    Mockito.when(policies.inForce(NOW))
        .thenReturn(
            Optional.of(
                new PolicyInForce(
                    new PolicyVersionId(UUID.randomUUID()),
                    "small-is-eight",
                    false,
                    org.evenhand.policy.Figures.of(Map.of(FigureKey.SMALL_NUMBER, 8)),
                    AuthorityMatrix.standard(),
                    List.of())));
    for (int i = 0; i < 7; i++) {
      incident();
    }
    String report = presented();
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));

    assertThat(figuresForMembers())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("incidents", null)
                    .satisfies(r -> assertThat((List<?>) r.get("withheld")).isNotEmpty()));
  }

  @Test
  @DisplayName("a draft is counted again while nobody had it before them, and says what it missed")
  void aDraftIsCountedAgain() {
    incident();
    String before = draft().path("reportDraft.report.digest").entity(String.class).get();
    incident();
    var again =
        act(
            As.headOfCustomerServices(),
            "reportDraft",
            Map.of(
                "quarter",
                quarter.firstDay().toString(),
                "commentary",
                "Counted again.",
                "expectedVersion",
                0));

    again.path("reportDraft.report.version").entity(Integer.class).isEqualTo(1);
    again
        .path("reportDraft.report.digest")
        .entity(String.class)
        .satisfies(digest -> assertThat(digest).isNotEqualTo(before));
    refused(
        act(
            As.headOfCustomerServices(),
            "reportDraft",
            Map.of(
                "quarter",
                quarter.firstDay().toString(),
                "commentary",
                "Stale.",
                "expectedVersion",
                0)),
        "reportDraft",
        "STALE");
    refused(
        act(
            As.headOfCustomerServices(),
            "reportDraft",
            Map.of("quarter", TODAY.toString(), "commentary", "Too soon.")),
        "reportDraft",
        "QUARTER_NOT_OVER");
  }

  @Test
  @DisplayName(
      "T24, PP.1: under a version that is adopted only, a report says so for ever, and when it is"
          + " reviewed")
  void carriesTheWarningOfAnAdoptedPolicy() {
    adopted();
    draft()
        .path("reportDraft.warnings[*].code")
        .entityList(String.class)
        .containsExactly(PolicyInForce.ADOPTED_ONLY);
    aQuarterOfItsOwn();
    String report = presented();
    Mockito.when(policies.inForce(Mockito.any())).thenReturn(Optional.empty());
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report))
        .path("reportPublish.warnings[*].code")
        .entityList(String.class)
        .containsExactly(PolicyInForce.ADOPTED_ONLY);
    ask(
            As.cmtMember(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { policyLabel policyAdoptedOnly"
                + " policyReviewDue page } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport")
        .entity(Map.class)
        .satisfies(
            said ->
                assertThat(said)
                    .containsEntry("policyLabel", "0.9")
                    .containsEntry("policyAdoptedOnly", true)
                    .containsEntry("policyReviewDue", "2029-01-31")
                    .hasEntrySatisfying(
                        "page",
                        page ->
                            assertThat((String) page)
                                .contains("in use before its approvals are complete")
                                .contains("to be reviewed by 31 January 2029")));
  }

  private void adopted() {
    var version = new PolicyVersionId(UUID.randomUUID());
    Mockito.when(policies.inForce(NOW))
        .thenReturn(
            Optional.of(
                new PolicyInForce(
                    version,
                    "0.9",
                    true,
                    org.evenhand.policy.Figures.standard(),
                    AuthorityMatrix.standard(),
                    List.of())));
    PolicyVersionView view = Mockito.mock(PolicyVersionView.class);
    Mockito.when(view.reviewDue()).thenReturn(LocalDate.of(2029, 1, 31));
    Mockito.when(policies.find(version, NOW)).thenReturn(Optional.of(view));
  }

  @Test
  @DisplayName("PR.2: a head of service sees a presented report, with their own numbers only")
  void showsAHeadTheirPartOnceItWasPresented() {
    incident();
    draft();
    String ask =
        "query ($q: Date!) { quarterlyReport(quarter: $q) { csv page documents { format }"
            + " figures { serviceArea { code } } } }";
    Map<String, String> which = Map.of("q", quarter.firstDay().toString());
    As head = As.headOfService(area.value());
    ask(head, ask, which).path("quarterlyReport").valueIsNull();

    presented();

    ask(head, ask, which)
        .path("quarterlyReport.figures[*].serviceArea.code")
        .entityList(String.class)
        .satisfies(codes -> assertThat(codes).isNotEmpty().containsOnly(area.value()));
    ask(head, ask, which)
        .path("quarterlyReport.csv")
        .entity(String.class)
        .satisfies(
            csv ->
                assertThat(csv.lines().skip(1))
                    .as("no other area, and no total to subtract their own from")
                    .isNotEmpty()
                    .allMatch(line -> line.split(",", -1)[2].equals(area.value())));
    ask(head, ask, which)
        .path("quarterlyReport.page")
        .entity(String.class)
        .satisfies(page -> assertThat(page).doesNotContain("Whole council: "));
    ask(head, ask, which).path("quarterlyReport.documents").entityList(Object.class).hasSize(0);
    for (As nobody : List.of(As.officer("housing"), As.electedMember(), As.integrator())) {
      ask(nobody, ask, which)
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("FORBIDDEN"));
    }
  }

  private GraphQlTester.Response recommend(String report, LocalDate dueOn) {
    return ask(
        As.cmtMember(),
        """
        mutation ($input: RecommendationRecordInput!) { recommendationRecord(input: $input) {
          recommendation { id ownerRole serviceArea { code } } refusals { code } } }
        """,
        Map.of(
            "input",
            Map.of(
                "report",
                report,
                "words",
                "Answer repairs in time.",
                "serviceArea",
                area.value(),
                "dueOn",
                dueOn.toString())));
  }

  private GraphQlTester.Response close(As who, String recommendation) {
    return ask(
        who,
        """
        mutation ($input: RecommendationCloseInput!) { recommendationClose(input: $input) {
          recommendation { closing { done words } } refusals { code } } }
        """,
        Map.of(
            "input",
            Map.of("recommendation", recommendation, "done", true, "words", "Standard is met.")));
  }

  @Test
  @DisplayName(
      "P4.3: a recommendation has an owner and a duty, and is followed up in the next report")
  void recommendationsAreFollowedUp() {
    refused(
        recommend(id(draft(), "reportDraft"), TODAY),
        "recommendationRecord",
        "REPORT_WRONG_STATUS");
    String report = presented();
    refused(recommend(report, TODAY.minusDays(1)), "recommendationRecord", "DAY_IN_THE_PAST");
    var made = recommend(report, TODAY.plusDays(30));
    String recommendation =
        made.path("recommendationRecord.recommendation.id").entity(String.class).get();
    made.path("recommendationRecord.recommendation.ownerRole")
        .entity(String.class)
        .isEqualTo("HEAD_OF_SERVICE");

    Instant later = NOW.plusSeconds(86_400);
    clock.set(later);
    Quarter next = new Quarter(quarter.firstDay().plusMonths(3));
    act(
        As.headOfCustomerServices(),
        "reportDraft",
        Map.of("quarter", next.firstDay().toString(), "commentary", "Next."));
    assertThat(followedUp(next)).contains("Answer repairs in time., open");

    clock.set(later.plusSeconds(60));
    refused(
        close(As.headOfService("other-area"), recommendation),
        "recommendationClose",
        "RECOMMENDATION_ANOTHERS");
    close(As.headOfService(area.value()), recommendation)
        .path("recommendationClose.recommendation.closing.done")
        .entity(Boolean.class)
        .isEqualTo(true);
    refused(
        close(As.headOfService(area.value()), recommendation),
        "recommendationClose",
        "RECOMMENDATION_CLOSED");
    assertThat(followedUp(next))
        .as("a report tells what was so at its cut-off")
        .contains("Answer repairs in time., open");
    assertThat(
            jdbc.sql(
                    "select discharge_reason from foundation.duty where kind = 'RECOMMENDATION'"
                        + " and service_area_code = ?")
                .param(area.value())
                .query(String.class)
                .list())
        .containsExactly("DONE");
  }

  private List<String> followedUp(Quarter of) {
    return ask(
            As.cmtMember(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) {"
                + " followedUp { words closing { done } } } }",
            Map.of("q", of.firstDay().toString()))
        .path("quarterlyReport.followedUp")
        .entityList(Map.class)
        .get()
        .stream()
        .map(Objects::requireNonNull)
        .map(r -> r.get("words") + (r.get("closing") == null ? ", open" : ", closed"))
        .toList();
  }
}
