package org.evenhand.appeals.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.SuspendingForAppeals;
import org.evenhand.appeals.internal.jooq.tables.records.SuspensionRecord;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.restrictions.AppealDecision;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.RestrictionsOnAppeal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Suspending implements SuspendingForAppeals {

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final AppealActions actions;
  private final Restrictions restrictions;
  private final RestrictionsOnAppeal onAppeal;
  private final CurrentActor currentActor;
  private final Clock clock;

  Suspending(
      StoredAppeals stored,
      AppealReads reads,
      AppealActions actions,
      Restrictions restrictions,
      RestrictionsOnAppeal onAppeal,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.actions = actions;
    this.restrictions = restrictions;
    this.onAppeal = onAppeal;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<AppealView> decide(Decide decision) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(decision.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    Set<RestrictionId> all =
        restrictions.ofNotice(appeal.noticeId()).stream()
            .filter(r -> !r.status().ended() && r.status() != RestrictionStatus.SUSPENDED)
            .map(RestrictionView::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Refusal> refusals =
        new ArrayList<>(actions.refusals(AllowedAct.DECIDE_SUSPENSION, appeal, currentActor.get()));
    add(refusals, Acts.stale(decision.expectedVersion(), appeal.version()));
    add(refusals, Acts.text(decision.reason(), FindingsRules.LONGEST_TEXT, "reason"));
    Set<RestrictionId> named = decision.restrictions();
    if (!decision.suspend() && !named.isEmpty()) {
      refusals.add(Refusal.at("APPEAL_NAMED_NOT_EXPECTED", "restrictions"));
    } else if (!all.containsAll(named)) {
      refusals.add(Refusal.at("APPEAL_RESTRICTION_NOT_OF_NOTICE", "restrictions"));
    } else if (decision.suspend() && all.isEmpty()) {
      refusals.add(Refusal.of("APPEAL_NOTHING_TO_SUSPEND"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    Set<RestrictionId> suspended = decision.suspend() ? (named.isEmpty() ? all : named) : Set.of();
    var why = new AppealDecision(appeal.id().value(), decision.reason().strip());
    for (RestrictionId restriction : suspended) {
      if (onAppeal.suspend(restriction, why)
          instanceof Outcome.Refused<RestrictionView>(List<Refusal> because)) {
        return Outcome.refused(because);
      }
    }
    var row = new SuspensionRecord();
    row.setId(Ids.next());
    row.setAppealId(appeal.id().value());
    row.setSuspends(decision.suspend());
    row.setRestrictions(suspended.stream().map(r -> r.value().toString()).toArray(String[]::new));
    row.setReason(decision.reason().strip());
    row.setByActor(currentActor.get().id().value());
    row.setAt(now.atOffset(ZoneOffset.UTC));
    stored.add(row);
    stored.touch(appeal);
    return Outcome.done(reads.find(appeal.id()).orElseThrow());
  }

  /** What was set aside for this appeal and still is, is taken up again: the appeal is over. */
  List<Refusal> resume(AppealView appeal, String reason) {
    Set<RestrictionId> suspended = appeal.course().suspended();
    if (suspended.isEmpty()) {
      return List.of();
    }
    var why = new AppealDecision(appeal.id().value(), reason.strip());
    for (RestrictionView restriction : restrictions.find(suspended)) {
      if (restriction.status() == RestrictionStatus.SUSPENDED
          && onAppeal.resume(restriction.id(), why)
              instanceof Outcome.Refused<RestrictionView>(List<Refusal> because)) {
        return because;
      }
    }
    return List.of();
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
