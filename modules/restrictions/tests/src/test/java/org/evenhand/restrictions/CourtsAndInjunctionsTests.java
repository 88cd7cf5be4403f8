package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActingAppointmentToRecord;
import org.evenhand.foundation.ActingAppointments;
import org.evenhand.foundation.ActingCause;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.Affected;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** Court terms, injunctions and other legal action, through the API and at the desk (T11, P9.5). */
class CourtsAndInjunctionsTests extends ActStory {

  private static final As LEGAL = As.legal();
  private static final As HOFCS = As.headOfCustomerServices();
  private static final String TERMS =
      """
      courtTerms {
        id version reference kind court caseNumber validFrom validUntil inForce servedBy checkOn
        terms { keepAway { code } noContact onlyBy notWith { name } toKnow }
        rules { effect source document clause } injunction { id } customer { id }
        recordedBy recordedAs endReason
        availableActions { action allowed mutation due }
      }
      """;
  private static final String INJUNCTION =
      """
      injunction {
        id version reference breaches { incident { id } proof } reasons advice { by on advice }
        youth { with outcome } capacity { lead litigationFriend }
        authority { roles scheme policyVersion { label } }
        authorisedBy authorisedAs asDeputy restriction { id } customer { id } withdrawn { reason }
        availableActions { action allowed mutation }
      }
      """;
  private static final String ACTION =
      """
      legalAction {
        id version reference kind stage outcome externalReference nextStepOn restriction { id }
        customer { id } steps { stage note by } availableActions { action allowed refusals { code } }
      }
      """;

  @Autowired List<CaseFileContributor> caseFile;
  @Autowired ActingAppointments appointments;
  @Autowired Breaches breaches;

  private static Map<String, Object> order(CustomerView customer, Map<String, Object> term) {
    var input = new HashMap<String, Object>();
    input.put("customer", gid("Customer", customer.id().value()));
    input.put("kind", "INJUNCTION");
    input.put("court", "County Court at Tamworth");
    input.put("caseNumber", "K00TA123");
    input.put("madeOn", MONDAY.minusDays(3).toString());
    input.put("terms", List.of(term));
    input.put("validFrom", MONDAY.minusDays(3).toString());
    input.put("validUntil", MONDAY.plusMonths(6).toString());
    input.put("servedOn", MONDAY.minusDays(2).toString());
    input.put("servedBy", "A process server");
    return input;
  }

  private String building(String code) {
    return gid("Building", buildings.find(code).orElseThrow().id().value());
  }

  private String recorded(Map<String, Object> input) {
    return doneBy(LEGAL, "courtTermsRecord", input, TERMS)
        .path("answer.courtTerms.id")
        .entity(String.class)
        .get();
  }

  private Map<String, Object> at(CustomerView customer, String code) {
    return with(
        contact(twoIdentifiers(customer), Channel.FACE_TO_FACE), "building", building(code));
  }

  private List<String> owed(String type, String id) {
    return duties.openFor(GlobalId.uuid(type, id).orElseThrow()).stream()
        .map(DutyView::kind)
        .toList();
  }

  // Court terms

