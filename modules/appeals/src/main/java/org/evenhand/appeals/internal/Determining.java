package org.evenhand.appeals.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealDetermined;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.AppealWithdrawn;
import org.evenhand.appeals.DeterminingAppeals;
import org.evenhand.appeals.FindingsSetAsideOnAppeal;
import org.evenhand.appeals.GroundDecision;
import org.evenhand.appeals.internal.jooq.tables.records.DeterminationRecord;
import org.evenhand.appeals.internal.jooq.tables.records.GroundDecisionRecord;
import org.evenhand.appeals.internal.jooq.tables.records.VariationRecord;
import org.evenhand.appeals.internal.jooq.tables.records.WithdrawalRecord;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.Rechecking;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.AppealDecision;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionToVary;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.RestrictionsOnAppeal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Determining implements DeterminingAppeals {

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final AppealActions actions;
  private final Notices notices;
  private final Restrictions restrictions;
  private final RestrictionsOnAppeal onAppeal;
  private final Suspending suspending;
  private final Considerations considerations;
  private final Rechecking rechecking;
  private final Policies policies;
  private final DutiesOfAppeals duties;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Determining(
      StoredAppeals stored,
      AppealReads reads,
      AppealActions actions,
      Notices notices,
      Restrictions restrictions,
      RestrictionsOnAppeal onAppeal,
      Suspending suspending,
      Considerations considerations,
      Rechecking rechecking,
      Policies policies,
      DutiesOfAppeals duties,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.actions = actions;
    this.notices = notices;
    this.restrictions = restrictions;
    this.onAppeal = onAppeal;
    this.suspending = suspending;
    this.considerations = considerations;
    this.rechecking = rechecking;
    this.policies = policies;
    this.duties = duties;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<AppealView> determine(Determine decision) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(decision.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    NoticeView notice = notices.find(appeal.noticeId()).orElseThrow();
    Set<RestrictionId> live =
        restrictions.ofNotice(appeal.noticeId()).stream()
            .filter(r -> !r.status().ended())
            .map(RestrictionView::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Refusal> refusals =
        new ArrayList<>(actions.refusals(AllowedAct.DETERMINE, appeal, currentActor.get()));
    add(refusals, Acts.stale(decision.expectedVersion(), appeal.version()));
    refusals.addAll(
        DecisionRules.refusals(decision, appeal.groundCodes(), live, notice.designates()));
    if (decision.outcome() == AppealOutcome.DISMISSED
        && notice.designates()
        && toLookAtAgain(appeal.caseId())) {
      refusals.add(
          new MissingStepsRefusal("APPEAL_STEPS_MISSING", List.of("APPEAL_FINDINGS_RECHECKED")));
    }
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals.isEmpty() ? List.of(Policies.noneInForce()) : refusals);
    }
    Set<RestrictionId> lifts = DecisionRules.lifts(decision, live);
    var why = new AppealDecision(appeal.id().value(), decision.reasons().strip());
    for (RestrictionId restriction : lifts) {
      if (onAppeal.lift(restriction, why)
          instanceof Outcome.Refused<RestrictionView>(List<Refusal> because)) {
        return Outcome.refused(because);
      }
    }
    List<Refusal> notResumed = suspending.resume(appeal, decision.reasons());
    if (!notResumed.isEmpty()) {
      return Outcome.refused(notResumed);
    }
    for (Gentler gentler : decision.vary()) {
      switch (onAppeal.vary(terms(gentler, decision.reasons()), why)) {
        case Outcome.Refused<RestrictionView>(List<Refusal> because) -> {
          return Outcome.refused(because);
        }
        case Outcome.Done<RestrictionView>(RestrictionView later, var ignored) -> {
          var row = new VariationRecord();
          row.setId(Ids.next());
          row.setAppealId(appeal.id().value());
          row.setEarlier(gentler.restriction().value());
          row.setLater(later.id().value());
          stored.add(row);
        }
      }
    }
    boolean setsAside = DecisionRules.setsAside(decision, notice.designates());
    ActorId by = currentActor.get().id();
    keep(appeal.id(), decision, lifts, setsAside, by, now);
    LocalDate tellBy = duties.tellBy(today(now), policy.get().figures());
    stored.change(
        appeal,
        row -> {
          row.setStatus(AppealStatus.DETERMINED.name());
          row.setTellBy(tellBy);
        });
    duties.over(appeal, now);
    duties.tell(appeal, tellBy, now);
    events.publishEvent(
        new AppealDetermined(
            appeal.id().value(),
            appeal.noticeId().value(),
            appeal.customerId(),
            appeal.caseId(),
            decision.outcome(),
            setsAside,
            lifts.stream().map(RestrictionId::value).collect(Collectors.toSet()),
            now,
            by));
    UUID caseId = appeal.caseId();
    if (setsAside && caseId != null) {
      events.publishEvent(
          new FindingsSetAsideOnAppeal(
              appeal.id().value(),
              caseId,
              appeal.customerId(),
              decision.reasons().strip(),
              now,
              by));
    }
    return Outcome.done(
        reads.find(appeal.id()).orElseThrow(),
        appeal.course().correctedSincePresented()
            ? List.of(Warning.of("APPEAL_CORRECTED_SINCE"))
            : List.of());
  }

  /** T27: whether the findings lost something that they rest on, and nobody has decided on that. */
  private boolean toLookAtAgain(@Nullable UUID caseId) {
    return caseId != null
        && rechecking
            .of(considerations.find(new ConsiderationId(caseId)).stream().toList())
            .stream()
            .anyMatch(r -> r.outcome() == null);
  }

  /** The conduct and harm stay as they were found; the decision says why less is enough. */
  private RestrictionToVary terms(Gentler gentler, String why) {
    Reasons found = restrictions.find(gentler.restriction()).orElseThrow().reasons();
    return new RestrictionToVary(
        gentler.restriction(),
        null,
        null,
        null,
        null,
        new Reasons(found.conduct(), found.harm(), why.strip(), why.strip()),
        gentler.endsSoonerWhen(),
        null,
        gentler.endsOn(),
        gentler.reviewOn());
  }

  private void keep(
      AppealId id,
      Determine decision,
      Set<RestrictionId> lifts,
      boolean setsAside,
      ActorId by,
      Instant now) {
    var row = new DeterminationRecord();
    row.setId(Ids.next());
    row.setAppealId(id.value());
    row.setOutcome(decision.outcome().name());
    row.setReasons(decision.reasons().strip());
    row.setFindingsSetAside(setsAside);
    row.setLifted(lifts.stream().map(r -> r.value().toString()).toArray(String[]::new));
    row.setByActor(by.value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    for (GroundDecision ground : decision.grounds()) {
      var decided = new GroundDecisionRecord();
      decided.setId(Ids.next());
      decided.setAppealId(id.value());
      decided.setGround(ground.ground().name());
      decided.setAccepted(ground.accepted().name());
      decided.setReasons(ground.reasons().strip());
      stored.add(decided);
    }
  }

  @Override
  @Transactional
  public Outcome<AppealView> withdraw(Withdraw withdrawal) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(withdrawal.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    List<Refusal> refusals =
        new ArrayList<>(actions.refusals(AllowedAct.WITHDRAW, appeal, currentActor.get()));
    add(refusals, Acts.stale(withdrawal.expectedVersion(), appeal.version()));
    add(refusals, Acts.text(withdrawal.words(), FindingsRules.LONGEST_TEXT, "words"));
    if (withdrawal.receivedOn().isAfter(today(now))) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "receivedOn"));
    } else if (withdrawal.receivedOn().isBefore(appeal.receivedOn())) {
      refusals.add(Refusal.at("APPEAL_STEP_BEFORE_APPEAL", "receivedOn"));
    }
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      refusals.add(Policies.noneInForce());
    }
    if (policy.isEmpty() || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    List<Refusal> notResumed = suspending.resume(appeal, withdrawal.words());
    if (!notResumed.isEmpty()) {
      return Outcome.refused(notResumed);
    }
    ActorId by = currentActor.get().id();
    var row = new WithdrawalRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setReceivedOn(withdrawal.receivedOn());
    row.setWords(withdrawal.words().strip());
    row.setByActor(by.value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    LocalDate tellBy = duties.tellBy(today(now), policy.get().figures());
    stored.change(
        appeal,
        changed -> {
          changed.setStatus(AppealStatus.WITHDRAWN.name());
          changed.setTellBy(tellBy);
        });
    duties.over(appeal, now);
    duties.tell(appeal, tellBy, now);
    events.publishEvent(
        new AppealWithdrawn(
            appeal.id().value(),
            appeal.noticeId().value(),
            appeal.customerId(),
            appeal.caseId(),
            !reads.pending(appeal.customerId()).isEmpty(),
            now,
            by));
    return Outcome.done(reads.find(appeal.id()).orElseThrow());
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
