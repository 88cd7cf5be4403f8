package org.evenhand.foundation;

/** How far a file has come. */
public enum FileStatus {
  /** Announced; its content has not come yet. */
  ANNOUNCED,
  /** Its content is here, and belongs to nothing yet: it expires. */
  RECEIVED,
  /** It belongs to a record. */
  KEPT,
  /** Its content and its name were erased with the record it belonged to (T26). */
  ERASED
}