  @Test
  @DisplayName("T11, F2, F9: a court's terms bind at the desk at once, letter or none, review late")
  void bindAtTheDesk() {
    CustomerView customer = customer("Cora Court");
    String id = recorded(order(customer, Map.of("keepAway", List.of(building("town-hall")))));

    Response there = check(at(customer, "town-hall"));
    assertThat(verdict(there)).isEqualTo("DECLINE_THIS_CONTACT");
    there
        .path("contactCheck.conditions[?(@.because)].because.source")
        .entityList(String.class)
        .contains("COURT");
    there
        .path("contactCheck.conditions[?(@.because)].because.restriction")
        .entityList(String.class)
        .contains(id);
    assertThat(verdict(check(at(customer, "leisure-centre")))).isEqualTo("ALLOWED");
    assertThat(verdict(check(with(at(customer, "town-hall"), "noLetterReceived", true))))
        .as("no letter of ours is needed")
        .isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(frontDesk.rebuild()).isPositive();
    assertThat(verdict(check(at(customer, "town-hall")))).isEqualTo("DECLINE_THIS_CONTACT");

    doneBy(
        LEGAL,
        "courtTermsConfirm",
        Map.of("courtTerms", id, "expectedVersion", 0, "checkOn", MONDAY.plusDays(10).toString()),
        TERMS);
    clock.set(MONDAY_TEN.plus(Duration.ofDays(20)));
    Response late = check(at(customer, "town-hall"));
    assertThat(verdict(late)).as("overdue, they stay").isEqualTo("DECLINE_THIS_CONTACT");
    late.path("contactCheck.reviewOverdue").entity(Boolean.class).isEqualTo(true);
    assertThat(owed("CourtTerms", id)).containsExactly("CHECK_COURT_TERMS");

    clock.set(MONDAY_TEN.plus(Duration.ofDays(200)));
    assertThat(verdict(check(at(customer, "town-hall")))).as("over").isEqualTo("ALLOWED");
  }

  private Response excluded(As seat, String code, LocalDate on) {
    return seat.call(
        () ->
            graphQl
                .document(
                    """
                    query($b: ID!, $on: Date) { buildingExclusions(building: $b, on: $on) {
                      exclusions {
                        name reference source court caseNumber until safety publicMeetings
                        admittedFor wordsToSay { value } withheld { field reason }
                      } } }
                    """)
                .variable("b", building(code))
                .variable("on", on.toString())
                .execute());
  }

  private List<String> keptOutOf(As seat, String code, LocalDate on) {
    return excluded(seat, code, on)
        .path("buildingExclusions.exclusions[?(@.source == 'COURT')].name")
        .entityList(String.class)
        .get();
  }

  @Test
  @DisplayName(
      "T11, P8.3.13, question 27: reception knows whom a court alone keeps out; where and by what"
          + " court, who sees court terms (T20)")
  void receptionKnowsWhomACourtKeepsOut() {
    As reception = As.officer("housing");
    CustomerView away = customer("Ada Away");
    String id = recorded(order(away, Map.of("keepAway", List.of(building("housing-office")))));
    CustomerView silent = customer("Sid Silent");
    recorded(order(silent, Map.of("noContact", List.of("FACE_TO_FACE"))));
    CustomerView letters = customer("Lotte Letters");
    recorded(order(letters, Map.of("onlyBy", "LETTER")));
    CustomerView known = customer("Kim Known");
    recorded(order(known, Map.of("toKnow", "Bail hearing on Friday")));
    CustomerView later = customer("Lars Later");
    recorded(
        with(
            order(later, Map.of("keepAway", List.of(building("housing-office")))),
            "validFrom",
            MONDAY.plusDays(2).toString()));

    assertThat(keptOutOf(reception, "housing-office", MONDAY))
        .contains("Ada Away", "Sid Silent", "Lotte Letters")
        .doesNotContain("Kim Known", "Lars Later");
    assertThat(keptOutOf(reception, "housing-office", MONDAY.plusDays(2))).contains("Lars Later");
    assertThat(keptOutOf(As.officer("leisure"), "leisure-centre", MONDAY))
        .contains("Sid Silent")
        .doesNotContain("Ada Away");

    String hers = "buildingExclusions.exclusions[?(@.name == 'Ada Away')].";
    Response atDesk = excluded(reception, "housing-office", MONDAY);
    atDesk.path(hers + "safety").entityList(Boolean.class).containsExactly(true);
    atDesk.path(hers + "publicMeetings").entityList(Boolean.class).containsExactly(false);
    atDesk
        .path(hers + "until")
        .entityList(String.class)
        .containsExactly(MONDAY.plusMonths(6).toString());
    atDesk
        .path(hers + "reference")
        .entityList(String.class)
        .satisfies(all -> assertThat(all).singleElement().asString().startsWith("CT-"));
    atDesk
        .path(hers + "admittedFor[*]")
        .entityList(String.class)
        .contains("danger-to-life")
        .doesNotContain("elections", "payments");
    atDesk.path(hers + "wordsToSay[*].value").entityList(String.class).hasSizeGreaterThan(0);
    atDesk
        .path(hers + "withheld[*].field")
        .entityList(String.class)
        .containsExactly("court", "caseNumber");
    assertThat(atDesk.path("buildingExclusions").entity(Object.class).get().toString())
        .doesNotContain("K00TA123", "Tamworth");
    Response forHead = excluded(As.headOfService("housing"), "housing-office", MONDAY);
    forHead.path(hers + "caseNumber").entityList(String.class).containsExactly("K00TA123");
    forHead.path(hers + "withheld[*]").entityList(Object.class).hasSize(0);

    Response printed =
        doneBy(
            reception,
            "deskList",
            Map.of("building", building("housing-office")),
            "deskList { people html }");
    printed
        .path("answer.deskList.html")
        .entity(String.class)
        .satisfies(
            html ->
                assertThat(html)
                    .contains("Ada Away", "Sid Silent", "Lotte Letters", "A court", "CT-")
                    .doesNotContain("Kim Known", "Lars Later", "K00TA123"));

    doneBy(LEGAL, "courtTermsEnd", Map.of("courtTerms", id, "reason", "Discharged"), TERMS);
    assertThat(keptOutOf(reception, "housing-office", MONDAY)).doesNotContain("Ada Away");
  }

