package org.evenhand.restrictions;

/** What a review meeting decides on one restriction. */
public enum MeetingOutcome {
  /** It is kept, as by a review (F2). */
  CONTINUE,
  /** It is kept for now; whoever owns it is to vary it. */
  AMEND,
  LIFT
}
