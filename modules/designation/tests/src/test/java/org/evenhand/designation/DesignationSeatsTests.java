package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.RecordingMatters;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SubjectCapacity;
import org.evenhandtest.As;
import org.evenhandtest.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/**
 * Each rule of this module from every seat: the very input that its person gets done is forbidden
 * to every other role, not found or refused for whoever has the role but not the case, and refused
 * with its code while the rule is not met; and none of that leaves a trace.
 */
class DesignationSeatsTests extends Story {

  private static final Set<String> HEADS = Set.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES");
  private static final Set<String> DECIDERS =
      Set.of("HEAD_OF_SERVICE", "HEAD_OF_CUSTOMER_SERVICES", "CMT_MEMBER");
  private static final As HEAD = As.headOfService("housing");
  private static final As STRANGER = As.headOfService("leisure");
  private static final As HEAD_OF_CUSTOMERS = As.headOfCustomerServices();

  /** An act about somebody, and what must stay as it is while it is not done. */
  private final class Attempt {
    private final String mutation;
    private final Map<String, Object> input;
    private final List<Object> about;

    Attempt(String mutation, Map<String, Object> input, Object... about) {
      this.mutation = mutation;
      this.input = input;
      this.about = List.of(about);
    }

    /** Every role but these is forbidden it. */
    Attempt isForbiddenToAllBut(Set<String> roles) {
      return leavesNoTrace(
          () ->
              As.everyRole()
                  .filter(seat -> !roles.contains(seat.role()))
                  .forEach(
                      seat ->
                          by(seat, input)
                              .errors()
                              .satisfy(
                                  errors ->
                                      assertThat(errors)
                                          .as(seat.role())
                                          .singleElement()
                                          .satisfies(
                                              e ->
                                                  assertThat(e.getExtensions())
                                                      .containsEntry("code", "FORBIDDEN")))));
    }

    /** They may not, or the rule is not met yet. */
    Attempt isRefusedTo(As seat, String... codes) {
      return isRefused(seat, Map.of(), codes);
    }

    /** Not in this form. */
    Attempt isRefused(As seat, Map<String, Object> changes, String... codes) {
      var changed = new HashMap<>(input);
      changed.putAll(changes);
      return leavesNoTrace(
          () ->
              assertThat(
                      by(seat, changed)
                          .path("answer.refusals[*].code")
                          .entityList(String.class)
                          .get())
                  .containsExactlyInAnyOrder(codes));
    }

    /** The same step of a determination is missing, and it is the only one. */
    Attempt lacks(As seat, String... steps) {
      return leavesNoTrace(
          () ->
              by(seat, input)
                  .path("answer.refusals[0].steps[*].code")
                  .entityList(String.class)
                  .containsExactly(steps));
    }

    /** Done, so that nothing but the seat or the rule stood in the way before; and it is seen. */
    Response isDoneBy(As seat) {
      List<String> before = written();
      Response answer = by(seat, input);
      answer.path("answer.refusals").entityList(Object.class).hasSize(0);
      assertThat(written()).isNotEqualTo(before);
      return answer;
    }

    private Attempt leavesNoTrace(Runnable attempt) {
      List<String> before = written();
      attempt.run();
      assertThat(written()).isEqualTo(before);
      return this;
    }

    private List<String> written() {
      return Written.about(jdbc, List.of("designation", "intake", "correspondence"), about);
    }

    private Response by(As seat, Map<String, Object> given) {
      String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
      String shown =
          mutation.startsWith("warning")
              ? "warning { id }"
              : mutation.startsWith("monitoring")
                  ? "monitoring { lastDay }"
                  : "consideration { id status scope { corporate } }";
      return seat.call(
          () ->
              graphQl
                  .document(
                      "mutation($input: "
                          + type
                          + "Input!) { answer: "
                          + mutation
                          + "(input: $input) { "
                          + shown
                          + " refusals { code ... on MissingStepsRefusal { steps { code } } } } }")
                  .variable("input", given)
                  .execute());
    }
  }

