package org.evenhand.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What changed and what only varies (P4.1, question 16), and where people need training. Who
 * answers for the whole sees all; a head of service the areas that they head; anybody else nothing.
 */
public interface Trends {

  /** What is drawn month by month. */
  Set<Measure> MEASURES =
      Set.of(
          Measure.INCIDENTS,
          Measure.HATE_INCIDENTS,
          Measure.CONTACTS,
          Measure.CONTACTS_CAUSED_BY_US,
          Measure.INCIDENTS_PER_1000_CONTACTS,
          Measure.CONTACTS_CAUSED_BY_US_PERCENT,
          Measure.CASES,
          Measure.DETERMINATIONS,
          Measure.WARNINGS,
          Measure.RESTRICTIONS_IMPOSED,
          Measure.RESTRICTIONS_ENDED,
          Measure.APPEALS,
          Measure.APPEALS_DETERMINED);

  /** Months that are looked at, the last one that is over among them. */
  int MONTHS = 24;

  /**
   * The trends of these measures in one area, or the whole council where the reader sees all; empty
   * for what the reader may not see.
   *
   * @param part of what a measure is broken down by; a measure that is not is left out. Null for
   *     all of it
   */
  List<Trend> of(
      Set<Measure> measures,
      @Nullable ServiceAreaCode area,
      Trend.@Nullable Part part,
      Actor reader,
      LocalDate today);

  /** As above, of all parts together. */
  default List<Trend> of(
      Set<Measure> measures, @Nullable ServiceAreaCode area, Actor reader, LocalDate today) {
    return of(measures, area, null, reader, today);
  }

  /**
   * The early signal: services where contacts that we caused, and contacts, both rose by the run
   * rules. It says <em>fix this service</em>; it is no score of anybody.
   */
  List<ServiceAreaCode> toFix(Actor reader, LocalDate today);

  /**
   * A family of conduct, or a fault, that a service has more of than the rest of the council.
   *
   * @param here how many in the service, of {@code ofHere}
   * @param elsewhere how many in the rest of the council, of {@code ofElsewhere}
   * @param low the lower end of the 95 % interval of the service's share (Wilson), above the share
   *     of the rest
   */
  record Need(
      ServiceAreaCode serviceArea,
      Axis axis,
      String code,
      long here,
      long ofHere,
      long elsewhere,
      long ofElsewhere,
      double low,
      double high) {}

  /** Of a quarter, by service area; nothing about fewer than five. */
  List<Need> needs(Quarter quarter, Actor reader, LocalDate today);
}
