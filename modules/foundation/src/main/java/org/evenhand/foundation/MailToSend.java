package org.evenhand.foundation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter by email; both forms of it say the same.
 *
 * @param id names the letter, in letters, digits, dots and hyphens; it becomes its Message-ID, the
 *     same each time
 * @param to one bare address
 * @param returnPath the address that it comes back to; null for where it comes from
 * @param copyTo an address of ours that gets a copy which the addressee does not see; null for none
 * @param replyTo whom an answer goes to; null for where it comes from
 */
public record MailToSend(
    String id,
    String to,
    String subject,
    String plain,
    String html,
    Locale language,
    Instant at,
    @Nullable String returnPath,
    @Nullable String copyTo,
    @Nullable String replyTo,
    List<Attachment> attachments) {

  /**
   * A file that goes with it.
   *
   * @param name with its ending
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Attachment(String name, String mediaType, byte[] content) {}

  public MailToSend {
    attachments = List.copyOf(attachments);
  }
}
