package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/**
 * The register that a council kept before: taken over as it was, and put right by the usual acts.
 */
class RegisterImportTests extends ActStory {

  private static final String RESULT =
      """
      taken { id source entries importedBy }
      entries { reference outcome inEffect restriction { id reference status }
        findings { code fault text mutations steps { code text } } }
      """;

  private static final As HEAD = As.headOfCustomerServices();

  private static Map<String, Object> register(String source, List<Map<String, Object>> entries) {
    return Map.of("source", source, "entries", entries);
  }

  private static Map<String, Object> entry(String reference) {
    var entry = new HashMap<String, Object>();
    entry.put("reference", reference);
    entry.put("type", TIME_SLOT.value());
    entry.put("nature", "RESTRICTIVE");
    entry.put("settings", tuesdays());
    entry.put("settingsVersion", 1);
    entry.put("leadService", "housing");
    entry.put("scope", Map.of("serviceAreas", List.of("housing")));
    entry.put("imposedOn", "2026-02-02");
    return entry;
  }

  /** With nothing but what makes it a restriction, and the day on which it was handed over. */
  private static Map<String, Object> told(String reference, CustomerView customer) {
    var entry = entry(reference);
    entry.put("customer", gid("Customer", customer.id().value()));
    entry.put("sent", Map.of("how", "HAND", "on", "2026-02-03"));
    return entry;
  }

  /** Everything that a sound register would say. */
  private static Map<String, Object> sound(String reference, CustomerView customer) {
    var entry = told(reference, customer);
    entry.put("imposedOn", "2026-09-01");
    entry.put("sent", Map.of("how", "HAND", "on", "2026-09-02"));
    entry.put("endsOn", "2027-02-28");
    entry.put("reviewOn", "2027-01-15");
    entry.put("decidedBy", "Ada Ames, head of housing");
    entry.put("appealTold", true);
    entry.put("endsSoonerWhen", "Three months of calm contact");
    entry.put(
        "reasons",
        Map.of(
            "conduct", "Remarks at the desk, entry " + reference,
            "harm", "The desk was closed",
            "whyThis", "It keeps contact calm for " + reference,
            "whyNothingLess", "A warning did not help " + reference));
    return entry;
  }

  private static List<Map<String, Object>> tuesdays() {
    return List.of(
        Map.of(
            "key",
            "slots",
            "value",
            Map.of(
                "weeklySlots",
                List.of(Map.of("day", "TUESDAY", "from", "10:00:00", "to", "12:00:00")))));
  }

  private Response taken(String source, List<Map<String, Object>> entries) {
    return doneBy(HEAD, "registerImport", register(source, entries), RESULT);
  }

  private static List<String> outcomes(Response response) {
    return response.path("answer.entries[*].outcome").entityList(String.class).get();
  }

  private static List<String> codes(Response response) {
    return response.path("answer.entries[*].findings[*].code").entityList(String.class).get();
  }

  private RestrictionView restriction(Response response) {
    String id = response.path("answer.entries[0].restriction.id").entity(String.class).get();
    UUID uuid = GlobalId.uuid("Restriction", id).orElseThrow();
    return restrictions.find(new RestrictionId(uuid)).orElseThrow();
  }

  /** What is still to be put right, as the head of the service sees it. */
  private List<String> findings(RestrictionView view) {
    return As.headOfService("housing")
        .call(
            () ->
                graphQl
                    .document("query($id: ID!) { restriction(id: $id) { findings { code } } }")
                    .variable("id", gid("Restriction", view.id().value()))
                    .execute())
        .path("restriction.findings[*].code")
        .entityList(String.class)
        .get();
  }

  private RestrictionView again(RestrictionView view) {
    return restrictions.find(view.id()).orElseThrow();
  }

