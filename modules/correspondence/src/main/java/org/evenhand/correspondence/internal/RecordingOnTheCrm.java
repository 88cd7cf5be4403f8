package org.evenhand.correspondence.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.CrmRecordingId;
import org.evenhand.correspondence.CrmRecordingState;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.correspondence.CrmRecordings;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeServed;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareMethod;
import org.evenhand.correspondence.PolicyShared;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the obligation to record with each response, in the act's own transaction, and closes it
 * (P4.2). Responses are the notices and the warnings given with the policy; a copy of the policy
 * without one answers nothing, and a reply logged as a contact is the record already.
 */
@Service
class RecordingOnTheCrm implements CrmRecordings {

  /** The CRM will not take it: a person has to look, and to record it by hand. */
  static final String REFUSED_BY_CRM = "CRM_RECORDING_REFUSED";

  private static final int LONGEST_REFERENCE = 500;

  private final CrmRecordingRows rows;
  private final Notices notices;
  private final PolicyShares shares;
  private final Duties duties;
  private final CurrentActor currentActor;
  private final WorkingDays calendar;
  private final Clock clock;

  RecordingOnTheCrm(
      CrmRecordingRows rows,
      Notices notices,
      PolicyShares shares,
      Duties duties,
      CurrentActor currentActor,
      WorkingDays calendar,
      Clock clock) {
    this.rows = rows;
    this.notices = notices;
    this.shares = shares;
    this.duties = duties;
    this.currentActor = currentActor;
    this.calendar = calendar;
    this.clock = clock;
  }

  @EventListener
  void on(NoticeIssued issued) {
    NoticeView notice = notices.find(new NoticeId(issued.noticeId())).orElseThrow();
    rows.open(
        "Notice",
        issued.noticeId(),
        issued.customerId(),
        notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-notice",
        notice.reference(),
        notice.signedBy(),
        areas(),
        notice.crm().dueOn(),
        issued.at());
  }

  @EventListener
  void on(NoticeServed served) {
    given(served.noticeId(), served.at());
  }

  @EventListener
  void on(NoticeReturned returned) {
    given(returned.noticeId(), returned.at());
  }

  private void given(UUID id, Instant now) {
    NoticeView notice = notices.find(new NoticeId(id)).orElseThrow();
    var first = notice.service().getFirst();
    rows.given(id, first.sentAt(), channel(first.method()), now);
  }

  @EventListener
  void on(PolicyShared shared) {
    if (!shared.withWarning()) {
      return;
    }
    var share = shares.find(new PolicyShareId(shared.policyShareId())).orElseThrow();
    LocalDate today = shared.at().atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate dueOn = calendar.plus(today, IssuingAndServing.CRM_WORKING_DAYS);
    rows.open(
        "PolicyShare",
        shared.policyShareId(),
        shared.customerId(),
        "warning-with-policy",
        GlobalId.of("PolicyShare", shared.policyShareId()),
        shared.actor(),
        areas(),
        dueOn,
        shared.at());
    rows.given(shared.policyShareId(), share.sharedAt(), channel(share.method()), shared.at());
    duties.open(
        new DutyToOpen(
            IssuingAndServing.RECORD_ON_CRM,
            "PolicyShare",
            shared.policyShareId(),
            shared.customerId(),
            owner(),
            shared.actor(),
            null,
            dueOn,
            null),
        shared.at());
  }

  @Override
  @Transactional
  public Outcome<CrmRecordingView> confirm(
      CrmRecordingId id, @Nullable Integer expectedVersion, String crmReference) {
    Optional<CrmRecordingView> found = rows.find(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("CrmRecording", "recording"));
    }
    CrmRecordingView row = found.get();
    var refusals = new ArrayList<Refusal>();
    Refusal stale = Acts.stale(expectedVersion, row.version());
    if (stale != null) {
      refusals.add(stale);
    }
    refusals.addAll(CrmRules.refusals(row.reference()));
    Refusal text = Acts.text(crmReference, LONGEST_REFERENCE, "crmReference");
    if (text != null) {
      refusals.add(text);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    close(row, null, crmReference.strip(), clock.instant(), currentActor.idOrSystem());
    return Outcome.done(rows.find(id.value()).orElseThrow());
  }

  /** Within the caller's transaction; false where it was closed already. */
  boolean close(
      CrmRecordingView row, @Nullable String system, String reference, Instant now, ActorId by) {
    if (!rows.done(row, system, reference, now, by)) {
      return false;
    }
    duties.discharge(IssuingAndServing.RECORD_ON_CRM, row.subjectId(), reference, null, now);
    duties.discharge(REFUSED_BY_CRM, row.id().value(), reference, null, now);
    return true;
  }

  @Override
  public Optional<CrmRecordingView> find(CrmRecordingId id) {
    return rows.find(id.value());
  }

  @Override
  public Map<UUID, CrmRecordingView> ofSubjects(Collection<UUID> subjects) {
    return rows.ofSubjects(subjects);
  }

  @Override
  public Page<CrmRecordingView> page(@Nullable CrmRecordingState state, Page.Request request) {
    return rows.page(state, request);
  }

  /** The services that whoever answers heads; none for a corporate answer. */
  private List<String> areas() {
    return currentActor.find().stream()
        .map(Actor::headedAreas)
        .flatMap(Collection::stream)
        .map(ServiceAreaCode::value)
        .toList();
  }

  private Role owner() {
    return currentActor.find().filter(a -> a.holds(Role.HEAD_OF_SERVICE)).isPresent()
        ? Role.HEAD_OF_SERVICE
        : Role.HEAD_OF_CUSTOMER_SERVICES;
  }

  private static Channel channel(ServiceMethod method) {
    return switch (method) {
      case FIRST_CLASS, SECOND_CLASS -> Channel.LETTER;
      case EMAIL -> Channel.EMAIL;
      case PORTAL -> Channel.PORTAL;
      case HAND -> Channel.FACE_TO_FACE;
    };
  }

  private static Channel channel(PolicyShareMethod method) {
    return switch (method) {
      case POST -> Channel.LETTER;
      case EMAIL, LINK -> Channel.EMAIL;
      case PORTAL -> Channel.PORTAL;
      case HANDED_OVER, EXPLAINED -> Channel.FACE_TO_FACE;
    };
  }
}
