package org.evenhand.restrictions.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A set time in which the council failed to take the customer's contact. The customer gets another,
 * as long as the one that was missed, within two working days (P8.3.2).
 *
 * @param replaceBy the last day on which the other time is in time
 * @param replacementFrom the other time; null while none was offered
 * @param toldHow how the customer was told of it
 */
@Table(schema = "restrictions", name = "missed_slot")
public record MissedSlot(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID restrictionId,
    Instant missedFrom,
    Instant missedTo,
    String because,
    LocalDate replaceBy,
    Instant recordedAt,
    String recordedBy,
    @Nullable Instant replacementFrom,
    @Nullable Instant replacementTo,
    @Nullable String toldHow,
    @Nullable Instant offeredAt,
    @Nullable String offeredBy) {

  /** Within so many working days the customer gets another time. */
  static final int WORKING_DAYS = 2;

  MissedSlot offered(Replacement given, ActorId by, Instant now) {
    return new MissedSlot(
        id,
        version,
        restrictionId,
        missedFrom,
        missedTo,
        because,
        replaceBy,
        recordedAt,
        recordedBy,
        given.from(),
        given.to(),
        given.toldHow(),
        now,
        by.value());
  }

  /** Whether the other time has begun, so that it cannot be moved any more. */
  boolean begun(Instant now) {
    return replacementFrom != null && !replacementFrom.isAfter(now);
  }

  /** Another time that the customer gets, and how they were told of it. */
  public record Replacement(Instant from, Instant to, String toldHow) {

    /** Every reason why this is no fair replacement of that time; empty if there is none. */
    List<Refusal> refusals(
        MissedSlot missed, WeeklySlots set, WorkingDays workingDays, Instant now) {
      var refusals = new ArrayList<Refusal>();
      if (from.isBefore(now)) {
        refusals.add(Refusal.at("REPLACEMENT_IN_THE_PAST", "replacement", "from"));
      }
      Duration length = Duration.between(missed.missedFrom(), missed.missedTo());
      if (Duration.between(from, to).compareTo(length) < 0) {
        refusals.add(
            Refusal.at(
                "REPLACEMENT_TOO_SHORT",
                Map.of("minutes", Long.toString(length.toMinutes())),
                "replacement",
                "to"));
      }
      ZonedDateTime begins = from.atZone(WorkingDays.LONDON);
      LocalDate day = begins.toLocalDate();
      if (!to.minusNanos(1).atZone(WorkingDays.LONDON).toLocalDate().equals(day)) {
        refusals.add(Refusal.at("REPLACEMENT_OVER_MIDNIGHT", "replacement", "to"));
      }
      if (!workingDays.isWorkingDay(day)) {
        refusals.add(Refusal.at("REPLACEMENT_ON_CLOSED_DAY", "replacement", "from"));
      }
      if (set.contains(begins.getDayOfWeek(), begins.toLocalTime())) {
        refusals.add(Refusal.at("REPLACEMENT_IS_A_SET_TIME", "replacement", "from"));
      }
      LocalDate latest = latest(missed, workingDays, now);
      if (day.isAfter(latest)) {
        refusals.add(
            Refusal.at(
                "REPLACEMENT_TOO_LATE",
                Map.of("latest", latest.toString()),
                "replacement",
                "from"));
      }
      return refusals;
    }

    /** Recorded too late to be in time, it is still owed within two working days from now. */
    private static LocalDate latest(MissedSlot missed, WorkingDays workingDays, Instant now) {
      LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
      return missed.replaceBy().isBefore(today)
          ? workingDays.plus(today, WORKING_DAYS)
          : missed.replaceBy();
    }

    boolean late(MissedSlot missed) {
      return from.atZone(WorkingDays.LONDON).toLocalDate().isAfter(missed.replaceBy());
    }
  }
}