  private Attempt attempt(String mutation, ConsiderationView view, Map<String, Object> more) {
    var input = new HashMap<String, Object>(more);
    input.put("consideration", gid(view));
    return new Attempt(mutation, input, view.id().value(), view.customerId().value());
  }

  private static Map<String, Object> findings(Object... changes) {
    var input = new HashMap<String, Object>();
    input.put("category", "UNREASONABLE");
    input.put("grievance", "NOT_JUSTIFIED");
    input.put("grievanceReasons", "The tap was mended in time");
    input.put("hinders", true);
    input.put("hindrance", "The desk closed for forty minutes");
    input.put("pattern", "ISOLATED");
    input.put("restrictiveAllowed", true);
    input.put("reasons", "Remarks offended; the desk closed; a quieter word did not help");
    for (int i = 0; i < changes.length; i += 2) {
      input.put((String) changes[i], changes[i + 1]);
    }
    return input;
  }

  private static Map<String, Object> assessment(Object... more) {
    var input = new HashMap<String, Object>();
    input.put("couldArise", "NO");
    input.put("circumstances", "No need known; none asked for");
    input.put("othersAffected", "Lives alone; nobody else is affected");
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return input;
  }

  private ConsiderationView now(ConsiderationView view) {
    return considerations.find(view.id()).orElseThrow();
  }

  @Test
  @DisplayName(
      "P4.2, T4: the head of customer services is told twice, no action included, by the lead"
          + " service alone, and nobody else gives the receipt")
  void toldTwiceAndRead() {
    ConsiderationView view = considered(customer("Ada Advice"));
    Attempt receipt = attempt("adviceAcknowledge", view, Map.of("kind", "CONSIDERED"));
    receipt.isRefusedTo(HEAD_OF_CUSTOMERS, "NOT_ADVISED");
    Attempt decision =
        attempt(
            "considerationDetermine",
            view,
            findings(
                "category", "NOT_UNREASONABLE", "hinders", false, "restrictiveAllowed", false));
    decision.lacks(HEAD, "ADVICE_CONSIDERED");

    attempt("considerationAdvise", view, Map.of("kind", "CONSIDERED"))
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    receipt.isForbiddenToAllBut(Set.of("HEAD_OF_CUSTOMER_SERVICES")).isDoneBy(HEAD_OF_CUSTOMERS);
    receipt.isRefusedTo(HEAD_OF_CUSTOMERS, "ALREADY_ACKNOWLEDGED");

    Attempt second = attempt("considerationAdvise", view, Map.of("kind", "DETERMINED"));
    second.isRefusedTo(HEAD, "CONSIDERATION_WRONG_STATUS");
    decision.isDoneBy(HEAD);
    second.isForbiddenToAllBut(HEADS).isRefusedTo(STRANGER, "NOT_FOUND").isDoneBy(HEAD);
    attempt("adviceAcknowledge", view, Map.of("kind", "DETERMINED"))
        .isForbiddenToAllBut(Set.of("HEAD_OF_CUSTOMER_SERVICES"))
        .isDoneBy(HEAD_OF_CUSTOMERS);
    assertThat(now(view).advice()).allMatch(Advice::acknowledged).hasSize(2);
  }

  @Test
  @DisplayName(
      "P5.1: a case rests on a concern that its owner took up; only heads open one, in their own area")
  void openedOnWhatWasTakenUp() {
    CustomerId customer = customer("Opal Opening");
    ConcernView concern =
        reported(customer, HOUSING, SubjectCapacity.CUSTOMER, MONDAY.minusDays(2));
    var opening =
        new Attempt(
            "considerationOpen",
            Map.of(
                "customer",
                gid(customer),
                "leadService",
                "housing",
                "concerns",
                List.of(gid(concern)),
                "why",
                "Remarks at the desk"),
            customer.value());

    opening.isRefusedTo(HEAD, "CONCERN_NOT_TRIAGED");
    triaged(concern, HOUSING, TriageOutcome.ACCEPT);
    opening.isForbiddenToAllBut(HEADS).isRefusedTo(STRANGER, "NOT_YOUR_SERVICE").isDoneBy(HEAD);
  }

