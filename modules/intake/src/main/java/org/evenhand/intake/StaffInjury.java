package org.evenhand.intake;

/**
 * What an incident did to somebody at work, as the Reporting of Injuries, Diseases and Dangerous
 * Occurrences Regulations 2013 tell it apart. Physical violence against somebody at work counts.
 */
public enum StaffInjury {
  /** Hurt; reportable if they cannot do their usual work for more than seven days in a row. */
  INJURED,
  /** One of the injuries that the regulations list; told to the regulator without delay. */
  SPECIFIED,
  DEATH
}
