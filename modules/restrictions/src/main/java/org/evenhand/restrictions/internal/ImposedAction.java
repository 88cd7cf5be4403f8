package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.EvidenceKind;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.spi.Nature;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An action decided on for one customer. What was decided never changes; what happens to it since
 * does: it is told, comes into force, is reviewed, and ends.
 */
@Table(schema = "restrictions", name = "imposed")
record ImposedAction(
    @Id UUID id,
    @Version @Nullable Integer version,
    @Embedded.Empty Decided decided,
    @Embedded.Empty Succession succession,
    @Embedded.Empty Progress progress,
    @Embedded.Empty Course course) {

  /**
   * What was decided, by whom, and why.
   *
   * @param takenOver whether it was decided before this register was kept: then it was put in here
   *     by {@code imposedBy}, and what nobody recorded is blank or null
   */
  record Decided(
      String reference,
      UUID customerId,
      UUID considerationId,
      String typeId,
      @Nullable String pluginId,
      @Nullable String pluginVersion,
      Nature nature,
      boolean appealable,
      String settings,
      int settingsVersion,
      String formDigest,
      String rules,
      String leadService,
      List<String> serviceAreas,
      List<String> buildings,
      boolean wholeCouncil,
      boolean corporate,
      String conduct,
      String harm,
      String whyThis,
      String whyNothingLess,
      Answering answering,
      String endsSoonerWhen,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      boolean permanent,
      @Nullable String extremeCaseReason,
      @Nullable String longerTermReason,
      boolean emergency,
      @Nullable String emergencyReason,
      @Nullable LocalDate noticeDueOn,
      UUID policyVersion,
      Instant imposedAt,
      String imposedBy,
      Role imposedAs,
      boolean takenOver) {}

  /** Which decision it follows, and what it rests on beyond its reasons (F13, T10). */
  record Succession(
      RestrictionDecision decision,
      @Nullable UUID firstId,
      @Nullable UUID replacesId,
      boolean loosens,
      @Nullable @Column("decided_on_appeal") UUID onAppeal,
      @Nullable EvidenceKind evidenceKind,
      @Nullable UUID evidenceIncident,
      @Nullable String evidenceReference,
      @Nullable LocalDate evidenceOn,
      @Nullable String noEvidenceBecause) {

    static final Succession FIRST =
        new Succession(
            RestrictionDecision.IMPOSED, null, null, false, null, null, null, null, null, null);
  }

  /**
   * How it was set aside, taken up again, replaced, and lifted by an appeal; all null while none of
   * these happened.
   */
  record Course(
      @Nullable Instant replacedFrom,
      @Nullable Instant suspendedAt,
      @Nullable String suspendedBecause,
      @Nullable UUID suspendedOnAppeal,
      @Nullable Instant resumeDecidedAt,
      @Nullable String resumeBecause,
      @Nullable UUID resumeNoticeId,
      @Nullable Instant resumedFrom,
      @Nullable UUID liftedOnAppeal) {

    static final Course STRAIGHT = new Course(null, null, null, null, null, null, null, null, null);

    Course replaced(@Nullable Instant from) {
      return new Course(
          from,
          suspendedAt,
          suspendedBecause,
          suspendedOnAppeal,
          resumeDecidedAt,
          resumeBecause,
          resumeNoticeId,
          resumedFrom,
          liftedOnAppeal);
    }

    Course suspended(Instant at, String because, @Nullable UUID appeal) {
      return new Course(replacedFrom, at, because, appeal, null, null, null, null, null);
    }

    Course toBeResumed(Instant at, String because) {
      return new Course(
          replacedFrom,
          suspendedAt,
          suspendedBecause,
          suspendedOnAppeal,
          at,
          because,
          null,
          null,
          null);
    }

    Course resumptionIn(UUID notice) {
      return new Course(
          replacedFrom,
          suspendedAt,
          suspendedBecause,
          suspendedOnAppeal,
          resumeDecidedAt,
          resumeBecause,
          notice,
          null,
          null);
    }

    Course resumed(@Nullable Instant from) {
      return new Course(
          replacedFrom,
          suspendedAt,
          suspendedBecause,
          suspendedOnAppeal,
          resumeDecidedAt,
          resumeBecause,
          resumeNoticeId,
          from,
          liftedOnAppeal);
    }

    Course liftedOn(UUID appeal) {
      return new Course(
          replacedFrom,
          suspendedAt,
          suspendedBecause,
          suspendedOnAppeal,
          resumeDecidedAt,
          resumeBecause,
          resumeNoticeId,
          resumedFrom,
          appeal);
    }
  }

  /** Where it stands since. */
  record Progress(
      RestrictionStatus status,
      LocalDate reviewOn,
      @Nullable UUID noticeId,
      @Nullable Instant notifiedAt,
      @Nullable Instant effectiveFrom,
      @Nullable Instant lapsesAt,
      @Nullable Instant confirmedAt,
      @Nullable String confirmedBy,
      @Nullable Instant endedAt,
      @Nullable @Column("ended_by_actor") String endedBy,
      @Nullable String endReason) {

    static Progress begun(RestrictionStatus status, LocalDate reviewOn) {
      return new Progress(status, reviewOn, null, null, null, null, null, null, null, null, null);
    }

    Progress inForceFrom(Instant from, @Nullable Instant until) {
      return new Progress(
          RestrictionStatus.IN_FORCE,
          reviewOn,
          noticeId,
          notifiedAt,
          from,
          until,
          confirmedAt,
          confirmedBy,
          endedAt,
          endedBy,
          endReason);
    }

    Progress inNotice(UUID notice) {
      return new Progress(
          status,
          reviewOn,
          notice,
          notifiedAt,
          effectiveFrom,
          lapsesAt,
          confirmedAt,
          confirmedBy,
          endedAt,
          endedBy,
          endReason);
    }

    Progress told(RestrictionStatus as, @Nullable Instant notified, @Nullable Instant effective) {
      return new Progress(
          as,
          reviewOn,
          noticeId,
          notified,
          effective,
          lapsesAt,
          confirmedAt,
          confirmedBy,
          endedAt,
          endedBy,
          endReason);
    }

    Progress confirmed(Instant at, String by) {
      return new Progress(
          status,
          reviewOn,
          noticeId,
          notifiedAt,
          effectiveFrom,
          null,
          at,
          by,
          endedAt,
          endedBy,
          endReason);
    }

    Progress reviewedNextOn(LocalDate next) {
      return new Progress(
          status,
          next,
          noticeId,
          notifiedAt,
          effectiveFrom,
          lapsesAt,
          confirmedAt,
          confirmedBy,
          endedAt,
          endedBy,
          endReason);
    }

    Progress standing(RestrictionStatus as) {
      return new Progress(
          as,
          reviewOn,
          noticeId,
          notifiedAt,
          effectiveFrom,
          lapsesAt,
          confirmedAt,
          confirmedBy,
          endedAt,
          endedBy,
          endReason);
    }

    Progress ended(RestrictionStatus as, Instant at, ActorId by, String reason) {
      return new Progress(
          as,
          reviewOn,
          noticeId,
          notifiedAt,
          effectiveFrom,
          lapsesAt,
          confirmedAt,
          confirmedBy,
          at,
          by.value(),
          reason);
    }
  }

  ImposedAction with(Progress next) {
    return new ImposedAction(id, version, decided, succession, next, course);
  }

  ImposedAction with(Course next) {
    return new ImposedAction(id, version, decided, succession, progress, next);
  }

  /** The first decision of the chain that this one belongs to. */
  UUID first() {
    return succession.firstId() == null ? id : succession.firstId();
  }

  ServiceAreaCode leadService() {
    return new ServiceAreaCode(decided.leadService());
  }

  boolean narrows() {
    return decided.nature() != Nature.SUPPORTIVE;
  }
}
