package org.evenhand.foundation;

/** The mail server did not take a letter. The message never holds an address. */
public final class MailNotTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean addressRefused;

  public MailNotTakenException(String fault, boolean addressRefused) {
    super(fault);
    this.addressRefused = addressRefused;
  }

  /** Whether the server says for good that there is no such addressee. */
  public boolean addressRefused() {
    return addressRefused;
  }
}
