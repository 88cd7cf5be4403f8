package org.evenhand.restrictions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.SourceGrade;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.AppealDecision;
import org.evenhand.restrictions.ChangingRestrictions;
import org.evenhand.restrictions.NewEvidence;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionReplaced;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionToExtend;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.RestrictionToVary;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.RestrictionsOnAppeal;
import org.evenhand.restrictions.internal.Judging.Judged;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Varying, extending, setting aside and taking up again, by the council or by an appeal. */
@Service
class ChangingActions implements ChangingRestrictions, RestrictionsOnAppeal {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_REFERENCE = 200;

  /** Local: by when the customer is told of a decision. */
  private static final int TELL_WITHIN = 5;

  private final ImposedActions actions;
  private final ReadingRestrictions reading;
  private final Judging judging;
  private final StoringActions storing;
  private final RestrictionDecisions decisions;
  private final Endings endings;
  private final ReviewDuties reviewDuties;
  private final WritingNotices notices;
  private final Incidents incidents;
  private final Customers customers;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangingActions(
      ImposedActions actions,
      ReadingRestrictions reading,
      Judging judging,
      StoringActions storing,
      RestrictionDecisions decisions,
      Endings endings,
      ReviewDuties reviewDuties,
      WritingNotices notices,
      Incidents incidents,
      Customers customers,
      Policies policies,
      FrontDeskWriter frontDesk,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays workingDays,
      ApplicationEventPublisher events,
      Clock clock) {
    this.actions = actions;
    this.reading = reading;
    this.judging = judging;
    this.storing = storing;
    this.decisions = decisions;
    this.endings = endings;
    this.reviewDuties = reviewDuties;
    this.notices = notices;
    this.incidents = incidents;
    this.customers = customers;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.duties = duties;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.events = events;
    this.clock = clock;
  }

  // Varying

