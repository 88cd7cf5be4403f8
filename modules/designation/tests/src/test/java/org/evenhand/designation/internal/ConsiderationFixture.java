package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.AffectedKind;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considering;
import org.evenhand.designation.CouldArise;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.Figures;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/** Cases as they come: named for the situation that they are in. */
final class ConsiderationFixture {

  static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  static final ServiceAreaCode LEISURE = new ServiceAreaCode("leisure");
  static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 1));
  static final IncidentId FIRST_INCIDENT = new IncidentId(new UUID(1, 1));
  static final IncidentId SECOND_INCIDENT = new IncidentId(new UUID(1, 2));
  static final MatterId REPAIR = new MatterId(new UUID(2, 1));

  private ConsiderationFixture() {}

  static Actor headOfHousing() {
    return person("head-of-housing", Role.HEAD_OF_SERVICE, HOUSING);
  }

  static Actor headOfLeisure() {
    return person("head-of-leisure", Role.HEAD_OF_SERVICE, LEISURE);
  }

  static Actor hofcs() {
    return person("hofcs", Role.HEAD_OF_CUSTOMER_SERVICES);
  }

  static Actor officer() {
    return person("officer", Role.OFFICER, HOUSING);
  }

  static Actor cmtMember() {
    return person("cmt", Role.CMT_MEMBER);
  }

  private static Actor person(String id, Role role, ServiceAreaCode... areas) {
    return new Actor(new ActorId(id), id, Set.of(role), Set.of(areas), List.of());
  }

  static PolicyInForce policy() {
    return policy(false);
  }

  static PolicyInForce policy(boolean adoptedOnly) {
    return new PolicyInForce(
        new PolicyVersionId(new UUID(9, 9)),
        "2.1",
        adoptedOnly,
        Figures.standard(),
        AuthorityMatrix.standard(),
        List.of());
  }

  /** Opened by the head of housing on two incidents; nothing done yet. */
  static Consideration justOpened() {
    return openedBy(headOfHousing(), scopeOfHousing(), List.of());
  }

  static Consideration openedBy(Actor actor, Scope scope, List<BoundMember> boundMembers) {
    return Consideration.open(
        new ConsiderationId(new UUID(7, 7)),
        "CON-2026-00001",
        new Considering.Open(
            CUSTOMER,
            scope.leadService(),
            scope.otherServices(),
            scope.buildings(),
            scope.wholeCouncil(),
            scope.organisationRisk(),
            Set.of(),
            Set.of(FIRST_INCIDENT, SECOND_INCIDENT),
            boundMembers,
            "Shouted at staff on two days"),
        scope,
        boundMembers.isEmpty() ? Set.of(FIRST_INCIDENT, SECOND_INCIDENT) : Set.of(),
        LocalDate.of(2026, 3, 30),
        actor,
        MONDAY_MORNING);
  }

  static Scope scopeOfHousing() {
    return new Scope(HOUSING, Set.of(), Set.of(), false, null);
  }

  /** Everything done for a designation with restrictions: nothing stands in the way. */
  static Consideration ready() {
    return readyBut();
  }

  /** The steps that somebody can leave out. */
  enum Step {
    ADVICE,
    RECORDED,
    INVESTIGATED,
    DECISION_RIGHT,
    COMMUNICATION,
    NEW_INFORMATION,
    HEARING,
    ASSESSMENT
  }

  static Consideration readyBut(Step... leftOut) {
    return prepared(justOpened(), Set.of(leftOut));
  }

  static Consideration prepared(Consideration consideration, Set<Step> leftOut) {
    Actor actor = headOfHousing();
    if (!leftOut.contains(Step.ADVICE)) {
      done(consideration.advise(advise(AdviceKind.CONSIDERED), actor, MONDAY_MORNING));
    }
    for (CheckKind kind : CheckKind.values()) {
      if (!leftOut.contains(Step.valueOf(kind.name()))) {
        done(
            consideration.recordCheck(
                satisfied(kind), Surrounding.usual().facts(), actor, MONDAY_MORNING));
      }
    }
    if (!leftOut.contains(Step.HEARING)) {
      done(consideration.recordRepresentation(received(), actor, MONDAY_MORNING));
    }
    if (!leftOut.contains(Step.ASSESSMENT)) {
      done(consideration.assess(assessment(), Surrounding.usual().facts(), actor, MONDAY_MORNING));
    }
    return consideration;
  }

  static Consideration determined(Category category) {
    Consideration consideration = ready();
    done(
        consideration.determine(
            category == Category.NOT_UNREASONABLE ? noAction() : unreasonable(),
            Surrounding.usual().facts(),
            policy(),
            headOfHousing(),
            MONDAY_MORNING));
    return consideration;
  }

  static Considering.Advise advise(AdviceKind kind) {
    return new Considering.Advise(id(), kind, null, null);
  }

  static Considering.Acknowledge acknowledge(AdviceKind kind) {
    return new Considering.Acknowledge(id(), kind, null);
  }

  static Considering.RecordCheck satisfied(CheckKind kind) {
    return check(kind, CheckAnswer.SATISFIED, null, new ActorId("repairs-manager"));
  }

  static Considering.RecordCheck check(
      CheckKind kind, CheckAnswer answer, @Nullable String reason, @Nullable ActorId decidedBy) {
    return new Considering.RecordCheck(
        id(), kind, answer, "Repairs log, entries of February", reason, decidedBy, null);
  }

  static Considering.RecordRepresentation received() {
    return representation(RepresentationKind.RECEIVED, MONDAY, null, "The tap still drips", null);
  }

  static Considering.RecordRepresentation representation(
      RepresentationKind kind,
      LocalDate on,
      @Nullable LocalDate byDate,
      @Nullable String account,
      @Nullable String reason) {
    return new Considering.RecordRepresentation(id(), kind, on, byDate, account, reason, null);
  }

  static Considering.Assess assessment() {
    return assessment("No need known; offered to call back", "Two children at school", null);
  }

  static Considering.Assess assessment(
      String circumstances,
      @Nullable String othersAffected,
      @Nullable String warningDispensedBecause,
      Assessment.UnrelatedMatter... unrelated) {
    return new Considering.Assess(
        id(),
        CouldArise.NO,
        circumstances,
        othersAffected == null ? Set.of() : Set.of(AffectedKind.CHILD),
        othersAffected,
        warningDispensedBecause,
        List.of(unrelated),
        null);
  }

  static Considering.Determine unreasonable() {
    return determination(Category.UNREASONABLE, true);
  }

  static Considering.Determine noAction() {
    return new Finding(Category.NOT_UNREASONABLE).notHindering().determine();
  }

  static Considering.Determine determination(Category category, boolean restrictive) {
    return new Finding(category).restrictive(restrictive).determine();
  }

  /** Findings that hold together for their category, each of which can be changed. */
  record Finding(
      Category category,
      GrievanceFinding grievance,
      boolean hinders,
      ConductPattern pattern,
      @Nullable String ourShare,
      @Nullable String manner,
      boolean restrictive,
      String reasons) {

    Finding(Category category) {
      this(
          category,
          category == Category.PERSISTENT_WITH_CAUSE
              ? GrievanceFinding.JUSTIFIED
              : GrievanceFinding.NOT_JUSTIFIED,
          true,
          category == Category.UNREASONABLY_PERSISTENT
              ? ConductPattern.ACCUMULATION
              : ConductPattern.ISOLATED,
          category == Category.UNREASONABLY_PERSISTENT
              ? "Most contact followed answers given in time"
              : null,
          null,
          false,
          "Shouting made two officers leave the desk; the queue waited");
    }

    Finding grievance(GrievanceFinding found) {
      return new Finding(category, found, hinders, pattern, ourShare, manner, restrictive, reasons);
    }

    Finding notHindering() {
      return new Finding(
          category, grievance, false, pattern, ourShare, manner, restrictive, reasons);
    }

    Finding pattern(ConductPattern stated) {
      return new Finding(
          category, grievance, hinders, stated, ourShare, manner, restrictive, reasons);
    }

    Finding ourShare(@Nullable String weighed) {
      return new Finding(
          category, grievance, hinders, pattern, weighed, manner, restrictive, reasons);
    }

    Finding manner(@Nullable String found) {
      return new Finding(
          category, grievance, hinders, pattern, ourShare, found, restrictive, reasons);
    }

    Finding restrictive(boolean allowed) {
      return new Finding(category, grievance, hinders, pattern, ourShare, manner, allowed, reasons);
    }

    Finding reasons(String given) {
      return new Finding(
          category, grievance, hinders, pattern, ourShare, manner, restrictive, given);
    }

    Considering.Determine determine() {
      return new Considering.Determine(
          id(),
          category,
          grievance,
          "The repair was done within the time promised",
          hinders,
          "Two officers could not serve others for an hour",
          pattern,
          ourShare,
          manner,
          restrictive,
          reasons,
          null);
    }
  }

  private static ConsiderationId id() {
    return new ConsiderationId(new UUID(7, 7));
  }

  /** What lies around the case; usual means that nothing of it stands in the way. */
  record Surrounding(
      @Nullable Set<CustomerId> members,
      boolean needsProtection,
      int undecidedAdjustments,
      boolean warned,
      List<Facts.Matter> matters,
      Map<IncidentId, Facts.Incident> incidents,
      int percentCausedByUs) {

    static Surrounding usual() {
      Map<IncidentId, Facts.Incident> incidents = new LinkedHashMap<>();
      incidents.put(
          FIRST_INCIDENT, new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(20), true, true));
      incidents.put(
          SECOND_INCIDENT, new Facts.Incident(CUSTOMER, HOUSING, MONDAY.minusDays(6), true, true));
      return new Surrounding(null, false, 0, true, List.of(), incidents, 20);
    }

    Facts facts() {
      return new Facts(
          members,
          needsProtection,
          undecidedAdjustments,
          warned,
          null,
          warned,
          matters,
          incidents,
          () -> percentCausedByUs);
    }

    Surrounding group(CustomerId... of) {
      return new Surrounding(
          Set.of(of),
          needsProtection,
          undecidedAdjustments,
          warned,
          matters,
          incidents,
          percentCausedByUs);
    }

    Surrounding childOrCapacityInDoubt() {
      return new Surrounding(
          members, true, undecidedAdjustments, warned, matters, incidents, percentCausedByUs);
    }

    Surrounding adjustmentUndecided() {
      return new Surrounding(
          members, needsProtection, 1, warned, matters, incidents, percentCausedByUs);
    }

    Surrounding neverWarned() {
      return new Surrounding(
          members,
          needsProtection,
          undecidedAdjustments,
          false,
          matters,
          incidents,
          percentCausedByUs);
    }

    Surrounding unfinishedRepair() {
      return matter(new Facts.Matter(REPAIR, "REP-4711", true, false, null));
    }

    Surrounding repairDecidedBy(Actor actor) {
      return matter(new Facts.Matter(REPAIR, "REP-4711", false, false, actor.id()));
    }

    private Surrounding matter(Facts.Matter matter) {
      return new Surrounding(
          members,
          needsProtection,
          undecidedAdjustments,
          warned,
          List.of(matter),
          incidents,
          percentCausedByUs);
    }

    Surrounding incident(IncidentId id, Facts.Incident incident) {
      var changed = new LinkedHashMap<>(incidents);
      changed.put(id, incident);
      return new Surrounding(
          members,
          needsProtection,
          undecidedAdjustments,
          warned,
          matters,
          changed,
          percentCausedByUs);
    }
  }

  static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T>(T value, var ignored)) {
      return value;
    }
    throw new AssertionError("refused: " + outcome.refusals());
  }

  static List<String> codes(Outcome<?> outcome) {
    return outcome.refusals().stream().map(Refusal::code).toList();
  }

  /** The steps that a determination was refused for; empty where none is missing. */
  static List<String> missing(Outcome<?> outcome) {
    var steps = new ArrayList<String>();
    for (Refusal refusal : outcome.refusals()) {
      if (refusal instanceof MissingStepsRefusal(String ignored, List<String> named)) {
        steps.addAll(named);
      }
    }
    return steps;
  }
}
