package org.evenhand.intake;

/** Where a request for a reasonable adjustment stands (F3). */
public enum AdjustmentStatus {
  REQUESTED,
  AGREED,
  DECLINED
}
