package org.evenhand.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Slot;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;

/**
 * Moments at which a condition may change its answer, and the next opening of weekly slots, by the
 * clock on the wall in London.
 */
public final class Times {
  /** Every weekly slot comes round in it. */
  static final int A_WEEK_AHEAD = 8;

  /** Even a slot that a change of the clocks skips comes round in it. */
  static final int DAYS_AHEAD = 15;

  private static final int OCCURRENCES_AHEAD = 3;

  private Times() {}

  /**
   * The first instant after a moment at which weekly slots open; null when a change of the clocks
   * leaves none for two weeks.
   */
  public static @Nullable Instant nextStart(WeeklySlots slots, Instant after) {
    var starts = new TreeSet<Instant>();
    LocalDate today = after.atZone(RuleLanguage.ZONE).toLocalDate();
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      LocalDate date = today.plusDays(ahead);
      for (Slot slot : slots.slots()) {
        if (slot.day() == date.getDayOfWeek()) {
          addLocal(date, slot.from(), starts);
        }
      }
    }
    for (Instant start : starts) {
      if (start.isAfter(after)) {
        var local = start.atZone(RuleLanguage.ZONE);
        // A start that the clocks skip becomes the moment of the change, which may lie outside.
        if (slots.contains(local.getDayOfWeek(), local.toLocalTime())) {
          return start;
        }
      }
    }
    return null;
  }

  /**
   * The instants of a wall-clock time: two where it is repeated, the change where it is skipped.
   */
  static void addLocal(LocalDate date, LocalTime time, Collection<Instant> out) {
    LocalDateTime local = date.atTime(time);
    var rules = RuleLanguage.ZONE.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      out.add(rules.getTransition(local).getInstant());
    }
    for (ZoneOffset offset : offsets) {
      out.add(local.toInstant(offset));
    }
  }

  static Instant startOf(LocalDate date) {
    return date.atStartOfDay(RuleLanguage.ZONE).toInstant();
  }

  private static void addEnd(LocalDate date, LocalTime to, Collection<Instant> out) {
    if (to.equals(LocalTime.MIDNIGHT)) {
      out.add(startOf(date.plusDays(1)));
    } else {
      addLocal(date, to, out);
    }
  }

  /** Adds the moments of the next days, and of the next occurrences, at which it may change. */
  static void changes(
      Condition condition, ContactFacts facts, int daysAhead, Collection<Instant> out) {
    LocalDate today = facts.at().atZone(RuleLanguage.ZONE).toLocalDate();
    switch (condition) {
      case Condition.WithinSlots c -> {
        for (int ahead = 0; ahead < daysAhead; ahead++) {
          slotsOn(c.slots(), today.plusDays(ahead), out);
        }
      }
      case Condition.OnRecurrence c -> {
        LocalDate from = today;
        for (int i = 0; i < OCCURRENCES_AHEAD; i++) {
          LocalDate next = c.recurrence().next(from);
          if (next == null) {
            break;
          }
          recurrenceOn(c.recurrence(), next, out);
          from = next.plusDays(1);
        }
      }
      case Condition.WithinDates c -> {
        if (c.from() != null) {
          out.add(startOf(c.from()));
        }
        if (c.to() != null) {
          out.add(startOf(c.to().plusDays(1)));
        }
      }
      case Condition.RecentContacts c -> releases(c.scope().period(), facts, out);
      case Condition.AllOf c ->
          c.conditions().forEach(part -> changes(part, facts, daysAhead, out));
      case Condition.AnyOf c ->
          c.conditions().forEach(part -> changes(part, facts, daysAhead, out));
      case Condition.Not c -> changes(c.condition(), facts, daysAhead, out);
      default -> {}
    }
  }

  /** Adds the moments at which recent contacts stop counting. */
  static void releases(Period period, ContactFacts facts, Collection<Instant> out) {
    List<CountedContact> recent = facts.recent().value();
    if (recent != null) {
      for (CountedContact contact : recent) {
        Instant release = contact.at().atZone(RuleLanguage.ZONE).plus(period).toInstant();
        out.add(release);
        // Where the day of the month is cut off, going back gives a day less than going forth.
        out.add(release.plusSeconds(86_400));
      }
    }
  }

  /** Adds the moments of one day at which the condition may change. */
  static void changesOn(Condition condition, LocalDate date, Collection<Instant> out) {
    switch (condition) {
      case Condition.WithinSlots c -> slotsOn(c.slots(), date, out);
      case Condition.OnRecurrence c -> recurrenceOn(c.recurrence(), date, out);
      case Condition.AllOf c -> c.conditions().forEach(part -> changesOn(part, date, out));
      case Condition.AnyOf c -> c.conditions().forEach(part -> changesOn(part, date, out));
      case Condition.Not c -> changesOn(c.condition(), date, out);
      default -> {}
    }
  }

  private static void slotsOn(WeeklySlots slots, LocalDate date, Collection<Instant> out) {
    for (Slot slot : slots.slots()) {
      if (slot.day() == date.getDayOfWeek()) {
        addLocal(date, slot.from(), out);
        addEnd(date, slot.to(), out);
      }
    }
  }

  private static void recurrenceOn(Recurrence recurrence, LocalDate date, Collection<Instant> out) {
    if (recurrence.from() == null || recurrence.to() == null) {
      out.add(startOf(date));
      out.add(startOf(date.plusDays(1)));
    } else {
      addLocal(date, recurrence.from(), out);
      addEnd(date, recurrence.to(), out);
    }
  }
}
