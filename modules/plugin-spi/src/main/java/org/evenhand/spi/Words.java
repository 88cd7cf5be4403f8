package org.evenhand.spi;

/**
 * What a rule gives the front line to work with. Neutral, and revealing nothing of the case (T20,
 * T28).
 *
 * @param toSay said or written to the customer; may hold placeholders
 * @param instructions for the officer only; may hold placeholders
 */
public record Words(Texts toSay, Texts instructions) {
  private static final Words NONE = new Words(Texts.none(), Texts.none());

  public static Words none() {
    return NONE;
  }

  /** English words to say, with no instruction beside them. */
  public static Words say(String toSay) {
    return new Words(Texts.en(toSay), Texts.none());
  }

  /** English words to say, and an English instruction. */
  public static Words of(String toSay, String instructions) {
    return new Words(Texts.en(toSay), Texts.en(instructions));
  }
}
