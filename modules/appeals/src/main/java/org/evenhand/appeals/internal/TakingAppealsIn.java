package org.evenhand.appeals.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.appeals.AppealGroundsReceived;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealLodged;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealTimes;
import org.evenhand.appeals.AppealToLodge;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.LateAppealDecided;
import org.evenhand.appeals.LateDecision;
import org.evenhand.appeals.LodgingAppeals;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.Involvement;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.RepresentativeView;
import org.evenhand.intake.Representatives;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TakingAppealsIn implements LodgingAppeals {

  static final String PRESENT = "APPEAL_PRESENT";
  static final String ASK_FOR_GROUNDS = "APPEAL_GROUNDS";
  static final String DECIDE_LATENESS = "APPEAL_LATE_DECIDE";

  /**
   * Working days for asking and for deciding on lateness; the policy names no figure for either.
   */
  private static final int PROMPTLY = 5;

  private static final int LONGEST_TEXT = 10_000;

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final Notices notices;
  private final Considerations considerations;
  private final Involvement involvement;
  private final Representatives representatives;
  private final Policies policies;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays calendar;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakingAppealsIn(
      StoredAppeals stored,
      AppealReads reads,
      Notices notices,
      Considerations considerations,
      Involvement involvement,
      Representatives representatives,
      Policies policies,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays calendar,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.notices = notices;
    this.considerations = considerations;
    this.involvement = involvement;
    this.representatives = representatives;
    this.policies = policies;
    this.duties = duties;
    this.currentActor = currentActor;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<AppealView> lodge(AppealToLodge appeal) {
    Instant now = clock.instant();
    LocalDate today = today(now);
    Optional<NoticeView> found = notices.find(appeal.notice());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Notice", "notice"));
    }
    NoticeView notice = found.get();
    Optional<RepresentativeView> representative =
        Optional.ofNullable(appeal.representative()).flatMap(representatives::find);
    List<Refusal> refusals =
        LodgingRules.refusals(
            appeal, notice, representative, reads.against(appeal.notice()).isPresent(), today);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    AppealRow row = row(appeal, notice, now);
    stored.save(row);
    openDuties(row, today, now);
    ActorId by = currentActor.idOrSystem();
    events.publishEvent(
        new AppealLodged(
            row.id(),
            row.noticeId(),
            row.customerId(),
            row.caseId(),
            !row.inTime(),
            true,
            now,
            by));
    return Outcome.done(get(row.id()), warnings(row));
  }

  private static List<Warning> warnings(AppealRow row) {
    var warnings = new ArrayList<Warning>();
    if (!row.inTime()) {
      warnings.add(Warning.of("APPEAL_LATE"));
    }
    if (row.headConflicted()) {
      warnings.add(Warning.of("APPEAL_HEAD_CONFLICTED"));
    }
    return warnings;
  }

  private AppealRow row(AppealToLodge appeal, NoticeView notice, Instant now) {
    PolicyInForce policy =
        policies.terms(new PolicyVersionId(notice.policyVersionId())).orElseThrow();
    boolean inTime =
        AppealTimes.inTime(notice.lastAppealDay(), appeal.sentOn(), appeal.receivedOn());
    LocalDate presentBy = AppealTimes.presentBy(appeal.receivedOn(), policy.figures());
    UUID caseId = notice.caseId();
    ServiceAreaCode area =
        Optional.ofNullable(caseId)
            .flatMap(c -> considerations.find(new ConsiderationId(c)))
            .map(c -> c.leadService())
            .orElse(null);
    return new AppealRow(
        Ids.next(),
        null,
        String.format(Locale.ROOT, "A-%d-%06d", today(now).getYear(), reads.nextNumber()),
        notice.id().value(),
        notice.customerId(),
        caseId,
        area == null ? null : area.value(),
        inTime ? AppealStatus.LODGED : AppealStatus.LATE,
        appeal.lodgedBy(),
        appeal.representative() == null ? null : appeal.representative().value(),
        appeal.adjustment(),
        appeal.channel(),
        appeal.receivedOn(),
        appeal.sentOn(),
        notice.lastAppealDay(),
        inTime,
        appeal.grounds(),
        appeal.grounds() == null ? null : appeal.receivedOn(),
        presentBy,
        AppealTimes.workTo(presentBy, calendar),
        notice.signedByHead(),
        null,
        null,
        null,
        null,
        now,
        currentActor.idOrSystem().value());
  }

  private void openDuties(AppealRow row, LocalDate today, Instant now) {
    if (row.status() == AppealStatus.LODGED) {
      open(PRESENT, row, row.workTo(), now);
    } else {
      open(DECIDE_LATENESS, row, calendar.plus(today, PROMPTLY), now);
    }
    if (row.grounds() == null) {
      open(ASK_FOR_GROUNDS, row, calendar.plus(today, PROMPTLY), now);
    }
  }

  private void open(String kind, AppealRow row, LocalDate dueOn, Instant now) {
    duties.open(
        DutyToOpen.byDay(
            kind,
            "Appeal",
            row.id(),
            row.customerId(),
            Role.HEAD_OF_CUSTOMER_SERVICES,
            null,
            dueOn),
        now);
  }

  @Override
  @Transactional
  public Outcome<AppealView> decideLate(
      AppealId id, @Nullable Integer expectedVersion, boolean accept, String reason) {
    Instant now = clock.instant();
    Optional<AppealRow> found = stored.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealRow row = found.get();
    var refusals =
        new ArrayList<Refusal>(
            lateRefusals(row.status(), row.noticeId(), row.caseId(), currentActor.get(), now));
    add(refusals, Acts.stale(expectedVersion, version(row)));
    add(refusals, Acts.text(reason, LONGEST_TEXT, "reason"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    ActorId by = currentActor.get().id();
    AppealRow decided = row.decided(new LateDecision(accept, reason.strip(), now, by));
    stored.save(decided);
    duties.discharge(DECIDE_LATENESS, row.id(), row.reference(), null, now);
    if (accept) {
      open(PRESENT, decided, decided.workTo(), now);
    } else {
      duties.discharge(ASK_FOR_GROUNDS, row.id(), row.reference(), null, now);
    }
    events.publishEvent(
        new LateAppealDecided(
            row.id(),
            row.noticeId(),
            row.customerId(),
            row.caseId(),
            accept,
            !reads.pending(row.customerId()).isEmpty(),
            now,
            by));
    return Outcome.done(get(row.id()));
  }

  /** Why this person may not decide on lateness now; empty when they may. */
  List<Refusal> lateRefusals(
      AppealStatus status, UUID notice, @Nullable UUID caseId, Actor actor, Instant now) {
    Optional<PolicyInForce> policy = policies.inForce(now);
    return policy.isEmpty()
        ? List.of(Policies.noneInForce())
        : Lateness.refusals(
            status, policy.get().authority(), actor, involved(notice, caseId, actor.id()));
  }

  /** Whether somebody signed the notice or had a part in the case that bars them (T6). */
  private boolean involved(UUID notice, @Nullable UUID caseId, ActorId person) {
    return notices.find(new NoticeId(notice)).filter(n -> n.signedBy().equals(person)).isPresent()
        || (caseId != null && involvement.disqualifies(caseId, person));
  }

  @Override
  @Transactional
  public Outcome<AppealView> recordGrounds(
      AppealId id, @Nullable Integer expectedVersion, String grounds, LocalDate receivedOn) {
    Instant now = clock.instant();
    Optional<AppealRow> found = stored.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealRow row = found.get();
    var refusals =
        new ArrayList<Refusal>(LodgingRules.groundsRefusals(row.status(), row.grounds()));
    add(refusals, Acts.stale(expectedVersion, version(row)));
    add(refusals, Acts.text(grounds, LONGEST_TEXT, "grounds"));
    if (receivedOn.isAfter(today(now))) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "receivedOn"));
    } else if (receivedOn.isBefore(row.receivedOn())) {
      refusals.add(Refusal.at("APPEAL_GROUNDS_BEFORE_APPEAL", "receivedOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    stored.save(row.because(grounds, receivedOn));
    duties.discharge(ASK_FOR_GROUNDS, row.id(), row.reference(), null, now);
    events.publishEvent(
        new AppealGroundsReceived(
            row.id(), row.noticeId(), row.customerId(), now, currentActor.idOrSystem()));
    return Outcome.done(get(row.id()));
  }

  private AppealView get(UUID id) {
    return reads.find(new AppealId(id)).orElseThrow();
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static int version(AppealRow row) {
    Integer version = row.version();
    return version == null ? 0 : version;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
