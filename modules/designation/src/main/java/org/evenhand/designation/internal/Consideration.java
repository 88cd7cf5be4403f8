package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.designation.Advice;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.Assessment;
import org.evenhand.designation.Check;
import org.evenhand.designation.CheckAnswer;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.Closing;
import org.evenhand.designation.ConductPattern;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.designation.CorporateCause;
import org.evenhand.designation.Determination;
import org.evenhand.designation.GrievanceFinding;
import org.evenhand.designation.Involvement;
import org.evenhand.designation.InvolvementKind;
import org.evenhand.designation.Protection;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.Representation;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;

/**
 * A consideration and its rules: what may be recorded when, and what must stand before a person
 * decides (P8.0). It never decides anything itself. Each act changes it and answers with it, or
 * changes nothing and answers with every reason why not.
 */
final class Consideration {

  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_NAME = 500;

  /** Local: promptly, where safety forbade hearing the customer first (F5). */
  static final int DAYS_TO_HEAR_AFTERWARDS = 28;

  /** A receipt for advice given before. */
  record AdviceRead(AdviceKind kind, ActorId by, Instant at) {}

  /** An incident that was named after it was opened. */
  record IncidentNamed(IncidentId incident) {}

  private final ConsiderationView opened;
  private final List<Object> news = new ArrayList<>();
  private final List<Check> checks;
  private final List<Representation> representations;
  private final List<Advice> advice;
  private final List<Involvement.Entry> involvement;
  private ConsiderationStatus status;
  private Scope scope;
  private @Nullable Assessment assessment;
  private @Nullable Protection protection;
  private @Nullable Determination determination;
  private @Nullable Closing closing;

  /** A consideration as it was kept. */
  Consideration(ConsiderationView kept) {
    opened = kept;
    checks = new ArrayList<>(kept.checks());
    representations = new ArrayList<>(kept.representations());
    advice = new ArrayList<>(kept.advice());
    involvement = new ArrayList<>(kept.involvement());
    status = kept.status();
    scope = kept.scope();
    assessment = kept.assessment();
    protection = kept.protection();
    determination = kept.determination();
    closing = kept.closing();
  }

  /** How it stands now. */
  ConsiderationView view() {
    return new ConsiderationView(
        opened.id(),
        opened.version(),
        opened.reference(),
        opened.customerId(),
        status,
        scope,
        opened.why(),
        opened.openedAt(),
        opened.openedBy(),
        opened.openedAs(),
        opened.concernIds(),
        opened.incidentIds(),
        opened.boundMembers(),
        checks,
        representations,
        advice,
        assessment,
        protection,
        determination,
        involvement,
        opened.determineBy(),
        closing);
  }

  /** What the acts added since it was read, each to be written once. */
  List<Object> news() {
    return List.copyOf(news);
  }

