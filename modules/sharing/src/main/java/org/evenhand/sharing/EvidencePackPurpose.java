package org.evenhand.sharing;

/** What an evidence pack is asked for. */
public enum EvidencePackPurpose {
  /** The local government or the housing Ombudsman looks at a complaint. */
  OMBUDSMAN,
  /** A court or a tribunal, or somebody under its order. */
  COURT,
  /** The information commissioner. */
  INFORMATION_COMMISSIONER,
  /** The council's own or its external auditor. */
  AUDIT
}
