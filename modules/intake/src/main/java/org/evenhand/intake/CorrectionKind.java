package org.evenhand.intake;

/** What was put right about an incident (T27). */
public enum CorrectionKind {
  /** Account, day or behaviours were not so. */
  CORRECTED,
  /** It was somebody else. */
  MOVED,
  /** It should never have stood. */
  VOIDED
}
