package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.foundation.BuildingToRecord;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IdentifierKind;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.RegisteringCustomers.CustomerAmendment;
import org.evenhand.intake.RegisteringCustomers.IdentifierGiven;
import org.evenhand.intake.RepresentativeId;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Reviews that are due, asked for or forced, meetings on all, breaches, and what is wrong. */
class ReviewModuleTests extends Story {

  private static final As HEAD = As.headOfService("housing");

  private RestrictionView now(RestrictionView view) {
    return restrictions.find(view.id()).orElseThrow();
  }

  private List<String> owners(RestrictionView view, String kind) {
    return duties.openFor(view.id().value()).stream()
        .filter(d -> d.kind().equals(kind))
        .map(d -> d.ownerRole().name())
        .toList();
  }

  // Due

  @Test
  @DisplayName("F2: told 28 and 14 days ahead and on the day, the management team from that day on")
  void tellsEverybodyOfAReview() {
    RestrictionView safety =
        inForce(
            action(determined(customer("Rev Iewed")), EXCLUSION, excludedFrom("housing-office"))
                .scope(false)
                .nature(org.evenhand.spi.Nature.SAFETY)
                .reviewOn(MONDAY.plusDays(60))
                .endsOn(MONDAY.plusMonths(6)));
    assertThat(duties.openFor(safety.id().value()))
        .filteredOn(d -> d.ownerRole() == Role.HEAD_OF_CUSTOMER_SERVICES)
        .extracting(DutyView::dueOn)
        .containsExactly(MONDAY.plusDays(32), MONDAY.plusDays(46), MONDAY.plusDays(60));
    assertThat(owners(safety, "TEAM_RESTRICTION_REVIEW")).isEmpty();

    clock.set(Instant.parse("2027-01-22T00:00:01Z"));
    duties.sweep(clock.instant());
    assertThat(owners(safety, "TEAM_RESTRICTION_REVIEW")).containsExactly("CMT_MEMBER");
    assertThat(owners(safety, "RESTRICTION_REVIEW_ESCALATED")).isEmpty();

    // A safety measure keeps its force; somebody above has to see to it.
    clock.set(Instant.parse("2027-01-23T10:00:00Z"));
    duties.sweep(clock.instant());
    assertThat(owners(safety, "RESTRICTION_REVIEW_ESCALATED"))
        .containsExactly("HEAD_OF_CUSTOMER_SERVICES");
  }

  @Test
  @DisplayName("F2, F4, F13: asked for by the customer, kept with reasons, notice and appeal")
  void aCustomerAsks() {
    CustomerView customer = customer("Asa Asks");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    var asking = new ReviewToRequest(first.id(), null, MONDAY, "I have not called for weeks");

    ReviewRequestView asked =
        As.officer("housing").call(() -> done(() -> reviewing.request(asking)));

    assertThat(asked.answerBy()).isEqualTo(LocalDate.of(2026, 12, 7));
    assertThat(openDuties(first)).contains("ANSWER_REVIEW_REQUEST");
    As.officer("housing")
        .run(
            () ->
                assertThat(refused(() -> reviewing.request(asking)))
                    .containsExactly("REVIEW_REQUEST_OPEN"));
    askedAtReview(first.considerationId());
    RestrictionView kept =
        HEAD.call(
            () ->
                done(
                    () ->
                        reviewing.review(
                            new ReviewToRecord(
                                first.id(), null, ReviewOutcome.KEEP, "Three weeks only", null))));
    assertThat(openDuties(kept)).doesNotContain("ANSWER_REVIEW_REQUEST");
    assertThat(kept.reviews().getFirst().newestEvidenceOn()).isEqualTo(MONDAY.minusDays(3));
    NoticeView notice = issued(considerations.find(first.considerationId()).orElseThrow());
    assertThat(notice.kind()).isEqualTo(NoticeKind.REFUSAL_TO_LIFT);
    assertThat(notice.appealable()).isTrue();
  }

