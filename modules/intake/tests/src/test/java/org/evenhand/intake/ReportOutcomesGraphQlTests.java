package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.AssignmentToRecord;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CorrectingRecords.Correct;
import org.evenhand.intake.CorrectingRecords.MakeVoid;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the police and the hate-incident route made of what was reported (questions 24, 25). */
@RecordApplicationEvents
class ReportOutcomesGraphQlTests extends IntakeModuleTest {

  private static final As OFFICER = As.officer("housing");
  private static final As HEAD = As.headOfService("housing");

  private static final String REPORT =
      """
      mutation($input: ConcernReportInput!) {
        concernReport(input: $input) {
          concern { incidents { id obligations { id kind } } } refusals { code path } } }
      """;

  private static final String DISCHARGE =
      """
      mutation($input: ObligationDischargeInput!) {
        obligationDischarge(input: $input) { obligation { version } refusals { code path } } }
      """;

  private static final String RECORD =
      """
      mutation($input: ObligationOutcomeRecordInput!) {
        obligationOutcomeRecord(input: $input) {
          obligation { version outcome crimeNumber
            outcomes { outcome crimeNumber toldBy toldOn askAgainOn note recordedBy } }
          refusals { code path } } }
      """;

  private static final String RECONCILE =
      """
      query($filter: ObligationFilter, $first: Int, $after: String) {
        obligations(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo { endCursor hasNextPage }
          edges { node {
            id kind status dueAt overdue reportedAt reportedTo reference minutesToReport
            reportedInTime notReportedBecause answeredBy route outcome crimeNumber
            incident { occurredOn }
            outcomes { outcome toldOn }
            correctionTellings { recipient name dueOn toldAt } } }
          counts { total open overdue reported reportedInTime notReported settled withoutOutcome
            toBePutRight medianMinutesToReport
            byOutcome { outcome number }
            byStrand { strand total reported reportedInTime medianMinutesToReport }
            byRoute { route reported reportedInTime medianMinutesToReport } } } }
      """;

  private record Owed(String id, UUID incident, CustomerView customer) {}

  @Autowired Officers officers;
  @Autowired Assignments assignments;
  @Autowired CorrectingRecords correcting;
  @Autowired ObjectProvider<CaseFileContributor> contributors;
  @Autowired ObjectProvider<KeptRecords> keptRecords;
  @Autowired ErasingContent erasing;
  @Autowired ApplicationEvents published;

  @Test
  @DisplayName(
      "Question 24, P9.5, T18: what the police made of a report is recorded as it develops; what was"
          + " told before stays, and it is due to ask until there is an outcome")
  void whatThePoliceMadeOfIt() {
    Owed report = reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of());
    assertThat(asked(report.incident()))
        .as("twenty working days without news")
        .containsExactly(tuple("POLICE_OUTCOME", LocalDate.of(2026, 12, 21)));

    clock.set(Instant.parse("2026-12-21T10:00:00Z"));
    record(
            OFFICER,
            report,
            1,
            Map.of("outcome", "NO_ANSWER_YET", "toldOn", "2026-12-21", "askAgainOn", "2027-01-11"))
        .path("obligationOutcomeRecord.obligation.outcome")
        .entity(String.class)
        .isEqualTo("NO_ANSWER_YET");
    assertThat(asked(report.incident()))
        .containsExactly(tuple("POLICE_OUTCOME", LocalDate.of(2027, 1, 11)));

    clock.set(Instant.parse("2027-01-11T10:00:00Z"));
    record(
            HEAD,
            report,
            2,
            Map.of(
                "outcome",
                "CRIME_RECORDED",
                "crimeNumber",
                " 21NC/1204/27 ",
                "toldBy",
                "The public protection desk",
                "toldOn",
                "2027-01-08"))
        .path("obligationOutcomeRecord.obligation.crimeNumber")
        .entity(String.class)
        .isEqualTo("21NC/1204/27");
    assertThat(asked(report.incident())).isEmpty();

