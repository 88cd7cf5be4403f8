package org.evenhand.foundation;

/**
 * Hands letters to the council's mail server ({@code evenhand.mail}). Claim a letter in one
 * transaction, send it outside any, note it in another.
 */
public interface OutgoingMail {

  /** Whether a mail server is named. */
  boolean on();

  /** Whether this is one bare address; lists, names, line ends and comments are none. */
  boolean usable(String address);

  /**
   * Sends a letter; the mail server has it when this returns. All of those to whom it goes get it,
   * or nobody does.
   *
   * @throws MailNotTakenException if the server does not take it
   */
  void send(MailToSend mail);
}
