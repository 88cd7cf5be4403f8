package org.evenhand.correspondence;

/** Whom a customer can turn to after our own appeal; landlord matters go to the second (F4). */
public enum Ombudsman {
  LOCAL_GOVERNMENT,
  HOUSING
}
