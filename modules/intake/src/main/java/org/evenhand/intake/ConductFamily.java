package org.evenhand.intake;

/** The five neutral families into which conduct falls (T28). */
public enum ConductFamily {
  /** How often, and over how many doors, the same matter comes back. */
  PERSISTENCE,
  /** What is asked for, of whom, and how fast. */
  DEMANDS,
  /** Working together towards an answer. */
  COOPERATION,
  /** How a case is argued. */
  ARGUMENT,
  /** How people are treated. */
  MANNER
}
