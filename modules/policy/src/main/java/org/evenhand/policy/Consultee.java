package org.evenhand.policy;

/** Who is consulted on a version; they advise, they do not approve (PP.1). */
public enum Consultee {
  TRADE_UNION_LIAISON_GROUP,
  DATA_PROTECTION_OFFICER,
  HEADS_OF_SERVICE;

  /** The code under which a refusal names this consultation while it is missing. */
  public String missingCode() {
    return "POLICY_CONSULTATION_" + name();
  }
}
