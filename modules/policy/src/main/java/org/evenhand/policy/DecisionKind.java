package org.evenhand.policy;

/** A kind of decision for which the authority matrix says who may take it (F15). */
public enum DecisionKind {
  /** That somebody's behaviour is unreasonable or unreasonably persistent (P8.0). */
  DESIGNATE("designate"),
  /** A restriction on contact. */
  RESTRICT("restrict-contact"),
  /** Help without restriction: a meeting, an advocate, an agreement. */
  SUPPORT("offer-support"),
  /** Sharing the policy with a warning (P8.3.8, F20). */
  WARN("warn"),
  /** Exclusion from one or more buildings for a term (P8.3.13). */
  EXCLUDE_FROM_BUILDING("exclude-from-building"),
  /** Exclusion without an end date, in extreme cases only (P8.3.13). */
  EXCLUDE_PERMANENTLY("exclude-permanently"),
  /** A safety measure that may begin at once by an emergency determination (F1). */
  SAFETY_MEASURE("safety-measure"),
  /** Ending a restriction before its time. */
  LIFT("lift"),
  /** Suspending restrictions while an appeal is open (P10). */
  SUSPEND_FOR_APPEAL("suspend-for-appeal"),
  /** Agreeing or declining a reasonable adjustment (F3). */
  ADJUSTMENT("adjustment"),
  /** Seeking a court injunction (T11). */
  INJUNCTION("injunction"),
  /** Taking in an appeal that comes late (T8). */
  ACCEPT_LATE_APPEAL("accept-late-appeal"),
  /** Determining an appeal (P10.5). */
  DETERMINE_APPEAL("determine-appeal");

  private final String action;

  DecisionKind(String action) {
    this.action = action;
  }

  /** The stable code of the action, as restriction types name it. */
  public String action() {
    return action;
  }
}
