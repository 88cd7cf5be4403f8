package org.evenhand.restrictions;

/** What everybody must be able to do with a council, whatever is in force (P9.3, F8). */
public enum EverydayNeed {
  ORDINARY_BUSINESS,
  PAY,
  REPORT_A_REPAIR,
  CLAIM_A_BENEFIT,
  SEEK_HOMELESSNESS_HELP,
  VOTE,
  ATTEND_A_PUBLIC_MEETING,
  COMMENT_ON_PLANNING,
  ASK_FOR_INFORMATION,
  COMPLAIN,
  APPEAL,
  EMERGENCY
}
