package org.evenhand.reporting;

/** How far a quarterly report has come; it goes on by one step at a time (PR.1). */
public enum ReportStatus {
  /** Counted; it may be counted again. */
  DRAFT,
  /** Somebody other than its drafter looked through it. */
  REVIEWED,
  /** The leadership team, or others, had it before them. */
  PRESENTED,
  /** Open to everybody who may see reports, and the same for ever. */
  PUBLISHED
}
