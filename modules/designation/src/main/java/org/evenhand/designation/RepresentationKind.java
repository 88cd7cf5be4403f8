package org.evenhand.designation;

/** A step in hearing the customer's side before anything is decided (F5). */
public enum RepresentationKind {
  /** The customer was asked for their account, with a day to answer by. */
  INVITED,
  /** The customer's account was received. */
  RECEIVED,
  /** The customer said that they do not wish to give one. */
  DECLINED,
  /** The day to answer by passed in silence; only after an invitation. */
  NO_REPLY,
  /** Safety forbade waiting: the reason, and the day by which the customer is heard afterwards. */
  DISPENSED
}
