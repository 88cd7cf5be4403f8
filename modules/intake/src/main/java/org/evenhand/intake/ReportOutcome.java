package org.evenhand.intake;

/**
 * What the police, or the route by which it was reported, made of a report (question 24, P9.5,
 * T18). An open list: it says what they did, not what anybody deserved.
 */
public enum ReportOutcome {
  /** They were asked and have not said; there is a day to ask again. */
  NO_ANSWER_YET,
  /** Sent back, or not taken as a report. */
  NOT_ACCEPTED,
  /** On their record as an incident; no crime was recorded. */
  INCIDENT_LOGGED,
  CRIME_RECORDED,
  /** Passed on to somebody else, who is named. */
  REFERRED_ELSEWHERE,
  NO_FURTHER_ACTION,
  WORDS_OF_ADVICE,
  COMMUNITY_RESOLUTION,
  CAUTION,
  CHARGED_OR_SUMMONSED,
  /** Something else, in words. */
  OTHER
}