  @Override
  @Transactional
  public Outcome<RestrictionView> vary(RestrictionToVary change) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(change.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = guard(AllowedAct.VARY, found.get(), change.expectedVersion(), now);
    refusals.addAll(notInPlaceOfReview(found.get(), now));
    return vary(found.get(), change, Occasion.FOLLOWING, null, refusals, now);
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> vary(RestrictionToVary change, AppealDecision appeal) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(change.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    Set<Refusal> refusals = appealMay(action, now);
    if (action.decided().emergency() && action.progress().confirmedAt() == null) {
      refusals.add(Refusal.of("EMERGENCY_UNCONFIRMED"));
    }
    if (!actions.waitingAfter(action.id()).isEmpty()) {
      refusals.add(Refusal.of("LATER_DECISION_WAITS"));
    }
    add(refusals, stale(action, change.expectedVersion()));
    return vary(action, change, Occasion.APPEAL, appeal, refusals, now);
  }

  /**
   * A change as it was judged.
   *
   * @param harsher whether it asks more of the customer on some contact or some day
   * @param refusals every reason why it is refused; empty where it is not
   */
  private record Weighed(
      RestrictionToImpose proposed, Judged judged, boolean harsher, List<Refusal> refusals) {}

  private Outcome<Weighed> weigh(
      ImposedAction action,
      RestrictionToVary change,
      Occasion occasion,
      Set<Refusal> refusals,
      Instant now) {
    var decided = action.decided();
    if (change.settings() == null
        && change.scope() == null
        && change.endsOn() == null
        && change.endsSoonerWhen() == null) {
      refusals.add(Refusal.of("NOTHING_CHANGES"));
    }
    LocalDate endsOn = change.endsOn();
    if (endsOn != null && decided.endsOn() != null && endsOn.isAfter(decided.endsOn())) {
      refusals.add(Refusal.at("LATER_END_IS_AN_EXTENSION", "endsOn"));
    }
    LocalDate reviewOn = change.reviewOn();
    if (reviewOn != null && reviewOn.isAfter(action.progress().reviewOn())) {
      refusals.add(Refusal.at("REVIEW_NOT_POSTPONED", "reviewOn"));
    }
    RestrictionToImpose proposed = varied(action, change, occasion, now);
    return switch (judging.judge(proposed, occasion, action, now)) {
      case Outcome.Refused<Judged>(List<Refusal> why) -> {
        refusals.addAll(why);
        yield Outcome.refused(List.copyOf(refusals));
      }
      case Outcome.Done<Judged>(Judged judged, List<Warning> warnings) -> {
        boolean harsher = harsher(action, judged);
        refusals.addAll(judged.proposal().refusals());
        if (!harsher) {
          // What only loosens need not wait for an adjustment to be decided (F3).
          refusals.removeIf(r -> r.code().equals("ADJUSTMENT_UNDECIDED"));
        } else if (occasion == Occasion.APPEAL) {
          refusals.add(Refusal.of("HARSHER_ON_APPEAL"));
        } else if (undoesAnAppeal(action)) {
          refusals.add(Refusal.of("HARSHER_THAN_THE_APPEAL"));
        }
        yield Outcome.done(new Weighed(proposed, judged, harsher, List.copyOf(refusals)), warnings);
      }
    };
  }

  private Outcome<RestrictionView> vary(
      ImposedAction action,
      RestrictionToVary change,
      Occasion occasion,
      @Nullable AppealDecision appeal,
      Set<Refusal> refusals,
      Instant now) {
    Outcome<Weighed> weighed = weigh(action, change, occasion, refusals, now);
    return follow(
        action,
        weighed,
        wanted -> {
          boolean running = action.progress().status() == RestrictionStatus.IN_FORCE;
          return new ImposedAction.Succession(
              RestrictionDecision.VARIED,
              action.first(),
              action.id(),
              !wanted.harsher() && running && action.narrows(),
              appeal == null ? null : appeal.appealId(),
              null,
              null,
              null,
              null,
              null);
        },
        now);
  }

  /** P10.5: terms that an appeal made gentler are not made harsher again for the same. */
  private boolean undoesAnAppeal(ImposedAction action) {
    return actions.chain(action.first()).stream()
        .filter(decision -> decision.succession().onAppeal() != null)
        .map(decision -> decision.decided().imposedAt())
        .max(Instant::compareTo)
        .filter(decided -> nothingSince(decided, new CustomerId(action.decided().customerId())))
        .isPresent();
  }

  private boolean nothingSince(Instant moment, CustomerId customer) {
    return customers.recordsOf(customer).stream()
        .flatMap(record -> incidents.of(record).stream())
        .filter(IncidentView::stands)
        .noneMatch(incident -> Surroundings.happened(incident).isAfter(moment));
  }

  private static RestrictionToImpose varied(
      ImposedAction action, RestrictionToVary change, Occasion occasion, Instant now) {
    var decided = action.decided();
    LocalDate today = today(now);
    boolean ends = change.endsOn() != null;
    LocalDate review = change.reviewOn();
    return new RestrictionToImpose(
        RestrictionDecisions.considerationId(action),
        new CustomerId(decided.customerId()),
        TypeId.of(decided.typeId()),
        decided.nature(),
        change.settings() == null ? StoredForm.settings(decided.settings()) : change.settings(),
        change.settingsVersion() == null ? decided.settingsVersion() : change.settingsVersion(),
        change.scope() == null ? scope(decided) : change.scope(),
        change.reasons(),
        decided.answering(),
        change.endsSoonerWhen() == null ? decided.endsSoonerWhen() : change.endsSoonerWhen(),
        change.startsOn() == null ? stillAhead(decided.startsOn(), today) : change.startsOn(),
        ends ? change.endsOn() : decided.endsOn(),
        !ends && decided.permanent(),
        ends ? null : decided.extremeCaseReason(),
        decided.longerTermReason(),
        review == null ? kept(action.progress().reviewOn(), occasion, today) : review,
        false,
        null);
  }

  /** F2, T7: what is overdue stays overdue on appeal; otherwise it is reviewed before a change. */
  private static @Nullable LocalDate kept(LocalDate reviewOn, Occasion occasion, LocalDate today) {
    return occasion == Occasion.APPEAL ? reviewOn : stillAhead(reviewOn, today);
  }

  private static ActionScope scope(ImposedAction.Decided decided) {
    return new ActionScope(
        decided.serviceAreas().stream().map(ServiceAreaCode::new).collect(Collectors.toSet()),
        decided.wholeCouncil());
  }

  private static @Nullable LocalDate stillAhead(@Nullable LocalDate day, LocalDate today) {
    return day != null && day.isAfter(today) ? day : null;
  }

  /** T7, T9: on some contact or some day. What cannot be compiled is refused for that. */
  private static boolean harsher(ImposedAction action, Judged judged) {
    var decided = action.decided();
    Proposal proposal = judged.proposal();
    return HarsherTerms.possible(
        new HarsherTerms.Terms(
            StoredForm.rules(decided.rules()).rules(), decided.nature(), decided.endsOn()),
        new HarsherTerms.Terms(proposal.rules(), decided.nature(), proposal.endsOn()),
        judged.around().today(),
        judged.around().directory());
  }

  // Extending

  @Override
  @Transactional
  public Outcome<RestrictionView> extend(RestrictionToExtend extension) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(extension.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals = guard(AllowedAct.EXTEND, action, extension.expectedVersion(), now);
    NewEvidence evidence = extension.evidence();
    IncidentId incident = evidence.incident();
    return follow(
        action,
        weigh(action, extension, refusals, now),
        wanted ->
            new ImposedAction.Succession(
                RestrictionDecision.EXTENDED,
                action.first(),
                action.id(),
                false,
                null,
                evidence.kind(),
                incident == null ? null : incident.value(),
                evidence.reference(),
                evidence.on(),
                evidence.whyNone()),
        now);
  }

  private Outcome<Weighed> weigh(
      ImposedAction action, RestrictionToExtend extension, Set<Refusal> refusals, Instant now) {
    refusals.addAll(notBeforeReview(action, now));
    LocalDate last = action.decided().endsOn();
    LocalDate endsOn = extension.endsOn();
    if (last == null) {
      refusals.add(Refusal.of("NOTHING_TO_EXTEND"));
    } else if (endsOn != null && !endsOn.isAfter(last)) {
      refusals.add(Refusal.at("NOT_AN_EXTENSION", Map.of("endsOn", last.toString()), "endsOn"));
    }
    refusals.addAll(notNew(extension.evidence(), action, now));
    RestrictionToImpose proposed = extended(action, extension, today(now));
    return switch (judging.judge(proposed, Occasion.FOLLOWING, action, now)) {
      case Outcome.Refused<Judged>(List<Refusal> why) -> {
        refusals.addAll(why);
        yield Outcome.refused(List.copyOf(refusals));
      }
      case Outcome.Done<Judged>(Judged judged, List<Warning> warnings) -> {
        refusals.addAll(judged.proposal().refusals());
        yield Outcome.done(new Weighed(proposed, judged, true, List.copyOf(refusals)), warnings);
      }
    };
  }

  // Trying out

  @Override
  @Transactional(readOnly = true)
  public Outcome<RestrictionPreviewView> preview(RestrictionToVary change) {
    Instant now = clock.instant();
    return tryOut(
        AllowedAct.VARY,
        change.id(),
        change.expectedVersion(),
        action ->
            weigh(
                action,
                change,
                Occasion.FOLLOWING,
                new LinkedHashSet<>(notInPlaceOfReview(action, now)),
                now),
        now);
  }

  @Override
  @Transactional(readOnly = true)
  public Outcome<RestrictionPreviewView> preview(RestrictionToExtend extension) {
    Instant now = clock.instant();
    return tryOut(
        AllowedAct.EXTEND,
        extension.id(),
        extension.expectedVersion(),
        action -> weigh(action, extension, new LinkedHashSet<>(), now),
        now);
  }

  /** Only for whoever may do it now (T20). */
  private Outcome<RestrictionPreviewView> tryOut(
      AllowedAct act,
      RestrictionId id,
      @Nullable Integer expectedVersion,
      Function<ImposedAction, Outcome<Weighed>> weighing,
      Instant now) {
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = guard(act, found.get(), expectedVersion, now);
    if (!refusals.isEmpty()) {
      return Outcome.refused(List.copyOf(refusals));
    }
    return switch (weighing.apply(found.get())) {
      case Outcome.Refused<Weighed>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<Weighed>(Weighed weighed, List<Warning> warnings) ->
          Outcome.done(weighed.judged().proposal().shown(weighed.refusals()), warnings);
    };
  }

  private static RestrictionToImpose extended(
      ImposedAction action, RestrictionToExtend extension, LocalDate today) {
    var decided = action.decided();
    return new RestrictionToImpose(
        RestrictionDecisions.considerationId(action),
        new CustomerId(decided.customerId()),
        TypeId.of(decided.typeId()),
        decided.nature(),
        StoredForm.settings(decided.settings()),
        decided.settingsVersion(),
        scope(decided),
        extension.reasons(),
        decided.answering(),
        extension.endsSoonerWhen() == null ? decided.endsSoonerWhen() : extension.endsSoonerWhen(),
        stillAhead(decided.startsOn(), today),
        extension.endsOn(),
        extension.permanent(),
        extension.extremeCaseReason(),
        extension.longerTermReason(),
        extension.reviewOn(),
        false,
        null);
  }

  /** F13: why what is put forward does not speak for going on; empty where it does. */
  private List<Refusal> notNew(NewEvidence evidence, ImposedAction action, Instant now) {
    return switch (evidence.kind()) {
      case FIRST_HAND_INCIDENT -> notNew(evidence.incident(), action);
      case POLICE, COURT -> notNewOutside(evidence, action, now);
      case NONE_POSSIBLE -> {
        var refusals = new ArrayList<Refusal>();
        add(refusals, Acts.text(evidence.whyNone(), LONGEST, "evidence", "whyNone"));
        if (!currentActor.get().holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
          refusals.add(AuthorityRefusal.of("EVIDENCE_MISSING", Role.HEAD_OF_CUSTOMER_SERVICES));
        }
        yield refusals;
      }
    };
  }

  private List<Refusal> notNew(@Nullable IncidentId id, ImposedAction action) {
    String[] at = {"evidence", "incident"};
    if (id == null) {
      return List.of(Refusal.at("EVIDENCE_NOT_NAMED", at));
    }
    List<CustomerId> records = customers.recordsOf(new CustomerId(action.decided().customerId()));
    Optional<IncidentView> found =
        incidents.find(List.of(id)).stream()
            .filter(IncidentView::stands)
            .filter(i -> i.customerId() != null && records.contains(i.customerId()))
            .findFirst();
    if (found.isEmpty()) {
      return List.of(Refusal.notFound("Incident", at));
    }
    IncidentView incident = found.get();
    var refusals = new ArrayList<Refusal>();
    if (incident.sourceGrade() != SourceGrade.FIRST_HAND
        || incident.identityConfidence() == Confidence.UNCERTAIN) {
      refusals.add(Refusal.at("EVIDENCE_NOT_FIRST_HAND", at));
    }
    Instant began = termBegan(action);
    if (Surroundings.happened(incident).isBefore(began)) {
      refusals.add(beforeTerm(began, at));
    }
    return refusals;
  }

  private List<Refusal> notNewOutside(NewEvidence evidence, ImposedAction action, Instant now) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(evidence.reference(), LONGEST_REFERENCE, "evidence", "reference"));
    LocalDate on = evidence.on();
    Instant began = termBegan(action);
    if (on == null) {
      refusals.add(Refusal.at("EVIDENCE_NOT_NAMED", "evidence", "on"));
    } else if (on.isAfter(today(now))) {
      refusals.add(Refusal.at("EVIDENCE_IN_THE_FUTURE", "evidence", "on"));
    } else if (on.isBefore(today(began))) {
      refusals.add(beforeTerm(began, "evidence", "on"));
    }
    return refusals;
  }

  private static Refusal beforeTerm(Instant began, String... at) {
    return Refusal.at("EVIDENCE_BEFORE_TERM", Map.of("since", today(began).toString()), at);
  }

  /** A variation leaves the term as it was; the imposition or the last extension began it. */
  private Instant termBegan(ImposedAction action) {
    ImposedAction term = action;
    while (term.succession().decision() == RestrictionDecision.VARIED) {
      UUID earlier = term.succession().replacesId();
      term = actions.findById(java.util.Objects.requireNonNull(earlier)).orElseThrow();
    }
    Instant began = term.progress().effectiveFrom();
    return began == null ? term.decided().imposedAt() : began;
  }

  // What follows takes the place of what was

  private Outcome<RestrictionView> follow(
      ImposedAction earlier,
      Outcome<Weighed> weighed,
      Function<Weighed, ImposedAction.Succession> succession,
      Instant now) {
    return switch (weighed) {
      case Outcome.Refused<Weighed>(List<Refusal> why) -> Outcome.refused(why);
      case Outcome.Done<Weighed>(Weighed wanted, List<Warning> warnings) -> {
        Role as = wanted.judged().proposal().decidesAs();
        yield !wanted.refusals().isEmpty() || as == null
            ? Outcome.refused(wanted.refusals())
            : Outcome.done(
                follow(
                    earlier, wanted.proposed(), wanted.judged(), as, succession.apply(wanted), now),
                warnings);
      }
    };
  }

  private RestrictionView follow(
      ImposedAction earlier,
      RestrictionToImpose proposed,
      Judged judged,
      Role as,
      ImposedAction.Succession succession,
      Instant now) {
    LocalDate today = today(now);
    var progress =
        ImposedAction.Progress.begun(RestrictionStatus.IMPOSED, judged.proposal().reviewOn());
    boolean atOnce = succession.loosens() || !earlier.narrows();
    Instant from = now;
    if (atOnce) {
      from = begins(proposed.startsOn(), earlier.progress().effectiveFrom(), now);
      progress = progress.inForceFrom(from, null);
    }
    ImposedAction saved = storing.store(proposed, judged, as, succession, progress, now);
    duties.discharge(DutyKinds.AMEND, earlier.id(), saved.decided().reference(), null, now);
    if (saved.narrows()) {
      open(DutyKinds.ISSUE_NOTICE, saved, workingDays.plus(today, TELL_WITHIN), now);
    }
    if (atOnce) {
      endings.replace(earlier.id(), from, now);
      reviewDuties.open(saved, now);
      decisions.openEnding(saved, now);
    }
    Actor actor = currentActor.get();
    events.publishEvent(
        new RestrictionReplaced(
            new RestrictionId(saved.id()),
            new RestrictionId(earlier.id()),
            succession.decision(),
            new CustomerId(saved.decided().customerId()),
            new ConsiderationId(saved.decided().considerationId()),
            TypeId.of(saved.decided().typeId()),
            saved.decided().nature(),
            saved.leadService(),
            now,
            actor.id()));
    if (atOnce && saved.narrows()) {
      events.publishEvent(RestrictionDecisions.cameIntoForce(saved, from, actor.id()));
    }
    frontDesk.person(new CustomerId(saved.decided().customerId()));
    return view(saved);
  }

  /** Never before the earlier decision itself has effect: that would tighten. */
  private static Instant begins(
      @Nullable LocalDate startsOn, @Nullable Instant earlier, Instant now) {
    Instant first = startsOn == null ? now : startsOn.atStartOfDay(WorkingDays.LONDON).toInstant();
    Instant from = first.isBefore(now) ? now : first;
    return earlier == null || earlier.isBefore(from) ? from : earlier;
  }

  // Setting aside and taking up again

  @Override
  @Transactional
  public Outcome<RestrictionView> suspend(
      RestrictionId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = guard(AllowedAct.SUSPEND, found.get(), expectedVersion, now);
    add(refusals, Acts.text(reason, LONGEST, "reason"));
    return refusals.isEmpty()
        ? Outcome.done(suspended(found.get(), reason, null, now))
        : Outcome.refused(List.copyOf(refusals));
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> suspend(RestrictionId id, AppealDecision appeal) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    Set<Refusal> refusals = appealMay(found.get(), now);
    add(refusals, Acts.text(appeal.reason(), LONGEST, "reason"));
    return refusals.isEmpty()
        ? Outcome.done(suspended(found.get(), appeal.reason(), appeal.appealId(), now))
        : Outcome.refused(List.copyOf(refusals));
  }

  private RestrictionView suspended(
      ImposedAction action, String reason, @Nullable UUID appeal, Instant now) {
    ImposedAction saved =
        actions.save(
            action
                .with(action.progress().standing(RestrictionStatus.SUSPENDED))
                .with(action.course().suspended(now, reason, appeal)));
    duties.discharge(DutyKinds.TELL_RESUMED, saved.id(), saved.decided().reference(), reason, now);
    if (saved.narrows()) {
      open(DutyKinds.TELL_SUSPENDED, saved, workingDays.plus(today(now), TELL_WITHIN), now);
    }
    frontDesk.person(new CustomerId(saved.decided().customerId()));
    return view(saved);
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> resume(
      RestrictionId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    var refusals = guard(AllowedAct.RESUME, found.get(), expectedVersion, now);
    add(refusals, Acts.text(reason, LONGEST, "reason"));
    return refusals.isEmpty()
        ? Outcome.done(resumed(found.get(), reason, now))
        : Outcome.refused(List.copyOf(refusals));
  }

  @Override
  @Transactional
  public Outcome<RestrictionView> resume(RestrictionId id, AppealDecision appeal) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    ImposedAction action = found.get();
    var refusals = new LinkedHashSet<Refusal>();
    RestrictionStatus status = Standing.at(action, now);
    if (status != RestrictionStatus.SUSPENDED) {
      refusals.add(AllowedAct.wrongStatus(status));
    } else if (!appeal.appealId().equals(action.course().suspendedOnAppeal())) {
      refusals.add(Refusal.of("NOT_SUSPENDED_FOR_APPEAL"));
    } else if (action.course().resumeDecidedAt() != null) {
      refusals.add(Refusal.of("RESUMPTION_WAITS"));
    }
    add(refusals, Acts.text(appeal.reason(), LONGEST, "reason"));
    return refusals.isEmpty()
        ? Outcome.done(resumed(action, appeal.reason(), now))
        : Outcome.refused(List.copyOf(refusals));
  }

  /** Help is there again at once; what narrows waits until the customer is told (T9). */
  private RestrictionView resumed(ImposedAction action, String reason, Instant now) {
    ImposedAction decided = action.with(action.course().toBeResumed(now, reason));
    ImposedAction saved =
        actions.save(
            decided.narrows()
                ? decided
                : decided
                    .with(decided.progress().standing(RestrictionStatus.IN_FORCE))
                    .with(decided.course().resumed(now)));
    if (saved.narrows()) {
      open(DutyKinds.TELL_RESUMED, saved, workingDays.plus(today(now), TELL_WITHIN), now);
    }
    frontDesk.person(new CustomerId(saved.decided().customerId()));
    return view(saved);
  }

  // On appeal

  @Override
  @Transactional
  public Outcome<RestrictionView> lift(RestrictionId id, AppealDecision appeal) {
    Instant now = clock.instant();
    Optional<ImposedAction> found = actions.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Restriction", "restriction"));
    }
    RestrictionStatus status = Standing.at(found.get(), now);
    if (status.ended()) {
      return Outcome.refused(AllowedAct.wrongStatus(status));
    }
    return Outcome.done(
        view(endings.liftOnAppeal(found.get(), appeal.appealId(), appeal.reason(), now)));
  }

  @Override
  @Transactional
  public void toldBy(NoticeId notice, Collection<RestrictionId> restrictions) {
    Instant now = clock.instant();
    notices.toldElsewhere(
        notice.value(),
        actions.findAllById(restrictions.stream().map(RestrictionId::value).toList()),
        now);
  }

  /** What an appeal changes was told and has not ended. */
  private static Set<Refusal> appealMay(ImposedAction action, Instant now) {
    var refusals = new LinkedHashSet<Refusal>();
    RestrictionStatus status = Standing.at(action, now);
    if (status.ended() || status == RestrictionStatus.IMPOSED) {
      refusals.add(AllowedAct.wrongStatus(status));
    }
    return refusals;
  }

  // Small things

  /** F2, T27: what waits for a decision of its own is not decided by changing the action. */
  private List<Refusal> notBeforeReview(ImposedAction action, Instant now) {
    var refusals = new ArrayList<Refusal>();
    if (Standing.reviewOverdue(action.progress().reviewOn(), now)) {
      refusals.add(Refusal.of("REVIEW_OVERDUE"));
    }
    if (duties.openFor(action.id()).stream()
        .anyMatch(
            d ->
                d.kind().equals(DutyKinds.GROUND_GONE)
                    || d.kind().equals(DutyKinds.GROUND_CORRECTED))) {
      refusals.add(Refusal.of("GROUND_TO_BE_DECIDED"));
    }
    return refusals;
  }

  /** F2: on the day of the review too, or a change would put it off without one. */
  private List<Refusal> notInPlaceOfReview(ImposedAction action, Instant now) {
    List<Refusal> refusals = notBeforeReview(action, now);
    if (action.narrows() && action.progress().reviewOn().equals(today(now))) {
      refusals.add(Refusal.of("REVIEW_DUE_TODAY"));
    }
    return refusals;
  }

  private Set<Refusal> guard(
      AllowedAct act, ImposedAction action, @Nullable Integer expectedVersion, Instant now) {
    boolean laterWaits = !actions.waitingAfter(action.id()).isEmpty();
    var refusals =
        new LinkedHashSet<>(
            act.refusals(
                AllowedAct.Case.of(action, laterWaits, now),
                currentActor.get(),
                policies.inForce(now)));
    add(refusals, stale(action, expectedVersion));
    return refusals;
  }

  private static @Nullable Refusal stale(ImposedAction action, @Nullable Integer expectedVersion) {
    return Acts.stale(expectedVersion, action.version() == null ? 0 : action.version());
  }

  private static void add(Collection<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private void open(String kind, ImposedAction action, LocalDate on, Instant now) {
    duties.open(DutyKinds.toOwner(kind, action, on), now);
  }

  private RestrictionView view(ImposedAction action) {
    return reading.find(new RestrictionId(action.id())).orElseThrow();
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
