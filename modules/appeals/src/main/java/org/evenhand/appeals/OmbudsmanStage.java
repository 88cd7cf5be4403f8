package org.evenhand.appeals;

/** How far a complaint to an Ombudsman has come, worked out from what is on record. */
public enum OmbudsmanStage {
  /** The scheme told the council of it, and asked nothing yet. */
  RECEIVED,
  /** The scheme asked for information, and decided nothing yet. */
  ENQUIRIES,
  /** The scheme sent what it means to decide. */
  DRAFT_DECISION,
  /** Decided; the council has something to put right. */
  REMEDIES,
  /** Decided, and nothing is left to do. */
  CLOSED
}
