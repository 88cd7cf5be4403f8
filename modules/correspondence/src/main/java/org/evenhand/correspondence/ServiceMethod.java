package org.evenhand.correspondence;

/** How a notice goes to the customer (P10.3). */
public enum ServiceMethod {
  /** Handed over in person, to the customer or to an advocate who acts for them. */
  HAND(false),
  FIRST_CLASS(true),
  SECOND_CLASS(true),
  /** To an address in current use that did not bounce (T9). */
  EMAIL(false),
  /** The customer's account on the council's website. */
  PORTAL(false);

  private final boolean post;

  ServiceMethod(boolean post) {
    this.post = post;
  }

  /** Whether the day of notification is counted in working days after posting. */
  public boolean isPost() {
    return post;
  }
}
