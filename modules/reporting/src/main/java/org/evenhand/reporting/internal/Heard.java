package org.evenhand.reporting.internal;

/** What a note is about; the subject is named in brackets. */
enum Heard {
  /** It was recorded (incident). */
  INCIDENT,
  /** Whose it is, also that it is nobody's known (incident). */
  ATTRIBUTION,
  /** What it says now about where, when and what (incident). */
  CORRECTION,
  /** It counts no more (incident). */
  VOID,
  /** A customer got in touch (contact). */
  CONTACT,
  /** Whether we caused it, as weighed again (contact). */
  REWEIGHED,
  /** Behaviour is being considered (consideration). */
  CASE,
  /** A person determined it (consideration). */
  DETERMINATION,
  /** Nothing more follows (consideration). */
  CLOSING,
  /** A warning was given (its letter, or the policy's copy). */
  WARNING,
  /** An action was decided on (restriction). */
  RESTRICTION,
  /** A later decision took the place of another one (the later restriction). */
  REPLACEMENT,
  /** From when it has effect (restriction). */
  EFFECT,
  /** It ended (restriction). */
  ENDING,
  /** An appeal came in (appeal). */
  APPEAL,
  /** Findings were presented (appeal). */
  PRESENTATION,
  /** It was determined (appeal). */
  APPEAL_DETERMINATION,
  /** It was taken back (appeal). */
  WITHDRAWAL,
  /** An adjustment was asked for (adjustment). */
  ADJUSTMENT,
  /** It was agreed or declined (adjustment). */
  ADJUSTMENT_DECISION,
  /** Something became due, or due on another day (duty). */
  DUTY,
  /** It was seen to (duty). */
  DISCHARGE,
  /** An incident was reported onward, or not (obligation). */
  ONWARD_REPORT,
  /** An act was refused that would have committed a fault (the refusal). */
  REFUSAL,
  /** A restriction stands with a fault (both together). */
  FINDING,
  /** It was put right, or the restriction ended (both together). */
  FINDING_MENDED,
  /** Two records count as one person (the merge). */
  MERGE,
  /** They are two people again (the merge). */
  UNMERGE
}