  @Test
  @DisplayName(
      "P9.3, T11: what a court closed counts when a way in is looked for, before signing and after;"
          + " and something is in force (F7)")
  void whatACourtClosedCountsForTheWayIn() {
    CustomerView customer = customer("Wilma Way");
    adjusted(customer, Channel.LETTER);
    String terms =
        recorded(
            with(
                order(
                    customer,
                    Map.of(
                        "noContact",
                        List.of("PHONE", "EMAIL", "WEB_FORM", "PORTAL", "FACE_TO_FACE"))),
                "validFrom",
                MONDAY.plusDays(1).toString()));

    assertThat(openRoute(customer)).isFalse();
    Response effect = effect(customer);
    effect
        .path("cumulativeEffect.spans[*].court")
        .entityList(Boolean.class)
        .containsExactly(false, true, false);
    effect
        .path("cumulativeEffect.spans[*].effects[?(@.need == 'ORDINARY_BUSINESS')].possible")
        .entityList(Boolean.class)
        .containsExactly(true, false, true);
    effect.path("cumulativeEffect.spans[1].actions").entity(Integer.class).isEqualTo(0);
    assertThat(
            refusedBy(
                As.officer("housing"),
                "nothingInForce",
                Map.of("identity", twoIdentifiers(customer))))
        .containsExactly("NOT_NOTHING");

    doneBy(LEGAL, "courtTermsEnd", Map.of("courtTerms", terms, "reason", "Discharged"), TERMS);
    assertThat(openRoute(customer)).isTrue();
    effect(customer)
        .path("cumulativeEffect.spans[*].court")
        .entityList(Boolean.class)
        .containsExactly(false);
  }

  private boolean openRoute(CustomerView customer) {
    return HOFCS.call(
        () ->
            graphQl
                .document("query($id: ID!) { customer(id: $id) { openRoute { open } } }")
                .variable("id", gid("Customer", customer.id().value()))
                .execute()
                .path("customer.openRoute.open")
                .entity(Boolean.class)
                .get());
  }

  private Response effect(CustomerView customer) {
    return HOFCS.call(
        () ->
            graphQl
                .document(
                    """
                    query($id: ID!) { cumulativeEffect(customer: $id) {
                      spans { from actions court effects { need possible } } } }
                    """)
                .variable("id", gid("Customer", customer.id().value()))
                .execute());
  }

