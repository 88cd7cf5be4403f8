package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** The second register, through the API and at the desk (T17, questions 2 and 20). */
class MarkerTests extends ActStory {

  private static final As HEAD = As.headOfService("housing");
  private static final As OFFICER = As.officer("housing");

  private static final String MARKER =
      """
      marker {
        id version reference uprn category severity precautions note aboutChild reviewOn
        reviewOverdue endsOn placedBy placedAs acknowledged exceptions
        customer { id } property { id } tenancy { id } incident { id } leadService { code }
        protection { lead noticeTo } told { on how notBecause notDecidedBy reviewOn }
        ending { cause by reason keepUntil toldOn }
        reviews { kept reasons nextReviewOn by as }
        challenges { id stands reasons answeredBy answeredAs answerBy }
        availableActions { action allowed mutation due refusals { code } }
      }
      """;

  private static final String VISIT =
      """
      query($input: VisitPrecautionsInput!) {
        visitPrecautions(input: $input) {
          asOf personSure
          precautions {
            marker place precautions words { value } note until reviewOverdue acknowledged ring
            telephone
          }
        }
      }
      """;

  @Autowired MergingCustomers merging;
  @Autowired CorrectingRecords correcting;
  @Autowired VisitedProperties properties;
  @Autowired List<CaseFileContributor> caseFile;

  private static int places;

  private IncidentView incident(CustomerView customer) {
    ConcernView concern = accepted(customer.id(), true);
    return incidents.ofConcerns(List.of(concern.id())).getFirst();
  }

  private static Map<String, Object> withPerson(CustomerView customer, IncidentView incident) {
    var input = about(incident);
    input.put("customer", gid("Customer", customer.id().value()));
    return input;
  }

  private static Map<String, Object> about(IncidentView incident) {
    var input = new HashMap<String, Object>();
    input.put("incident", gid("Incident", incident.id().value()));
    input.put("category", "THREAT");
    input.put("precautions", List.of("VISIT_IN_PAIRS", "MEET_IN_PAIRS", "WAY_OUT_CLEAR"));
    input.put("note", "Stay near the door.");
    input.put("identification", "CONFIRMED");
    input.put("leadService", "housing");
    return input;
  }

  private String placed(Map<String, Object> input) {
    return doneBy(HEAD, "markerPlace", input, MARKER)
        .path("answer.marker.id")
        .entity(String.class)
        .get();
  }

  private static UUID uuid(String id) {
    return GlobalId.uuid("Marker", id).orElseThrow();
  }

  private List<String> owed(String marker) {
    return duties.openFor(uuid(marker)).stream().map(DutyView::kind).toList();
  }

  private PropertyView place() {
    places++;
    return OFFICER.call(
        () ->
            done(
                () ->
                    properties.record(
                        new VisitedProperties.PropertyToRecord(
                            null,
                            null,
                            "100" + (500_000 + places),
                            places + " Mill Lane",
                            "B79 7BZ",
                            null),
                        currentActor.get(),
                        clock.instant())));
  }

  private MatterView tenancy(CustomerView customer, @Nullable MatterView before) {
    return OFFICER.call(
        () ->
            done(
                () ->
                    recordingMatters.record(
                        new RecordingMatters.MatterToRecord(
                            before == null ? null : before.id(),
                            before == null ? null : before.version(),
                            customer.id(),
                            "T-" + customer.reference(),
                            "tenancies",
                            "The tenancy",
                            HOUSING,
                            null,
                            false,
                            before == null ? null : MONDAY,
                            before == null
                                ? null
                                : new org.evenhand.foundation.ActorId("lettings-1"),
                            before == null ? null : MONDAY),
                        currentActor.get(),
                        clock.instant())));
  }

  private List<String> atTheDesk(CustomerView customer, Channel channel) {
    return precautionsSaid(check(contact(twoIdentifiers(customer), channel)));
  }

  private static List<String> precautionsSaid(Response answer) {
    return answer.path("contactCheck.precautions[*].code").entityList(String.class).get();
  }

