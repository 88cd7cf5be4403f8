package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps of people, and how it erases that (T26). A module joins with one bean and
 * with {@code foundation.holds_personal} and {@code foundation.holds_no_personal} in a migration of
 * its own. It says what ended when and what rests on what; whether something may be erased is
 * worked out over all modules, and a person decides it.
 */
public interface KeptRecords {

  /**
   * Something that is kept and not erased.
   *
   * @param record as {@code node} finds it
   * @param person the customer record that it stands on
   * @param endedOn when it came to its end; null while anything of it goes on
   * @param keepUntil the last day on which it is kept, where its period is its own; null where that
   *     of its class holds
   * @param restsOn what it needs for as long as it is kept, of whichever module
   */
  record Kept(
      GlobalId record,
      UUID person,
      RecordClass recordClass,
      @Nullable LocalDate endedOn,
      @Nullable LocalDate keepUntil,
      Set<UUID> restsOn) {
    public Kept {
      restsOn = Set.copyOf(restsOn);
    }

    /** One whose period is that of its class. */
    public static Kept of(
        GlobalId record,
        UUID person,
        RecordClass recordClass,
        @Nullable LocalDate endedOn,
        Set<UUID> restsOn) {
      return new Kept(record, person, recordClass, endedOn, null, restsOn);
    }
  }

  /** The types of what it keeps, as the schema names them; each module has its own. */
  Set<String> types();

  /** All that stands on these customer records and is not erased, in any order. */
  Collection<Kept> of(Collection<UUID> persons);

  /**
   * The customer records with something that may be past its period. It may name too many, never
   * too few.
   *
   * @param endedBefore for each class: what ended before this day is past its period
   */
  Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today);

  /**
   * Of these records, of whichever module, those on which something kept here rests that stands on
   * somebody else: what a group's case says of a member.
   *
   * @param persons whose records these are
   */
  default Set<UUID> neededByOthers(Collection<UUID> records, Collection<UUID> persons) {
    return Set.of();
  }

  /**
   * Erases these of its records with everything that hangs on them, by {@link ErasingContent}, in
   * the caller's transaction. Ids, days, codes and digests stay.
   */
  void erase(Collection<GlobalId> records, Instant now);
}
