package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.graphql.test.tester.GraphQlTester.EntityList;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** What an Ombudsman asks of the council about a decision, from each seat (P10, F4). */
class OmbudsmanTests extends Story {

  private static final String WHOLE =
      """
      fragment Complaint on OmbudsmanComplaint {
        id version scheme schemeReference customer { name } notice { reference } appeal { reference }
        receivedOn about stage recordedAt
        requests { id kind receivedOn dueOn words files { name } by at
          reply { sentOn words files { name } by at } }
        decision { decidedOn finding result words files { name } by at }
        remedies { id kind ordered what amountPence restriction { id } mutation owner ownerName dueOn
          overdue completion { doneOn proof files { name } by at } }
        availableActions { action allowed due mutation refusals { code message } }
      }
      """;

  private static final As INVESTIGATOR =
      As.person("investigator-1", "Ina Investigator", "OFFICER", "leisure");

  @Test
  @DisplayName(
      "P10, F4, F7: from the complaint through enquiries and a draft to the last remedy; a remedy"
          + " that a restriction ends names the act, and never does it")
  void wholeStory() {
    CustomerId customer = customer("Oda Ombudsman");
    NoticeView notice = excluded(consideration(customer));
    AppealView appeal = lodged(letter(notice.id(), MONDAY));
    RestrictionId exclusion = restrictions.ofNotice(notice.id()).getFirst().id();
    String file = uploaded(As.legal(), "enquiry.txt");
    String complaint =
        As.legal()
            .call(
                () -> {
                  var input = complaint("24 001 234");
                  input.put("appeal", GlobalId.of("Appeal", appeal.id().value()));
                  Response recorded = done("ombudsmanComplaintRecord", input);
                  recorded
                      .path("ombudsmanComplaintRecord.complaint.notice.reference")
                      .entity(String.class)
                      .isEqualTo(notice.reference());
                  recorded
                      .path("ombudsmanComplaintRecord.complaint.stage")
                      .entity(String.class)
                      .isEqualTo("RECEIVED");
                  String id =
                      recorded
                          .path("ombudsmanComplaintRecord.complaint.id")
                          .entity(String.class)
                          .get();
                  var asked = request("ENQUIRY");
                  asked.put("files", List.of(file));
                  asked.put("dueOn", "2026-11-27");
                  Response enquiry = done("ombudsmanRequestRecord", on(id, asked));
                  enquiry
                      .path("ombudsmanRequestRecord.complaint.requests[0].files[*].name")
                      .entityList(String.class)
                      .containsExactly("enquiry.txt");
                  String request =
                      enquiry
                          .path("ombudsmanRequestRecord.complaint.requests[0].id")
                          .entity(String.class)
                          .get();
                  assertThat(kinds(request)).containsExactly("OMBUDSMAN_ENQUIRY");
                  clock.set(Instant.parse("2026-12-02T10:00:00Z"));
                  var reply = reply(request);
                  reply.put("sentOn", "2026-12-02");
                  done("ombudsmanReplySend", on(id, reply))
                      .path("ombudsmanReplySend.warnings[*].code")
                      .entityList(String.class)
                      .containsExactly("OMBUDSMAN_REPLIED_LATE");
                  assertThat(kinds(request)).isEmpty();
                  var draft = request("DRAFT_DECISION");
                  draft.put("dueOn", "2026-12-18");
                  done("ombudsmanRequestRecord", on(id, draft))
                      .path("ombudsmanRequestRecord.complaint.stage")
                      .entity(String.class)
                      .isEqualTo("DRAFT_DECISION");
                  return id;
                });
    Response decided =
        As.headOfCustomerServices()
            .call(
                () ->
                    done(
                        "ombudsmanDecisionRecord",
                        on(
                            complaint,
                            decision(
                                "FAULT_CAUSING_INJUSTICE",
                                remedy("APOLOGY", "owner", officer("investigator-1")),
                                remedy(
                                    "RESTRICTION_LIFTED",
                                    "restriction",
                                    GlobalId.of("Restriction", exclusion.value())),
                                remedy("PAYMENT", "amountPence", 15_000)))));
    decided
        .path("ombudsmanDecisionRecord.complaint.decision.result")
        .entity(String.class)
        .isEqualTo("UPHELD");
    decided
        .path("ombudsmanDecisionRecord.complaint.remedies[1].mutation")
        .entity(String.class)
        .isEqualTo("restrictionLift");
    List<String> remedies =
        decided
            .path("ombudsmanDecisionRecord.complaint.remedies[*].id")
            .entityList(String.class)
            .get();
    assertThat(kinds(remedies.get(1))).containsExactly("OMBUDSMAN_REMEDY_LIFT");
    assertThat(restrictions.ofNotice(notice.id())).noneMatch(r -> r.status().ended());
    INVESTIGATOR.run(
        () -> {
          done("ombudsmanRemedyComplete", on(complaint, completion(remedies.get(0))));
          refused(
              "ombudsmanRemedyComplete",
              on(complaint, completion(remedies.get(2))),
              "OMBUDSMAN_NOT_YOURS");
        });
    As.headOfCustomerServices()
        .run(
            () -> {
              refused(
                  "ombudsmanRemedyComplete",
                  on(complaint, completion(remedies.get(1))),
                  "REMEDY_RESTRICTION_STANDS");
              lift(exclusion);
              done("ombudsmanRemedyComplete", on(complaint, completion(remedies.get(1))));
              clock.set(Instant.parse("2027-02-01T10:00:00Z"));
              overdue().contains(complaint);
              var payment = completion(remedies.get(2));
              payment.put("doneOn", "2027-02-01");
              Response done = done("ombudsmanRemedyComplete", on(complaint, payment));
              done.path("ombudsmanRemedyComplete.warnings[*].code")
                  .entityList(String.class)
                  .containsExactly("REMEDY_LATE");
              done.path("ombudsmanRemedyComplete.complaint.stage")
                  .entity(String.class)
                  .isEqualTo("CLOSED");
              overdue().doesNotContain(complaint);
              refused(
                  "ombudsmanRemedyComplete",
                  on(complaint, completion(remedies.get(2))),
                  "REMEDY_NOT_OPEN");
              Response file1 =
                  ask(
                      """
                      query ($id: ID!) { appeal(id: $id) {
                        file { code } ombudsmanComplaints { id } } }
                      """,
                      Map.of("id", GlobalId.of("Appeal", appeal.id().value())));
              file1
                  .path("appeal.file[*].code")
                  .entityList(String.class)
                  .satisfies(
                      codes ->
                          assertThat(codes)
                              .contains(
                                  "OMBUDSMAN_COMPLAINT_LOCAL_GOVERNMENT",
                                  "OMBUDSMAN_SENT_ENQUIRY",
                                  "OMBUDSMAN_ANSWERED",
                                  "OMBUDSMAN_UPHELD",
                                  "OMBUDSMAN_REMEDY_RESTRICTION_LIFTED"));
              file1
                  .path("appeal.ombudsmanComplaints[*].id")
                  .entityList(String.class)
                  .containsExactly(complaint);
            });
    assertThat(
            jdbc.sql(
                    "select count(*) from appeals.ombudsman_complaint_history where customer_id = ?")
                .param(customer.value())
                .query(Long.class)
                .single())
        .as("F7: every state before this one is kept")
        .isGreaterThanOrEqualTo(7);
  }

