package org.evenhand.intake;

/** What becomes of a contact that needs an answer (F19). */
public enum DispositionOutcome {
  ANSWERED,
  /** Read, and kept without an answer, with the reason (T13). */
  FILED,
  /** Handed to somebody who answers it. */
  ROUTED,
  /** Promised for a day, which becomes a duty. */
  TO_BE_ANSWERED
}
