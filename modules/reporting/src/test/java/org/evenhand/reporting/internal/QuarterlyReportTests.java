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
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
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
            + " publishedAt small tables { kind rows { cells { number } } } } }";
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
    String report = presented();
    act(As.headOfCustomerServices(), "reportPublish", Map.of("report", report));

    jdbc.sql("update reporting.service_return set contacts = 99 where quarter = ? and contacts = 4")
        .param(quarter.firstDay())
        .update();
    keeping.rebuild();

    assertThat(kept("RETURNS_ASKED_FOR", "")).isEqualTo("2");
    assertThat(kept("RETURNS_RECEIVED", "")).isEqualTo("1");
    assertThat(kept("RETURNS_MISSING", "")).as("one came too late").isEqualTo("1");
    assertThat(kept("RETURNED", "CONTACTS")).isEqualTo("3");
    assertThat(kept("POLICY_FINDINGS", "")).isEqualTo("0");
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
        .path("memberTables.tables[0].rows[0].cells[*].number")
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
  @DisplayName("T24: under a version that is adopted only, a report says so")
  void carriesTheWarningOfAnAdoptedPolicy() {
    Mockito.when(policies.inForce(NOW))
        .thenReturn(
            Optional.of(
                new PolicyInForce(
                    new PolicyVersionId(UUID.randomUUID()),
                    "0.9",
                    true,
                    org.evenhand.policy.Figures.standard(),
                    AuthorityMatrix.standard(),
                    List.of())));
    draft()
        .path("reportDraft.warnings[*].code")
        .entityList(String.class)
        .containsExactly(PolicyInForce.ADOPTED_ONLY);
    ask(
            As.cmtMember(),
            "query ($q: Date!) { quarterlyReport(quarter: $q) { policyLabel policyAdoptedOnly } }",
            Map.of("q", quarter.firstDay().toString()))
        .path("quarterlyReport")
        .entity(Map.class)
        .isEqualTo(Map.of("policyLabel", "0.9", "policyAdoptedOnly", true));
    assertThat(Policies.NO_POLICY_IN_FORCE).isNotEmpty();
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
