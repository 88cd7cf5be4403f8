package org.evenhand.rules;

/** What may be done with a contact now. The default is allowed (P3.1). */
public enum Verdict {
  ALLOWED,
  ALLOWED_WITH_CONDITIONS,
  REDIRECT,
  DECLINE_THIS_CONTACT
}
