package org.evenhand.reporting;

import java.time.LocalDate;

/**
 * Three months for which figures are counted; a year of the council begins in April. Days are
 * London's.
 *
 * @param firstDay the first of January, April, July or October
 */
public record Quarter(LocalDate firstDay) implements Comparable<Quarter> {

  public Quarter {
    if (firstDay.getDayOfMonth() != 1 || firstDay.getMonthValue() % 3 != 1) {
      throw new IllegalArgumentException("A quarter begins in January, April, July or October");
    }
  }

  /** The quarter that the day lies in. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3));
  }

  public LocalDate lastDay() {
    return firstDay.plusMonths(3).minusDays(1);
  }

  public Quarter minus(int quarters) {
    return new Quarter(firstDay.minusMonths(3L * quarters));
  }

  /** Whether the last day has passed. */
  public boolean over(LocalDate today) {
    return today.isAfter(lastDay());
  }

  /** As people call it: {@code 2026/27 Q1} is April to June 2026. */
  public String label() {
    int begins = firstDay.getMonthValue() >= 4 ? firstDay.getYear() : firstDay.getYear() - 1;
    int number = (firstDay.getMonthValue() + 8) % 12 / 3 + 1;
    return "%d/%02d Q%d".formatted(begins, (begins + 1) % 100, number);
  }

  @Override
  public int compareTo(Quarter other) {
    return firstDay.compareTo(other.firstDay);
  }
}
