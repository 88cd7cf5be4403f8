package org.evenhand.rules;

/** What a person can be recognised by, in the order in which the front line asks for more. */
public enum Identifier {
  DATE_OF_BIRTH,
  NAME,
  REFERENCE,
  EMAIL,
  TELEPHONE,
  ADDRESS
}
