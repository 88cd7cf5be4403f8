package org.evenhand.rules;

/**
 * Answers the front line's question: this customer is here now, what may I do?
 *
 * <p>In this order: danger, identity, topic, adjustments, precautions, then the rules in force by
 * the {@linkplain Combination combination table}. An unknown fact gives a condition or a question
 * and never a decline. Written contact from the customer is never declined: it is read. Safe to
 * call from any thread; takes a few microseconds for a handful of rules.
 */
public final class ContactEvaluator {
  private ContactEvaluator() {}

  /** The answer for one contact; the same input always gives the same answer. */
  public static ContactAnswer evaluate(CheckInput input) {
    return new Evaluation(input).answer();
  }
}
