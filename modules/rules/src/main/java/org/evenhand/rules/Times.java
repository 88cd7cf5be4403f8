package org.evenhand.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  /**
   * Even a slot of one weekday comes round in it that a change of the clocks skips, or that falls
   * on Christmas Day and New Year's Day.
   */
  static final int DAYS_AHEAD = 29;

  private static final int OCCURRENCES_AHEAD = 3;

  /** How many closed days in a row are passed over. */
  private static final int CLOSED_OCCURRENCES = 60;

  private Times() {}

  /**
   * The first instant after a moment, on a day on which the council is not closed, at which weekly
   * slots open; null when there is none for four weeks.
   */
  public static @Nullable Instant nextStart(
      WeeklySlots slots, Instant after, ClosedDays closedDays) {
    var agreed = EnumSet.noneOf(DayOfWeek.class);
    daysNamed(slots, agreed);
    var starts = new TreeSet<Instant>();
    LocalDate today = after.atZone(RuleLanguage.ZONE).toLocalDate();
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      LocalDate date = today.plusDays(ahead);
      for (Slot slot : slots.slots()) {
        if (slot.day() == date.getDayOfWeek() && !closedDays.on(date, agreed)) {
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

  /** The first occurrence on or after a day on which the council is not closed; null if none. */
  static @Nullable LocalDate nextOccurrence(
      Recurrence recurrence, LocalDate onOrAfter, ClosedDays closedDays) {
    var agreed = EnumSet.noneOf(DayOfWeek.class);
    daysNamed(recurrence, agreed);
    LocalDate next = recurrence.next(onOrAfter);
    for (int i = 0; next != null && closedDays.on(next, agreed); i++) {
      next = i == CLOSED_OCCURRENCES ? null : recurrence.next(next.plusDays(1));
    }
    return next;
  }

  /** Adds the days of the week that a condition speaks of by name. */
  static void daysNamed(Condition condition, Set<DayOfWeek> out) {
    switch (condition) {
      case Condition.WithinSlots c -> daysNamed(c.slots(), out);
      case Condition.OnRecurrence c -> daysNamed(c.recurrence(), out);
      case Condition.AllOf c -> c.conditions().forEach(part -> daysNamed(part, out));
      case Condition.AnyOf c -> c.conditions().forEach(part -> daysNamed(part, out));
      case Condition.Not c -> daysNamed(c.condition(), out);
      default -> {}
    }
  }

  private static void daysNamed(WeeklySlots slots, Set<DayOfWeek> out) {
    for (Slot slot : slots.slots()) {
      out.add(slot.day());
    }
  }

  /** Every so many weeks is always the same day of the week. */
  private static void daysNamed(Recurrence recurrence, Set<DayOfWeek> out) {
    int days = recurrence.every().getDays();
    if (days > 0 && days % 7 == 0) {
      out.add(recurrence.anchor().getDayOfWeek());
    }
  }

  static boolean closed(Instant moment, ClosedDays closedDays, Set<DayOfWeek> agreed) {
    return closedDays.on(moment.atZone(RuleLanguage.ZONE).toLocalDate(), agreed);
  }

  /** What would open on a closed day may open when the council does. */
  static void addReopenings(
      Collection<Instant> moments, ClosedDays closedDays, Set<DayOfWeek> agreed) {
    var reopenings = new TreeSet<Instant>();
    for (Instant moment : moments) {
      LocalDate day = moment.atZone(RuleLanguage.ZONE).toLocalDate();
      if (closedDays.on(day, agreed)) {
        LocalDate open = day;
        for (int i = 0; i < CLOSED_OCCURRENCES && closedDays.on(open, agreed); i++) {
          open = open.plusDays(1);
        }
        reopenings.add(startOf(open));
      }
    }
    moments.addAll(reopenings);
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
      Condition condition,
      ContactFacts facts,
      int daysAhead,
      ClosedDays closedDays,
      Set<DayOfWeek> agreed,
      Collection<Instant> out) {
    LocalDate today = facts.at().atZone(RuleLanguage.ZONE).toLocalDate();
    switch (condition) {
      case Condition.WithinSlots c -> {
        for (int ahead = 0; ahead < daysAhead; ahead++) {
          slotsOn(c.slots(), today.plusDays(ahead), out);
        }
      }
      case Condition.OnRecurrence c -> {
        LocalDate from = today;
        int open = 0;
        for (int i = 0; open < OCCURRENCES_AHEAD && i < CLOSED_OCCURRENCES; i++) {
          LocalDate next = c.recurrence().next(from);
          if (next == null) {
            break;
          }
          recurrenceOn(c.recurrence(), next, out);
          open += closedDays.on(next, agreed) ? 0 : 1;
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
          c.conditions().forEach(part -> changes(part, facts, daysAhead, closedDays, agreed, out));
      case Condition.AnyOf c ->
          c.conditions().forEach(part -> changes(part, facts, daysAhead, closedDays, agreed, out));
      case Condition.Not c -> changes(c.condition(), facts, daysAhead, closedDays, agreed, out);
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
