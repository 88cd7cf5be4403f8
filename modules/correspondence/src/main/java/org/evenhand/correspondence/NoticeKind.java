package org.evenhand.correspondence;

/** What a notice tells the customer. */
public enum NoticeKind {
  /** The findings with reasons, also where the outcome is no action (P4.2, T4). */
  DETERMINATION(false),
  /** Restrictions imposed, with or without the determination they rest on (P9.2). */
  RESTRICTIONS(true),
  /** What will follow if the conduct goes on (P8.3.8, F20). */
  WARNING(false),
  /** That conduct is watched for a time, and what follows at its end. */
  MONITORING(false),
  /** Restrictions changed in another way than by ending them. */
  VARIED(true),
  /** Restrictions that go on beyond their first term: a new decision (T10). */
  EXTENDED(true),
  /** A review or a request that left restrictions in force. */
  REFUSAL_TO_LIFT(true),
  /** Restrictions ended. */
  LIFTED(false),
  /** That an appeal came in, and what happens to it when (P10.2, T7). */
  APPEAL_ACKNOWLEDGEMENT(false),
  /** What became of an appeal (P10.5). */
  APPEAL_OUTCOME(false),
  /** That a complaint about a matter already decided is not registered again, and why (T13). */
  REFUSAL_TO_REGISTER(false);

  private final boolean alwaysAppealable;

  NoticeKind(boolean alwaysAppealable) {
    this.alwaysAppealable = alwaysAppealable;
  }

  /**
   * Whether a notice of this kind carries the appeal paragraph whatever else it says (F4, P10.1).
   */
  public boolean alwaysAppealable() {
    return alwaysAppealable;
  }
}
