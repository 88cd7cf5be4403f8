package org.evenhand.rules;

/** The parts of an answer, in the order in which the front line reads them. */
public enum Part {
  DANGER,
  IDENTITY,
  TOPIC,
  ADJUSTMENTS,
  PRECAUTIONS,
  CONDITIONS,
  WORDS,
  NEXT_STEPS,
  AS_OF,
  /** For anyone, with or without a record. */
  GUIDANCE
}
