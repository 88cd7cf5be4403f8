package org.evenhand.spi;

/**
 * The type's part of the letter to the customer, in plain and neutral words (F12, P9.2, T28).
 * Dates, reasons, appeal and Ombudsman are the house's part.
 *
 * @param what what is asked of the customer or arranged for them
 * @param where places it covers; silent when it has none
 * @param when times it covers; silent when it has none
 * @param stillServed how the customer still gets services meanwhile
 * @param endsSooner what would end it before its last day; silent for the house's standard words
 */
public record LetterWording(
    Texts what, Texts where, Texts when, Texts stillServed, Texts endsSooner) {
  public LetterWording {
    if (what.silent() || stillServed.silent()) {
      throw new IllegalArgumentException(
          "A letter says what is done and how the customer still gets services");
    }
  }
}