    clock.set(Instant.parse("2027-03-01T10:00:00Z"));
    var last =
        record(
            As.legal(),
            report,
            3,
            Map.of(
                "outcome", "CHARGED_OR_SUMMONSED", "toldBy", "The court", "toldOn", "2027-03-01"));
    last.path("obligationOutcomeRecord.obligation.crimeNumber")
        .entity(String.class)
        .isEqualTo("21NC/1204/27");
    last.path("obligationOutcomeRecord.obligation.outcomes[*].outcome")
        .entityList(String.class)
        .containsExactly("NO_ANSWER_YET", "CRIME_RECORDED", "CHARGED_OR_SUMMONSED");
    last.path("obligationOutcomeRecord.obligation.outcomes[*].recordedBy")
        .entityList(String.class)
        .containsExactly("officer-1", "hos-housing", "legal-1");

    record(
            HEAD,
            report,
            4,
            Map.of(
                "outcome",
                "INCIDENT_LOGGED",
                "toldBy",
                "The call handler, at the time",
                "toldOn",
                "2026-11-24"))
        .path("obligationOutcomeRecord.obligation.outcome")
        .entity(String.class)
        .isEqualTo("CHARGED_OR_SUMMONSED");
    assertThat(published.stream(ReportOutcomeRecorded.class))
        .filteredOn(e -> e.incidentId().value().equals(report.incident()))
        .extracting(ReportOutcomeRecorded::outcome)
        .containsExactly(
            ReportOutcome.NO_ANSWER_YET,
            ReportOutcome.CRIME_RECORDED,
            ReportOutcome.CHARGED_OR_SUMMONSED,
            ReportOutcome.INCIDENT_LOGGED);
    assertThat(
            contributors.stream()
                .flatMap(
                    c -> c.contribute(UUID.randomUUID(), report.customer().id().value()).stream())
                .filter(e -> e.objectType().equals("Obligation"))
                .map(CaseFileContributor.Entry::parameters))
        .as("in the chronology of the case, crime number and all (F7)")
        .contains(
            Map.of("kind", "POLICE_REPORT", "to", "Staffordshire Police", "reference", "22-4711"),
            Map.of(
                "kind",
                "POLICE_REPORT",
                "outcome",
                "CRIME_RECORDED",
                "crimeNumber",
                "21NC/1204/27"))
        .hasSize(5);
  }

  @Test
  @DisplayName("Question 24: news that more is to come moves the day to ask, and does not meet it")
  void moreIsToCome() {
    Owed report = reported("POLICE_REPORT", Map.of("assault", "VERBAL"), Map.of());

    record(
        OFFICER,
        report,
        1,
        Map.of(
            "outcome",
            "CRIME_RECORDED",
            "crimeNumber",
            "21NC/9/26",
            "toldBy",
            "The desk",
            "toldOn",
            TODAY.toString(),
            "askAgainOn",
            "2026-12-01"));
    assertThat(asked(report.incident()))
        .containsExactly(tuple("POLICE_OUTCOME", LocalDate.of(2026, 12, 1)));

    record(
            OFFICER,
            report,
            2,
            Map.of(
                "outcome", "NO_ANSWER_YET", "toldOn", TODAY.toString(), "askAgainOn", "2026-12-08"))
        .path("obligationOutcomeRecord.obligation.outcome")
        .entity(String.class)
        .isEqualTo("CRIME_RECORDED");
    assertThat(asked(report.incident()))
        .containsExactly(tuple("POLICE_OUTCOME", LocalDate.of(2026, 12, 8)));
  }

  @Test
  @DisplayName(
      "Question 24, T18: only of what was reported, on a day that can be; a crime has a number, a call"
          + " in vain a day to ask again")
  void newsThatCannotBe() {
    Owed report = reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of());
    String desk = "The desk";
    String today = TODAY.toString();

    refused(report, Map.of("outcome", "CRIME_RECORDED", "toldBy", desk, "toldOn", today))
        .containsExactly("CRIME_NUMBER_MISSING");
    refused(report, Map.of("outcome", "CAUTION", "toldBy", desk, "toldOn", today))
        .containsExactly("CRIME_NUMBER_MISSING");
    refused(
            report,
            Map.of(
                "outcome", "INCIDENT_LOGGED", "crimeNumber", "1", "toldBy", desk, "toldOn", today))
        .containsExactly("NO_CRIME_NO_NUMBER");
    refused(report, Map.of("outcome", "NO_FURTHER_ACTION", "toldBy", desk, "toldOn", "2026-11-22"))
        .containsExactly("TOLD_BEFORE_REPORT");
    refused(report, Map.of("outcome", "NO_FURTHER_ACTION", "toldBy", desk, "toldOn", "2026-11-24"))
        .containsExactly("DATE_IN_FUTURE");
    refused(report, Map.of("outcome", "NO_FURTHER_ACTION", "toldBy", " ", "toldOn", today))
        .containsExactly("TEXT_MISSING");
    for (String inWords : List.of("NOT_ACCEPTED", "REFERRED_ELSEWHERE", "OTHER")) {
      refused(report, Map.of("outcome", inWords, "toldBy", desk, "toldOn", today))
          .as(inWords)
          .containsExactly("TEXT_MISSING");
    }
    refused(report, Map.of("outcome", "NO_ANSWER_YET", "toldOn", today))
        .containsExactly("ASK_AGAIN_DAY_UNSUITABLE");
    for (String unsuitable : List.of(today, "2027-02-24")) {
      refused(report, Map.of("outcome", "NO_ANSWER_YET", "toldOn", today, "askAgainOn", unsuitable))
          .as(unsuitable)
          .containsExactly("ASK_AGAIN_DAY_UNSUITABLE");
    }
    assertThat(
            record(
                    HEAD,
                    report,
                    0,
                    Map.of("outcome", "NO_FURTHER_ACTION", "toldBy", desk, "toldOn", today))
                .path("obligationOutcomeRecord.refusals[*].code")
                .entityList(String.class)
                .get())
        .containsExactly("STALE");

    Map<String, Object> nothing =
        Map.of("outcome", "NO_FURTHER_ACTION", "toldBy", desk, "toldOn", today);
    Owed open = owed("POLICE_REPORT", Map.of("assault", "PHYSICAL"));
    assertThat(codes(record(HEAD, open, 0, nothing))).containsExactly("NOTHING_REPORTED");
    ask(
        HEAD,
        DISCHARGE,
        Map.of(
            "input",
            Map.of(
                "id",
                open.id(),
                "expectedVersion",
                0,
                "notReportedBecause",
                "The person who was hurt asked us not to.")));
    assertThat(codes(record(HEAD, open, 1, nothing))).containsExactly("NOTHING_REPORTED");
    Owed hat = reported("HAT_RECORD", Map.of("assault", "PHYSICAL"), Map.of());
    assertThat(codes(record(HEAD, hat, 1, nothing)))
        .containsExactly("NEWS_OF_POLICE_AND_HATE_ONLY");
    assertThat(asked(hat.incident())).as("nobody is asked what came of it").isEmpty();
    assertThat(
            jdbc.sql("select count(*) from intake.report_outcome where obligation = any (?)")
                .param(new UUID[] {uuid(report.id()), uuid(open.id()), uuid(hat.id())})
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @DisplayName(
      "Question 24, P9.4, P9.5: the police liaison reconciles every mandatory report of a period with"
          + " force, reference, time and outcome, the counts beside it; heads their own areas")
  void theLiaisonReconciles() {
    clock.set(Instant.parse("2027-02-01T09:00:00Z"));
    Owed late = owed("POLICE_REPORT", Map.of("assault", "PHYSICAL"));
    Owed logged = owed("POLICE_REPORT", Map.of("assault", "VERBAL"));
    Owed not = owed("POLICE_REPORT", Map.of("assault", "VERBAL"));
    Owed open = owed("POLICE_REPORT", Map.of("assault", "VERBAL"));
    clock.set(Instant.parse("2027-02-03T09:00:00Z"));
    report(late, Map.of("reportedAt", "2027-02-02T09:30:00Z"));
    report(logged, Map.of("reportedAt", "2027-02-01T09:10:00Z"));
    ask(
        HEAD,
        DISCHARGE,
        Map.of(
            "input",
            Map.of("id", not.id(), "expectedVersion", 0, "notReportedBecause", "She asked us.")));
    record(
        HEAD,
        logged,
        1,
        Map.of("outcome", "INCIDENT_LOGGED", "toldBy", "The desk", "toldOn", "2027-02-03"));
    Map<String, Object> period =
        Map.of("kind", "POLICE_REPORT", "arisenFrom", "2027-02-01", "arisenUntil", "2027-02-01");

    As liaison = assigned("Pol Liaison", AssignmentKind.POLICE_LIAISON);
    for (As reader : List.of(liaison, As.headOfCustomerServices(), As.auditor(), HEAD)) {
      var all = reconcile(reader, period);
      all.path("obligations.edges[*].node.id")
          .entityList(String.class)
          .containsExactly(late.id(), logged.id(), not.id(), open.id());
      all.path("obligations.edges[*].node.status")
          .entityList(String.class)
          .containsExactly("REPORTED", "REPORTED", "NOT_REPORTED", "OPEN");
      all.path("obligations.counts.total").entity(Integer.class).isEqualTo(4);
      all.path("obligations.counts.open").entity(Integer.class).isEqualTo(1);
      all.path("obligations.counts.overdue").entity(Integer.class).isEqualTo(1);
      all.path("obligations.counts.reported").entity(Integer.class).isEqualTo(2);
      all.path("obligations.counts.reportedInTime").entity(Integer.class).isEqualTo(1);
      all.path("obligations.counts.notReported").entity(Integer.class).isEqualTo(1);
      all.path("obligations.counts.settled").entity(Integer.class).isEqualTo(0);
      all.path("obligations.counts.withoutOutcome").entity(Integer.class).isEqualTo(1);
      all.path("obligations.counts.medianMinutesToReport").entity(Integer.class).isEqualTo(10);
      all.path("obligations.counts.byOutcome[*].outcome")
          .entityList(String.class)
          .containsExactly("INCIDENT_LOGGED");
    }
    var seen = reconcile(liaison, period);
    seen.path("obligations.edges[0].node.minutesToReport")
        .entity(Integer.class)
        .isEqualTo(24 * 60 + 30);
    seen.path("obligations.edges[0].node.reportedInTime").entity(Boolean.class).isEqualTo(false);
    seen.path("obligations.edges[1].node.reportedInTime").entity(Boolean.class).isEqualTo(true);
    seen.path("obligations.edges[1].node.reportedTo")
        .entity(String.class)
        .isEqualTo("Staffordshire Police");
    seen.path("obligations.edges[1].node.reference").entity(String.class).isEqualTo("22-4711");
    seen.path("obligations.edges[1].node.outcome")
        .entity(String.class)
        .isEqualTo("INCIDENT_LOGGED");
    seen.path("obligations.edges[2].node.notReportedBecause")
        .entity(String.class)
        .isEqualTo("She asked us.");
    seen.path("obligations.edges[2].node.answeredBy").entity(String.class).isEqualTo("hos-housing");
    assertThat(reads("obligations", late.customer().id().value()))
        .as("each person behind it is logged, each time (T20)")
        .isEqualTo(5);

    assertThat(found(liaison, with(period, "withoutOutcome", true))).containsExactly(late.id());
    assertThat(found(liaison, with(period, "outcome", "INCIDENT_LOGGED")))
        .containsExactly(logged.id());
    assertThat(found(liaison, with(period, "status", "NOT_REPORTED"))).containsExactly(not.id());
    assertThat(found(liaison, with(period, "overdue", true))).containsExactly(open.id());
    assertThat(found(liaison, with(period, "arisenUntil", "2027-01-31"))).isEmpty();
    assertThat(found(liaison, with(period, "arisenFrom", "2027-02-02"))).isEmpty();
    var page = ask(liaison, RECONCILE, Map.of("filter", period, "first", 3));
    page.path("obligations.counts.total").entity(Integer.class).isEqualTo(4);
    String cursor = page.path("obligations.pageInfo.endCursor").entity(String.class).get();
    ask(liaison, RECONCILE, Map.of("filter", period, "first", 3, "after", cursor))
        .path("obligations.edges[*].node.id")
        .entityList(String.class)
        .containsExactly(open.id());

    As colleague = As.person("officer-" + UUID.randomUUID(), "Col League", "OFFICER", "housing");
    for (As other : List.of(colleague, As.headOfService("leisure"), As.monitoringOfficer())) {
      var theirs = reconcile(other, period);
      theirs.path("obligations.edges").entityList(Object.class).hasSize(0);
      theirs.path("obligations.counts.total").entity(Integer.class).isEqualTo(0);
    }
    for (As other : List.of(As.electedMember(), As.contractor("housing"), As.integrator())) {
      forbidden(reconcile(other, period));
    }
  }

  @Test
  @DisplayName(
      "Question 25, P7.2, PR.4, T18: how many hate and inequality incidents, which strands, by which"
          + " route, how fast and with what outcome, for the hate-crime lead")
  void theHateCrimeLeadCounts() {
    clock.set(Instant.parse("2027-02-08T09:00:00Z"));
    Owed both =
        owed(
            "HATE_INCIDENT_REPORT",
            Map.of(
                "hateStrands", List.of("RACE", "RELIGION_OR_BELIEF"), "hatePerceivedBy", "VICTIM"));
    Owed race =
        owed(
            "HATE_INCIDENT_REPORT",
            Map.of("hateStrands", List.of("RACE"), "hatePerceivedBy", "WITNESS"));
    owed(
        "HATE_INCIDENT_REPORT",
        Map.of("hateStrands", List.of("DISABILITY"), "hatePerceivedBy", "VICTIM"));
    Owed police = owed("POLICE_REPORT", Map.of("assault", "VERBAL"));
    clock.set(Instant.parse("2027-02-10T12:00:00Z"));
    report(both, Map.of("reportedAt", "2027-02-09T09:00:00Z", "route", "NATIONAL_ONLINE"));
    report(race, Map.of("reportedAt", "2027-02-10T09:00:00Z", "route", "POLICE"));
    assertThat(asked(race.incident()))
        .extracting(t -> t.toList().getFirst())
        .containsExactly("HATE_REPORT_OUTCOME");
    As lead = assigned("Hate Lead", AssignmentKind.HATE_CRIME_LEAD);
    record(
            lead,
            race,
            1,
            Map.of(
                "outcome",
                "REFERRED_ELSEWHERE",
                "toldBy",
                "The hate crime officer",
                "toldOn",
                "2027-02-10",
                "note",
                "To the force where he lives."))
        .path("obligationOutcomeRecord.refusals")
        .entityList(Object.class)
        .hasSize(0);

    var counts =
        reconcile(
            lead,
            Map.of(
                "kind",
                "HATE_INCIDENT_REPORT",
                "arisenFrom",
                "2027-02-08",
                "arisenUntil",
                "2027-02-08"));
    counts.path("obligations.counts.total").entity(Integer.class).isEqualTo(3);
    counts
        .path("obligations.counts.byStrand")
        .entityList(Map.class)
        .satisfies(
            strands ->
                assertThat(strands)
                    .extracting(
                        s -> s.get("strand"),
                        s -> s.get("total"),
                        s -> s.get("reported"),
                        s -> s.get("reportedInTime"),
                        s -> s.get("medianMinutesToReport"))
                    .containsExactlyInAnyOrder(
                        tuple("RACE", 2, 2, 1, 24 * 60),
                        tuple("RELIGION_OR_BELIEF", 1, 1, 1, 24 * 60),
                        tuple("DISABILITY", 1, 0, 0, null)));
    counts
        .path("obligations.counts.byRoute")
        .entityList(Map.class)
        .satisfies(
            routes ->
                assertThat(routes)
                    .extracting(
                        r -> r.get("route"),
                        r -> r.get("reported"),
                        r -> r.get("reportedInTime"),
                        r -> r.get("medianMinutesToReport"))
                    .containsExactly(
                        tuple("POLICE", 1, 0, 48 * 60), tuple("NATIONAL_ONLINE", 1, 1, 24 * 60)));
    counts
        .path("obligations.counts.byOutcome")
        .entityList(Map.class)
        .contains(Map.of("outcome", "REFERRED_ELSEWHERE", "number", 1));
    assertThat(found(lead, Map.of("arisenFrom", "2027-02-08", "arisenUntil", "2027-02-08")))
        .as("what goes to the police is the police liaison's")
        .doesNotContain(police.id());
    assertThat(codes(record(lead, police, 0, Map.of("outcome", "OTHER", "toldOn", "2027-02-10"))))
        .containsExactly("NOT_FOUND");
  }

  @Test
  @DisplayName(
      "T27, question 24: a report about what is void is put right with the police, and until then it"
          + " shows; nobody is asked what came of it")
  void aVoidReportIsPutRight() {
    Owed report = reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of());
    record(
        HEAD,
        report,
        1,
        Map.of(
            "outcome",
            "CRIME_RECORDED",
            "crimeNumber",
            "21NC/77/26",
            "toldBy",
            "The desk",
            "toldOn",
            TODAY.toString(),
            "askAgainOn",
            "2026-12-01"));
    assertThat(asked(report.incident())).isNotEmpty();
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.makeVoid(
                        new MakeVoid(new IncidentId(report.incident()), 0, "It never happened."),
                        currentActor.get(),
                        NOW)));

    assertThat(asked(report.incident())).isEmpty();
    As liaison = assigned("Vo Liaison", AssignmentKind.POLICE_LIAISON);
    assertThat(found(liaison, Map.of("toBePutRight", true))).contains(report.id());
    String where = "obligations.edges[?(@.node.id=='" + report.id() + "')].node.correctionTellings";
    var shown = reconcile(liaison, Map.of("toBePutRight", true));
    shown.path(where + "[0].recipient").entityList(String.class).containsExactly("POLICE");
    shown
        .path(where + "[0].name")
        .entityList(String.class)
        .containsExactly("Staffordshire Police, 22-4711, 21NC/77/26");
    shown
        .path("obligations.counts.toBePutRight")
        .entity(Integer.class)
        .satisfies(n -> assertThat(n).isPositive());

    HEAD.run(
        () -> {
          CorrectionTellingView telling =
              correcting.tellingsThrough(List.of(uuid(report.id()))).getFirst();
          done(
              () ->
                  correcting.tell(
                      new CorrectingRecords.Tell(
                          telling.id(), telling.version(), NOW, "By email to the desk", null),
                      currentActor.get(),
                      NOW));
        });
    assertThat(found(liaison, Map.of("toBePutRight", true))).doesNotContain(report.id());
    record(
            HEAD,
            report,
            2,
            Map.of(
                "outcome", "NO_FURTHER_ACTION", "toldBy", "The desk", "toldOn", TODAY.toString()))
        .path("obligationOutcomeRecord.obligation.outcome")
        .entity(String.class)
        .isEqualTo("NO_FURTHER_ACTION");
  }

  @Test
  @DisplayName(
      "T27: where it was somebody else, the police are told, and what is due is about them")
  void aMovedReportIsPutRight() {
    Owed report = reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of());
    CustomerView right = customer("Rig Person");
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new Correct(
                            new IncidentId(report.incident()),
                            0,
                            null,
                            right.id(),
                            null,
                            "Two callers of one name."),
                        currentActor.get(),
                        NOW)));

    assertThat(duties.openFor(report.incident()))
        .filteredOn(d -> d.kind().equals("POLICE_OUTCOME"))
        .extracting(DutyView::person)
        .containsExactly(right.id().value());
    assertThat(found(HEAD, Map.of("toBePutRight", true))).contains(report.id());
  }

  @Test
  @DisplayName(
      "T26: what came of a report is erased with its incident, in its history too; its code and its"
          + " day stay, and nothing is written anew")
  void erasedWithItsIncident() {
    String word = "qzx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    Owed report =
        reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of("reference", word));
    record(
        HEAD,
        report,
        1,
        Map.of(
            "outcome",
            "CRIME_RECORDED",
            "crimeNumber",
            word,
            "toldBy",
            word,
            "toldOn",
            TODAY.toString(),
            "note",
            word));
    record(
        HEAD,
        report,
        2,
        Map.of("outcome", "CAUTION", "toldBy", "The desk", "toldOn", TODAY.toString()));
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "intake.obligation.crime_number",
            "intake.obligation_history.crime_number",
            "intake.report_outcome.note");

    var incident = List.of(new GlobalId("Incident", report.incident()));
    As.dataProtectionOfficer()
        .run(
            () ->
                transactions.executeWithoutResult(
                    s -> {
                      keptRecords.stream()
                          .filter(kept -> kept.types().contains("Incident"))
                          .forEach(kept -> kept.erase(incident, NOW));
                      erasing.around(incident);
                    }));

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    assertThat(onward.newsOf(List.of(new ObligationId(uuid(report.id())))))
        .extracting(ReportOutcomeView::outcome, ReportOutcomeView::toldOn)
        .containsExactly(
            tuple(ReportOutcome.CRIME_RECORDED, TODAY), tuple(ReportOutcome.CAUTION, TODAY));
    assertThat(
            codes(
                record(
                    HEAD,
                    report,
                    4,
                    Map.of(
                        "outcome",
                        "NO_FURTHER_ACTION",
                        "toldBy",
                        "The desk",
                        "toldOn",
                        TODAY.toString()))))
        .containsExactly("RECORD_ERASED");
  }

  @Test
  @DisplayName("Question 24: whoever holds the work is asked by name to find out what came of it")
  void theLiaisonIsAsked() {
    As liaison = assigned("Du Liaison", AssignmentKind.POLICE_LIAISON);
    Owed report = reported("POLICE_REPORT", Map.of("assault", "PHYSICAL"), Map.of());

    assertThat(duties.openFor(report.incident()))
        .filteredOn(d -> d.kind().equals("POLICE_OUTCOME"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
              assertThat(d.owner()).isNotNull();
            });
    record(
            liaison,
            report,
            1,
            Map.of(
                "outcome",
                "WORDS_OF_ADVICE",
                "toldBy",
                "The neighbourhood team",
                "toldOn",
                TODAY.toString()))
        .path("obligationOutcomeRecord.obligation.outcome")
        .entity(String.class)
        .isEqualTo("WORDS_OF_ADVICE");
    assertThat(asked(report.incident())).isEmpty();
  }

  private ListAssert<String> refused(Owed report, Map<String, Object> news) {
    return assertThat(codes(record(HEAD, report, 1, news)));
  }

  private static List<String> codes(GraphQlTester.Response answer) {
    return answer.path("obligationOutcomeRecord.refusals[*].code").entityList(String.class).get();
  }

  private GraphQlTester.Response record(
      As who, Owed report, int version, Map<String, Object> news) {
    var input = new HashMap<>(news);
    input.put("id", report.id());
    input.put("expectedVersion", version);
    return ask(who, RECORD, Map.of("input", input));
  }

  private List<Tuple> asked(UUID incident) {
    return duties.openFor(incident).stream()
        .filter(d -> d.kind().endsWith("_OUTCOME"))
        .map(d -> tuple(d.kind(), d.dueOn()))
        .toList();
  }

  private GraphQlTester.Response reconcile(As who, Map<String, Object> filter) {
    return ask(who, RECONCILE, Map.of("filter", filter, "first", 100));
  }

  private List<String> found(As who, Map<String, Object> filter) {
    return reconcile(who, filter)
        .path("obligations.edges[*].node.id")
        .entityList(String.class)
        .get();
  }

  private static Map<String, Object> with(Map<String, Object> filter, String key, Object value) {
    var more = new HashMap<>(filter);
    more.put(key, value);
    return more;
  }

  private Owed reported(String kind, Map<String, Object> incident, Map<String, Object> how) {
    Owed owed = owed(kind, incident);
    report(owed, how);
    return owed;
  }

  private void report(Owed owed, Map<String, Object> how) {
    var input = new HashMap<String, Object>();
    input.put("id", owed.id());
    input.put("expectedVersion", 0);
    input.put("reportedTo", "Staffordshire Police");
    input.put("reportedAt", "2026-11-23T09:45:00Z");
    input.put("reference", "22-4711");
    input.putAll(how);
    ask(HEAD, DISCHARGE, Map.of("input", input))
        .path("obligationDischarge.refusals")
        .entityList(Object.class)
        .hasSize(0);
  }

  private Owed owed(String kind, Map<String, Object> more) {
    CustomerView customer = customer("Out Come");
    var incident = new HashMap<String, Object>();
    incident.put("occurredOn", "2026-11-23");
    incident.put("channel", "PHONE");
    incident.put("behaviours", List.of("OFFENSIVE_REMARKS"));
    incident.put("account", "The call was ended after two requests to speak calmly.");
    incident.put("affected", List.of("STAFF"));
    incident.putAll(more);
    var answer =
        ask(
            OFFICER,
            REPORT,
            Map.of(
                "input",
                Map.of(
                    "customer",
                    id(customer),
                    "serviceArea",
                    "housing",
                    "incidents",
                    List.of(incident))));
    answer.path("concernReport.refusals").entityList(Object.class).hasSize(0);
    String first = "concernReport.concern.incidents[0]";
    return new Owed(
        answer
            .path(first + ".obligations[?(@.kind=='" + kind + "')].id")
            .entityList(String.class)
            .get()
            .getFirst(),
        uuid(answer.path(first + ".id").entity(String.class).get()),
        customer);
  }

  private As assigned(String name, AssignmentKind kind) {
    As who = As.person("officer-" + UUID.randomUUID(), name, "OFFICER", "housing");
    As.headOfCustomerServices()
        .run(
            () -> {
              OfficerView officer =
                  done(
                      () ->
                          officers.record(
                              new OfficerToRecord(
                                  null,
                                  who.authentication().getName(),
                                  name,
                                  "Lead",
                                  "housing",
                                  null,
                                  null,
                                  null,
                                  List.of(),
                                  null),
                              currentActor.get(),
                              NOW));
              done(
                  () ->
                      assignments.record(
                          new AssignmentToRecord(null, null, officer.id(), kind, null, TODAY, null),
                          currentActor.get(),
                          NOW));
            });
    return who;
  }

  private static UUID uuid(String id) {
    return GlobalId.parse(id).orElseThrow().id();
  }

  private static void forbidden(GraphQlTester.Response answer) {
    answer
        .errors()
        .satisfy(
            errors ->
                assertThat(errors.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
  }
}