  @Test
  @DisplayName("F8, T11: a protected topic is redirected to a route that the court leaves open")
  void protectedTopicsKeepALawfulRoute() {
    CustomerView customer = customer("Lawrence Route");
    recorded(order(customer, Map.of("noContact", List.of("PHONE", "WEB_FORM", "FACE_TO_FACE"))));

    for (String topic : List.of("payments", "repairs", "elections")) {
      Response answer = check(with(call(customer), "topic", topic));
      assertThat(verdict(answer)).as(topic).isEqualTo("REDIRECT");
      answer
          .path("contactCheck.conditions[?(@.code == 'REDIRECTED')].reach.channel")
          .entityList(String.class)
          .satisfies(
              channels ->
                  assertThat(channels)
                      .isNotEmpty()
                      .doesNotContain("PHONE", "WEB_FORM", "FACE_TO_FACE"));
    }
    assertThat(verdict(check(with(call(customer), "topic", "danger-to-life"))))
        .isEqualTo("ALLOWED");
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(verdict(check(contact(twoIdentifiers(customer), Channel.LETTER))))
        .as("written contact is read")
        .isNotEqualTo("DECLINE_THIS_CONTACT");
  }

  @Test
  @DisplayName(
      "T11, T12: nothing is imposed that contradicts a court; what was is named for review")
  void nothingContradictsACourt() {
    CustomerView customer = customer("Connie Tradict");
    String terms = recorded(order(customer, Map.of("onlyBy", "LETTER")));
    var basis = determined(customer);

    assertThat(refusedFor(action(basis, ONE_MEDIUM, medium(Channel.EMAIL))))
        .contains("CONTRADICTION");
    doneBy(LEGAL, "courtTermsEnd", Map.of("courtTerms", terms, "reason", "Discharged"), TERMS);
    RestrictionView mails = inForce(action(basis, ONE_MEDIUM, medium(Channel.EMAIL)));

    Response again =
        doneBy(LEGAL, "courtTermsRecord", order(customer, Map.of("onlyBy", "LETTER")), TERMS);
    again
        .path("answer.warnings[*].message")
        .entityList(String.class)
        .satisfies(all -> assertThat(all).singleElement().asString().contains(mails.reference()));
    Response called = check(call(customer));
    called
        .path("contactCheck.conditions[?(@.code == 'REDIRECTED')].reach.channel")
        .entityList(String.class)
        .containsExactly("LETTER");
  }

  @Test
  @DisplayName("Court terms are recorded whole, by Legal, refused for every reason at once")
  void recordedWhole() {
    CustomerView customer = customer("Wanda Whole");
    var input =
        order(customer, Map.of("notWith", List.of(gid("Officer", officer("spoc-1").id().value()))));
    Response recorded = doneBy(LEGAL, "courtTermsRecord", input, TERMS);
    recorded
        .path("answer.courtTerms.terms[0].notWith[0].name")
        .entity(String.class)
        .isEqualTo("Sam Contact");
    recorded.path("answer.courtTerms.rules[0].source").entity(String.class).isEqualTo("COURT");
    recorded.path("answer.courtTerms.recordedAs").entity(String.class).isEqualTo("LEGAL");
    assertThat(
            verdict(
                check(
                    with(
                        call(customer),
                        "officer",
                        gid("Officer", officer("spoc-1").id().value())))))
        .isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(
            verdict(
                check(
                    with(
                        call(customer),
                        "officer",
                        gid("Officer", officer("spoc-2").id().value())))))
        .isEqualTo("ALLOWED");

    input.put("terms", List.of());
    input.put("court", " ");
    input.put("madeOn", MONDAY.plusDays(1).toString());
    input.put("validUntil", MONDAY.minusDays(10).toString());
    assertThat(refusedBy(LEGAL, "courtTermsRecord", input))
        .containsExactlyInAnyOrder(
            "TEXT_MISSING",
            "TERM_MISSING",
            "DATE_IN_FUTURE",
            "VALID_BEFORE_MADE",
            "ENDS_BEFORE_IT_STARTS",
            "REVIEW_BEFORE_START");
    isForbidden(act(As.headOfService("housing"), "courtTermsRecord", input, "__typename"));
    As.headOfService("housing")
        .run(
            () ->
                graphQl
                    .document(
                        "query($id: ID!) { customer(id: $id) { courtTerms { reference } injunctions"
                            + " { id } legalActions { id } } }")
                    .variable("id", gid("Customer", customer.id().value()))
                    .execute()
                    .path("customer.courtTerms")
                    .entityList(Object.class)
                    .hasSize(1)
                    .path("customer.legalActions")
                    .valueIsNull()
                    .path("customer.injunctions")
                    .valueIsNull());
  }

