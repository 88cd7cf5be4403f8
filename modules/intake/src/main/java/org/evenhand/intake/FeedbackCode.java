package org.evenhand.intake;

/** What the reporter of a concern is told: what became of it, in neutral words (P4.1, T20). */
public enum FeedbackCode {
  TAKEN_UP,
  LAID_DOWN,
  SENT_ELSEWHERE,
  /** What it was about was considered and decided. */
  CONSIDERED,
  ROUTE_ACTION_TAKEN,
  ROUTE_RESOLVED_INFORMALLY,
  ROUTE_NO_ACTION;

  /** For a concern that was dealt with. */
  public static FeedbackCode of(ConcernStatus status) {
    return switch (status) {
      case ACCEPTED -> TAKEN_UP;
      case NO_FURTHER_ACTION -> LAID_DOWN;
      case ROUTED_ELSEWHERE -> SENT_ELSEWHERE;
      case REPORTED -> throw new IllegalArgumentException("nothing became of it yet");
    };
  }

  public static FeedbackCode of(RouteOutcome outcome) {
    return switch (outcome) {
      case ACTION_TAKEN -> ROUTE_ACTION_TAKEN;
      case RESOLVED_INFORMALLY -> ROUTE_RESOLVED_INFORMALLY;
      case NO_ACTION -> ROUTE_NO_ACTION;
    };
  }
}
