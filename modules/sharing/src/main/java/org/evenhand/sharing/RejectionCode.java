package org.evenhand.sharing;

/** Why a partner's machine does not take a version. */
public enum RejectionCode {
  CANNOT_DECRYPT,
  SCHEMA_INVALID,
  NOT_OURS,
  WRONG_PERSON
}
