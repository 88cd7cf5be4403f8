package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Situations in which ombudsmen found councils at fault, told end to end as front ends tell them:
 * each fault is refused at the time, or it is listed. People and places are invented.
 */
class PublishedSituationsTests extends RunningEvenhand {

  private static final String OFFICER = "officer";
  private static final String HOUSING = "head-of-service";
  private static final String LEISURE = "head-of-service-leisure";
  private static final String HOFCS = "head-of-customer-services";
  private static final String TODAY = "2026-11-25";

  private static final List<String> CHECKS =
      List.of("RECORDED", "INVESTIGATED", "DECISION_RIGHT", "COMMUNICATION", "NEW_INFORMATION");

  /** Somebody on record, as the front desk asks for them. */
  private record Person(String id, String reference, String born) {}

  @BeforeEach
  void itIsWednesday() {
    clock.set(WEDNESDAY_AT_TEN);
  }

  // 1

  @Test
  @DisplayName(
      "F16, P6.3a: a resident asks again and again after an enforcement report that we never closed")
  void aReportThatWasNeverClosed() {
    Person resident = customer("Enid Wanders", "1961-04-17");
    String matter =
        done(
                OFFICER,
                "matterRecord",
                Map.of(
                    "customer",
                    resident.id(),
                    "reference",
                    "ENF-" + resident.reference(),
                    "system",
                    "Enforcement",
                    "subject",
                    "A wall that was built without leave",
                    "serviceArea",
                    "housing",
                    "standardDue",
                    "2026-09-01"),
                "matter { id version }")
            .at("/matter/id")
            .asString();

    for (String day : List.of("2026-10-05", "2026-10-19", "2026-11-02", "2026-11-16")) {
      JsonNode contact =
          done(
              OFFICER,
              "contactLog",
              Map.of(
                  "customer",
                  resident.id(),
                  "matter",
                  matter,
                  "serviceArea",
                  "housing",
                  "channel",
                  "PHONE",
                  "at",
                  day + "T10:00:00Z",
                  "cause",
                  "SAME_AGAIN",
                  "minutesSpent",
                  20),
              "contact { causedByUs }");
      assertThat(contact.at("/contact/causedByUs").asBoolean())
          .as("whatever was ticked: we are late")
          .isTrue();
    }
    JsonNode summary =
        ask(
                HOUSING,
                """
                query ($id: ID!) {
                  customer(id: $id) {
                    contactSummary(from: "2026-09-01", until: "2026-11-25") {
                      total causedByUs percentCausedByUs
                    }
                  }
                }
                """,
                Map.of("id", resident.id()))
            .at("/data/customer/contactSummary");
    assertThat(summary.path("total").asInt()).isEqualTo(4);
    assertThat(summary.path("causedByUs").asInt()).isEqualTo(4);
    assertThat(summary.path("percentCausedByUs").asInt()).isEqualTo(100);

    String consideration =
        ready(
            HOUSING,
            "housing",
            resident,
            incident("2026-11-02", "CONTACT_WITHOUT_NEED"),
            incident("2026-11-16", "CONTACT_WITHOUT_NEED"));
    Map<String, Object> persistent = finding(consideration, "UNREASONABLY_PERSISTENT");
    persistent.put("pattern", "ACCUMULATION");
    persistent.put("ourShare", "Every call was about a late report, and yet each took long.");

    JsonNode early = attempt(HOUSING, "considerationDetermine", persistent, "consideration { id }");
    assertThat(codes(early)).containsExactly("DETERMINATION_STEPS_MISSING");
    assertThat(
            early.at("/refusals/0/steps").valueStream().map(step -> step.path("code").asString()))
        .containsExactly("MATTERS_FINISHED");

    // Finished and explained at last, it was late all the same, and our own share has to be
    // weighed.
    done(
        OFFICER,
        "matterRecord",
        Map.of(
            "id",
            matter,
            "expectedVersion",
            0,
            "customer",
            resident.id(),
            "reference",
            "ENF-" + resident.reference(),
            "system",
            "Enforcement",
            "serviceArea",
            "housing",
            "standardDue",
            "2026-09-01",
            "decisionReachedOn",
            TODAY,
            "decisionBy",
            "officer",
            "closingLetterSentOn",
            TODAY),
        "matter { id }");
    persistent.remove("ourShare");
    JsonNode unweighed =
        attempt(HOUSING, "considerationDetermine", persistent, "consideration { id }");
    assertThat(codes(unweighed))
        .containsExactlyInAnyOrder("DETERMINATION_STEPS_MISSING", "OUR_SHARE_NOT_WEIGHED");
    assertThat(
            unweighed
                .path("refusals")
                .valueStream()
                .filter(r -> r.path("code").asString().equals("OUR_SHARE_NOT_WEIGHED"))
                .map(r -> r.at("/parameters/0/value").asString()))
        .containsExactly("100");

    // With cause: help is possible, and restriction only for a manner that was found and shown.
    Map<String, Object> withCause = finding(consideration, "PERSISTENT_WITH_CAUSE");
    withCause.put("pattern", "ACCUMULATION");
    assertThat(codes(attempt(HOUSING, "considerationDetermine", withCause, "consideration { id }")))
        .contains("MANNER_FINDING_MISSING");
    withCause.put("restrictiveAllowed", false);
    done(HOUSING, "considerationDetermine", withCause, "consideration { id }");
    assertThat(verdict(check(OFFICER, resident, Map.of("serviceArea", "housing"))))
        .isEqualTo("ALLOWED");
  }

