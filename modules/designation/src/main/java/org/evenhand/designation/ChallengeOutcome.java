package org.evenhand.designation;

/** What was decided about a challenge to a warning on its facts. */
public enum ChallengeOutcome {
  STANDS(WarningStatus.STANDS),
  CORRECTED(WarningStatus.CORRECTED),
  WITHDRAWN(WarningStatus.WITHDRAWN);

  private final WarningStatus then;

  ChallengeOutcome(WarningStatus then) {
    this.then = then;
  }

  /** Where the warning stands afterwards. */
  public WarningStatus then() {
    return then;
  }
}
