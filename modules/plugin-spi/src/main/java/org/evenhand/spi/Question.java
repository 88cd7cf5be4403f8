package org.evenhand.spi;

/**
 * A question to be answered yes or no by whoever takes the contact.
 *
 * @param code lower-case words joined by hyphens, under which the answer comes back
 * @param words the question, for the officer
 */
public record Question(String code, Texts words) {
  /** Does the customer offer anything new? (P8.0, P8.3.6, T13) */
  public static final String NEW_INFORMATION = "new-information";

  public Question {
    Names.requireKebab(code, "A question's code");
  }
}