  @Test
  @DisplayName(
      "T16, F2: nobody asks without authority, in the future, or before the customer knows")
  void refusesARequest() {
    CustomerView customer = customer("Reg Request");
    ConsiderationView consideration = determined(customer);
    RestrictionView untold = imposed(action(consideration, TIME_SLOT, slots()));

    As.officer("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                reviewing.request(
                                    new ReviewToRequest(
                                        untold.id(),
                                        RepresentativeId.next(),
                                        MONDAY.plusDays(1),
                                        " "))))
                    .containsExactlyInAnyOrder(
                        "WRONG_STATUS",
                        "TEXT_MISSING",
                        "ASKED_IN_THE_FUTURE",
                        "NO_AUTHORITY_TO_SPEAK"));
  }

  // Forced

  @Test
  @DisplayName("F2, T14: an officer left, the building closed: a review that says why")
  void changedCircumstancesForceAReview() {
    As.headOfCustomerServices()
        .run(
            () -> {
              recordOfficer(null, null);
              recordBuilding(null, null);
            });
    RestrictionView spoc =
        inForce(action(determined(customer("Spo Cleft")), SPOC, spoc("only", "leaver-1")));
    RestrictionView meeting =
        imposed(
            action(
                    considered(customer("Mia Meets")),
                    TypeId.builtIn("meeting"),
                    meetingWith("leaver-1"))
                .nature(Nature.SUPPORTIVE)
                .endsOn(null));
    RestrictionView exclusion =
        inForce(
            action(determined(customer("Bil Closed")), EXCLUSION, excludedFrom("annexe"))
                .scope(false));
    RestrictionView other = inForce(action(determined(customer("Oth Er")), TIME_SLOT, slots()));

    As.headOfCustomerServices()
        .run(
            () -> {
              recordOfficer(0, MONDAY.plusDays(10));
              recordBuilding(0, MONDAY.plusDays(10));
            });

    assertThat(openDuties(spoc))
        .as("naming another is the review")
        .contains("NAME_A_CONTACT_OFFICER")
        .doesNotContain("REVIEW_RESTRICTION_OFFICER_LEFT");
    assertThat(openDuties(meeting)).contains("REVIEW_RESTRICTION_OFFICER_LEFT");
    assertThat(openDuties(exclusion)).contains("REVIEW_RESTRICTION_BUILDING_CLOSED");
    assertThat(openDuties(other))
        .doesNotContain("REVIEW_RESTRICTION_OFFICER_LEFT", "REVIEW_RESTRICTION_BUILDING_CLOSED");
    HEAD.run(
        () ->
            done(
                () ->
                    reviewing.review(
                        new ReviewToRecord(
                            spoc.id(), null, ReviewOutcome.LIFT, "Nobody to ask for", null))));
    assertThat(openDuties(spoc)).doesNotContain("NAME_A_CONTACT_OFFICER");
  }

  private Settings meetingWith(String actor) {
    return Settings.of("on", new SettingValue.DateValue(MONDAY.plusDays(14)))
        .with("at", new SettingValue.TextValue("10:00"))
        .with("where", new SettingValue.BuildingSetValue(Set.of(buildingRef("town-hall"))))
        .with("officer", new SettingValue.OfficerValue(Ref.officer(officer(actor).id().value())))
        .with("explanation", new SettingValue.LongTextValue("Why the remarks hurt"));
  }

  private void recordOfficer(Integer version, LocalDate leftOn) {
    Integer expected =
        version == null
            ? null
            : officers
                .find(new org.evenhand.foundation.ActorId("leaver-1"))
                .orElseThrow()
                .version();
    done(
        () ->
            officers.record(
                new OfficerToRecord(
                    expected,
                    "leaver-1",
                    "Lee Leaver",
                    "Adviser",
                    null,
                    "01827 709119",
                    null,
                    null,
                    List.of(),
                    leftOn),
                currentActor.get(),
                clock.instant()));
  }

  private void recordBuilding(Integer version, LocalDate closedOn) {
    Integer expected = version == null ? null : buildings.find("annexe").orElseThrow().version();
    done(
        () ->
            buildings.record(
                new BuildingToRecord(
                    expected,
                    "annexe",
                    "The annexe",
                    "2 High Street",
                    "housing",
                    List.of(),
                    List.of(),
                    false,
                    false,
                    false,
                    closedOn),
                currentActor.get(),
                clock.instant()));
  }

  @Test
  @DisplayName(
      "F2: the customer moved: a review that says so; a new telephone number asks for none")
  void movingForcesAReview() {
    CustomerView customer =
        register(
            CustomerKind.INDIVIDUAL,
            "Mo Ving",
            LocalDate.of(1980, 5, 17),
            List.of(telephone(nextTelephone()), address("1 Old Road")));
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));

    CustomerView rung = amended(customer, telephone(nextTelephone()), address("1 Old Road"));
    assertThat(openDuties(first)).doesNotContain("REVIEW_RESTRICTION_CUSTOMER_MOVED");
    amended(rung, address("2 New Road"));
    assertThat(openDuties(first)).contains("REVIEW_RESTRICTION_CUSTOMER_MOVED");
  }

  private static IdentifierGiven telephone(String number) {
    return new IdentifierGiven(IdentifierKind.TELEPHONE, number, null, Confidence.CONFIRMED);
  }

  private static IdentifierGiven address(String line) {
    return new IdentifierGiven(IdentifierKind.ADDRESS, line, "B79 7BZ", Confidence.CONFIRMED);
  }

  private CustomerView amended(CustomerView customer, IdentifierGiven... identifiers) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        registering.amend(
                            new CustomerAmendment(
                                customer.id(),
                                customer.version(),
                                null,
                                null,
                                null,
                                List.of(identifiers),
                                null,
                                null,
                                null),
                            currentActor.get(),
                            clock.instant())));
  }

  // The meeting

  @Test
  @DisplayName("F2: a meeting continues, amends and lifts; what it did not decide stays due")
  void holdsAMeeting() {
    RestrictionView continued =
        inForce(action(determined(customer("Con Tinue")), TIME_SLOT, slots()));
    RestrictionView amended = inForce(action(determined(customer("Ame Nd")), TIME_SLOT, slots()));
    RestrictionView lifted = inForce(action(determined(customer("Lif Ted")), TIME_SLOT, slots()));
    RestrictionView untouched =
        inForce(action(determined(customer("Unt Ouched")), TIME_SLOT, slots()));
    var meeting =
        new MeetingToHold(
            MONDAY,
            List.of("Head of Housing", "Legal"),
            List.of(
                decision(continued, MeetingOutcome.CONTINUE),
                decision(amended, MeetingOutcome.AMEND),
                decision(lifted, MeetingOutcome.LIFT)));
    As.headOfCustomerServices()
        .run(
            () ->
                assertThat(refusals(() -> reviewing.hold(meeting)))
                    .allSatisfy(
                        r -> {
                          assertThat(r.code()).isEqualTo("REVIEW_STEPS_MISSING");
                          assertThat(r.path().subList(0, 1)).containsExactly("decisions");
                        })
                    .hasSize(2));
    askedAtReview(continued.considerationId());
    askedAtReview(amended.considerationId());
    HEAD.run(
        () -> assertThat(refused(() -> reviewing.hold(meeting))).contains("NOT_YOURS_TO_DECIDE"));

    ReviewMeetingView held =
        As.headOfCustomerServices().call(() -> done(() -> reviewing.hold(meeting)));

    assertThat(held.decisions()).hasSize(3);
    assertThat(held.nextDueOn()).isEqualTo(MONDAY.plusMonths(6));
    assertThat(now(continued).reviews()).hasSize(1);
    assertThat(openDuties(now(continued))).contains("TELL_RESTRICTION_KEPT");
    assertThat(openDuties(now(amended))).contains("AMEND_RESTRICTION");
    assertThat(now(lifted).status()).isEqualTo(RestrictionStatus.LIFTED);
    assertThat(now(untouched).reviews()).isEmpty();
    assertThat(openDuties(now(untouched))).contains("REVIEW_RESTRICTION");
    RestrictionView varied =
        HEAD.call(
            () ->
                done(
                    () ->
                        changing.vary(
                            Changes.settings(now(amended), slots(java.time.DayOfWeek.THURSDAY)))));
    assertThat(openDuties(now(amended))).doesNotContain("AMEND_RESTRICTION");
    assertThat(varied.chain().replaces()).isEqualTo(amended.id());
    As.headOfCustomerServices()
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                reviewing.hold(
                                    new MeetingToHold(
                                        MONDAY.plusDays(1),
                                        List.of(),
                                        List.of(
                                            decision(untouched, MeetingOutcome.LIFT),
                                            decision(untouched, MeetingOutcome.LIFT))))))
                    .containsExactlyInAnyOrder(
                        "HELD_IN_THE_FUTURE", "ATTENDANCE_MISSING", "DECIDED_TWICE"));
  }

  private static MeetingToHold.Decision decision(RestrictionView of, MeetingOutcome outcome) {
    return new MeetingToHold.Decision(of.id(), null, outcome, "Looked at together", null);
  }

  // Breaches

  @Test
  @DisplayName("T10: a breach opens a review for the next working day and moves no end date")
  void aBreachIsReviewed() {
    CustomerView customer = customer("Bre Ached");
    RestrictionView first =
        inForce(
            action(determined(customer), EXCLUSION, excludedFrom("housing-office")).scope(false));
    clock.set(Instant.parse("2026-11-27T10:00:00Z"));
    IncidentId incident = incidentOn(customer, LocalDate.of(2026, 11, 26));
    var report = new BreachToReport(first.id(), incident, "Handed over, signed", "Desk log");

    BreachView breach = As.officer("housing").call(() -> done(() -> breaches.report(report)));

    assertThat(breach.reviewDueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(openDuties(first)).contains("REVIEW_RESTRICTION_AFTER_BREACH");
    assertThat(now(first).endsOn()).isEqualTo(first.endsOn());
    assertThat(now(first).reviewOn()).isEqualTo(first.reviewOn());
    assertThat(breaches.of(first.id())).containsExactly(breach);
    As.officer("housing")
        .run(
            () ->
                assertThat(refused(() -> breaches.report(report)))
                    .containsExactly("BREACH_REPORTED_BEFORE"));
    // It speaks for an extension, by a decision of its own (F13).
    HEAD.run(
        () ->
            done(
                () ->
                    changing.extend(
                        Changes.until(
                            now(first),
                            MONDAY.plusMonths(5),
                            new NewEvidence(
                                EvidenceKind.FIRST_HAND_INCIDENT, incident, null, null, null)))));
  }

  @Test
  @DisplayName("T10, T9: no breach of what the customer was not told of, or by somebody else")
  void refusesABreach() {
    CustomerView customer = customer("Not Told");
    IncidentId before = incidentOn(customer, MONDAY.minusDays(3));
    RestrictionView first =
        inForce(
            action(determined(customer), EXCLUSION, excludedFrom("housing-office")).scope(false));
    IncidentId others = incidentOn(customer("Some Body"), MONDAY.minusDays(3));

    As.officer("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () -> breaches.report(new BreachToReport(first.id(), before, " ", "x"))))
                  .containsExactlyInAnyOrder("TEXT_MISSING", "BREACH_BEFORE_TOLD");
              assertThat(
                      refused(
                          () -> breaches.report(new BreachToReport(first.id(), others, "a", "b"))))
                  .containsExactly("NOT_FOUND");
            });
  }

  private IncidentId incidentOn(CustomerView customer, LocalDate day) {
    ConcernView concern = accepted(customer.id(), true, day);
    return incidents.ofConcerns(List.of(concern.id())).stream()
        .filter(i -> i.occurredOn().equals(day))
        .findFirst()
        .orElseThrow()
        .id();
  }

  // Findings, and the API

  @Test
  @DisplayName("F1, F2, F9, F17: what is wrong is listed while it is, for those who oversee")
  void listsFindings() {
    Reasons same = new Reasons("c", "h", "It keeps the desk calm", "We tried less.");
    RestrictionView one =
        inForce(action(determined(customer("Fin Ding")), TIME_SLOT, slots()).reasons(same));
    RestrictionView two =
        inForce(
            action(determined(customer("Fin Other")), TIME_SLOT, slots())
                .reasons(
                    new Reasons("other", "other", "it keeps the desk  CALM!", "We tried less")));
    RestrictionView emergency =
        imposed(
            action(considered(customer("Eme Rgency")), EXCLUSION, excludedFrom("housing-office"))
                .scope(false)
                .emergency("A knife was shown at the desk"));
    clock.set(Instant.parse("2026-11-26T10:00:00Z"));

    // T4: two working days after the decision the head of customer services had to know.
    assertThat(findings(one)).containsExactly("STEPS_UNMET", "REASONS_DUPLICATED");
    assertThat(steps(one, "STEPS_UNMET")).containsExactly("ADVICE_DETERMINED");
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.advise(
                            new Considering.Advise(
                                one.considerationId(), AdviceKind.DETERMINED, null, null))));
    assertThat(findings(one)).containsExactly("REASONS_DUPLICATED");
    assertThat(findings(two)).contains("REASONS_DUPLICATED");
    assertThat(findings(emergency)).contains("EMERGENCY_UNCONFIRMED", "NOT_TOLD");
    assertThat(findings(emergency)).doesNotContain("STEPS_UNMET");
    assertThat(steps(emergency, "EMERGENCY_UNCONFIRMED"))
        .contains("CHECK_RECORDED", "REPRESENTATIONS", "CIRCUMSTANCES", "DETERMINATION");
    HEAD.run(() -> done(() -> lifting.lift(one.id(), null, "Calm")));
    assertThat(findings(one)).isEmpty();
    for (As seat : List.of(HEAD, As.cmtMember(), As.officer("housing"))) {
      ask(seat, FINDINGS)
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .singleElement()
                      .satisfies(e -> assertThat(e.getExtensions()).containsValue("FORBIDDEN")));
    }
  }

  private static final String FINDINGS =
      "{ restrictionFindings(first: 100) { totalCount edges { node { codes restriction { id } } } } }";

  private List<String> findings(RestrictionView of) {
    Response response = ask(As.dataProtectionOfficer(), FINDINGS);
    return response
        .path(
            "restrictionFindings.edges[?(@.node.restriction.id == '%s')].node.codes[*]"
                .formatted(gid("Restriction", of.id().value())))
        .entityList(String.class)
        .get();
  }

  private List<String> steps(RestrictionView of, String code) {
    return ask(
            As.dataProtectionOfficer(),
            "{ restrictionFindings(first: 100) { edges { node { restriction { id }"
                + " details { code fault text mutations steps { code text } } } } } }")
        .path(
            "restrictionFindings.edges[?(@.node.restriction.id == '%s')].node.details[?(@.code == '%s')].steps[*].code"
                .formatted(gid("Restriction", of.id().value()), code))
        .entityList(String.class)
        .get();
  }

  private Response ask(As seat, String document) {
    return seat.call(() -> graphQl.document(document).execute());
  }

  private Response act(As seat, String mutation, Map<String, Object> input, String result) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    return seat.call(
        () ->
            graphQl
                .document(
                    "mutation($input: %sInput!) { answer: %s(input: $input) { %s refusals { code path } } }"
                        .formatted(type, mutation, result))
                .variable("input", input)
                .execute());
  }

  @Test
  @DisplayName("F2, T10, F15: requests, breaches and meetings through the API, from each seat")
  void throughTheApi() {
    CustomerView customer = customer("Api Review");
    RestrictionView first = inForce(action(determined(customer), TIME_SLOT, slots()));
    clock.set(Instant.parse("2026-11-27T10:00:00Z"));
    String id = gid("Restriction", first.id().value());
    String incident = gid("Incident", incidentOn(customer, LocalDate.of(2026, 11, 26)).value());

    act(
            As.officer("housing"),
            "restrictionReviewRequest",
            Map.of("restriction", id, "askedOn", "2026-11-27", "words", "Please look again"),
            "request { id byRepresentative askedOn words answerBy answered }")
        .path("answer.request.answerBy")
        .entity(String.class)
        .isEqualTo("2026-12-11");
    act(
            As.officer("housing"),
            "breachReport",
            Map.of(
                "restriction",
                id,
                "incident",
                incident,
                "proofOfService",
                "Handed over",
                "proofOfBreach",
                "Call log"),
            "breach { id incident occurredOn proofOfService proofOfBreach reviewDueOn reportedBy }")
        .path("answer.breach.reviewDueOn")
        .entity(String.class)
        .isEqualTo("2026-11-30");
    Map<String, Object> lifting =
        Map.of(
            "heldOn",
            "2026-11-27",
            "attendance",
            List.of("Legal"),
            "decisions",
            List.of(Map.of("restriction", id, "outcome", "LIFT", "reason", "Calm")));
    act(HEAD, "reviewMeetingHold", lifting, "meeting { id }")
        .errors()
        .satisfy(errors -> assertThat(errors).hasSize(1));
    Response agenda =
        ask(
            As.headOfCustomerServices(),
            """
            { reviewMeetingAgenda(first: 100) { totalCount edges { node {
                id evidenceAge { newestOn days } reviewRequests { answered } breaches { id }
                reviews { newestEvidenceOn }
              } } } }
            """);
    agenda
        .path("reviewMeetingAgenda.edges[?(@.node.id == '%s')].node.evidenceAge.days".formatted(id))
        .entityList(Integer.class)
        .containsExactly(1);
    act(
            As.headOfCustomerServices(),
            "reviewMeetingHold",
            lifting,
            "meeting { id heldOn attendance nextDueOn heldBy recordedAt decisions { outcome reason restriction { status } } }")
        .path("answer.meeting.decisions[0].restriction.status")
        .entity(String.class)
        .isEqualTo("LIFTED");
    ask(As.auditor(), "{ reviewMeetings { totalCount edges { node { heldOn } } } }")
        .path("reviewMeetings.edges[0].node.heldOn")
        .entity(String.class)
        .isEqualTo("2026-11-27");
  }
}
