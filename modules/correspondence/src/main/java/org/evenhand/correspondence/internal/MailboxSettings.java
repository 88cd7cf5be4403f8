package org.evenhand.correspondence.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that undeliverable notices come back to, read by IMAP; it is used for nothing else.
 * Notices are not sent by email while none is named, since nobody would hear of a bounce (T9).
 *
 * @param host the IMAP server; null or blank for none
 * @param security {@code tls}, or {@code none} within one machine
 * @param address the mailbox's own address: letters come back there, and a copy of each goes there
 * @param replyTo whom a customer's answer goes to; blank for the address that letters come from
 */
@ConfigurationProperties("evenhand.correspondence.mailbox")
record MailboxSettings(
    @Nullable String host,
    @DefaultValue("993") int port,
    @DefaultValue("tls") String security,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("") String address,
    @DefaultValue("") String replyTo) {

  boolean on() {
    return host != null && !host.isBlank() && !address.isBlank();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailboxSettings[" + host + ":" + port + "]";
  }
}