  private Response visit(As seat, Map<String, Object> input) {
    return seat.call(() -> graphQl.document(VISIT).variable("input", input).execute());
  }

  private static void hasNothing(Response visit) {
    visit.path("visitPrecautions.precautions").entityList(Object.class).hasSize(0);
  }

  // The story of one marker

  @Test
  @DisplayName("T17: placed, told, acknowledged, kept at review, challenged, ended, its end told")
  void theStory() {
    CustomerView customer = customer("Mara Marked");
    Response placed = doneBy(HEAD, "markerPlace", withPerson(customer, incident(customer)), MARKER);
    placed.path("answer.marker.severity").entity(String.class).isEqualTo("MEDIUM");
    placed.path("answer.marker.placedAs").entity(String.class).isEqualTo("HEAD_OF_SERVICE");
    placed
        .path("answer.marker.reviewOn")
        .entity(String.class)
        .isEqualTo(MONDAY.plusMonths(6).toString());
    placed
        .path("answer.marker.endsOn")
        .entity(String.class)
        .isEqualTo(MONDAY.plusMonths(12).toString());
    String id = placed.path("answer.marker.id").entity(String.class).get();
    assertThat(owed(id))
        .containsExactlyInAnyOrder("REVIEW_MARKER", "MARKER_ENDS", "TELL_OF_MARKER");

    doneBy(
            HEAD,
            "markerNotificationRecord",
            Map.of(
                "marker",
                id,
                "expectedVersion",
                0,
                "told",
                Map.of("on", MONDAY.toString(), "how", "By letter, handed over")),
            MARKER)
        .path("answer.marker.told.how")
        .entity(String.class)
        .isEqualTo("By letter, handed over");
    assertThat(owed(id)).doesNotContain("TELL_OF_MARKER");
    doneBy(
            OFFICER,
            "markerAcknowledge",
            Map.of("marker", id),
            "precaution { acknowledged note words { value } }")
        .path("answer.precaution.acknowledged")
        .entity(Boolean.class)
        .isEqualTo(true);

    doneBy(
            HEAD,
            "markerReview",
            Map.of("marker", id, "keep", true, "reasons", "Threatened again on the telephone"),
            MARKER)
        .path("answer.marker.acknowledged")
        .entity(Integer.class)
        .isEqualTo(0);

    String challenge =
        doneBy(
                OFFICER,
                "markerChallenge",
                Map.of("marker", id, "grounds", "I never said it", "receivedOn", MONDAY.toString()),
                "challenge { id answerBy stands }")
            .path("answer.challenge.id")
            .entity(String.class)
            .get();
    assertThat(duties.openFor(uuid(id)))
        .filteredOn(d -> d.kind().equals("ANSWER_MARKER_CHALLENGE"))
        .singleElement()
        .satisfies(d -> assertThat(d.dueOn()).isEqualTo(LocalDate.of(2026, 12, 7)));
    var answer =
        Map.<String, Object>of("challenge", challenge, "stands", false, "reasons", "No recording");
    assertThat(refusedBy(HEAD, "markerChallengeAnswer", answer))
        .as("whoever placed it does not answer")
        .containsExactly("NOT_INDEPENDENT");
    doneBy(
        As.dataProtectionOfficer(),
        "markerChallengeAnswer",
        answer,
        "challenge { stands answeredBy answeredAs }");

    Response ended = read(HEAD, id);
    ended.path("marker.ending.cause").entity(String.class).isEqualTo("CHALLENGE");
    ended
        .path("marker.ending.keepUntil")
        .entity(String.class)
        .isEqualTo(MONDAY.plusMonths(24).toString());
    assertThat(owed(id)).as("those who hold it are told").containsExactly("TELL_END_OF_MARKER");
    doneBy(
        HEAD,
        "markerNotificationRecord",
        Map.of("marker", id, "told", Map.of("on", MONDAY.toString(), "how", "Team briefing")),
        MARKER);
    assertThat(owed(id)).isEmpty();
    assertThat(
            caseFile.stream()
                .flatMap(c -> c.contribute(UUID.randomUUID(), customer.id().value()).stream())
                .map(CaseFileContributor.Entry::code))
        .contains("MARKER_PLACED", "MARKER_REVIEWED", "MARKER_CHALLENGE_ANSWERED", "MARKER_ENDED");
  }