  @Test
  @DisplayName("T9, F1, F2, F4, F15, F17: taken over, told at the desk, put right act by act")
  void fromTheOldRegisterToNothingLeftToPutRight() {
    CustomerView customer = customer("Imre Imported");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    Response response = taken("Spreadsheet of housing", List.of(told("H-7", customer)));

    assertThat(outcomes(response)).containsExactly("TAKEN_OVER");
    assertThat(codes(response))
        .containsExactly(
            "STEPS_UNMET",
            "REVIEW_UNKNOWN",
            "END_MISSING",
            "APPEAL_NOT_TOLD",
            "UNCLEAR_TERMS",
            "DECIDER_UNKNOWN",
            "REASONS_MISSING");
    response
        .path("answer.entries[0].findings[?(@.code == 'STEPS_UNMET')].steps[*].code")
        .entityList(String.class)
        .contains("CHECK_RECORDED", "INCIDENT_LINKED", "REPRESENTATIONS", "DETERMINATION");
    response
        .path("answer.entries[0].findings[?(@.code == 'END_MISSING')].mutations[*]")
        .entityList(String.class)
        .contains("restrictionVary");
    RestrictionView old = restriction(response);
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(openDuties(old)).contains("REVIEW_RESTRICTION", "ISSUE_RESTRICTION_NOTICE");

    // The steps that nobody had recorded (F1).
    ConsiderationView opened = considerations.find(old.considerationId()).orElseThrow();
    Set<IncidentId> conduct =
        incidents.ofConcerns(Set.of(accepted(customer.id(), true).id())).stream()
            .map(IncidentView::id)
            .collect(Collectors.toSet());
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        considering.nameIncidents(
                            new Considering.NameIncidents(opened.id(), conduct, null))));
    prepareFurther(opened);
    determine(opened, Category.UNREASONABLE, null, true);
    assertThat(findings(old)).doesNotContain("STEPS_UNMET");

    // A letter with the way to appeal (F4); it goes on running meanwhile.
    served(issued(considerations.find(opened.id()).orElseThrow()));
    assertThat(findings(old)).doesNotContain("APPEAL_NOT_TOLD");
    assertThat(again(old).effectiveFrom()).isEqualTo(old.effectiveFrom());

    // A review by somebody with the power (F2, F15).
    askedAtReview(opened.id());
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        reviewing.review(
                            new ReviewToRecord(
                                old.id(),
                                null,
                                ReviewOutcome.KEEP,
                                "The remarks went on",
                                MONDAY.plusMonths(3)))));
    assertThat(findings(old)).containsExactly("END_MISSING", "UNCLEAR_TERMS", "REASONS_MISSING");

    // A decision of its own with an end and reasons (F2, F12, F17).
    RestrictionView decided =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            changing.vary(
                                new RestrictionToVary(
                                    old.id(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    new Reasons(
                                        "Remarks at the desk on two days",
                                        "The desk was closed",
                                        "It kept Imre's contact calm",
                                        "A warning did not help Imre"),
                                    "Three months of calm contact",
                                    null,
                                    MONDAY.plusMonths(5),
                                    null))));
    assertThat(findings(decided)).isEmpty();
    assertThat(again(old).status()).isEqualTo(RestrictionStatus.REPLACED);
    assertThat(findings(old)).isEmpty();
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
  }

  @Test
  @DisplayName(
      "T9, F9, F1: not known to have been told, it has no effect and begins with its steps")
  void withoutServiceItHasNoEffect() {
    CustomerView customer = customer("Nuno Nottold");
    var entry = sound("H-8", customer);
    entry.remove("sent");

    Response response = taken("Spreadsheet of letters", List.of(entry));

    assertThat(codes(response)).containsExactly("SERVICE_UNKNOWN");
    response.path("answer.entries[0].inEffect").entity(Boolean.class).isEqualTo(false);
    RestrictionView waiting = restriction(response);
    assertThat(waiting.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    doneBy(
        As.officer("housing"),
        "nothingInForce",
        Map.of("identity", twoIdentifiers(customer)),
        "statement { reference }");
    assertThat(openDuties(waiting)).containsExactly("ISSUE_RESTRICTION_NOTICE");
    ConsiderationView opened = considerations.find(waiting.considerationId()).orElseThrow();
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> issuing.issue(notice(opened))))
                    .containsExactly("STEPS_BEFORE_RESTRICTION_MISSING"));

    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(waiting.id(), null, "Nobody needs it any more")));
    assertThat(findings(waiting)).isEmpty();
    assertThat(openDuties(waiting)).isEmpty();
  }

  @Test
  @DisplayName("F2: what was to be reviewed before only advises; nothing without an end is endless")
  void overdueItAdvises() {
    CustomerView customer = customer("Ove Overdue");
    var entry = sound("H-9", customer);
    entry.put("reviewOn", "2026-11-01");

    Response response = taken("Spreadsheet of reviews", List.of(entry));

    assertThat(codes(response)).containsExactly("STEPS_UNMET", "REVIEW_OVERDUE");
    assertThat(verdict(check(call(customer)))).isNotEqualTo("DECLINE_THIS_CONTACT");

    CustomerView endless = customer("Enid Endless");
    RestrictionView noEnd = restriction(taken("No ends", List.of(told("E-1", endless))));
    assertThat(noEnd.permanent()).isFalse();
    assertThat(verdict(check(call(endless)))).isEqualTo("DECLINE_THIS_CONTACT");
    clock.advance(Duration.ofDays(1).plusHours(3));
    assertThat(verdict(check(call(endless)))).isNotEqualTo("DECLINE_THIS_CONTACT");
    assertThat(findings(noEnd)).contains("REVIEW_OVERDUE");
  }

  @Test
  @DisplayName("T9: our letter came back; what was told before this register was kept still counts")
  void aLetterThatCameBackTakesNothingAway() {
    CustomerView customer = customer("Rita Returned");
    RestrictionView old = restriction(taken("Returned", List.of(sound("R-1", customer))));
    NoticeView letter = issued(considerations.find(old.considerationId()).orElseThrow());
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            letter.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND,
                                clock.instant(),
                                ServiceOutcome.REFUSED,
                                null,
                                "Not taken at the door"))));

    assertThat(again(old).status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(again(old).notifiedAt()).isEqualTo(old.notifiedAt());
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
  }

  @Test
  @DisplayName("P9.3, F3: what leaves no way in is taken over, and somebody opens one today")
  void leavesNoWayIn() {
    CustomerView customer = customer("Noor Noway");
    adjusted(customer, Channel.EMAIL);
    var byEmail = sound("N-1", customer);
    byEmail.put("type", ONE_MEDIUM.value());
    byEmail.put(
        "settings",
        List.of(Map.of("key", "medium", "value", Map.of("channels", List.of("EMAIL")))));

    Response response = taken("No way", List.of(byEmail));

    assertThat(codes(response)).containsExactly("STEPS_UNMET", "NO_WAY_IN");
    assertThat(openDuties(restriction(response))).contains("OPEN_A_ROUTE_AFTER_IMPORT");
  }

  @Test
  @DisplayName("The same entry comes in once, whoever sends it again and however often")
  void theSameEntryOnce() {
    CustomerView customer = customer("Olwen Once");
    var first = sound("H-10", customer);
    RestrictionView here = restriction(taken("Twice", List.of(first)));
    var changed = sound("H-10", customer);
    changed.put("endsOn", "2027-03-31");
    var over = sound("H-11", customer);
    over.put("endsOn", "2026-11-22");
    var next = sound("H-12", customer);

    Response second = taken("Twice", List.of(first, over, next));
    assertThat(outcomes(second)).containsExactly("ALREADY_HERE", "ENDED_BEFORE", "TAKEN_OVER");
    second.path("answer.taken.entries").entity(Integer.class).isEqualTo(1);
    assertThat(restriction(second).id()).isEqualTo(here.id());

    assertThat(outcomes(taken("Twice", List.of(changed))))
        .containsExactly("ALREADY_HERE_OTHERWISE");
    assertThat(again(here).endsOn()).isEqualTo("2027-02-28");
    assertThat(restrictions.of(customer.id())).hasSize(2);
  }

  @Test
  @DisplayName("T21: whom two identifiers tell, whom nothing fits, and whom it is not sure")
  void whoItIsAbout() {
    CustomerView known = customer("Kit Known");
    String unknown = nextTelephone();
    var byIdentity = sound("I-1", known);
    byIdentity.remove("customer");
    byIdentity.put("identity", twoIdentifiers(known));
    var newcomer = sound("I-2", known);
    newcomer.remove("customer");
    newcomer.put("identity", Map.of("name", "Nia Newcomer", "telephone", unknown));
    var again = sound("I-3", known);
    again.remove("customer");
    again.put("identity", Map.of("name", "Nia Newcomer", "telephone", unknown));
    again.put("type", ONE_MEDIUM.value());
    again.put(
        "settings",
        List.of(Map.of("key", "medium", "value", Map.of("channels", List.of("EMAIL")))));

    taken("People", List.of(byIdentity, newcomer, again));

    assertThat(restrictions.of(known.id())).hasSize(1);
    Response there =
        check(contact(Map.of("name", "Nia Newcomer", "telephone", unknown), Channel.PHONE));
    assertThat(verdict(there)).isNotEqualTo("ALLOWED");

    var unsure = sound("I-4", known);
    unsure.remove("customer");
    unsure.put("identity", Map.of("name", "Somebody Else", "telephone", telephone(known)));
    var nobody = sound("I-5", known);
    nobody.remove("customer");
    nobody.put("identity", Map.of("name", "Only Aname"));
    assertThat(refusedBy(HEAD, "registerImport", register("People", List.of(unsure, nobody))))
        .containsExactly("CUSTOMER_NOT_SURE", "IDENTITY_TOO_LITTLE");
  }

  @Test
  @DisplayName("All or nothing: what is wrong is named by entry and field, and nothing is written")
  void wrongEntriesAreNamed() {
    CustomerView customer = customer("Wanda Wrong");
    var good = sound("W-1", customer);
    var help = sound("W-2", customer);
    help.put("nature", "SUPPORTIVE");
    var ahead = sound("W-3", customer);
    ahead.put("imposedOn", "2026-12-24");
    var home = sound("W-4", customer);
    home.put("type", EXCLUSION.value());
    home.put(
        "settings",
        List.of(
            Map.of(
                "key",
                "buildings",
                "value",
                Map.of(
                    "buildings",
                    List.of(
                        gid(
                            "Building",
                            buildings.find("tower-block").orElseThrow().id().value()))))));
    var twice = sound("W-1", customer);

    Response response =
        act(
            HEAD,
            "registerImport",
            register("Wrong", List.of(good, help, ahead, twice)),
            "taken { id } entries { reference }");
    response
        .path("answer.refusals[*].path")
        .entityList(Object.class)
        .satisfies(
            paths ->
                assertThat(paths)
                    .contains(
                        List.of("entries", "1", "nature"),
                        List.of("entries", "2", "imposedOn"),
                        List.of("entries", "3", "reference")));
    assertThat(refusedBy(HEAD, "registerImport", register("Wrong", List.of(good, home))))
        .containsExactly("COVERS_A_HOME");
    assertThat(restrictions.of(customer.id())).isEmpty();
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("Tried first: the same answer, and nothing is kept of it, nobody registered")
  void triedFirst() {
    String telephone = nextTelephone();
    var newcomer = entry("P-1");
    newcomer.put("identity", Map.of("name", "Tia Tried", "telephone", telephone));
    newcomer.put("sent", Map.of("how", "HAND", "on", "2026-02-03"));

    Response tried =
        HEAD.call(
            () ->
                graphQl
                    .document(
                        "query($input: RegisterImportInput!) { answer: registerImportPreview(input:"
                            + " $input) { %s refusals { code } } }".formatted(RESULT))
                    .variable("input", register("Tried", List.of(newcomer)))
                    .execute());

    assertThat(outcomes(tried)).containsExactly("TAKEN_OVER");
    assertThat(codes(tried)).contains("END_MISSING", "STEPS_UNMET");
    tried.path("answer.taken").valueIsNull();
    tried.path("answer.entries[0].restriction").valueIsNull();
    tried.path("answer.entries[0].inEffect").entity(Boolean.class).isEqualTo(true);
    assertThat(
            jdbc.sql("select count(*) from restrictions.taken_over where source = 'Tried'")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(outcomes(taken("Tried", List.of(newcomer)))).containsExactly("TAKEN_OVER");
  }

  @Test
  @DisplayName("F15, T20: for the head of customer services alone")
  void forbiddenToEverybodyElse() {
    CustomerView customer = customer("Fia Forbidden");
    for (As seat :
        List.of(
            As.officer("housing"), As.headOfService("housing"), As.integrator(), As.auditor())) {
      isForbidden(
          act(
              seat,
              "registerImport",
              register("Forbidden", List.of(sound("F-1", customer))),
              "taken { id }"));
    }
  }
}
