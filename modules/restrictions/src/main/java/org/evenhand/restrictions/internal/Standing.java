package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.RestrictionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where an action stands at a moment. A last day that has passed ends it, whether or not the sweep
 * has recorded that yet (F2); a moment of effect that lies ahead means that it is not in force
 * (T9); from the moment at which a later decision has its place, it is replaced (T10).
 */
final class Standing {

  private Standing() {}

  static RestrictionStatus at(
      RestrictionStatus stored,
      @Nullable Instant effectiveFrom,
      @Nullable LocalDate endsOn,
      @Nullable Instant lapsesAt,
      Instant now) {
    return at(stored, effectiveFrom, endsOn, lapsesAt, null, null, now);
  }

  static RestrictionStatus at(
      RestrictionStatus stored,
      @Nullable Instant effectiveFrom,
      @Nullable LocalDate endsOn,
      @Nullable Instant lapsesAt,
      @Nullable Instant resumedFrom,
      @Nullable Instant replacedFrom,
      Instant now) {
    if (stored.ended()) {
      return stored;
    }
    if (replacedFrom != null && !now.isBefore(replacedFrom)) {
      return RestrictionStatus.REPLACED;
    }
    Instant end = end(endsOn, lapsesAt);
    if (end != null && !now.isBefore(end)) {
      return RestrictionStatus.LAPSED;
    }
    if (stored == RestrictionStatus.IN_FORCE
        && effectiveFrom != null
        && now.isBefore(effectiveFrom)) {
      return RestrictionStatus.NOTIFIED;
    }
    if (stored == RestrictionStatus.IN_FORCE && resumedFrom != null && now.isBefore(resumedFrom)) {
      return RestrictionStatus.SUSPENDED;
    }
    return stored;
  }

  static RestrictionStatus at(ImposedAction action, Instant now) {
    var progress = action.progress();
    return at(
        progress.status(),
        progress.effectiveFrom(),
        action.decided().endsOn(),
        progress.lapsesAt(),
        action.course().resumedFrom(),
        action.course().replacedFrom(),
        now);
  }

  /** The first moment at which this action is no longer in force by itself, as far as is known. */
  static @Nullable Instant end(ImposedAction action) {
    Instant over = end(action.decided().endsOn(), action.progress().lapsesAt());
    Instant replaced = action.course().replacedFrom();
    return over == null || (replaced != null && replaced.isBefore(over)) ? replaced : over;
  }

  /** The first moment no longer in force by itself; null while none is in sight. */
  static @Nullable Instant end(@Nullable LocalDate endsOn, @Nullable Instant lapsesAt) {
    Instant lastDayOver =
        endsOn == null ? null : endsOn.plusDays(1).atStartOfDay(WorkingDays.LONDON).toInstant();
    if (lastDayOver == null) {
      return lapsesAt;
    }
    return lapsesAt == null || lastDayOver.isBefore(lapsesAt) ? lastDayOver : lapsesAt;
  }

  /** From the day after the review date on (F2). */
  static boolean reviewOverdue(LocalDate reviewOn, Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate().isAfter(reviewOn);
  }
}
