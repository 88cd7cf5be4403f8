package org.evenhand.rules;

import org.evenhand.spi.Effect;

/** The effects as the combination table knows them. */
public enum EffectKind {
  DECLINE,
  REDIRECT,
  REQUIRE,
  ADVISE,
  /** A limit that is reached; one that is not changes nothing. */
  LIMIT,
  ANSWER_ON,
  /** A question without an answer; with one, the effect that follows from it counts. */
  ASK;

  /** The kind of an effect. */
  public static EffectKind of(Effect effect) {
    return switch (effect) {
      case Effect.Decline ignored -> DECLINE;
      case Effect.Redirect ignored -> REDIRECT;
      case Effect.Require ignored -> REQUIRE;
      case Effect.Advise ignored -> ADVISE;
      case Effect.Limit ignored -> LIMIT;
      case Effect.AnswerOn ignored -> ANSWER_ON;
      case Effect.Ask ignored -> ASK;
    };
  }
}
