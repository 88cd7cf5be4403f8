package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.Slot;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one day that counts like a weekly set time, once (P8.3.2). Written in the rule
 * language itself, so that the contact check takes the contact in it and names it as the next time,
 * and needs to know nothing of missed times.
 *
 * @param from first moment in it
 * @param to first moment after it, on the same day in London or its midnight
 */
record SlotOnce(Instant from, Instant to) {

  /** Comes back after longer than anybody asks about. */
  private static final Period NEVER_AGAIN = Period.ofDays(36_500);

  /** The set time of that week that holds this moment; null where none does. */
  static @Nullable SlotOnce of(WeeklySlots slots, Instant moment) {
    ZonedDateTime local = moment.atZone(WorkingDays.LONDON);
    for (Slot slot : slots.slots()) {
      if (slot.contains(local.getDayOfWeek(), local.toLocalTime())) {
        LocalDate day = local.toLocalDate();
        return new SlotOnce(at(day, slot.from()), end(day, slot.to()));
      }
    }
    return null;
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }

  /** These rules, with each set time of the week widened by these stretches. */
  static RuleSet widen(RuleSet rules, List<SlotOnce> extra) {
    return extra.isEmpty()
        ? rules
        : RuleSet.of(
            rules.rules().stream()
                .map(
                    rule ->
                        new Rule(
                            rule.id(),
                            widen(rule.when(), extra),
                            rule.effect(),
                            rule.words(),
                            rule.citation(),
                            rule.source()))
                .toList());
  }

  /** Whether one of these rules speaks of set times of the week. */
  static boolean hasSlots(RuleSet rules) {
    return rules.rules().stream().anyMatch(rule -> hasSlots(rule.when()));
  }

  private static boolean hasSlots(Condition condition) {
    return switch (condition) {
      case Condition.WithinSlots ignored -> true;
      case Condition.AllOf all -> all.conditions().stream().anyMatch(SlotOnce::hasSlots);
      case Condition.AnyOf any -> any.conditions().stream().anyMatch(SlotOnce::hasSlots);
      case Condition.Not not -> hasSlots(not.condition());
      default -> false;
    };
  }

  private static Condition widen(Condition condition, List<SlotOnce> extra) {
    return switch (condition) {
      case Condition.WithinSlots slots -> {
        var any = new ArrayList<Condition>();
        any.add(slots);
        extra.forEach(once -> any.add(once.condition()));
        yield new Condition.AnyOf(any);
      }
      case Condition.AllOf all ->
          new Condition.AllOf(all.conditions().stream().map(part -> widen(part, extra)).toList());
      case Condition.AnyOf any ->
          new Condition.AnyOf(any.conditions().stream().map(part -> widen(part, extra)).toList());
      case Condition.Not not -> new Condition.Not(widen(not.condition(), extra));
      default -> condition;
    };
  }

  private Condition condition() {
    ZonedDateTime begins = from.atZone(WorkingDays.LONDON);
    return new Condition.OnRecurrence(
        new Recurrence(
            begins.toLocalDate(),
            NEVER_AGAIN,
            Set.of(),
            begins.toLocalTime(),
            to.atZone(WorkingDays.LONDON).toLocalTime()));
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(WorkingDays.LONDON).toInstant();
  }

  private static Instant end(LocalDate day, LocalTime time) {
    return time.equals(LocalTime.MIDNIGHT) ? at(day.plusDays(1), time) : at(day, time);
  }
}
