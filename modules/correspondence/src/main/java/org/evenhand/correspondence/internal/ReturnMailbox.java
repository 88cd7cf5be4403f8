package org.evenhand.correspondence.internal;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Reads the mailbox that undeliverable notices come back to. It changes nothing there. */
@Component
class ReturnMailbox {

  private static final String PATIENCE = "10000";

  /** So many at once; the rest at the next look. */
  private static final int MOST = 500;

  /**
   * What came in.
   *
   * @param uid its place in the mailbox; counts up
   */
  record Arrived(long validity, long uid, Instant at, Returned content) {}

  interface Reader {
    /** Where the last look ended; a mailbox whose numbers began anew is read from its beginning. */
    long lastSeen(long validity);

    /** Called for each in order. What throws is read again at the next look. */
    void arrived(Arrived message);
  }

  private final MailboxSettings settings;

  ReturnMailbox(MailboxSettings settings) {
    this.settings = settings;
  }

  boolean on() {
    return settings.on();
  }

  MailboxSettings settings() {
    return settings;
  }

  /**
   * Reads what arrived since the last look.
   *
   * @throws MessagingException if the mailbox cannot be reached
   */
  void read(Reader reader) throws MessagingException {
    boolean tls = !settings.security().equals("none");
    String protocol = tls ? "imaps" : "imap";
    var properties = new Properties();
    properties.put("mail." + protocol + ".connectiontimeout", PATIENCE);
    properties.put("mail." + protocol + ".timeout", PATIENCE);
    properties.put("mail." + protocol + ".writetimeout", PATIENCE);
    properties.put("mail." + protocol + ".peek", "true");
    properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    try (Store store = Session.getInstance(properties).getStore(protocol)) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_ONLY);
        read(folder, (UIDFolder) folder, reader);
      }
    }
  }

  private static void read(Folder folder, UIDFolder numbers, Reader reader)
      throws MessagingException {
    long validity = numbers.getUIDValidity();
    long last = reader.lastSeen(validity);
    if (folder.getMessageCount() == 0) {
      return;
    }
    Message[] found = numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID);
    for (Message message : Arrays.asList(found).subList(0, Math.min(found.length, MOST))) {
      long uid = numbers.getUID(message);
      // Asked for what lies behind the last one, a server answers with the last one itself.
      if (uid > last) {
        reader.arrived(new Arrived(validity, uid, at(message), content(message)));
      }
    }
  }

  private static Instant at(Message message) throws MessagingException {
    Date received = message.getReceivedDate();
    return received == null ? Instant.EPOCH : received.toInstant();
  }

  private static Returned content(Message message) throws MessagingException {
    try {
      return Returned.read(message);
    } catch (IOException e) {
      throw new MessagingException("a message could not be read", e);
    }
  }
}
