package org.evenhand.sharing;

/** Why the law lets an agreement's data be shared. */
public enum LawfulBasis {
  CONSENT(false),
  LEGAL_OBLIGATION(true),
  VITAL_INTERESTS(false),
  PUBLIC_TASK(true),
  /** Processing for law enforcement by a competent authority. */
  LAW_ENFORCEMENT(true);

  private final boolean needsLegalPower;

  LawfulBasis(boolean needsLegalPower) {
    this.needsLegalPower = needsLegalPower;
  }

  /** True where the enactment that gives the power has to be named. */
  public boolean needsLegalPower() {
    return needsLegalPower;
  }
}
