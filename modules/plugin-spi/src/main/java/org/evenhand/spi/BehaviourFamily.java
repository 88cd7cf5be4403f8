package org.evenhand.spi;

/** Groups of the catalogue of behaviours (P7). */
public enum BehaviourFamily {
  /** Language or manner that offends or demeans. */
  OFFENSIVE_CONDUCT,
  /** Threat or fear of violence, or damage. */
  THREAT,
  /** Physical or verbal assault (P9.5). */
  ASSAULT,
  /** Repeated contact that may be harassment (P9.4). */
  HARASSMENT,
  /** Demands on time, attention or outcome. */
  DEMANDS,
  /** Returning to what was decided; found only as a pattern (F18). */
  REPETITION,
  /** How a complaint or enquiry is pursued; found only as a pattern (F18). */
  PURSUIT,
  /** Not co-operating with what a request needs. */
  NON_COOPERATION,
  /** What was put forward was not true. */
  HONESTY,
  OTHER
}