  // 2

  @Test
  @DisplayName(
      "T27, F5: an allegation against the wrong person, challenged and put right to its end")
  void anAllegationAgainstTheWrongPerson() {
    Person accused = customer("Abel Mistaken", "1970-03-03");
    Person other = customer("Cain Concerned", "1971-04-04");
    String consideration = ready(HOUSING, "housing", accused, incident(TODAY, "OFFENSIVE_REMARKS"));
    done(
        HOUSING,
        "considerationDetermine",
        finding(consideration, "UNREASONABLE"),
        "consideration { id }");
    String restriction =
        done(
                HOUSING,
                "restrictionImpose",
                restriction(
                    consideration, accused, "housing", "one-medium", "medium", channel("EMAIL")),
                "restriction { id }")
            .at("/restriction/id")
            .asString();
    JsonNode incident =
        ask(
                HOUSING,
                "query ($id: ID!) { consideration(id: $id) { incidents { id version } } }",
                Map.of("id", consideration))
            .at("/data/consideration/incidents/0");

    JsonNode challenge =
        done(
                OFFICER,
                "accuracyChallenge",
                Map.of(
                    "customer",
                    accused.id(),
                    "subject",
                    incident.path("id").asString(),
                    "words",
                    "I was at work that day. That was not me.",
                    "receivedOn",
                    TODAY),
                "challenge { id version }")
            .path("challenge");
    assertThat(dueKinds(challenge.path("id").asString())).containsExactly("ACCURACY_DECISION");
    Map<String, Object> corrected =
        Map.of(
            "id",
            challenge.path("id").asString(),
            "expectedVersion",
            0,
            "outcome",
            "CORRECTED",
            "reasons",
            "The recording shows another person.");
    assertThat(codes(attempt(HOUSING, "accuracyDecide", corrected, "challenge { outcome }")))
        .as("not before something was put right")
        .containsExactly("NOTHING_CORRECTED");

    JsonNode moved =
        done(
                HOUSING,
                "incidentCorrect",
                Map.of(
                    "id",
                    incident.path("id").asString(),
                    "expectedVersion",
                    incident.path("version").asInt(),
                    "movedTo",
                    other.id(),
                    "reason",
                    "The recording shows another person."),
                "incident { corrections { kind tellings { recipient } } }")
            .at("/incident/corrections/0");
    assertThat(moved.path("kind").asString()).isEqualTo("MOVED");
    assertThat(moved.path("tellings").valueStream().map(t -> t.path("recipient").asString()))
        .as("everybody told so far is to be told")
        .containsExactlyInAnyOrder("REPORTER", "HEAD_OF_CUSTOMER_SERVICES");
    done(HOUSING, "accuracyDecide", corrected, "challenge { outcome }");

    assertThat(dueKinds(consideration)).contains("DETERMINATION_RECHECK");
    assertThat(dueKinds(restriction)).contains("RESTRICTION_GROUND_GONE");
    assertThat(
            codes(
                attempt(
                    HOUSING,
                    "considerationRecheck",
                    Map.of(
                        "consideration",
                        consideration,
                        "expectedVersion",
                        0,
                        "outcome",
                        "STANDS",
                        "reasons",
                        "It was serious."),
                    "consideration { id }")))
        .containsExactly("FINDINGS_WITHOUT_EVIDENCE");
    assertThat(
            ask(
                    HOUSING,
                    "query ($id: ID!) { consideration(id: $id) { incidents { id } } }",
                    Map.of("id", consideration))
                .at("/data/consideration/incidents")
                .isEmpty())
        .as("the case shows nothing of whose it is")
        .isTrue();
    done(
        HOUSING,
        "restrictionLift",
        Map.of("restriction", restriction, "reason", "It was somebody else."),
        "restriction { id }");
    assertThat(dueKinds(restriction)).doesNotContain("RESTRICTION_GROUND_GONE");
    assertThat(verdict(check(OFFICER, accused, Map.of("channel", "PHONE")))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName(
      "T27, P10.5, T6: the incident goes while the appeal is open: its findings are to be looked at"
          + " again, investigator and decider see it, no dismissal on them, and the decision sets"
          + " them aside")
  void theIncidentGoesDuringTheAppeal() {
    Person accused = customer("Abigail Appeals", "1972-05-05");
    String consideration = ready(HOUSING, "housing", accused, incident(TODAY, "OFFENSIVE_REMARKS"));
    done(
        HOUSING,
        "considerationDetermine",
        finding(consideration, "UNREASONABLE"),
        "consideration { id }");
    done(
        HOUSING,
        "restrictionImpose",
        restriction(consideration, accused, "housing", "one-medium", "medium", channel("EMAIL")),
        "restriction { id }");
    String notice =
        done(
                HOUSING,
                "noticeIssue",
                Map.of(
                    "consideration",
                    consideration,
                    "customer",
                    accused.id(),
                    "planned",
                    Map.of(
                        "method",
                        "HAND",
                        "sendOn",
                        TODAY,
                        "address",
                        "5 Fable Street, Fabletown EV1 1AA")),
                "notice { id }")
            .at("/notice/id")
            .asString();
    done(
        OFFICER,
        "noticeServiceRecord",
        Map.of(
            "notice",
            notice,
            "method",
            "HAND",
            "sentAt",
            clock.instant().toString(),
            "outcome",
            "SENT"),
        "notice { id }");
    assertThat(verdict(check(OFFICER, accused, Map.of("channel", "PHONE"))))
        .as("in force")
        .isNotEqualTo("ALLOWED");
    String appeal =
        done(
                HOFCS,
                "appealLodge",
                Map.of(
                    "notice",
                    notice,
                    "lodgedBy",
                    "CUSTOMER",
                    "channel",
                    "EMAIL",
                    "receivedOn",
                    TODAY,
                    "grounds",
                    "I was at work that day. That was not me."),
                "appeal { id }")
            .at("/appeal/id")
            .asString();
    Map<String, Object> nothingNew =
        Map.of(
            "kind",
            "NEW_INFORMATION",
            "newInformation",
            false,
            "words",
            "Nothing that was not known.");
    onAppeal(HOFCS, "appealInvestigationRecord", appeal, nothingNew);

    clock.advance(Duration.ofMinutes(5));
    JsonNode incident =
        ask(
                HOUSING,
                "query ($id: ID!) { consideration(id: $id) { incidents { id version } } }",
                Map.of("id", consideration))
            .at("/data/consideration/incidents/0");
    done(
        HOUSING,
        "incidentVoid",
        Map.of(
            "id",
            incident.path("id").asString(),
            "expectedVersion",
            incident.path("version").asInt(),
            "reason",
            "The recording shows that it never happened."),
        "incident { id }");

    assertThat(dueKinds(consideration)).as("marked").contains("DETERMINATION_RECHECK");
    assertThat(dueKinds(appeal)).as("whoever looks into it is told").contains("APPEAL_CORRECTION");
    assertThat(corrections(HOFCS, appeal)).containsExactly("INCIDENT_VOIDED");
    Map<String, Object> findings =
        Map.of(
            "presentedTo",
            ask(
                    HOFCS,
                    "query ($name: String!) { officers(filter: {name: $name}) { edges { node { id } } } }",
                    Map.of("name", "Cato Example"))
                .at("/data/officers/edges/0/node/id")
                .asString(),
            "customersCase",
            "It was not them.",
            "summary",
            "What the findings rest on is void.",
            "grounds",
            List.of(Map.of("ground", "OTHER", "borneOut", "YES", "words", "It never happened.")),
            "options",
            List.of(
                Map.of("what", "Uphold", "effect", "Ordinary contact, at once."),
                Map.of("what", "Dismiss", "effect", "Nothing changes for the customer.")));
    assertThat(codes(tryOnAppeal(HOFCS, "appealFindingsPresent", appeal, findings)))
        .as("it is asked again whether there is anything new (T3)")
        .containsExactly("APPEAL_STEPS_MISSING");
    clock.advance(Duration.ofMinutes(5));
    onAppeal(HOFCS, "appealInvestigationRecord", appeal, nothingNew);
    assertThat(dueKinds(appeal)).doesNotContain("APPEAL_CORRECTION");
    onAppeal(HOFCS, "appealFindingsPresent", appeal, findings);

    onAppeal("cmt-member", "appealConflictDeclare", appeal, Map.of("part", "NONE"));
    assertThat(corrections("cmt-member", appeal))
        .as("whoever decides sees it")
        .containsExactly("INCIDENT_VOIDED");
    JsonNode dismissal =
        tryOnAppeal("cmt-member", "appealDetermine", appeal, decision("DISMISSED", "NO"));
    assertThat(codes(dismissal)).containsExactly("APPEAL_STEPS_MISSING");
    assertThat(dueKinds(consideration)).contains("DETERMINATION_RECHECK");

    onAppeal("cmt-member", "appealDetermine", appeal, decision("UPHELD", "YES"));

    assertThat(dueKinds(consideration)).doesNotContain("DETERMINATION_RECHECK");
    JsonNode looked =
        ask(
                HOFCS,
                """
                query ($id: ID!) {
                  consideration(id: $id) { rechecks { outcome reasons by } }
                }
                """,
                Map.of("id", consideration))
            .at("/data/consideration/rechecks");
    assertThat(looked.valueStream().map(r -> r.path("outcome").asString()))
        .containsExactly("FALLS");
    assertThat(looked.at("/0/reasons").asString()).isEqualTo("The record is void.");
    assertThat(verdict(check(OFFICER, accused, Map.of("channel", "PHONE"))))
        .as("lifted with the decision")
        .isEqualTo("ALLOWED");
    assertThat(
            codes(
                attempt(
                    HOUSING,
                    "restrictionImpose",
                    restriction(
                        consideration,
                        accused,
                        "housing",
                        "one-medium",
                        "medium",
                        channel("EMAIL")),
                    "restriction { id }")))
        .as("nothing restrictive rests on findings that were set aside")
        .isNotEmpty();
  }

  private static Map<String, Object> decision(String outcome, String accepted) {
    return Map.of(
        "outcome",
        outcome,
        "reasons",
        "The record is void.",
        "grounds",
        List.of(Map.of("ground", "OTHER", "accepted", accepted, "reasons", "As it was found.")));
  }

  private List<String> corrections(String client, String appeal) {
    return ask(
            client,
            "query ($id: ID!) { appeal(id: $id) { corrections { kind } } }",
            Map.of("id", appeal))
        .at("/data/appeal/corrections")
        .valueStream()
        .map(c -> c.path("kind").asString())
        .toList();
  }

  /** At the version that stands. */
  private JsonNode tryOnAppeal(
      String client, String act, String appeal, Map<String, Object> input) {
    var whole = new LinkedHashMap<String, Object>(input);
    whole.put("appeal", appeal);
    whole.put(
        "expectedVersion",
        ask(client, "query ($id: ID!) { appeal(id: $id) { version } }", Map.of("id", appeal))
            .at("/data/appeal/version")
            .asInt());
    return attempt(client, act, whole, "appeal { id }");
  }

  private void onAppeal(String client, String act, String appeal, Map<String, Object> input) {
    JsonNode payload = tryOnAppeal(client, act, appeal, input);
    assertThat(codes(payload)).as("%s: %s", act, payload).isEmpty();
  }

  // 3

  @Test
  @DisplayName(
      "F3: an adjustment agreed by one service holds in every other, and bounds restriction")
  void anAdjustmentThatAnotherServiceWouldNotKnow() {
    Person customer = customer("Idris Sallow", "1974-08-02");
    String adjustment =
        done(
                OFFICER,
                "customerAdjustmentRequest",
                Map.of(
                    "customer",
                    customer.id(),
                    "what",
                    "NO_TELEPHONE",
                    "channelsUnusable",
                    List.of("PHONE")),
                "adjustment { id }")
            .at("/adjustment/id")
            .asString();
    String consideration =
        ready(LEISURE, "leisure", customer, incident(TODAY, "OFFENSIVE_REMARKS"));
    Map<String, Object> finding = finding(consideration, "UNREASONABLE");

    JsonNode undecided =
        attempt(LEISURE, "considerationDetermine", finding, "consideration { id }");
    assertThat(
            undecided
                .at("/refusals/0/steps")
                .valueStream()
                .map(step -> step.path("code").asString()))
        .as("nothing restrictive while the request waits")
        .containsExactly("ADJUSTMENTS_DECIDED");
    assertThat(dueKinds(adjustment)).contains("ADJUSTMENT_DECISION");

    done(
        HOUSING,
        "customerAdjustmentDecide",
        Map.of(
            "id",
            adjustment,
            "expectedVersion",
            0,
            "agreed",
            true,
            "reason",
            "Letters and email serve as well."),
        "adjustment { id }");
    for (String desk : List.of("officer", "contractor", LEISURE, HOFCS)) {
      for (String service : List.of("housing", "leisure", "council-tax")) {
        assertThat(
                check(desk, customer, Map.of("serviceArea", service))
                    .path("adjustments")
                    .valueStream()
                    .map(line -> line.path("code").asString()))
            .as("%s at the desk of %s", desk, service)
            .containsExactly("ADJUSTMENT");
      }
    }

    done(LEISURE, "considerationDetermine", finding, "consideration { id }");
    Map<String, Object> byPhoneOnly =
        restriction(consideration, customer, "leisure", "one-medium", "medium", channel("PHONE"));
    JsonNode refused = attempt(LEISURE, "restrictionImpose", byPhoneOnly, "restriction { id }");
    assertThat(codes(refused)).contains("NO_OPEN_ROUTE");
    assertThat(
            refused
                .path("refusals")
                .valueStream()
                .filter(r -> r.path("code").asString().equals("NO_OPEN_ROUTE"))
                .flatMap(r -> r.path("closed").valueStream())
                .filter(closed -> closed.path("channel").asString().equals("PHONE"))
                .map(closed -> closed.path("why").asString()))
        .containsExactly("UNUSABLE");
    done(
        LEISURE,
        "restrictionImpose",
        restriction(consideration, customer, "leisure", "one-medium", "medium", channel("EMAIL")),
        "restriction { id }");
  }

  // 4

  @Test
  @DisplayName("F15, T5: nobody is kept out by somebody who has no power to decide it")
  void anExclusionByWhoeverIsAtTheDesk() {
    Person customer = customer("Rufus Underhill", "1988-01-30");
    String consideration =
        ready(HOUSING, "housing", customer, incident(TODAY, "OFFENSIVE_REMARKS"));
    done(
        HOUSING,
        "considerationDetermine",
        finding(consideration, "UNREASONABLE"),
        "consideration { id }");
    Map<String, Object> exclusion =
        restriction(
            consideration,
            customer,
            "housing",
            "building-exclusion",
            "buildings",
            Map.of("buildings", List.of(building("civic-centre"))));
    exclusion.put("scope", Map.of());

    for (String desk : List.of(OFFICER, "contractor", "elected-member", "cmt-member")) {
      JsonNode forbidden =
          ask(
              desk,
              mutation("restrictionImpose", "restriction { id }"),
              Map.of("input", exclusion));
      assertThat(forbidden.at("/errors/0/extensions/code").asString())
          .as(desk)
          .isEqualTo("FORBIDDEN");
    }
    JsonNode shared = attempt(HOUSING, "restrictionImpose", exclusion, "restriction { id }");
    assertThat(codes(shared)).containsExactly("NOT_YOURS_TO_DECIDE");
    assertThat(whoMay(shared)).containsExactly("HEAD_OF_CUSTOMER_SERVICES");
    JsonNode anothers = attempt(LEISURE, "restrictionImpose", exclusion, "restriction { id }");
    assertThat(codes(anothers)).isNotEmpty();
    assertThat(anothers.path("restriction").isNull()).isTrue();

    JsonNode desk =
        check(
            OFFICER,
            customer,
            Map.of(
                "channel",
                "FACE_TO_FACE",
                "place",
                "COUNCIL_BUILDING",
                "building",
                building("civic-centre")));
    assertThat(verdict(desk)).isEqualTo("ALLOWED");

    // Also the finding itself: in a case that is corporate it is the head of customer services'
    // own.
    Person wider = customer("Agnes Overton", "1979-12-12");
    String corporate =
        considered(
            HOUSING,
            "housing",
            wider,
            Map.of("wholeCouncil", true),
            List.of(incident(TODAY, "OFFENSIVE_REMARKS")));
    JsonNode notYours =
        attempt(
            HOUSING,
            "considerationDetermine",
            finding(corporate, "UNREASONABLE"),
            "consideration { id }");
    assertThat(codes(notYours)).containsExactly("DECIDED_CORPORATELY");
    assertThat(whoMay(notYours)).containsExactly("HEAD_OF_CUSTOMER_SERVICES");
  }

  // 5

  @Test
  @DisplayName(
      "F18, T25: asking to record a meeting is a right, no incident, and counted against nobody")
  void aRequestToRecordAMeeting() {
    Person customer = customer("Maud Lark", "1969-06-06");
    done(
        OFFICER,
        "contactLog",
        Map.of(
            "customer",
            customer.id(),
            "serviceArea",
            "housing",
            "channel",
            "EMAIL",
            "cause",
            "FIRST_CONTACT",
            "statutoryTopic",
            "REQUEST_TO_RECORD"),
        "contact { id }");
    JsonNode summary =
        ask(
                HOUSING,
                """
                query ($id: ID!) {
                  customer(id: $id) {
                    contactSummary(from: "2026-11-25", until: "2026-11-25") { total usingARight }
                  }
                }
                """,
                Map.of("id", customer.id()))
            .at("/data/customer/contactSummary");
    assertThat(summary.path("total").asInt()).isZero();
    assertThat(summary.path("usingARight").asInt()).isOne();

    Map<String, Object> covert = incident(TODAY, "COVERT_RECORDING");
    covert.put("rightBeingUsed", "REQUEST_TO_RECORD");
    JsonNode refused =
        attempt(
            OFFICER,
            "concernReport",
            Map.of(
                "customer", customer.id(), "serviceArea", "housing", "incidents", List.of(covert)),
            "concern { id }");
    assertThat(codes(refused))
        .containsExactlyInAnyOrder("ASKED_OPENLY_TO_RECORD", "USING_A_RIGHT_IS_NO_INCIDENT");

    // What was done to somebody while asking can be reported; the asking still cannot.
    covert.put("behaviours", List.of("COVERT_RECORDING", "OFFENSIVE_REMARKS"));
    JsonNode still =
        attempt(
            OFFICER,
            "concernReport",
            Map.of(
                "customer", customer.id(), "serviceArea", "housing", "incidents", List.of(covert)),
            "concern { id }");
    assertThat(codes(still)).containsExactly("ASKED_OPENLY_TO_RECORD");
    JsonNode seen =
        ask(
                HOUSING,
                "query ($id: ID!) { customer(id: $id) { incidents { edges { node { id } } } } }",
                Map.of("id", customer.id()))
            .at("/data/customer/incidents/edges");
    assertThat(seen.isEmpty()).isTrue();
  }

  // How it is told

  private Person customer(String name, String born) {
    JsonNode registered =
        done(
                OFFICER,
                "customerRegister",
                Map.of("name", name, "dateOfBirth", born),
                "customer { id reference }")
            .path("customer");
    return new Person(
        registered.path("id").asString(), registered.path("reference").asString(), born);
  }

  private static Map<String, Object> incident(String day, String behaviour) {
    var incident = new LinkedHashMap<String, Object>();
    incident.put("occurredOn", day);
    incident.put("channel", "PHONE");
    incident.put("behaviours", List.of(behaviour));
    incident.put("affected", List.of("STAFF"));
    incident.put("impact", Map.of("minutesSpent", 30, "hinderedPerformance", true));
    incident.put("account", "The call took half an hour and was ended after two requests.");
    incident.put("sourceGrade", "FIRST_HAND");
    incident.put("identityConfidence", "CONFIRMED");
    incident.put("tested", true);
    return incident;
  }

  @SafeVarargs
  private String ready(
      String head, String area, Person customer, Map<String, Object>... incidents) {
    return considered(head, area, customer, Map.of(), List.of(incidents));
  }

  /** A consideration in which everything was done that comes before a determination. */
  private String considered(
      String head,
      String area,
      Person customer,
      Map<String, Object> wider,
      List<Map<String, Object>> incidents) {
    String concern =
        done(
                OFFICER,
                "concernReport",
                Map.of("customer", customer.id(), "serviceArea", area, "incidents", incidents),
                "concern { id }")
            .at("/concern/id")
            .asString();
    done(
        head,
        "concernTriage",
        Map.of(
            "id",
            concern,
            "expectedVersion",
            0,
            "outcome",
            "ACCEPT",
            "subjectCapacity",
            "CUSTOMER",
            "feedback",
            "Thank you. We are considering what follows."),
        "concern { id }");
    var opening = new LinkedHashMap<String, Object>(wider);
    opening.put("customer", customer.id());
    opening.put("leadService", area);
    opening.put("concerns", List.of(concern));
    opening.put("why", "What was reported needs a decision.");
    String consideration =
        done(head, "considerationOpen", opening, "consideration { id }")
            .at("/consideration/id")
            .asString();
    step(head, "considerationAdvise", consideration, Map.of("kind", "CONSIDERED"));
    step(HOFCS, "adviceAcknowledge", consideration, Map.of("kind", "CONSIDERED"));
    for (String check : CHECKS) {
      step(
          head,
          "considerationCheckRecord",
          consideration,
          Map.of(
              "check",
              check,
              "answer",
              "SATISFIED",
              "evidence",
              "Seen in the file.",
              "decidedBy",
              "officer"));
    }
    step(
        head,
        "representationRecord",
        consideration,
        Map.of(
            "kind", "INVITED", "on", TODAY, "byDate", "2026-12-02", "account", "A letter asks."));
    step(
        head,
        "representationRecord",
        consideration,
        Map.of("kind", "RECEIVED", "on", TODAY, "account", "Says that nobody ever answered."));
    step(
        head,
        "considerationAssess",
        consideration,
        Map.of(
            "couldArise",
            "NO",
            "circumstances",
            "Asked about support and adjustments; wants none beside those on record.",
            "othersAffected",
            "Nobody else lives in the household.",
            "warningDispensedBecause",
            "What was said was serious enough to act without a warning first."));
    return consideration;
  }

  private void step(String client, String act, String consideration, Map<String, Object> input) {
    var whole = new LinkedHashMap<String, Object>(input);
    whole.put("consideration", consideration);
    done(client, act, whole, "consideration { id }");
  }

  private static Map<String, Object> finding(String consideration, String category) {
    var finding = new LinkedHashMap<String, Object>();
    finding.put("consideration", consideration);
    finding.put("category", category);
    finding.put("grievance", "PARTLY_JUSTIFIED");
    finding.put("grievanceReasons", "The first answer came later than the standard says.");
    finding.put("hinders", true);
    finding.put("hindrance", "Officers were kept from other customers for two hours.");
    finding.put("pattern", "ISOLATED");
    finding.put("restrictiveAllowed", true);
    finding.put("reasons", "What happened is on record and was confirmed.");
    return finding;
  }

  private static Map<String, Object> channel(String channel) {
    return Map.of("channels", List.of(channel));
  }

  private static Map<String, Object> restriction(
      String consideration,
      Person customer,
      String area,
      String type,
      String key,
      Map<String, Object> value) {
    var input = new LinkedHashMap<String, Object>();
    input.put("consideration", consideration);
    input.put("customer", customer.id());
    input.put("type", "evenhand." + type);
    input.put("nature", "RESTRICTIVE");
    input.put("settings", List.of(Map.of("key", key, "value", value)));
    input.put("settingsVersion", 1);
    input.put("scope", Map.of("serviceAreas", List.of(area)));
    input.put(
        "reasons",
        Map.of(
            "conduct", "Two officers were called names.",
            "harm", "They were kept from other customers.",
            "whyThis", "Nobody is met without notice.",
            "whyNothingLess", "A letter that asked for courtesy changed nothing."));
    input.put("endsSoonerWhen", "Three months of courteous contact.");
    input.put("endsOn", "2027-02-25");
    return input;
  }

  private String building(String code) {
    return ask(OFFICER, "{ buildings(first: 100) { edges { node { id code } } } }")
        .at("/data/buildings/edges")
        .valueStream()
        .map(edge -> edge.path("node"))
        .filter(building -> building.path("code").asString().equals(code))
        .map(building -> building.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** What the front desk is told of somebody who gave two independent identifiers. */
  private JsonNode check(String desk, Person customer, Map<String, Object> contact) {
    var input = new LinkedHashMap<String, Object>();
    input.put(
        "identity", Map.of("reference", customer.reference(), "dateOfBirth", customer.born()));
    input.put("channel", "EMAIL");
    input.put("speaker", "SELF");
    input.put("topic", "other");
    input.putAll(contact);
    JsonNode answer =
        ask(
            desk,
            """
            query ($input: ContactCheckInput!) {
              contactCheck(input: $input) { verdict identity { confirmed } adjustments { code } }
            }
            """,
            Map.of("input", input));
    assertThat(answer.at("/data/contactCheck/identity/confirmed").asBoolean())
        .as("%s", answer)
        .isTrue();
    return answer.at("/data/contactCheck");
  }

  private static String verdict(JsonNode check) {
    return check.path("verdict").asString();
  }

  private List<String> dueKinds(String subject) {
    var kinds = new ArrayList<String>();
    ask(
            HOFCS,
            """
            query ($subject: ID!) {
              dueList(filter: {subject: $subject}) { edges { node { kind } } }
            }
            """,
            Map.of("subject", subject))
        .at("/data/dueList/edges")
        .forEach(edge -> kinds.add(edge.at("/node/kind").asString()));
    return kinds;
  }

  private static String mutation(String act, String selection) {
    String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input!";
    return "mutation ($input: "
        + type
        + ") { "
        + act
        + "(input: $input) { "
        + selection
        + """
         refusals {
          code path parameters { name value }
          ... on AuthorityRefusal { whoMay }
          ... on MissingStepsRefusal { steps { code } }
          ... on NoOpenRouteRefusal { closed { channel why } }
        } } }
        """;
  }

  /** The payload, refused or not. */
  private JsonNode attempt(String client, String act, Map<String, ?> input, String selection) {
    JsonNode answer = ask(client, mutation(act, selection), Map.of("input", input));
    assertThat(answer.path("errors").isMissingNode()).as("%s: %s", act, answer).isTrue();
    return answer.at("/data/" + act);
  }

  private JsonNode done(String client, String act, Map<String, ?> input, String selection) {
    JsonNode payload = attempt(client, act, input, selection);
    assertThat(codes(payload)).as("%s: %s", act, payload).isEmpty();
    return payload;
  }

  private static List<String> codes(JsonNode payload) {
    return payload
        .path("refusals")
        .valueStream()
        .map(refusal -> refusal.path("code").asString())
        .toList();
  }

  private static List<String> whoMay(JsonNode payload) {
    return payload.at("/refusals/0/whoMay").valueStream().map(JsonNode::asString).toList();
  }
}
