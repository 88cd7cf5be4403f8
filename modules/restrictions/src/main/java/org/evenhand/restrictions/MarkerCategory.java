package org.evenhand.restrictions;

/**
 * What kind of incident a marker rests on. The kind settles how often it is reviewed, how long it
 * lasts unless a review keeps it, and how long the ended record is kept (T17, T26): local figures,
 * shorter for what is less grave.
 */
public enum MarkerCategory {
  VIOLENCE(Severity.HIGH, 6, 12, 36),
  WEAPON(Severity.HIGH, 6, 12, 60),
  SEXUAL_CONDUCT(Severity.HIGH, 6, 12, 36),
  THREAT(Severity.MEDIUM, 6, 12, 24),
  HARASSMENT(Severity.MEDIUM, 6, 12, 24),
  ANIMAL(Severity.LOW, 3, 6, 12),
  HAZARD_AT_PLACE(Severity.LOW, 3, 6, 12);

  /** How grave it is. */
  public enum Severity {
    HIGH,
    MEDIUM,
    LOW
  }

  private final Severity severity;
  private final int reviewMonths;
  private final int termMonths;
  private final int keepMonths;

  MarkerCategory(Severity severity, int reviewMonths, int termMonths, int keepMonths) {
    this.severity = severity;
    this.reviewMonths = reviewMonths;
    this.termMonths = termMonths;
    this.keepMonths = keepMonths;
  }

  public Severity severity() {
    return severity;
  }

  /** Months to the next review, at most. */
  public int reviewMonths() {
    return reviewMonths;
  }

  /** Months until it ends by itself, from its placing or from the review that kept it. */
  public int termMonths() {
    return termMonths;
  }

  /** Months for which the record is kept after its end (T26). */
  public int keepMonths() {
    return keepMonths;
  }
}
