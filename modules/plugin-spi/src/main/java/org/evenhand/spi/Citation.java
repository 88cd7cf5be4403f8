package org.evenhand.spi;

/**
 * Where it is written that this rule may be made.
 *
 * @param document the policy, order or contract, in a form a reader can look up; not blank
 * @param clause the part of it, such as {@code 8.3.3}; blank when the whole is meant
 */
public record Citation(String document, String clause) {
  public Citation {
    if (document.isBlank()) {
      throw new IllegalArgumentException("A citation names a document");
    }
  }

  /** A clause of the council's policy on managing unreasonable customer behaviour. */
  public static Citation policy(String clause) {
    return new Citation("policy", clause);
  }
}
