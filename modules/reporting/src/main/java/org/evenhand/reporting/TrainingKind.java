package org.evenhand.reporting;

/** What was done so that the policy is known and followed (P4.1). */
public enum TrainingKind {
  /** Staff were trained on the policy. */
  POLICY,
  /** Staff were trained on recording with the CRM. */
  CRM,
  /** The scheme was promoted: a briefing, a poster, a page. */
  PROMOTION
}
