package org.evenhand.designation;

/** How somebody had to do with a case, recorded as it happens (T6). */
public enum InvolvementKind {
  /** Opened it, answered a check, heard the customer or assessed circumstances. */
  CONSIDERED,
  /** Gave advice on the substance. */
  ADVISED,
  /** Determined it. */
  DECIDED,
  /** Is the direct line manager of whoever determined it. */
  DECIDERS_LINE_MANAGER,
  /** Said how to do it, not what to decide. */
  PROCEDURAL_ADVICE,
  /** Mediated between customer and service. */
  MEDIATED;

  /**
   * Whether it bars the person from deciding an appeal about the case; advice on procedure does
   * not.
   */
  public boolean disqualifies() {
    return this != PROCEDURAL_ADVICE && this != MEDIATED;
  }
}
