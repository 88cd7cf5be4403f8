package org.evenhand.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What reports count. Each has a name and a definition in the bundle under {@code measure.<CODE>},
 * which are shown wherever the number is (T23).
 */
public enum Measure {
  INCIDENTS(Unit.COUNT, Axis.FAMILY, Axis.BEHAVIOUR, Axis.CHANNEL),
  PEOPLE(Unit.COUNT),
  INCIDENTS_OF_UNKNOWN_PEOPLE(Unit.COUNT),
  HATE_INCIDENTS(Unit.COUNT, Axis.STRAND),
  HATE_INCIDENTS_REPORTED(Unit.COUNT, Axis.STRAND),
  CONTACTS(Unit.COUNT, Axis.CAUSE, Axis.CHANNEL),
  CALLERS(Unit.COUNT),
  CONTACTS_CAUSED_BY_US(Unit.COUNT, Axis.CAUSE),
  INCIDENTS_PER_1000_CONTACTS(Unit.RATE, Axis.FAMILY, Axis.CHANNEL),
  CONTACTS_CAUSED_BY_US_PERCENT(Unit.PERCENT),
  CASES(Unit.COUNT),
  CORPORATE_CASES(Unit.COUNT),
  PEOPLE_CONSIDERED(Unit.COUNT),
  DETERMINATIONS(Unit.COUNT, Axis.CATEGORY),
  CASES_CLOSED(Unit.COUNT, Axis.CLOSING),
  WARNINGS(Unit.COUNT),
  PEOPLE_WARNED(Unit.COUNT),
  WARNINGS_ENOUGH(Unit.COUNT),
  RESTRICTIONS_IMPOSED(Unit.COUNT, Axis.TYPE, Axis.NATURE),
  RESTRICTIONS_CHANGED(Unit.COUNT, Axis.CHANGE),
  RESTRICTIONS_ENDED(Unit.COUNT, Axis.ENDING),
  RESTRICTIONS_IN_FORCE(Unit.COUNT, Axis.TYPE, Axis.NATURE),
  PEOPLE_UNDER_RESTRICTION(Unit.COUNT),
  REVIEWS(Unit.COUNT),
  REVIEWS_IN_TIME(Unit.COUNT),
  APPEALS(Unit.COUNT),
  PEOPLE_APPEALING(Unit.COUNT),
  APPEALS_IN_TIME(Unit.COUNT),
  FINDINGS_PRESENTED(Unit.COUNT),
  FINDINGS_IN_TIME(Unit.COUNT),
  APPEALS_DETERMINED(Unit.COUNT, Axis.OUTCOME),
  APPEALS_WITHDRAWN(Unit.COUNT),
  OBLIGATIONS(Unit.COUNT, Axis.OBLIGATION),
  OBLIGATIONS_IN_TIME(Unit.COUNT, Axis.OBLIGATION),
  OBLIGATION_HOURS(Unit.HOURS, Axis.OBLIGATION),
  ONWARD_REPORTS(Unit.COUNT, Axis.OBLIGATION),
  ADJUSTMENTS_REQUESTED(Unit.COUNT),
  ADJUSTMENTS_DECIDED(Unit.COUNT, Axis.DECISION),
  FAULTS(Unit.COUNT, Axis.FAULT),
  FAULTS_PREVENTED(Unit.COUNT, Axis.FAULT),
  RETURNS_ASKED_FOR(Unit.COUNT),
  RETURNS_RECEIVED(Unit.COUNT),
  RETURNS_MISSING(Unit.COUNT),
  RETURNED(Unit.COUNT, Axis.RETURNED),
  POLICY_FINDINGS(Unit.COUNT);

  /** In what a measure is told. */
  public enum Unit {
    COUNT,
    /** For each thousand contacts, to one decimal place. */
    RATE,
    PERCENT,
    /** The middle one of all that were done. */
    HOURS
  }

  /** The five counts that must not be taken for each other (T23). */
  public static final Set<Measure> FIVE_COUNTS =
      Set.of(INCIDENTS, PEOPLE, CONTACTS, CASES, RESTRICTIONS_IN_FORCE);

  /**
   * What a report tells as it was at its cut-off, from what may be erased or change without a trace
   * that reporting keeps; it is not counted again.
   */
  private static final Set<Measure> TOLD_ONCE = Set.of(POLICY_FINDINGS);

  private final Unit unit;
  private final List<Axis> axes;

  Measure(Unit unit, Axis... axes) {
    this.unit = unit;
    this.axes = List.copyOf(Arrays.asList(axes));
  }

  public Unit unit() {
    return unit;
  }

  /** By what it is broken down besides service areas. */
  public List<Axis> axes() {
    return axes;
  }

  /** Whether counting again, as of a report's cut-off, gives it again. */
  public boolean countedAgain() {
    return !TOLD_ONCE.contains(this);
  }

  /** Whether it is one of the five counts of T23. */
  public boolean oneOfFive() {
    return FIVE_COUNTS.contains(this);
  }
}
