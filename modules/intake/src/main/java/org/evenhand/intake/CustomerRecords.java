package org.evenhand.intake;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.RecordClass;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person, over all modules and all their records (T26).
 *
 * @param person the record under which they are kept
 */
public record CustomerRecords(CustomerId person, List<Entry> records, List<LegalHoldView> holds) {

  public CustomerRecords {
    records = List.copyOf(records);
    holds = List.copyOf(holds);
  }

  /**
   * One of them.
   *
   * @param keepUntil the last day of its period; null while something of it goes on
   */
  public record Entry(
      GlobalId record,
      RecordClass recordClass,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate keepUntil,
      KeptState state) {}

  public boolean onLegalHold() {
    return holds.stream().anyMatch(LegalHoldView::standing);
  }

  /** Those that are due, of these classes; empty for all of them. */
  public List<Entry> due(List<RecordClass> classes) {
    return records.stream()
        .filter(r -> r.state() == KeptState.DUE)
        .filter(r -> classes.isEmpty() || classes.contains(r.recordClass()))
        .toList();
  }

  /** The first day on which something of them was due; null where nothing is. */
  public @Nullable LocalDate dueSince() {
    return due(List.of()).stream()
        .map(Entry::keepUntil)
        .filter(java.util.Objects::nonNull)
        .min(LocalDate::compareTo)
        .map(last -> last.plusDays(1))
        .orElse(null);
  }
}