  private Response read(As seat, String id) {
    return seat.call(
        () ->
            graphQl
                .document(
                    "query($id: ID!) { marker: node(id: $id) { ... on Marker { %s } } }"
                        .formatted(
                            MARKER
                                .strip()
                                .substring("marker {".length(), MARKER.strip().length() - 1)))
                .variable("id", id)
                .execute());
  }

  // The desk

  @Test
  @DisplayName("T17, T20: the desk shows how to stay safe where the channel needs it, and serves")
  void byChannelNeed() {
    CustomerView customer = customer("Chan Nell");
    String before = verdict(check(contact(twoIdentifiers(customer), Channel.FACE_TO_FACE)));
    String id = placed(withPerson(customer, incident(customer)));

    Response inPerson = check(contact(twoIdentifiers(customer), Channel.FACE_TO_FACE));
    assertThat(precautionsSaid(inPerson)).as("two that matter, and the note").hasSize(3);
    inPerson
        .path("contactCheck.precautions[*].instructions.value")
        .entityList(String.class)
        .contains("Meet with a colleague.", "Stay near the door.")
        .satisfies(all -> assertThat(all).doesNotContain("Visit with a colleague."));
    assertThat(verdict(inPerson)).as("it refuses nothing").isEqualTo(before).isEqualTo("ALLOWED");
    assertThat(atTheDesk(customer, Channel.PHONE)).as("nobody needs it on the telephone").isEmpty();
    assertThat(atTheDesk(customer, Channel.LETTER)).isEmpty();
    assertThat(
            precautionsSaid(
                check(contact(Map.of("reference", customer.reference()), Channel.FACE_TO_FACE))))
        .as("T21: not with one identifier")
        .isEmpty();

    HEAD.run(
        () ->
            graphQl
                .document(
                    "query($id: ID!) { node(id: $id) { ... on Marker { availableActions { action"
                        + " allowed } } } }")
                .variable("id", id)
                .execute()
                .path("node.availableActions[?(@.allowed == true)].action")
                .entityList(String.class)
                .containsExactly("REVIEW", "END", "RECORD_TELLING", "CHALLENGE", "ACKNOWLEDGE"));
    doneBy(HEAD, "markerEnd", Map.of("marker", id, "reason", "Calm since"), MARKER);
    assertThat(atTheDesk(customer, Channel.FACE_TO_FACE)).isEmpty();
  }

  @Test
  @DisplayName("T17: one look-up shows both registers, the restriction's verdict untouched")
  void bothRegisters() {
    CustomerView customer = customer("Bo Both");
    inForce(action(determined(customer), EXCLUSION, excludedFrom("housing-office")));
    placed(withPerson(customer, incidents.of(customer.id()).getFirst()));

    var there =
        with(
            contact(twoIdentifiers(customer), Channel.FACE_TO_FACE),
            "building",
            gid("Building", buildings.find("housing-office").orElseThrow().id().value()));
    Response answer = check(there);

    assertThat(verdict(answer)).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(precautionsSaid(answer)).hasSize(3);
    assertThat(frontDesk.rebuild()).isPositive();
    assertThat(precautionsSaid(check(there))).as("rebuilt, the same").hasSize(3);
  }

