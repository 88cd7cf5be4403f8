package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.KeptRecords.Kept;
import org.evenhand.foundation.RecordClass;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.KeptState;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What of a person is past its period and needed by nothing that is kept (T26). Who a customer is
 * stays for as long as anything else of them.
 */
record Keeping(Figures figures, LocalDate today) {

  /** The last day of something's period; null while something of it goes on. */
  @Nullable LocalDate keepUntil(Kept kept) {
    if (kept.keepUntil() != null) {
      return kept.keepUntil();
    }
    LocalDate endedOn = kept.endedOn();
    return endedOn == null ? null : endedOn.plusMonths(months(kept.recordClass()));
  }

  /** For each class: what ended before this day is past its period. */
  Map<RecordClass, LocalDate> endedBefore() {
    var days = new EnumMap<RecordClass, LocalDate>(RecordClass.class);
    for (RecordClass one : RecordClass.values()) {
      // The end of a month is rounded down by both plusMonths and minusMonths: look a few days
      // wider.
      days.put(one, today.minusMonths(months(one)).plusDays(4));
    }
    return days;
  }

  /**
   * How it stands with each, by class and then in the order in which they came to be.
   *
   * @param all what is kept of one person
   * @param held those with which something is still to be done, or on which something of somebody
   *     else rests
   */
  List<Entry> judge(Collection<Kept> all, Set<UUID> held) {
    var past = new HashSet<UUID>();
    for (Kept kept : all) {
      if (isPast(kept) && !held.contains(kept.record().id())) {
        past.add(kept.record().id());
      }
    }
    Set<UUID> due = new HashSet<>(past);
    while (due.removeAll(needed(all, due))) {
      // What was taken out needs what it rests on in its turn.
    }
    var entries = new ArrayList<Entry>();
    for (Kept kept : all) {
      UUID id = kept.record().id();
      KeptState state;
      if (due.contains(id)) {
        state = KeptState.DUE;
      } else if (isPast(kept)) {
        state = KeptState.STILL_NEEDED;
      } else {
        state = keepUntil(kept) == null ? KeptState.STILL_OPEN : KeptState.NOT_DUE_YET;
      }
      entries.add(
          new Entry(kept.record(), kept.recordClass(), kept.endedOn(), keepUntil(kept), state));
    }
    entries.sort(
        Comparator.comparing(Entry::recordClass)
            .thenComparing(entry -> entry.record().id().toString()));
    return entries;
  }

  /** What is needed by those that are not among these. */
  static Set<UUID> needed(Collection<Kept> all, Set<UUID> going) {
    var needed = new HashSet<UUID>();
    boolean somethingStays = false;
    var customers = new HashMap<UUID, Kept>();
    for (Kept kept : all) {
      if (kept.recordClass() == RecordClass.CUSTOMER) {
        customers.put(kept.record().id(), kept);
      } else if (!going.contains(kept.record().id())) {
        somethingStays = true;
        needed.addAll(kept.restsOn());
      }
    }
    if (somethingStays) {
      needed.addAll(customers.keySet());
    }
    return needed;
  }

  private boolean isPast(Kept kept) {
    LocalDate until = keepUntil(kept);
    return kept.endedOn() != null && until != null && today.isAfter(until);
  }

  private int months(RecordClass recordClass) {
    return figures.get(
        switch (recordClass) {
          case UNFOUNDED -> FigureKey.KEEP_UNFOUNDED_MONTHS;
          case CONTACT -> FigureKey.KEEP_CONTACT_MONTHS;
          case INCIDENT -> FigureKey.KEEP_INCIDENT_MONTHS;
          case DECISION, MARKER -> FigureKey.KEEP_DECISION_MONTHS;
          case CUSTOMER -> FigureKey.KEEP_CUSTOMER_MONTHS;
        });
  }
}
