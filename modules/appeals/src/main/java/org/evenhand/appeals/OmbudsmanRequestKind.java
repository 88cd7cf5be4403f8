package org.evenhand.appeals;

/** What a scheme wants an answer to by a day. */
public enum OmbudsmanRequestKind {
  /** Questions, or records that it asks for. */
  ENQUIRY,
  /** What it means to decide, for the council's comments. */
  DRAFT_DECISION
}