  @Test
  @DisplayName(
      "P6.1, P6.3a, T2: unreasonably persistent is an accumulation over time, weighed against our"
          + " share; who names the incidents, and who finds it")
  void accumulatedOverTime() {
    CustomerId customer = customer("Percy Persistent");
    ConcernView oneDay = accepted(customer, HOUSING, MONDAY.minusDays(3), MONDAY.minusDays(3));
    ConsiderationView view = HEAD.call(() -> done(() -> considering.open(open(customer, oneDay))));
    prepare(view);
    Map<String, Object> found =
        findings(
            "category",
            "UNREASONABLY_PERSISTENT",
            "pattern",
            "ACCUMULATION",
            "ourShare",
            "None of the contact was ours");
    Attempt decision = attempt("considerationDetermine", view, found);
    decision
        .lacks(HEAD, "INCIDENTS_OVER_TIME")
        .isRefused(
            HEAD,
            Map.of("pattern", "ISOLATED"),
            "DETERMINATION_STEPS_MISSING",
            "PATTERN_CONTRADICTS_CATEGORY");

    Set<IncidentId> before = incidentsOf(customer);
    accepted(customer, HOUSING, MONDAY.minusDays(40));
    CustomerId neighbour = customer("Nell Neighbour");
    accepted(neighbour, HOUSING, MONDAY.minusDays(40));
    var earlier = new ArrayList<>(incidentsOf(customer));
    earlier.removeAll(before);
    attempt("considerationIncidentsName", view, Map.of("incidents", gids(earlier)))
        .isRefused(
            HEAD, Map.of("incidents", gids(incidentsOf(neighbour))), "INCIDENT_OF_ANOTHER_CUSTOMER")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);

    decision
        .isRefused(HEAD, Map.of("ourShare", " "), "OUR_SHARE_NOT_WEIGHED")
        .isForbiddenToAllBut(DECIDERS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
  }