  // Injunctions

  private RestrictionView excluded(CustomerView customer) {
    return inForce(action(determined(customer), EXCLUSION, excludedFrom("housing-office")));
  }

  private IncidentView breached(RestrictionView exclusion, CustomerView customer) {
    IncidentView incident = cameAgain(customer);
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        breaches.report(
                            new BreachToReport(
                                exclusion.id(),
                                incident.id(),
                                "Handed over, signed",
                                "Camera at the entrance"))));
    return incident;
  }

  private IncidentView cameAgain(CustomerView customer) {
    ConcernView concern =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            reporting.report(
                                new ReportingConcerns.ConcernToReport(
                                    customer.id(),
                                    null,
                                    SubjectCapacity.CUSTOMER,
                                    HOUSING,
                                    "Came to the housing office",
                                    List.of(
                                        new ReportingConcerns.IncidentToRecord(
                                            MONDAY,
                                            LocalTime.of(10, 0),
                                            Channel.FACE_TO_FACE,
                                            null,
                                            List.of("OFFENSIVE_REMARKS"),
                                            null,
                                            null,
                                            Set.of(Affected.STAFF),
                                            null,
                                            new Impact(10, false, false, false, null),
                                            false,
                                            "Came in at noon.",
                                            SourceGrade.FIRST_HAND,
                                            Confidence.CONFIRMED,
                                            true,
                                            null,
                                            Set.of(),
                                            null))),
                                currentActor.get(),
                                clock.instant())));
    return incidents.ofConcerns(List.of(concern.id())).getFirst();
  }

  private static Map<String, Object> sought(
      RestrictionView exclusion, @Nullable IncidentView breach) {
    var input = new HashMap<String, Object>();
    input.put("restriction", gid("Restriction", exclusion.id().value()));
    input.put(
        "breaches",
        breach == null
            ? List.of()
            : List.of(
                Map.of(
                    "incident",
                    gid("Incident", breach.id().value()),
                    "proof",
                    "Camera at the entrance, 12:02")));
    input.put("reasons", "The exclusion is not kept to");
    input.put(
        "advice",
        Map.of("by", "Lex Legal", "on", MONDAY.toString(), "advice", "Proportionate on this file"));
    return input;
  }

  private Map<String, String> support(RestrictionView exclusion) {
    Response answer =
        LEGAL.call(
            () ->
                graphQl
                    .document(
                        "query($id: ID!) { injunctionSupport(restriction: $id) { supports points {"
                            + " code state count text { value } } } }")
                    .variable("id", gid("Restriction", exclusion.id().value()))
                    .execute());
    var points = new HashMap<String, String>();
    List<String> codes =
        answer.path("injunctionSupport.points[*].code").entityList(String.class).get();
    List<String> states =
        answer.path("injunctionSupport.points[*].state").entityList(String.class).get();
    for (int i = 0; i < codes.size(); i++) {
      points.put(codes.get(i), states.get(i));
    }
    points.put("supports", answer.path("injunctionSupport.supports").entity(String.class).get());
    return points;
  }

  @Test
  @DisplayName("T11, P8.3.13, question 26: an injunction from the file to the court's own terms")
  void fromTheFileToTheCourt() {
    CustomerView customer = customer("Injun Ction");
    RestrictionView exclusion = excluded(customer);
    assertThat(support(exclusion))
        .containsEntry("supports", "false")
        .containsEntry("EXCLUSION", "DONE")
        .containsEntry("EXCLUSION_SERVED", "DONE")
        .containsEntry("BREACH_WITH_PROOF", "MISSING")
        .containsEntry("YOUTH_CONSULTATION", "NOT_NEEDED");
    assertThat(refusedBy(HOFCS, "injunctionAuthorise", sought(exclusion, null)))
        .containsExactly("BREACH_WITH_PROOF_MISSING");
    IncidentView unreported = cameAgain(customer);
    assertThat(refusedBy(HOFCS, "injunctionAuthorise", sought(exclusion, unreported)))
        .containsExactly("NOT_A_BREACH");

    IncidentView breach = breached(exclusion, customer);
    assertThat(support(exclusion)).containsEntry("supports", "true");
    Response authorised =
        doneBy(HOFCS, "injunctionAuthorise", sought(exclusion, breach), INJUNCTION);
    authorised
        .path("answer.injunction.authority.roles")
        .entityList(String.class)
        .containsExactly("HEAD_OF_CUSTOMER_SERVICES");
    authorised.path("answer.injunction.authority.scheme").entity(String.class).isEqualTo("1");
    authorised.path("answer.injunction.asDeputy").entity(Boolean.class).isEqualTo(false);
    String id = authorised.path("answer.injunction.id").entity(String.class).get();
    assertThat(owed("Injunction", id)).containsExactly("APPLY_FOR_INJUNCTION");
    assertThat(refusedBy(HOFCS, "injunctionAuthorise", sought(exclusion, breach)))
        .containsExactly("INJUNCTION_ON_RECORD");

    var terms = order(customer, Map.of("keepAway", List.of(building("housing-office"))));
    terms.put("injunction", id);
    recorded(terms);
    assertThat(owed("Injunction", id)).isEmpty();
    assertThat(
            caseFile.stream()
                .flatMap(
                    c ->
                        c
                            .contribute(exclusion.considerationId().value(), customer.id().value())
                            .stream())
                .map(CaseFileContributor.Entry::code))
        .contains("INJUNCTION_AUTHORISED", "COURT_TERMS_RECORDED");
    isForbidden(
        act(
            As.headOfService("housing"),
            "injunctionAuthorise",
            sought(exclusion, breach),
            "__typename"));
  }

  @Test
  @DisplayName("T9, T11: no proof that the exclusion was served, or no exclusion: no injunction")
  void needsAnExclusionThatWasServed() {
    CustomerView customer = customer("Una Served");
    var basis = determined(customer);
    RestrictionView untold = imposed(action(basis, EXCLUSION, excludedFrom("housing-office")));
    RestrictionView slot = imposed(action(basis, TIME_SLOT, slots()));
    IncidentView incident = incidents.of(customer.id()).getFirst();

    assertThat(refusedBy(HOFCS, "injunctionAuthorise", sought(untold, incident)))
        .containsExactlyInAnyOrder("EXCLUSION_NOT_SERVED", "NOT_A_BREACH");
    assertThat(refusedBy(HOFCS, "injunctionAuthorise", sought(slot, incident)))
        .contains("NOT_AN_EXCLUSION");
  }

  @Test
  @DisplayName("T11: while the post is vacant its appointed deputy authorises, and it says so")
  void theDeputyDecidesWhileThePostIsVacant() {
    CustomerView customer = customer("Vaca Ncy");
    RestrictionView exclusion = excluded(customer);
    IncidentView breach = breached(exclusion, customer);
    As deputy = As.person("spoc-3", "Mo Moving", "OFFICER");
    isForbidden(act(deputy, "injunctionAuthorise", sought(exclusion, breach), "__typename"));

    As.cmtMember()
        .run(
            () ->
                done(
                    () ->
                        appointments.appoint(
                            new ActingAppointmentToRecord(
                                officer("spoc-3").id(),
                                Role.HEAD_OF_CUSTOMER_SERVICES,
                                List.of(),
                                ActingCause.VACANT,
                                MONDAY,
                                MONDAY.plusDays(7),
                                "The post is vacant"),
                            currentActor.get(),
                            MONDAY,
                            clock.instant())));
    Response authorised =
        doneBy(deputy, "injunctionAuthorise", sought(exclusion, breach), INJUNCTION);

    authorised.path("answer.injunction.asDeputy").entity(Boolean.class).isEqualTo(true);
    authorised
        .path("answer.injunction.authorisedAs")
        .entity(String.class)
        .isEqualTo("HEAD_OF_CUSTOMER_SERVICES");
    String id = authorised.path("answer.injunction.id").entity(String.class).get();
    doneBy(
            HOFCS,
            "injunctionWithdraw",
            Map.of("injunction", id, "expectedVersion", 0, "reason", "Settled"),
            INJUNCTION)
        .path("answer.injunction.withdrawn.reason")
        .entity(String.class)
        .isEqualTo("Settled");
    assertThat(owed("Injunction", id)).isEmpty();
  }

  // Other legal action

  @Test
  @DisplayName("P9.5: other legal action with its authority, step by step to its outcome")
  void otherLegalAction() {
    CustomerView customer = customer("Lee Gal");
    var input = new HashMap<String, Object>();
    input.put("customer", gid("Customer", customer.id().value()));
    input.put("kind", "CIVIL_CLAIM");
    input.put("about", "Damage to the desk");
    input.put("authority", "Scheme of delegation, 4.2");
    input.put("authorisedBy", "Helen Customer, Head of Customer Services");
    input.put("stage", "AUTHORISED");
    input.put("nextStepOn", MONDAY.plusDays(14).toString());
    input.put("note", "Letter before action drafted");
    String id =
        doneBy(LEGAL, "legalActionRecord", input, ACTION)
            .path("answer.legalAction.id")
            .entity(String.class)
            .get();
    assertThat(owed("LegalAction", id)).containsExactly("NEXT_STEP_OF_LEGAL_ACTION");

    input.put("id", id);
    input.put("stage", "CONCLUDED");
    input.put("note", "Paid");
    assertThat(refusedBy(LEGAL, "legalActionRecord", input))
        .containsExactlyInAnyOrder("VERSION_MISSING", "OUTCOME_MISSING", "NO_STEP_AFTER_THE_END");
    input.put("expectedVersion", 0);
    input.put("outcome", "Paid in full");
    input.remove("nextStepOn");
    Response concluded = doneBy(HOFCS, "legalActionRecord", input, ACTION);
    concluded
        .path("answer.legalAction.steps[*].stage")
        .entityList(String.class)
        .containsExactly("AUTHORISED", "CONCLUDED");
    concluded
        .path("answer.legalAction.availableActions[0].refusals[0].code")
        .entity(String.class)
        .isEqualTo("LEGAL_ACTION_OVER");
    assertThat(owed("LegalAction", id)).isEmpty();
    isForbidden(act(As.officer("housing"), "legalActionRecord", input, "__typename"));
    As.auditor()
        .run(
            () ->
                graphQl
                    .document("query($id: ID!) { node(id: $id) { id } }")
                    .variable("id", id)
                    .execute()
                    .path("node")
                    .valueIsNull());
    assertThat(
            jdbc.sql("select count(*) from restrictions.legal_action_history where id = ?")
                .param(UUID.fromString(GlobalId.uuid("LegalAction", id).orElseThrow().toString()))
                .query(Integer.class)
                .single())
        .as("what it was before is kept")
        .isEqualTo(1);
  }
}