  @Test
  @DisplayName("Each reason is said at once: about what, whose finding, which remedy, by when")
  void refusals() {
    CustomerId customer = customer("Rob Refused");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    NoticeView other = excluded(consideration(customer("Ola Other")));
    As.headOfCustomerServices()
        .run(
            () -> {
              var input = complaint("HO-77");
              input.put("scheme", "HOUSING");
              input.put("receivedOn", "2026-11-24");
              assertThat(codes("ombudsmanComplaintRecord", input))
                  .containsExactlyInAnyOrder("OMBUDSMAN_ABOUT_ONE", "DATE_IN_FUTURE");
              input.put("receivedOn", "2026-11-23");
              input.put("notice", GlobalId.of("Notice", notice.id().value()));
              String id =
                  done("ombudsmanComplaintRecord", input)
                      .path("ombudsmanComplaintRecord.complaint.id")
                      .entity(String.class)
                      .get();
              refused("ombudsmanComplaintRecord", input, "OMBUDSMAN_REFERENCE_KNOWN");
              var asked = request("ENQUIRY");
              asked.put("receivedOn", "2026-11-22");
              asked.put("dueOn", "2026-11-21");
              asked.put("words", " ");
              assertThat(codes("ombudsmanRequestRecord", on(id, asked)))
                  .containsExactlyInAnyOrder(
                      "TEXT_MISSING", "OMBUDSMAN_BEFORE_COMPLAINT", "OMBUDSMAN_DUE_BEFORE_ASKED");
              refused(
                  "ombudsmanReplySend",
                  on(id, reply(GlobalId.of("OmbudsmanRequest", UUID.randomUUID()))),
                  "OMBUDSMAN_NOTHING_TO_ANSWER");
              String request =
                  done("ombudsmanRequestRecord", on(id, request("ENQUIRY")))
                      .path("ombudsmanRequestRecord.complaint.requests[0].id")
                      .entity(String.class)
                      .get();
              var early = reply(request);
              early.put("sentOn", "2026-11-22");
              refused("ombudsmanReplySend", on(id, early), "OMBUDSMAN_BEFORE_REQUEST");
              var late =
                  remedy(
                      "RESTRICTION_LIFTED",
                      "restriction",
                      GlobalId.of(
                          "Restriction",
                          restrictions.ofNotice(other.id()).getFirst().id().value()));
              late.put("dueOn", "2026-11-22");
              assertThat(
                      codes(
                          "ombudsmanDecisionRecord",
                          on(
                              id,
                              decision(
                                  "NO_FAULT",
                                  remedy("PAYMENT", "amountPence", 0),
                                  remedy("RESTRICTION_CHANGED", "ordered", true),
                                  late))))
                  .containsExactlyInAnyOrder(
                      "OMBUDSMAN_FINDING_OF_OTHER_SCHEME",
                      "REMEDY_AMOUNT",
                      "REMEDY_RESTRICTION",
                      "REMEDY_RESTRICTION_NOT_THEIRS",
                      "REMEDY_DUE_BEFORE_DECISION");
              var stale = on(id, decision("MALADMINISTRATION"));
              stale.put("expectedVersion", 0);
              assertThat(codes("ombudsmanDecisionRecord", stale)).containsExactly("STALE");
              String remedy =
                  done(
                          "ombudsmanDecisionRecord",
                          on(id, decision("MALADMINISTRATION", remedy("APOLOGY", "ordered", true))))
                      .path("ombudsmanDecisionRecord.complaint.remedies[0].id")
                      .entity(String.class)
                      .get();
              assertThat(kinds(request)).as("decided: nothing is left to answer").isEmpty();
              refused("ombudsmanRequestRecord", on(id, request("ENQUIRY")), "OMBUDSMAN_DECIDED");
              var empty = completion(remedy);
              empty.put("proof", "");
              empty.put("doneOn", "2026-11-24");
              assertThat(codes("ombudsmanRemedyComplete", on(id, empty)))
                  .containsExactlyInAnyOrder("TEXT_MISSING", "DATE_IN_FUTURE");
              done(
                      "ombudsmanRemedyAssign",
                      on(
                          id,
                          new HashMap<>(
                              Map.of("remedy", remedy, "owner", officer("investigator-1")))))
                  .path("ombudsmanRemedyAssign.complaint.remedies[0].ownerName")
                  .entity(String.class)
                  .isEqualTo("Ina Investigator");
              assertThat(duties.openFor(uuid(remedy)))
                  .singleElement()
                  .satisfies(
                      d -> {
                        assertThat(d.owner()).isNotNull();
                        assertThat(d.dueOn()).isEqualTo(LocalDate.of(2027, 1, 15));
                      });
            });
    var ordered = complaint("LG-78");
    ordered.put("notice", GlobalId.of("Notice", notice.id().value()));
    As.legal()
        .run(
            () -> {
              String id =
                  done("ombudsmanComplaintRecord", ordered)
                      .path("ombudsmanComplaintRecord.complaint.id")
                      .entity(String.class)
                      .get();
              refused(
                  "ombudsmanDecisionRecord",
                  on(id, decision("NO_FAULT", remedy("APOLOGY", "ordered", true))),
                  "REMEDY_ORDERED_BY_HOUSING_ONLY");
            });
  }