  /**
   * Begins one whose concerns and incidents were found in order. The Head of Customer Services who
   * opens a case has thereby been told of it (P4.2).
   */
  static Consideration open(
      ConsiderationId id,
      String reference,
      Considering.Open command,
      Scope scope,
      Set<IncidentId> incidentIds,
      LocalDate determineBy,
      Actor actor,
      Instant now) {
    Role as =
        actor.heads(scope.leadService()) ? Role.HEAD_OF_SERVICE : Role.HEAD_OF_CUSTOMER_SERVICES;
    var consideration =
        new Consideration(
            new ConsiderationView(
                id,
                0,
                reference,
                command.customerId(),
                ConsiderationStatus.OPEN,
                scope,
                command.why(),
                now,
                actor.id(),
                as,
                command.concernIds(),
                incidentIds,
                command.boundMembers(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                determineBy,
                null));
    consideration.considered(actor, now);
    if (actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      consideration.told(AdviceKind.CONSIDERED, actor, now);
    }
    return consideration;
  }

  /** Begins one that was decided elsewhere, of which no step is on record (F1). */
  static Consideration takenOver(
      ConsiderationId id,
      String reference,
      CustomerId customer,
      Scope scope,
      String why,
      LocalDate determineBy,
      Actor hofcs,
      Instant now) {
    var consideration =
        new Consideration(
            new ConsiderationView(
                id,
                0,
                reference,
                customer,
                ConsiderationStatus.OPEN,
                scope,
                why,
                now,
                hofcs.id(),
                Role.HEAD_OF_CUSTOMER_SERVICES,
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                determineBy,
                null));
    consideration.told(AdviceKind.CONSIDERED, hofcs, now);
    return consideration;
  }

  /** T2: names conduct that turned out to belong to the case; its services come into it (T5). */
  Outcome<Consideration> nameIncidents(
      Considering.NameIncidents command, Set<ServiceAreaCode> services, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.NAME_INCIDENTS, command.expectedVersion(), actor);
    Set<IncidentId> before = Preconditions.allIncidents(opened);
    if (command.incidentIds().stream().anyMatch(before::contains)) {
      refusals.add(Refusal.at("NAMED_TWICE", "incidents"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    command.incidentIds().forEach(id -> news.add(new IncidentNamed(id)));
    var all = new LinkedHashSet<>(scope.otherServices());
    all.addAll(services);
    scope =
        new Scope(
            scope.leadService(),
            all,
            scope.buildings(),
            scope.wholeCouncil(),
            scope.organisationRisk());
    return considered(actor, now);
  }

  /** P8.0, T3: answers a check; whoever made the underlying decision does not confirm it. */
  Outcome<Consideration> recordCheck(
      Considering.RecordCheck command, Facts facts, Actor actor, Instant now) {
    boolean decision = command.stage() == CheckStage.DECISION;
    var refusals =
        guard(
            decision ? AllowedAct.RECORD_CHECK : AllowedAct.RECORD_NEW_INFORMATION,
            command.expectedVersion(),
            actor);
    if (!decision && command.kind() != CheckKind.NEW_INFORMATION) {
      refusals.add(Refusal.at("STAGE_NOT_ASKED", "stage"));
    }
    add(refusals, Acts.text(command.evidence(), LONGEST_TEXT, "evidence"));
    if (command.answer() != CheckAnswer.SATISFIED && blank(command.reason())) {
      refusals.add(Refusal.at("CHECK_REASON_MISSING", "reason"));
    }
    add(refusals, bounded(command.reason(), LONGEST_TEXT, "reason"));
    if (command.kind() == CheckKind.DECISION_RIGHT
        && command.answer() != CheckAnswer.NOT_SATISFIED) {
      refusals.addAll(
          secondReader(command.answer(), deciders(command.decidedBy(), facts), actor.id()));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var check =
        new Check(
            command.kind(),
            command.stage(),
            command.answer(),
            command.evidence(),
            orNull(command.reason()),
            command.decidedBy(),
            command.files(),
            actor.id(),
            now);
    checks.add(added(check));
    return considered(actor, now);
  }

  private static Set<ActorId> deciders(@Nullable ActorId named, Facts facts) {
    return Stream.concat(
            Stream.ofNullable(named),
            facts.matters().stream().flatMap(m -> Stream.ofNullable(m.decisionBy())))
        .collect(Collectors.toSet());
  }

  private static List<Refusal> secondReader(
      CheckAnswer answer, Set<ActorId> deciders, ActorId reader) {
    if (deciders.contains(reader)) {
      return List.of(Refusal.at("OWN_DECISION", "check"));
    }
    return answer == CheckAnswer.SATISFIED && deciders.isEmpty()
        ? List.of(Refusal.at("DECIDER_UNKNOWN", "decidedBy"))
        : List.of();
  }

  /** F5: records a step in hearing the customer, in an order that makes sense. */
  Outcome<Consideration> recordRepresentation(
      Considering.RecordRepresentation command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    var refusals = guard(AllowedAct.RECORD_REPRESENTATION, command.expectedVersion(), actor);
    if (command.on().isAfter(today)) {
      refusals.add(Refusal.at("DAY_AHEAD", "on"));
    }
    switch (command.kind()) {
      case INVITED -> {
        add(refusals, Acts.text(command.account(), LONGEST_TEXT, "account"));
        refusals.addAll(dayAfter(command.byDate(), command.on(), "byDate"));
      }
      case RECEIVED -> add(refusals, Acts.text(command.account(), LONGEST_TEXT, "account"));
      case DECLINED -> add(refusals, bounded(command.account(), LONGEST_TEXT, "account"));
      case NO_REPLY -> refusals.addAll(silence(command.on()));
      case DISPENSED -> {
        add(refusals, Acts.text(command.reason(), LONGEST_TEXT, "reason"));
        refusals.addAll(dayAfter(command.byDate(), command.on(), "byDate"));
        LocalDate latest = command.on().plusDays(DAYS_TO_HEAR_AFTERWARDS);
        if (command.byDate() != null && command.byDate().isAfter(latest)) {
          refusals.add(
              Refusal.at("HEARING_TOO_LATE", Map.of("latest", latest.toString()), "byDate"));
        }
      }
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var step =
        new Representation(
            command.kind(),
            command.on(),
            command.byDate(),
            orNull(command.account()),
            orNull(command.reason()),
            actor.id(),
            now);
    representations.add(added(step));
    return considered(actor, now);
  }

  /** Silence speaks only after an invitation whose day has passed. */
  private List<Refusal> silence(LocalDate on) {
    var days =
        representations.stream()
            .filter(r -> r.kind() == RepresentationKind.INVITED)
            .map(Representation::byDate)
            .filter(Objects::nonNull)
            .toList();
    if (days.isEmpty()) {
      return List.of(Refusal.at("NOT_INVITED", "kind"));
    }
    return days.stream().allMatch(on::isAfter)
        ? List.of()
        : List.of(Refusal.at("REPLY_DAY_NOT_OVER", "on"));
  }

  private static List<Refusal> dayAfter(
      @Nullable LocalDate day, LocalDate earliest, String... path) {
    if (day == null) {
      return List.of(Refusal.at("DATE_MISSING", path));
    }
    return day.isBefore(earliest) ? List.of(Refusal.at("DATE_BEFORE_ANOTHER", path)) : List.of();
  }

  /** P8.1, F3, F14, F16, F20: weighs what lies beside the conduct. */
  Outcome<Consideration> assess(Considering.Assess command, Facts facts, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.ASSESS, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.circumstances(), LONGEST_TEXT, "circumstances"));
    add(refusals, bounded(command.othersAffected(), LONGEST_TEXT, "othersAffected"));
    if (!command.affected().isEmpty() && blank(command.othersAffected())) {
      refusals.add(Refusal.at("TEXT_MISSING", "othersAffected"));
    }
    add(
        refusals,
        bounded(command.warningDispensedBecause(), LONGEST_TEXT, "warningDispensedBecause"));
    Map<MatterId, Facts.Matter> known =
        facts.matters().stream().collect(Collectors.toMap(Facts.Matter::id, m -> m));
    for (int i = 0; i < command.unrelatedMatters().size(); i++) {
      String at = Integer.toString(i);
      var matter = command.unrelatedMatters().get(i);
      add(refusals, Acts.text(matter.reason(), LONGEST_NAME, "unrelatedMatters", at, "reason"));
      Facts.Matter meant = known.get(matter.matterId());
      if (meant == null) {
        refusals.add(Refusal.at("MATTER_OF_ANOTHER_CUSTOMER", "unrelatedMatters", at, "matter"));
      } else if (meant.linked()) {
        refusals.add(
            Refusal.at(
                "MATTER_IS_LINKED",
                Map.of("matter", meant.reference()),
                "unrelatedMatters",
                at,
                "matter"));
      }
    }
    if (new LinkedHashSet<>(command.setAside()).size() < command.setAside().size()) {
      refusals.add(Refusal.at("NAMED_TWICE", "unrelatedMatters"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    assessment =
        new Assessment(
            command.couldArise(),
            command.circumstances(),
            command.affected(),
            orNull(command.othersAffected()),
            orNull(command.warningDispensedBecause()),
            command.unrelatedMatters(),
            actor.id(),
            now);
    news.add(assessment);
    return considered(actor, now);
  }

  /**
   * T5, F15: states anew how far the case reaches; what the incidents show stays. A lead service
   * does not take a corporate case out of the hands of whoever decides it.
   */
  Outcome<Consideration> changeScope(
      Considering.ChangeScope command, Facts facts, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.CHANGE_SCOPE, command.expectedVersion(), actor);
    add(refusals, bounded(command.organisationRisk(), LONGEST_TEXT, "organisationRisk"));
    var services = new LinkedHashSet<>(command.otherServices());
    facts.of(Preconditions.allIncidents(opened)).stream()
        .flatMap(incident -> Stream.ofNullable(incident.serviceArea()))
        .forEach(services::add);
    var stated =
        new Scope(
            scope.leadService(),
            services,
            command.buildings(),
            command.wholeCouncil(),
            orNull(command.organisationRisk()));
    if (scope.corporate() && !stated.corporate() && !actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.add(AuthorityRefusal.of("STAYS_CORPORATE", Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    scope = stated;
    return considered(actor, now);
  }

  /** T19: the safeguarding lead's decision, by name, and the notice to a parent or friend. */
  Outcome<Consideration> recordProtection(
      Considering.RecordProtection command, Facts facts, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.RECORD_PROTECTION, command.expectedVersion(), actor);
    if (!facts.needsProtection()) {
      refusals.add(Refusal.of("NO_PROTECTION_NEEDED"));
    }
    add(refusals, Acts.text(command.safeguardingLead(), LONGEST_NAME, "safeguardingLead"));
    add(refusals, Acts.text(command.reasons(), LONGEST_TEXT, "reasons"));
    add(refusals, bounded(command.noticeTo(), LONGEST_NAME, "noticeTo"));
    if ((command.noticeOn() == null) != blank(command.noticeTo())) {
      refusals.add(Refusal.at("NOTICE_INCOMPLETE", "noticeTo"));
    }
    if (command.noticeOn() != null
        && command.noticeOn().isAfter(now.atZone(WorkingDays.LONDON).toLocalDate())) {
      refusals.add(Refusal.at("DAY_AHEAD", "noticeOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    protection =
        new Protection(
            command.safeguardingLead(),
            command.mayProceed(),
            command.reasons(),
            orNull(command.noticeTo()),
            command.noticeOn(),
            actor.id(),
            now);
    news.add(protection);
    return considered(actor, now);
  }

  /** P4.2, T4: tells the Head of Customer Services, once on each occasion. */
  Outcome<Consideration> advise(Considering.Advise command, Actor actor, Instant now) {
    var refusals =
        guard(
            command.kind() == AdviceKind.CONSIDERED
                ? AllowedAct.ADVISE_CONSIDERED
                : AllowedAct.ADVISE_DETERMINED,
            command.expectedVersion(),
            actor);
    add(refusals, bounded(command.note(), LONGEST_TEXT, "note"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    advice.add(
        added(new Advice(command.kind(), orNull(command.note()), actor.id(), now, null, null)));
    return Outcome.done(this);
  }

  /** P4.2: the Head of Customer Services has read it. */
  Outcome<Consideration> acknowledge(Considering.Acknowledge command, Actor actor, Instant now) {
    var refusals =
        guard(
            command.kind() == AdviceKind.CONSIDERED
                ? AllowedAct.ACKNOWLEDGE_CONSIDERED
                : AllowedAct.ACKNOWLEDGE_DETERMINED,
            command.expectedVersion(),
            actor);
    Advice given = adviceOn(command.kind());
    if (given == null || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    advice.set(
        advice.indexOf(given),
        new Advice(given.kind(), given.note(), given.by(), given.at(), actor.id(), now));
    news.add(new AdviceRead(given.kind(), actor.id(), now));
    return Outcome.done(this);
  }

  /** T6: somebody's part that no other act shows. */
  Outcome<Consideration> involve(Considering.Involve command, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.RECORD_INVOLVEMENT, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.note(), LONGEST_NAME, "note"));
    if (command.kind() == InvolvementKind.CONSIDERED || command.kind() == InvolvementKind.DECIDED) {
      refusals.add(Refusal.at("INVOLVEMENT_RECORDED_BY_ACT", "kind"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    involvement.add(
        added(
            new Involvement.Entry(
                command.person(), command.kind(), command.note(), actor.id(), now)));
    return Outcome.done(this);
  }

  /**
   * T6: whoever does this has a part in the case from now on.
   *
   * @param more what else stands in the way, whoever does it
   */
  Outcome<Consideration> partake(
      AllowedAct act,
      @Nullable Integer expectedVersion,
      List<Refusal> more,
      Actor actor,
      Instant now) {
    var refusals = guard(act, expectedVersion, actor);
    refusals.addAll(more);
    return refusals.isEmpty() ? considered(actor, now) : Outcome.refused(refusals);
  }

  Readiness readiness(Facts facts) {
    return Preconditions.of(view(), facts);
  }

  /**
   * What this person may do now, and why not the rest.
   *
   * @param under the policy in force; null while there is none
   * @param due by when, by the duties that are open
   */
  List<AvailableAction> availableActions(
      Actor actor, @Nullable PolicyInForce under, Function<AllowedAct, @Nullable LocalDate> due) {
    var actions = new ArrayList<AvailableAction>();
    for (AllowedAct act : AllowedAct.values()) {
      var refusals = new ArrayList<>(act.refusals(view(), actor));
      if (act == AllowedAct.DETERMINE && status == ConsiderationStatus.OPEN) {
        if (under == null) {
          refusals.add(Policies.noneInForce());
        } else {
          refusals.addAll(authority(under, actor));
        }
        if (adviceOn(AdviceKind.CONSIDERED) == null) {
          refusals.add(
              new MissingStepsRefusal("DETERMINATION_STEPS_MISSING", List.of("ADVICE_CONSIDERED")));
        }
      }
      actions.add(AvailableAction.of(act.name(), act.mutation(), refusals, due.apply(act)));
    }
    return actions;
  }

  /** Why this person may not determine this, whatever the finding (F15, T5); empty if they may. */
  List<Refusal> authority(PolicyInForce under, Actor actor) {
    boolean corporate = scope.corporate();
    Set<Role> whoMay = whoMay(under);
    boolean may =
        whoMay.stream()
            .anyMatch(
                role ->
                    role == Role.HEAD_OF_SERVICE
                        ? actor.heads(scope.leadService())
                        : actor.holds(role));
    if (may) {
      return List.of();
    }
    return List.of(
        new AuthorityRefusal(
            corporate ? "DECIDED_CORPORATELY" : "DECIDED_BY_LEAD_SERVICE",
            List.copyOf(whoMay),
            corporate
                ? Map.of(
                    "causes",
                    scope.corporateCauses().stream()
                        .map(CorporateCause::name)
                        .collect(Collectors.joining(", ")))
                : Map.of("service", scope.leadService().value())));
  }

  /**
   * P8.0, F1, F15, F17, T1 to T5: records what a person with the power to do so decided, if nothing
   * of the policy was left out.
   */
  Outcome<Consideration> determine(
      Considering.Determine command, Facts facts, PolicyInForce under, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.DETERMINE, command.expectedVersion(), actor);
    refusals.addAll(authority(under, actor));
    List<String> missing =
        readiness(facts).missingFor(command.category(), command.restrictiveAllowed()).stream()
            .map(Readiness.Item::step)
            .toList();
    if (!missing.isEmpty()) {
      refusals.add(new MissingStepsRefusal("DETERMINATION_STEPS_MISSING", missing));
    }
    refusals.addAll(findings(command, facts));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    determination =
        new Determination(
            command.category(),
            command.grievance(),
            command.grievanceReasons(),
            command.hinders(),
            command.hindrance(),
            command.pattern(),
            orNull(command.ourShare()),
            orNull(command.manner()),
            command.restrictiveAllowed(),
            command.reasons(),
            under.id(),
            under.adoptedOnly(),
            actor.id(),
            decidesAs(under, actor),
            now);
    news.add(determination);
    status = ConsiderationStatus.DETERMINED;
    involvement.add(
        added(new Involvement.Entry(actor.id(), InvolvementKind.DECIDED, null, actor.id(), now)));
    if (actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      told(AdviceKind.DETERMINED, actor, now);
    }
    var warnings = new ArrayList<>(under.warnings());
    warnings.addAll(Reasons.thin(determination));
    if (command.restrictiveAllowed() && facts.warned() && !facts.warningNamesConduct()) {
      warnings.add(Warning.of("WARNING_NAMES_NO_CONDUCT"));
    }
    return Outcome.done(this, warnings);
  }

  private Set<Role> whoMay(PolicyInForce under) {
    return under
        .authority()
        .whoMay(
            DecisionKind.DESIGNATE,
            scope.corporate() ? DecisionScope.CORPORATE : DecisionScope.SERVICE);
  }

  private Role decidesAs(PolicyInForce under, Actor actor) {
    Set<Role> whoMay = whoMay(under);
    return whoMay.contains(Role.HEAD_OF_SERVICE) && actor.heads(scope.leadService())
        ? Role.HEAD_OF_SERVICE
        : actor.actsAs(whoMay.toArray(Role[]::new)).orElseThrow();
  }

  /** Whether the findings hold together, and say what their category needs them to say. */
  private List<Refusal> findings(Considering.Determine command, Facts facts) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(command.grievanceReasons(), LONGEST_TEXT, "grievanceReasons"));
    add(refusals, Acts.text(command.hindrance(), LONGEST_TEXT, "hindrance"));
    add(refusals, Acts.text(command.reasons(), LONGEST_TEXT, "reasons"));
    add(refusals, bounded(command.ourShare(), LONGEST_TEXT, "ourShare"));
    add(refusals, bounded(command.manner(), LONGEST_TEXT, "manner"));
    if (command.category().designates() && !command.hinders()) {
      refusals.add(Refusal.at("HINDRANCE_NOT_FOUND", "hinders"));
    }
    switch (command.category()) {
      case UNREASONABLE -> {}
      case UNREASONABLY_PERSISTENT -> {
        if (command.pattern() != ConductPattern.ACCUMULATION) {
          refusals.add(Refusal.at("PATTERN_CONTRADICTS_CATEGORY", "pattern"));
        }
        if (blank(command.ourShare())) {
          refusals.add(
              Refusal.at(
                  "OUR_SHARE_NOT_WEIGHED",
                  Map.of("percent", Integer.toString(facts.percentCausedByUs().getAsInt())),
                  "ourShare"));
        }
      }
      case PERSISTENT_WITH_CAUSE -> refusals.addAll(withCause(command, facts));
      case NOT_UNREASONABLE -> {
        if (command.restrictiveAllowed()) {
          refusals.add(Refusal.at("NOTHING_TO_RESTRICT", "restrictiveAllowed"));
        }
      }
    }
    return refusals;
  }

  /**
   * P6.3b: with cause, action may answer abuse or threats that incidents show, and never volume.
   */
  private List<Refusal> withCause(Considering.Determine command, Facts facts) {
    var refusals = new ArrayList<Refusal>();
    if (command.grievance() != GrievanceFinding.JUSTIFIED
        && command.grievance() != GrievanceFinding.PARTLY_JUSTIFIED) {
      refusals.add(Refusal.at("CAUSE_NOT_FOUND", "grievance"));
    }
    if (command.restrictiveAllowed()) {
      if (blank(command.manner())) {
        refusals.add(Refusal.at("MANNER_FINDING_MISSING", "manner"));
      }
      boolean shown =
          facts.of(Preconditions.allIncidents(opened)).stream()
              .filter(Facts.Incident::identified)
              .anyMatch(Facts.Incident::manner);
      if (!shown) {
        refusals.add(Refusal.at("MANNER_NOT_EVIDENCED", "manner"));
      }
    }
    return refusals;
  }

  /** Closes it; nothing that was told to anybody may be left unread (P4.2, T4). */
  Outcome<Consideration> close(Considering.Close command, Actor actor, Instant now) {
    var refusals = guard(AllowedAct.CLOSE, command.expectedVersion(), actor);
    add(refusals, Acts.text(command.reason(), LONGEST_TEXT, "reason"));
    if (command.cause() == CloseCause.CONCLUDED && status == ConsiderationStatus.OPEN) {
      refusals.add(Refusal.at("NOT_DETERMINED", "cause"));
    }
    if (command.cause() == CloseCause.OPENED_IN_ERROR && status == ConsiderationStatus.DETERMINED) {
      refusals.add(Refusal.at("ALREADY_DETERMINED", "cause"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    closing = new Closing(command.cause(), command.reason(), actor.id(), now);
    status = ConsiderationStatus.CLOSED;
    return Outcome.done(this);
  }

  private List<Refusal> guard(AllowedAct act, @Nullable Integer expectedVersion, Actor actor) {
    var refusals = new ArrayList<>(act.refusals(view(), actor));
    add(refusals, Acts.stale(expectedVersion, opened.version()));
    return refusals;
  }

  private @Nullable Advice adviceOn(AdviceKind kind) {
    return advice.stream().filter(a -> a.kind() == kind).findFirst().orElse(null);
  }

  /** The Head of Customer Services acts in person, and so knows. */
  private void told(AdviceKind kind, Actor hofcs, Instant now) {
    if (adviceOn(kind) == null) {
      advice.add(added(new Advice(kind, null, hofcs.id(), now, hofcs.id(), now)));
    }
  }

  /** Notes the actor's part in the case, the first time they have one (T6). */
  private Outcome<Consideration> considered(Actor actor, Instant now) {
    boolean known =
        involvement.stream()
            .anyMatch(e -> e.person().equals(actor.id()) && e.kind() == InvolvementKind.CONSIDERED);
    if (!known) {
      involvement.add(
          added(
              new Involvement.Entry(
                  actor.id(), InvolvementKind.CONSIDERED, null, actor.id(), now)));
    }
    return Outcome.done(this);
  }

  private <T> T added(T entry) {
    news.add(Objects.requireNonNull(entry));
    return entry;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static @Nullable Refusal bounded(@Nullable String text, int longest, String... path) {
    return blank(text) ? null : Acts.text(text, longest, path);
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static @Nullable String orNull(@Nullable String text) {
    return blank(text) ? null : text;
  }
}
