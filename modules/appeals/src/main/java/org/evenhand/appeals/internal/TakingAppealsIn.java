package org.evenhand.appeals.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.appeals.AppealGroundsReceived;
import org.evenhand.appeals.AppealId;
import org.evenhand.appeals.AppealLodged;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealTimes;
import org.evenhand.appeals.AppealToLodge;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.LateAppealDecided;
import org.evenhand.appeals.LodgingAppeals;
import org.evenhand.appeals.internal.jooq.tables.records.AppealRecord;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
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

  private static final int LONGEST_TEXT = 10_000;

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final AppealActions actions;
  private final Suspending suspending;
  private final Notices notices;
  private final Considerations considerations;
  private final Customers customers;
  private final Representatives representatives;
  private final Policies policies;
  private final DutiesOfAppeals duties;
  private final CurrentActor currentActor;
  private final WorkingDays calendar;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TakingAppealsIn(
      StoredAppeals stored,
      AppealReads reads,
      AppealActions actions,
      Suspending suspending,
      Notices notices,
      Considerations considerations,
      Customers customers,
      Representatives representatives,
      Policies policies,
      DutiesOfAppeals duties,
      CurrentActor currentActor,
      WorkingDays calendar,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.reads = reads;
    this.actions = actions;
    this.suspending = suspending;
    this.notices = notices;
    this.considerations = considerations;
    this.customers = customers;
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
            appeal,
            notice,
            customers.recordsOf(new CustomerId(notice.customerId())),
            representative,
            reads.against(appeal.notice()).isPresent(),
            today);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    UUID id = Ids.next();
    stored.add(row(id, appeal, notice, now));
    AppealView lodged = get(id);
    openDuties(lodged, now);
    events.publishEvent(
        new AppealLodged(
            id,
            lodged.noticeId().value(),
            lodged.customerId(),
            lodged.caseId(),
            !lodged.inTime(),
            true,
            now,
            currentActor.idOrSystem()));
    return Outcome.done(lodged, warnings(lodged));
  }

  private static List<Warning> warnings(AppealView lodged) {
    var warnings = new ArrayList<Warning>();
    if (!lodged.inTime()) {
      warnings.add(Warning.of("APPEAL_LATE"));
    }
    if (lodged.headConflicted()) {
      warnings.add(Warning.of("APPEAL_HEAD_CONFLICTED"));
    }
    return warnings;
  }

  private AppealRecord row(UUID id, AppealToLodge appeal, NoticeView notice, Instant now) {
    PolicyInForce policy =
        policies.terms(new PolicyVersionId(notice.policyVersionId())).orElseThrow();
    boolean inTime =
        AppealTimes.inTime(notice.lastAppealDay(), appeal.sentOn(), appeal.receivedOn());
    LocalDate presentBy = AppealTimes.presentBy(appeal.receivedOn(), policy.figures());
    UUID caseId = notice.caseId();
    var row = new AppealRecord();
    row.setId(id);
    row.setVersion(0);
    row.setReference(
        String.format(Locale.ROOT, "A-%d-%06d", today(now).getYear(), reads.nextNumber()));
    row.setNoticeId(notice.id().value());
    row.setCustomerId(notice.customerId());
    row.setCaseId(caseId);
    row.setServiceAreaCode(
        Optional.ofNullable(caseId)
            .flatMap(c -> considerations.find(new ConsiderationId(c)))
            .map(c -> c.leadService().value())
            .orElse(null));
    row.setStatus((inTime ? AppealStatus.LODGED : AppealStatus.LATE).name());
    row.setLodgedBy(appeal.lodgedBy().name());
    row.setRepresentativeId(
        appeal.representative() == null ? null : appeal.representative().value());
    row.setAdjustment(appeal.adjustment());
    row.setChannel(appeal.channel().name());
    row.setReceivedOn(appeal.receivedOn());
    row.setSentOn(appeal.sentOn());
    row.setLastDay(notice.lastAppealDay());
    row.setInTime(inTime);
    row.setGrounds(appeal.grounds());
    row.setGroundCodes(StoredAppeals.codes(inKinds(appeal.grounds(), appeal.groundCodes())));
    row.setGroundsReceivedOn(appeal.grounds() == null ? null : appeal.receivedOn());
    row.setPresentBy(presentBy);
    row.setWorkTo(AppealTimes.workTo(presentBy, calendar));
    row.setHeadConflicted(notice.signedByHead());
    row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
    row.setRecordedBy(currentActor.idOrSystem().value());
    return row;
  }

  /** Words of no named kind are grounds all the same. */
  private static Set<GroundCode> inKinds(@Nullable String grounds, Set<GroundCode> codes) {
    return grounds != null && codes.isEmpty() ? Set.of(GroundCode.OTHER) : codes;
  }

  private void openDuties(AppealView lodged, Instant now) {
    if (lodged.status() == AppealStatus.LODGED) {
      duties.takenIn(lodged, now);
    } else {
      duties.promptly(DutiesOfAppeals.DECIDE_LATENESS, lodged, now);
    }
    if (lodged.grounds() == null) {
      duties.promptly(DutiesOfAppeals.ASK_FOR_GROUNDS, lodged, now);
    }
  }

  @Override
  @Transactional
  public Outcome<AppealView> acceptLate(
      AppealId id, @Nullable Integer expectedVersion, boolean accept, String reason) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    var refusals =
        new ArrayList<>(actions.refusals(AllowedAct.ACCEPT_LATE, appeal, currentActor.get()));
    add(refusals, Acts.stale(expectedVersion, appeal.version()));
    add(refusals, Acts.text(reason, LONGEST_TEXT, "reason"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    List<Refusal> notResumed = accept ? List.of() : suspending.resume(appeal, reason);
    if (!notResumed.isEmpty()) {
      return Outcome.refused(notResumed);
    }
    ActorId by = currentActor.get().id();
    LocalDate tellBy =
        accept ? null : duties.tellBy(today(now), policies.inForce(now).orElseThrow().figures());
    stored.change(
        appeal,
        row -> {
          row.setStatus((accept ? AppealStatus.LODGED : AppealStatus.OUT_OF_TIME).name());
          row.setLateAccepted(accept);
          row.setLateReason(reason.strip());
          row.setLateDecidedAt(now.atOffset(ZoneOffset.UTC));
          row.setLateDecidedBy(by.value());
          row.setTellBy(tellBy);
        });
    duties.discharge(DutiesOfAppeals.DECIDE_LATENESS, appeal, now);
    if (accept) {
      duties.takenIn(appeal, now);
    } else {
      duties.over(appeal, now);
    }
    if (tellBy != null) {
      duties.tell(appeal, tellBy, now);
    }
    events.publishEvent(
        new LateAppealDecided(
            id.value(),
            appeal.noticeId().value(),
            appeal.customerId(),
            appeal.caseId(),
            accept,
            !reads.pending(appeal.customerId()).isEmpty(),
            now,
            by));
    return Outcome.done(get(id.value()));
  }

  @Override
  @Transactional
  public Outcome<AppealView> recordGrounds(
      AppealId id,
      @Nullable Integer expectedVersion,
      String grounds,
      Set<GroundCode> groundCodes,
      LocalDate receivedOn) {
    Instant now = clock.instant();
    Optional<AppealView> found = reads.find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Appeal", "appeal"));
    }
    AppealView appeal = found.get();
    var refusals =
        new ArrayList<>(actions.refusals(AllowedAct.RECORD_GROUNDS, appeal, currentActor.get()));
    add(refusals, Acts.stale(expectedVersion, appeal.version()));
    add(refusals, Acts.text(grounds, LONGEST_TEXT, "grounds"));
    if (receivedOn.isAfter(today(now))) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "receivedOn"));
    } else if (receivedOn.isBefore(appeal.receivedOn())) {
      refusals.add(Refusal.at("APPEAL_GROUNDS_BEFORE_APPEAL", "receivedOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    stored.change(
        appeal,
        row -> {
          row.setGrounds(grounds);
          row.setGroundCodes(StoredAppeals.codes(inKinds(grounds, groundCodes)));
          row.setGroundsReceivedOn(receivedOn);
        });
    duties.discharge(DutiesOfAppeals.ASK_FOR_GROUNDS, appeal, now);
    events.publishEvent(
        new AppealGroundsReceived(
            id.value(),
            appeal.noticeId().value(),
            appeal.customerId(),
            now,
            currentActor.idOrSystem()));
    return Outcome.done(get(id.value()));
  }

  private AppealView get(UUID id) {
    return reads.find(new AppealId(id)).orElseThrow();
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