  @Test
  @DisplayName(
      "T20: the head of the service and whoever sees to a remedy see it, others of their role do"
          + " not; each read is on record")
  void whoSees() {
    CustomerId customer = customer("Sia Seen");
    UUID caseId = consideration(customer);
    String id =
        As.headOfCustomerServices()
            .call(
                () -> {
                  var input = complaint("LG-79");
                  input.put("consideration", GlobalId.of("Consideration", caseId));
                  return done("ombudsmanComplaintRecord", input)
                      .path("ombudsmanComplaintRecord.complaint.id")
                      .entity(String.class)
                      .get();
                });
    As.officer("housing").run(() -> read(id).path("ombudsmanComplaint").valueIsNull());
    As.headOfService("leisure").run(() -> read(id).path("ombudsmanComplaint").valueIsNull());
    As.headOfService("housing")
        .run(
            () -> {
              read(id)
                  .path("ombudsmanComplaint.availableActions[?(@.allowed == true)].action")
                  .entityList(String.class)
                  .hasSize(0);
              ask(
                      "{ ombudsmanComplaints(first: 100) { edges { node { id } } totalCount } }",
                      Map.of())
                  .path("ombudsmanComplaints.edges[*].node.id")
                  .entityList(String.class)
                  .contains(id);
            });
    INVESTIGATOR.run(() -> read(id).path("ombudsmanComplaint").valueIsNull());
    String remedy =
        As.headOfCustomerServices()
            .call(
                () ->
                    done(
                            "ombudsmanDecisionRecord",
                            on(
                                id,
                                decision(
                                    "FAULT_WITHOUT_INJUSTICE",
                                    remedy(
                                        "SERVICE_IMPROVEMENT",
                                        "owner",
                                        officer("investigator-1")))))
                        .path("ombudsmanDecisionRecord.complaint.remedies[0].id")
                        .entity(String.class)
                        .get());
    INVESTIGATOR.run(
        () -> {
          read(id)
              .path("ombudsmanComplaint.availableActions[?(@.allowed == true)].mutation")
              .entityList(String.class)
              .containsExactly("ombudsmanRemedyComplete");
          ask(
                  "query ($id: ID!) { node(id: $id) { id ... on OmbudsmanRemedy { what } } }",
                  Map.of("id", remedy))
              .path("node.id")
              .entity(String.class)
              .isEqualTo(remedy);
        });
    As.officer("housing")
        .run(
            () ->
                ask("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", remedy))
                    .path("node")
                    .valueIsNull());
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where act = 'ombudsmanComplaint'"
                        + " and person_id = ?")
                .param(customer.value())
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  static List<As> turnedAway() {
    return List.of(
        As.officer("housing"),
        As.headOfService("housing"),
        As.cmtMember(),
        As.auditor(),
        As.dataProtectionOfficer(),
        As.electedMember(),
        As.integrator());
  }

  @ParameterizedTest
  @MethodSource("turnedAway")
  @DisplayName("T20: nobody but the head of customer services and legal deals with an Ombudsman")
  void forbidden(As somebody) {
    somebody.run(
        () -> {
          forbidden("ombudsmanComplaintRecord", complaint("never"));
          forbidden("ombudsmanRequestRecord", blank(request("ENQUIRY")));
          forbidden("ombudsmanReplySend", blank(reply("none")));
          forbidden("ombudsmanDecisionRecord", blank(decision("NO_FAULT")));
          forbidden(
              "ombudsmanRemedyAssign", blank(new HashMap<>(Map.of("remedy", "x", "owner", "x"))));
        });
  }

  private void lift(RestrictionId restriction) {
    ask(
            """
            mutation ($input: RestrictionLiftInput!) {
              restrictionLift(input: $input) { refusals { code } } }
            """,
            Map.of(
                "input",
                Map.of(
                    "restriction",
                    GlobalId.of("Restriction", restriction.value()),
                    "reason",
                    "The Ombudsman found fault.")))
        .path("restrictionLift.refusals[*].code")
        .entityList(String.class)
        .hasSize(0);
  }

  private EntityList<String> overdue() {
    return ask(
            """
            { ombudsmanComplaints(first: 100, filter: { remedyOverdue: true }) {
                edges { node { id } } } }
            """,
            Map.of())
        .path("ombudsmanComplaints.edges[*].node.id")
        .entityList(String.class);
  }

  private List<String> kinds(String subject) {
    return duties.openFor(uuid(subject)).stream().map(DutyView::kind).toList();
  }

  private static UUID uuid(String id) {
    return GlobalId.parse(id).orElseThrow().id();
  }

  private String officer(String actor) {
    return GlobalId.of("Officer", officerOf(actor).value());
  }

  private Response read(String id) {
    return ask(
        "query ($id: ID!) { ombudsmanComplaint(id: $id) { ...Complaint } }" + WHOLE,
        Map.of("id", id));
  }

  private Response ask(String document, Map<String, Object> variables) {
    return graphQl.document(document).variables(variables).execute();
  }

  private Response act(String act, Map<String, Object> input) {
    String type = Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input";
    return ask(
        """
        mutation ($input: %s!) {
          %s(input: $input) {
            complaint { ...Complaint } refusals { code message path } warnings { code message } } }
        """
                .formatted(type, act)
            + WHOLE,
        Map.of("input", input));
  }

  private Response done(String act, Map<String, Object> input) {
    Response answer = act(act, input);
    answer.path(act + ".refusals[*].code").entityList(String.class).hasSize(0);
    return answer;
  }

  private List<String> codes(String act, Map<String, Object> input) {
    Response answer = act(act, input);
    answer
        .path(act + ".refusals[*].message")
        .entityList(String.class)
        .satisfies(words -> assertThat(words).noneMatch(w -> w.matches("[A-Z_]+|.*\\{\\w+}.*")));
    return answer.path(act + ".refusals[*].code").entityList(String.class).get();
  }

  private void refused(String act, Map<String, Object> input, String code) {
    assertThat(codes(act, input)).containsExactly(code);
  }

  private void forbidden(String act, Map<String, Object> input) {
    act(act, input)
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        e -> assertThat(e.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  /** With the complaint and its version as they stand. */
  private Map<String, Object> on(String complaint, Map<String, Object> input) {
    input.put("complaint", complaint);
    input.put(
        "expectedVersion",
        jdbc.sql("select version from appeals.ombudsman_complaint where id = ?")
            .param(uuid(complaint))
            .query(Integer.class)
            .single());
    return input;
  }

  private static Map<String, Object> blank(Map<String, Object> input) {
    input.put("complaint", "none");
    input.put("expectedVersion", 0);
    return input;
  }

  private static Map<String, Object> complaint(String reference) {
    return new HashMap<>(
        Map.of(
            "scheme",
            "LOCAL_GOVERNMENT",
            "schemeReference",
            reference,
            "receivedOn",
            "2026-11-23",
            "about",
            "That the council does not let them into the housing office."));
  }

  private static Map<String, Object> request(String kind) {
    return new HashMap<>(
        Map.of(
            "kind",
            kind,
            "receivedOn",
            "2026-11-23",
            "dueOn",
            "2026-12-11",
            "words",
            "Please send the file."));
  }

  private static Map<String, Object> reply(String request) {
    return new HashMap<>(
        Map.of("request", request, "sentOn", "2026-11-23", "words", "Here is the file."));
  }

  @SafeVarargs
  private Map<String, Object> decision(String finding, Map<String, Object>... remedies) {
    return new HashMap<>(
        Map.of(
            "decidedOn",
            clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().toString(),
            "finding",
            finding,
            "words",
            "The council kept the restriction without a review.",
            "remedies",
            List.of(remedies)));
  }

  private static Map<String, Object> remedy(String kind, String field, Object value) {
    var remedy =
        new HashMap<String, Object>(
            Map.of("kind", kind, "what", "Put it right.", "dueOn", "2027-01-15"));
    remedy.put(field, value);
    return remedy;
  }

  private static Map<String, Object> completion(String remedy) {
    return new HashMap<>(
        Map.of("remedy", remedy, "doneOn", "2026-11-23", "proof", "Letter of 23 November."));
  }
}
