package org.evenhand.foundation;

/** What a notice to staff wants of its reader. */
public enum StaffNoticeKind {
  /** Something is theirs to do by a day. */
  DUTY,
  /** Advice that they are to read (P4.2, T4). */
  ADVICE,
  /** What became of something that they reported; theirs alone, also while they are away. */
  FEEDBACK,
  /** Something that they were told, or that they decided on, was put right (T27). */
  CORRECTION,
  /** Something happened that they have to know of. */
  INFORMATION
}
