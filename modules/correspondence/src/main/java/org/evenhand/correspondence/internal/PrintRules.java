package org.evenhand.correspondence.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;

/**
 * When a batch is for, and when it may be confirmed: once, for a day it can have been posted on.
 */
final class PrintRules {

  private PrintRules() {}

  /** Today's post before the cut-off of a working day, else the next working day's. */
  static LocalDate postOn(Instant now, LocalTime cutOff, WorkingDays calendar) {
    ZonedDateTime local = now.atZone(WorkingDays.LONDON);
    LocalDate today = local.toLocalDate();
    return local.toLocalTime().isBefore(cutOff)
        ? calendar.onOrAfter(today)
        : calendar.onOrAfter(today.plusDays(1));
  }

  /** What keeps a batch from being confirmed on any day. */
  static List<Refusal> closed(PrintBatchView batch) {
    return batch.postedOn() == null ? List.of() : List.of(Refusal.of("PRINT_BATCH_POSTED"));
  }

  /** What keeps it from being confirmed for that day. */
  static List<Refusal> refusals(PrintBatchView batch, LocalDate postedOn, Instant now) {
    if (postedOn.isAfter(day(now))) {
      return List.of(Refusal.at("PRINT_POSTED_IN_THE_FUTURE", "postedOn"));
    }
    return postedOn.isBefore(day(batch.madeAt()))
        ? List.of(Refusal.at("PRINT_POSTED_BEFORE_MADE", "postedOn"))
        : List.of();
  }

  /** A moment of that day, after the batch was made and not after now. */
  static Instant sentAt(PrintBatchView batch, LocalDate postedOn, Instant now) {
    Instant noon = postedOn.atTime(LocalTime.NOON).atZone(WorkingDays.LONDON).toInstant();
    Instant sent = noon.isBefore(batch.madeAt()) ? batch.madeAt() : noon;
    return sent.isAfter(now) ? now : sent;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