  @Test
  @DisplayName("T21: precautions of an address stay where nobody knows who is there")
  void addressPrecautionsStay() {
    CustomerView customer = customer("Ada Dress");
    PropertyView place = place();
    var input = about(incident(customer));
    input.put("property", gid("Property", place.id().value()));
    placed(input);

    for (var given :
        List.<Map<String, Object>>of(
            Map.of("uprn", place.uprn()),
            Map.of("addressLine", place.addressLine(), "postcode", place.postcode()))) {
      Response answer = check(contact(given, Channel.HOME_VISIT));
      answer.path("contactCheck.identity.confirmed").entity(Boolean.class).isEqualTo(false);
      assertThat(precautionsSaid(answer)).hasSize(3);
    }
    assertThat(
            precautionsSaid(
                check(
                    contact(
                        Map.of("addressLine", "99 Elsewhere Road", "postcode", "B79 7BZ"),
                        Channel.HOME_VISIT))))
        .isEmpty();
    frontDesk.rebuild();
    assertThat(precautionsSaid(check(contact(Map.of("uprn", place.uprn()), Channel.HOME_VISIT))))
        .hasSize(3);
  }

  // Visits

  @Test
  @DisplayName("Question 2: before a visit, what matters there, until when, whom to ring; logged")
  void beforeAVisit() {
    CustomerView customer = customer("Vi Visited");
    PropertyView place = place();
    IncidentView incident = incident(customer);
    placed(withPerson(customer, incident));
    var atPlace = about(incident);
    atPlace.put("uprn", place.uprn());
    atPlace.put("precautions", List.of("ANIMAL_SECURED_FIRST", "MEET_IN_PAIRS"));
    atPlace.put("note", "Ring the bell and wait at the gate.");
    placed(atPlace);

    Response byPlace =
        visit(
            As.contractor("housing"),
            Map.of("property", gid("Property", place.id().value()), "identity", Map.of()));
    byPlace.path("visitPrecautions.personSure").entity(Boolean.class).isEqualTo(false);
    byPlace
        .path("visitPrecautions.precautions[*].note")
        .entityList(String.class)
        .containsExactly("Ring the bell and wait at the gate.");
    byPlace
        .path("visitPrecautions.precautions[0].precautions")
        .entityList(String.class)
        .containsExactly("ANIMAL_SECURED_FIRST");
    byPlace
        .path("visitPrecautions.precautions[0].ring")
        .entity(String.class)
        .isEqualTo("The housing");
    byPlace
        .path("visitPrecautions.precautions[0].telephone")
        .entity(String.class)
        .isEqualTo("01827 709000");

    var sure = new HashMap<>(twoIdentifiers(customer));
    sure.put("uprn", place.uprn());
    visit(OFFICER, Map.of("identity", sure))
        .path("visitPrecautions.precautions[*].place")
        .entityList(Boolean.class)
        .containsExactly(true, false);
    hasNothing(visit(OFFICER, Map.of("identity", Map.of("reference", customer.reference()))));
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where act = 'visitPrecautions' and"
                        + " person_id = ?")
                .param(customer.id().value())
                .query(Integer.class)
                .single())
        .as("a read of the person's record")
        .isEqualTo(1);
    isForbidden(visit(As.electedMember(), Map.of("identity", Map.of())));
  }

  // Ends

  @Test
  @DisplayName(
      "T17: a marker at a place ends with the tenancy that caused it; its holders are told")
  void endsWithTheTenancy() {
    CustomerView customer = customer("Ten Ant");
    PropertyView place = place();
    MatterView tenancy = tenancy(customer, null);
    var input = about(incident(customer));
    input.put("uprn", place.uprn());
    input.put("tenancy", gid("Matter", tenancy.id().value()));
    String id = placed(input);
    doneBy(OFFICER, "markerAcknowledge", Map.of("marker", id), "precaution { marker }");

    tenancy(customer, tenancy);

    Response ended = read(As.dataProtectionOfficer(), id);
    ended.path("marker.ending.cause").entity(String.class).isEqualTo("TENANCY_ENDED");
    ended.path("marker.ending.by").entity(String.class).isEqualTo("system");
    assertThat(owed(id)).containsExactly("TELL_END_OF_MARKER");
    hasNothing(visit(OFFICER, Map.of("identity", Map.of("uprn", place.uprn()))));
    assertThat(precautionsSaid(check(contact(Map.of("uprn", place.uprn()), Channel.HOME_VISIT))))
        .isEmpty();
    assertThat(refusedBy(HEAD, "markerPlace", input)).contains("TENANCY_ENDED");
  }

  @Test
  @DisplayName("T17: its last day passed, it tells nobody anything, and the sweep records its end")
  void expires() {
    CustomerView customer = customer("Lapse Ed");
    String id = placed(withPerson(customer, incident(customer)));

    clock.set(MONDAY_TEN.plus(java.time.Duration.ofDays(200)));
    assertThat(duties.sweep(clock.instant())).isPositive();
    assertThat(owed(id)).as("the corporate head hears of it").contains("MARKER_REVIEW_OVERDUE");
    assertThat(atTheDesk(customer, Channel.FACE_TO_FACE)).as("it stays meanwhile").hasSize(3);

    clock.set(MONDAY_TEN.plus(java.time.Duration.ofDays(370)));
    assertThat(atTheDesk(customer, Channel.FACE_TO_FACE)).isEmpty();
    duties.sweep(clock.instant());
    read(As.auditor(), id).path("marker.ending.cause").entity(String.class).isEqualTo("EXPIRED");
  }

  // Corrections and merges

  @Test
  @DisplayName("T27: its incident was somebody else's: decided at once, and never kept on nothing")
  void itsIncidentWasSomebodyElses() {
    CustomerView accused = customer("Al Legged");
    CustomerView other = customer("Ot Her");
    IncidentView incident = incident(accused);
    String id = placed(withPerson(accused, incident));

    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new CorrectingRecords.Correct(
                            incident.id(),
                            incident.version(),
                            null,
                            other.id(),
                            null,
                            "The camera shows another person."),
                        currentActor.get(),
                        clock.instant())));

    assertThat(duties.openFor(uuid(id)))
        .filteredOn(d -> d.kind().equals("MARKER_GROUND_GONE"))
        .singleElement()
        .satisfies(d -> assertThat(d.overdue(clock.instant())).isTrue());
    assertThat(
            refusedBy(
                HEAD,
                "markerReview",
                Map.of("marker", id, "keep", true, "reasons", "All the same")))
        .containsExactly("NOTHING_LEFT_TO_REST_ON");
    doneBy(
        HEAD,
        "markerReview",
        Map.of("marker", id, "keep", false, "reasons", "Somebody else"),
        MARKER);
    assertThat(atTheDesk(accused, Channel.FACE_TO_FACE)).isEmpty();
  }

  @Test
  @DisplayName("T17: a merge carries a marker with the person; unmerged, it stays with its record")
  void mergesCarryIt() {
    CustomerView kept = customer("Mer Ged");
    CustomerView other = customer("Mer Ged", null, nextTelephone());
    placed(withPerson(other, incident(other)));
    assertThat(atTheDesk(kept, Channel.FACE_TO_FACE)).isEmpty();

    var merge =
        As.headOfCustomerServices()
            .call(
                () ->
                    done(
                        () ->
                            merging.merge(
                                new MergingCustomers.Merge(
                                    kept.id(),
                                    other.id(),
                                    MergeGround.DOCUMENT_SEEN,
                                    Confidence.CONFIRMED,
                                    "One person",
                                    "Passport"),
                                currentActor.get(),
                                clock.instant())));
    assertThat(atTheDesk(kept, Channel.FACE_TO_FACE)).hasSize(3);
    HEAD.run(
        () ->
            graphQl
                .document("query($id: ID!) { customer(id: $id) { markers { id } } }")
                .variable("id", gid("Customer", kept.id().value()))
                .execute()
                .path("customer.markers")
                .entityList(Object.class)
                .hasSize(1));

    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.unmerge(
                            new MergingCustomers.Unmerge(merge.id(), merge.version(), "Two people"),
                            currentActor.get(),
                            clock.instant())));
    assertThat(atTheDesk(kept, Channel.FACE_TO_FACE)).isEmpty();
    assertThat(atTheDesk(other, Channel.FACE_TO_FACE)).hasSize(3);
  }

  // Refusals

  @Test
  @DisplayName("T17, T19, F15: every reason at once; nothing that names, is unsure or undecided")
  void refusesWithEveryReason() {
    CustomerView child = customer("Kit Child", MONDAY.minusYears(12), nextTelephone());
    var input = withPerson(customer("Per Son"), incident(child));
    input.put("customer", gid("Customer", child.id().value()));
    input.put("precautions", List.of());
    input.put("note", "Kit Child shouts at the door.");
    input.put("identification", "UNCERTAIN");
    input.put("told", Map.of("on", MONDAY.toString(), "notBecause", "Unsafe"));

    assertThat(refusedBy(As.headOfService("leisure"), "markerPlace", input))
        .containsExactlyInAnyOrder(
            "IDENTIFICATION_UNCERTAIN",
            "PRECAUTION_MISSING",
            "NOTE_NAMES_SOMEBODY",
            "NOT_YOURS_TO_DECIDE",
            "SAFEGUARDING_DECISION_MISSING",
            "TOLD_OR_WHY_NOT");
    input.put("uprn", "100900900");
    input.put("customer", gid("Customer", customer("Else Body").id().value()));
    assertThat(refusedBy(HEAD, "markerPlace", input))
        .contains("ONE_PERSON_OR_PLACE", "INCIDENT_OF_SOMEBODY_ELSE");
    isForbidden(act(OFFICER, "markerPlace", withPerson(child, incident(child)), "__typename"));
  }

  @Test
  @DisplayName("Question 20: the data protection officer's list of what is not as it should be")
  void exceptions() {
    CustomerView child = customer("Lu Listed", MONDAY.minusYears(15), nextTelephone());
    var input = withPerson(child, incident(child));
    input.put(
        "told", Map.of("notBecause", "It would put somebody at risk", "reviewOn", "2026-12-23"));
    input.put(
        "protection",
        Map.of("lead", "Sue Guarding", "reasons", "Needed on visits", "noticeTo", "Parent"));
    String id = placed(input);
    assertThat(owed(id))
        .contains("LOOK_AGAIN_WHETHER_TO_TELL_OF_MARKER")
        .doesNotContain("TELL_OF_MARKER");

    assertThat(listed(id)).containsExactly("ABOUT_A_CHILD");
    clock.set(MONDAY_TEN.plus(java.time.Duration.ofDays(200)));
    assertThat(listed(id)).containsExactly("UNNOTIFIED", "ABOUT_A_CHILD", "REVIEW_OVERDUE");
    doneBy(HEAD, "markerEnd", Map.of("marker", id, "reason", "No longer needed"), MARKER);
    assertThat(listed(id)).isEmpty();
    clock.set(MONDAY_TEN.plus(java.time.Duration.ofDays(200 + 740)));
    assertThat(listed(id)).containsExactly("PAST_RETENTION");

    transactions.executeWithoutResult(
        s ->
            owed(id)
                .forEach(kind -> duties.discharge(kind, uuid(id), null, "Done", clock.instant())));
    As.dataProtectionOfficer()
        .run(
            () ->
                done(
                    () ->
                        erasing.erase(
                            new ErasingRecords.RecordsToErase(
                                child.id(),
                                List.of(new GlobalId("Marker", uuid(id))),
                                "Past its period"),
                            currentActor.get(),
                            clock.instant())));
    assertThat(listed(id)).isEmpty();
    As.dataProtectionOfficer()
        .call(
            () ->
                graphQl
                    .document("query($id: ID!) { node(id: $id) { ... on Marker { note } } }")
                    .variable("id", id)
                    .execute())
        .path("node.note")
        .entity(String.class)
        .matches(note -> note.startsWith("[erased "));
  }

  @Autowired ErasingRecords erasing;

  private List<String> listed(String id) {
    Response answer =
        As.dataProtectionOfficer()
            .call(
                () ->
                    graphQl
                        .document(
                            "{ markerExceptions(first: 100) { totalCount edges { node { id"
                                + " exceptions } } } }")
                        .execute());
    return answer
        .path("markerExceptions.edges[?(@.node.id == '%s')].node.exceptions[*]".formatted(id))
        .entityList(String.class)
        .get();
  }
}
