package org.evenhand.spi;

/** What an incident with a behaviour obliges the council to do. */
public enum Obligation {
  /** Tell the police; no consultation first (P9.5, T18). */
  REPORT_TO_POLICE,
  /** Consult, then consider telling the police (P9.4). */
  CONSULT_ON_HARASSMENT,
  /** Record and report as a hate or inequality incident (P4.1, T18). */
  REPORT_HATE_INCIDENT,
  /** Consider the HAT policy (P8.3.1). */
  CONSIDER_HAT,
  /** Tell the safeguarding lead. */
  TELL_SAFEGUARDING
}
