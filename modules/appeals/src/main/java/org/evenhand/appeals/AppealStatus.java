package org.evenhand.appeals;

/** How far an appeal has come. */
public enum AppealStatus {
  /** In time, or taken in late: to be investigated and presented (P10.4). */
  LODGED(true),
  /** After the last day: the Head of Customer Services decides whether it is taken in (T8). */
  LATE(true),
  /** Not taken in, by a person and for a reason (T8). */
  OUT_OF_TIME(false),
  /** The findings are with a member of the Corporate Management Team (P10.4). */
  PRESENTED(true),
  /** Decided; the customer has not been told yet (P10.5). */
  DETERMINED(true),
  /** The customer was written to with the outcome (T7). */
  ANSWERED(false),
  /** The customer took it back. */
  WITHDRAWN(false);

  private final boolean pending;

  AppealStatus(boolean pending) {
    this.pending = pending;
  }

  /** Whether the customer waits for an answer: what the front line is shown. */
  public boolean pending() {
    return pending;
  }
}
