package org.evenhand.correspondence;

/**
 * The version of a letter that a customer can read (F3). Which one is owed follows from the agreed
 * adjustments; the customer counts as notified when that one arrives (T9).
 */
public enum LetterVariant {
  STANDARD,
  /** The same words in 18 point type. */
  LARGE_PRINT,
  /** Short sentences, one idea on a line, in large type; everything mandatory stays. */
  EASY_READ,
  /** Made elsewhere from the words of the letter, as the two that follow. */
  BRAILLE,
  AUDIO,
  SIGN_LANGUAGE;

  /** Whether it is made by somebody else from our text, so that we never send it by ourselves. */
  public boolean madeElsewhere() {
    return switch (this) {
      case STANDARD, LARGE_PRINT, EASY_READ -> false;
      case BRAILLE, AUDIO, SIGN_LANGUAGE -> true;
    };
  }
}
