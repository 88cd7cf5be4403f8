package org.evenhand.intake;

/** What whoever was consulted advised about harassment (P9.4). */
public enum ConsultationAdvice {
  REPORT,
  DO_NOT_REPORT
}