  @Test
  @DisplayName(
      "P6.2, T1, F17: two findings, each with its reasons; without hindrance nobody is designated, and"
          + " nobody finds it without the power to")
  void twoFindings() {
    ConsiderationView view = considered(customer("Toby Twofold"));
    prepare(view);

    attempt("considerationDetermine", view, findings("grievance", "JUSTIFIED"))
        .isRefused(HEAD, Map.of("hinders", false), "HINDRANCE_NOT_FOUND")
        .isRefused(
            HEAD, Map.of("grievanceReasons", " ", "reasons", ""), "TEXT_MISSING", "TEXT_MISSING")
        .isRefused(HEAD, Map.of("hindrance", " "), "TEXT_MISSING")
        .isForbiddenToAllBut(DECIDERS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isRefusedTo(As.cmtMember(), "DECIDED_BY_LEAD_SERVICE")
        .isRefusedTo(HEAD_OF_CUSTOMERS, "DECIDED_BY_LEAD_SERVICE")
        .isDoneBy(HEAD);
    Determination made = now(view).determination();
    assertThat(made)
        .satisfies(
            d -> {
              assertThat(d.grievance()).isEqualTo(GrievanceFinding.JUSTIFIED);
              assertThat(d.hinders()).isTrue();
            });
  }

  @Test
  @DisplayName(
      "P6.3b: with cause there is help; restriction only about manner, and only by whoever decides")
  void withCause() {
    ConsiderationView view = considered(customer("Cass Cause"));
    prepare(view);

    attempt(
            "considerationDetermine",
            view,
            findings(
                "category",
                "PERSISTENT_WITH_CAUSE",
                "grievance",
                "JUSTIFIED",
                "manner",
                "Names were called at the desk, twice"))
        .isRefused(HEAD, Map.of("manner", " "), "MANNER_FINDING_MISSING")
        .isRefused(HEAD, Map.of("grievance", "NOT_JUSTIFIED"), "CAUSE_NOT_FOUND")
        .isForbiddenToAllBut(DECIDERS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    assertThat(now(view).determination()).satisfies(d -> assertThat(d.mannerOnly()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(CheckKind.class)
  @DisplayName(
      "P8.0, F1: each of the five checks stands in the way until a head of a service in the case is"
          + " satisfied of it; nobody else answers it")
  void fiveChecks(CheckKind kind) {
    ConsiderationView view = considered(customer("Fiona Five"));
    prepare(view);
    HEAD.run(
        () ->
            done(
                () ->
                    considering.recordCheck(
                        new Considering.RecordCheck(
                            view.id(),
                            kind,
                            CheckAnswer.NOT_SATISFIED,
                            "Repairs log",
                            "It is not so yet",
                            null,
                            null))));
    Attempt decision = attempt("considerationDetermine", view, findings());
    decision.lacks(HEAD, "CHECK_" + kind + "_NOT_SATISFIED");

    attempt(
            "considerationCheckRecord",
            view,
            Map.of(
                "check",
                kind.name(),
                "answer",
                "SATISFIED",
                "evidence",
                "Repairs log, put right",
                "decidedBy",
                "repairs-1"))
        .isRefused(HEAD, Map.of("answer", "NOT_APPLICABLE"), "CHECK_REASON_MISSING")
        .isRefused(HEAD, Map.of("evidence", " "), "TEXT_MISSING")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    decision.isForbiddenToAllBut(DECIDERS).isDoneBy(HEAD);
  }

  @Test
  @DisplayName(
      "T3: that the decision reached is right is for a second reader: not for whoever made it, not"
          + " while nobody knows who did, and for nobody below a head of service")
  void secondReader() {
    ConsiderationView view = considered(customer("Sid Second"));

    attempt(
            "considerationCheckRecord",
            view,
            Map.of(
                "check",
                "DECISION_RIGHT",
                "answer",
                "SATISFIED",
                "evidence",
                "Read from the start",
                "decidedBy",
                "hos-housing"))
        .isRefusedTo(HEAD, "OWN_DECISION")
        .isRefused(
            HEAD, Map.of("answer", "NOT_APPLICABLE", "reason", "Nothing to decide"), "OWN_DECISION")
        .isRefused(HEAD_OF_CUSTOMERS, withNull("decidedBy"), "DECIDER_UNKNOWN")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD_OF_CUSTOMERS);
    assertThat(now(view).latestChecks().get(CheckKind.DECISION_RIGHT))
        .satisfies(check -> assertThat(check.by().value()).isEqualTo("hofcs-1"));
  }

  @Test
  @DisplayName(
      "P8.1, F3, F14: circumstances, a disability and others affected are weighed by a head of a"
          + " service in the case, in words")
  void circumstancesAreWeighed() {
    ConsiderationView view = considered(customer("Cira Circumstance"));

    attempt(
            "considerationAssess",
            view,
            assessment(
                "couldArise",
                "YES",
                "affected",
                List.of("CHILD"),
                "othersAffected",
                "A daughter of six comes along to the desk"))
        .isRefused(HEAD, Map.of("circumstances", " "), "TEXT_MISSING")
        .isRefused(HEAD, Map.of("othersAffected", " "), "TEXT_MISSING")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    assertThat(now(view).assessment())
        .satisfies(a -> assertThat(a.couldArise()).isEqualTo(CouldArise.YES));
  }

  @Test
  @DisplayName(
      "F5, F1: hearing the customer is dispensed with for safety by a head of a service in the case,"
          + " with a reason and a day for hearing afterwards; by nobody else")
  void hearingDispensedWith() {
    ConsiderationView view = considered(customer("Hope Heard"));

    attempt(
            "representationRecord",
            view,
            Map.of(
                "kind",
                "DISPENSED",
                "on",
                MONDAY.toString(),
                "byDate",
                MONDAY.plusDays(9).toString(),
                "reason",
                "A letter now would put two officers at risk"))
        .isRefused(HEAD, Map.of("reason", " "), "TEXT_MISSING")
        .isRefused(HEAD, withNull("byDate"), "DATE_MISSING")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    assertThat(openDuties(view)).contains("HEAR_AFTERWARDS");
  }

  @Test
  @DisplayName(
      "F20, F1: whoever may decide dispenses with a warning, for a reason; until then the decision"
          + " waits for one")
  void warningDispensedWith() {
    ConsiderationView view = considered(customer("Wes Waiver"));
    prepareButWarn(view);
    Attempt decision = attempt("considerationDetermine", view, findings());
    decision.lacks(HEAD, "WARNING");

    attempt(
            "considerationAssess",
            view,
            assessment("warningDispensedBecause", "The remarks held a threat to come back"))
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    decision.isDoneBy(HEAD);
  }

  @Test
  @DisplayName(
      "F20, T15, T3, T28: a warning is for considered conduct of one's own, in neutral words, after new"
          + " information was asked for; whoever may not give it sends no letter")
  void warning() {
    CustomerId loud = customer("Lars Loud");
    CustomerId quiet = customer("Quilla Quiet");
    ConsiderationView view = ofGroup(loud, quiet);
    Map<String, Object> letter =
        Map.of(
            "customer",
            gid(loud),
            "incidents",
            gids(incidentsOf(loud)),
            "conduct",
            "Remarks at the meeting that hurt two officers",
            "whatFollows",
            "If it goes on, we may arrange contact differently.",
            "howToReachUs",
            "Telephone, letter and the desk stay open to you.",
            "planned",
            HANDED_OVER);
    Attempt warning =
        new Attempt(
            "warningIssue",
            with(letter, "consideration", gid(view)),
            view.id().value(),
            loud.value(),
            quiet.value());
    warning.lacks(HEAD, "CHECK_NEW_INFORMATION_AT_WARNING");
    HEAD.run(() -> askedForNewInformation(view, CheckStage.WARNING));

    warning
        .isRefused(HEAD, Map.of("incidents", gids(incidentsOf(quiet))), "INCIDENT_NOT_CONSIDERED")
        .isRefused(HEAD, Map.of("customer", gid(quiet)), "CUSTOMER_NOT_CONSIDERED")
        .isRefused(HEAD, Map.of("incidents", List.of()), "WARNING_NAMES_NOTHING")
        .isRefused(
            HEAD, Map.of("conduct", "Vexatious remarks, all trivial"), "NOTICE_WORDS_NOT_NEUTRAL")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    assertThat(warnings.of(List.of(loud))).hasSize(1);
    assertThat(warnings.of(List.of(quiet))).isEmpty();
  }

  /** A group of two, of whom the first is bound; both have an incident of their own. */
  private ConsiderationView ofGroup(CustomerId bound, CustomerId other) {
    accepted(bound, HOUSING, MONDAY.minusDays(4));
    accepted(other, HOUSING, MONDAY.minusDays(5));
    CustomerId group = group("Tenants of the Row", bound, other);
    return HEAD.call(
        () ->
            done(
                () ->
                    considering.open(
                        new Considering.Open(
                            group,
                            HOUSING,
                            Set.of(),
                            Set.of(),
                            false,
                            null,
                            Set.of(),
                            Set.of(),
                            List.of(new BoundMember(bound, incidentsOf(bound))),
                            "What happened at the meeting"))));
  }

  @Test
  @DisplayName(
      "T15: a member of a group is bound by conduct of their own, by a head in the own area; whoever"
          + " did nothing has no case that anybody could see")
  void boundByOwnConduct() {
    CustomerId loud = customer("Lena Loud");
    CustomerId quiet = customer("Quentin Quiet");
    CustomerId group = group("Tenants of the Yard", loud, quiet);
    accepted(loud, HOUSING, MONDAY.minusDays(4));

    new Attempt(
            "considerationOpen",
            Map.of(
                "customer",
                gid(group),
                "leadService",
                "housing",
                "boundMembers",
                List.of(bound(loud, loud)),
                "why",
                "What happened at the meeting"),
            group.value(),
            loud.value(),
            quiet.value())
        .isRefused(
            HEAD, Map.of("boundMembers", List.of(bound(quiet, loud))), "MEMBER_WITHOUT_OWN_CONDUCT")
        .isRefused(HEAD, Map.of("customer", gid(quiet)), "NOT_A_GROUP")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_YOUR_SERVICE")
        .isDoneBy(HEAD);
    assertThat(casesSeen(HEAD, loud)).hasSize(1);
    assertThat(casesSeen(HEAD, quiet)).isEmpty();
    assertThat(casesSeen(STRANGER, loud)).isEmpty();
  }

  private Map<String, Object> bound(CustomerId member, CustomerId whose) {
    return Map.of("member", gid(member), "incidents", gids(incidentsOf(whose)));
  }

  private List<Object> casesSeen(As seat, CustomerId customer) {
    return seat.call(
        () ->
            graphQl
                .document(
                    "query($id: ID!) { customer(id: $id) { considerations { edges { node { id } } } } }")
                .variable("id", gid(customer))
                .execute()
                .path("customer.considerations.edges")
                .entityList(Object.class)
                .get());
  }

  @Test
  @DisplayName(
      "F16: a matter that we left unfinished shields from persistence until a head of a service in the"
          + " case says why it is another thing")
  void matterSetAside() {
    CustomerId customer = customer("Mattie Matter");
    ConsiderationView view = considered(customer);
    prepare(view);
    MatterView late = late(customer, "REP-" + UUID.randomUUID());
    MatterView anothers = late(customer("Mo Another"), "REP-" + UUID.randomUUID());
    Attempt decision =
        attempt(
            "considerationDetermine",
            view,
            findings(
                "category",
                "UNREASONABLY_PERSISTENT",
                "pattern",
                "ACCUMULATION",
                "ourShare",
                "None of the contact was ours"));
    decision.lacks(HEAD, "MATTERS_FINISHED").isForbiddenToAllBut(DECIDERS);

    attempt("considerationAssess", view, assessment("unrelatedMatters", List.of(another(late))))
        .isRefused(
            HEAD,
            Map.of("unrelatedMatters", List.of(another(anothers))),
            "MATTER_OF_ANOTHER_CUSTOMER")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    decision.isDoneBy(HEAD);
  }

  private MatterView late(CustomerId customer, String reference) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        recordingMatters.record(
                            new RecordingMatters.MatterToRecord(
                                null, null, customer, reference, "Repairs", null, HOUSING, null,
                                true, null, null, null),
                            currentActor.get(),
                            clock.instant())));
  }

  private static Map<String, Object> another(MatterView matter) {
    return Map.of(
        "matter",
        GlobalId.of("Matter", matter.id().value()),
        "reason",
        "A repair; the remarks were about a parking place");
  }

  @Test
  @DisplayName(
      "T5, F15: more than one service is corporate: stated by the lead service alone, decided by the"
          + " head of customer services alone")
  void corporate() {
    ConsiderationView view = considered(customer("Corrie Corporate"));
    prepare(view);
    Attempt scope =
        attempt("considerationScopeChange", view, Map.of("otherServices", List.of("leisure")));
    scope
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isRefused(HEAD, Map.of("otherServices", List.of("nowhere")), "NOT_FOUND")
        .isDoneBy(HEAD);
    As involved = STRANGER;
    scope.isRefusedTo(involved, "NOT_YOURS_TO_DO");

    attempt("considerationDetermine", view, findings())
        .isForbiddenToAllBut(DECIDERS)
        .isRefusedTo(HEAD, "DECIDED_CORPORATELY")
        .isRefusedTo(involved, "DECIDED_CORPORATELY")
        .isRefusedTo(As.cmtMember(), "DECIDED_CORPORATELY")
        .isDoneBy(HEAD_OF_CUSTOMERS);
  }

  @Test
  @DisplayName(
      "T6: a part in the case is recorded by the heads in it, never a decision that no act made; then it"
          + " bars: nobody with a part decides a challenge")
  void partsBar() {
    ConsiderationView view = considered(customer("Inga Involved"));
    HEAD.run(() -> askedForNewInformation(view, CheckStage.WARNING));
    WarningView given = HEAD.call(() -> done(() -> warnings.issue(warning(view))));
    attempt(
            "involvementRecord",
            view,
            Map.of("person", "cmt-1", "kind", "ADVISED", "note", "Asked what to make of it"))
        .isRefused(HEAD, Map.of("kind", "DECIDED"), "INVOLVEMENT_RECORDED_BY_ACT")
        .isRefused(HEAD, Map.of("note", " "), "TEXT_MISSING")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    String id = GlobalId.of("ConductWarning", given.id().value());
    new Attempt(
            "warningChallenge",
            Map.of("warning", id, "grounds", "It was one remark", "receivedOn", MONDAY.toString()),
            given.id().value(),
            view.id().value())
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);

    new Attempt(
            "warningChallengeDecide",
            Map.of("warning", id, "outcome", "WITHDRAWN", "reasons", "The log has one remark"),
            given.id().value(),
            view.id().value())
        .isForbiddenToAllBut(DECIDERS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isRefusedTo(HEAD, "CHALLENGE_DECIDER_INVOLVED")
        .isRefusedTo(As.cmtMember(), "CHALLENGE_DECIDER_INVOLVED")
        .isDoneBy(HEAD_OF_CUSTOMERS);
  }

  @Test
  @DisplayName(
      "T19: for a child the safeguarding lead's decision is recorded by a head of a service in the"
          + " case; until then nothing restrictive is decided")
  void protection() {
    ConsiderationView view = considered(customer("Kim Kidd", LocalDate.of(2013, 4, 1), false));
    prepare(view);
    Attempt decision = attempt("considerationDetermine", view, findings());
    decision.lacks(HEAD, "SAFEGUARDING_DECISION", "PARENT_NOTICE").isForbiddenToAllBut(DECIDERS);

    attempt(
            "considerationProtectionRecord",
            view,
            Map.of(
                "safeguardingLead",
                "Sam Guard",
                "mayProceed",
                true,
                "reasons",
                "School and social worker heard",
                "noticeTo",
                "The mother",
                "noticeOn",
                MONDAY.toString()))
        .isRefused(HEAD, Map.of("safeguardingLead", " "), "TEXT_MISSING")
        .isRefused(HEAD, withNull("noticeOn"), "NOTICE_INCOMPLETE")
        .isRefused(HEAD, Map.of("noticeOn", MONDAY.plusDays(1).toString()), "DAY_AHEAD")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD);
    decision.isDoneBy(HEAD);
  }

