package org.evenhand.sharing;

/** What a partner did about what it was told (question 24). */
public enum ReferralOutcome {
  TAKEN_ON,
  NO_ACTION,
  PASSED_TO_ANOTHER_BODY,
  ADVICE_GIVEN
}
