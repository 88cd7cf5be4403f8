package org.evenhand.rules;

/** Whether somebody or something in the directory can be reached. */
public enum Availability {
  NOW,
  NOT_NOW,
  NOT_KNOWN,
  /** Left, closed or switched off; nobody is sent there any more. */
  GONE
}