  @Test
  @DisplayName(
      "F12, P8.1: monitoring says what is watched, until when, and what follows, and is begun by a head"
          + " of a service in the case")
  void monitoringSaysItsTerms() {
    ConsiderationView view = considered(customer("Monty Monitored"));

    attempt(
            "monitoringStart",
            view,
            Map.of(
                "watched",
                "Remarks at the desk",
                "until",
                "2027-01-31",
                "whatFollows",
                "We look at it again at the end.",
                "howToReachUs",
                "Telephone, letter and the desk stay open to you.",
                "planned",
                HANDED_OVER))
        .isRefused(
            HEAD,
            Map.of("watched", " ", "whatFollows", " "),
            "TEXT_MISSING",
            "TEXT_MISSING",
            "NOTICE_PARTS_MISSING")
        .isRefused(HEAD, Map.of("until", "2026-11-22"), "DATE_BEFORE_ANOTHER")
        .isForbiddenToAllBut(HEADS)
        .isRefusedTo(STRANGER, "NOT_FOUND")
        .isDoneBy(HEAD)
        .path("answer.monitoring.lastDay")
        .entity(String.class)
        .isEqualTo("2027-01-31");
  }

  private static final Map<String, Object> HANDED_OVER =
      Map.of("method", "HAND", "sendOn", MONDAY.toString(), "address", "the desk");

  private static Map<String, Object> with(Map<String, Object> input, String key, Object value) {
    var changed = new HashMap<>(input);
    changed.put(key, value);
    return changed;
  }

  private static Map<String, Object> withNull(String key) {
    var changes = new HashMap<String, Object>();
    changes.put(key, null);
    return changes;
  }

  private static List<String> gids(Collection<IncidentId> incidents) {
    return incidents.stream().map(id -> GlobalId.of("Incident", id.value())).toList();
  }
}
