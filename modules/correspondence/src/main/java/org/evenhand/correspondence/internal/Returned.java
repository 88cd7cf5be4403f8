package org.evenhand.correspondence.internal;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message in the return mailbox is, as far as we are concerned. */
sealed interface Returned {

  /** The copy that a sending left here: the mail server took the letter. */
  record Copy(String messageId) implements Returned {}

  /**
   * A report (RFC 3464) that a letter was not delivered, for good.
   *
   * @param messageId of the letter that came back
   * @param status such as {@code 5.1.1}
   */
  record Bounce(String messageId, String status) implements Returned {}

  /** Anything else: a delay, an answer, an absence, a report about something that is not ours. */
  record Other() implements Returned {}

  /** Reports are small; what is larger is cut. */
  int LARGEST = 256 * 1024;

  Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  static Returned read(Message message) throws MessagingException, IOException {
    if (isReport(message)) {
      return report(message);
    }
    String[] id = message.getHeader("Message-ID");
    return id == null || id.length == 0 ? new Other() : new Copy(id[0].strip());
  }

  private static boolean isReport(Part part) throws MessagingException {
    try {
      var type = new ContentType(part.getContentType());
      return type.match("multipart/report")
          && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    } catch (ParseException e) {
      return false;
    }
  }

  private static Returned report(Message message) throws MessagingException, IOException {
    Multipart parts =
        message.getContent() instanceof Multipart known
            ? known
            : new MimeMultipart(message.getDataHandler().getDataSource());
    String failed = null;
    String original = null;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")
          || part.isMimeType("message/global-delivery-status")) {
        failed = failure(part);
      } else if (part.isMimeType("text/rfc822-headers")
          || part.isMimeType("message/rfc822")
          || part.isMimeType("message/global")
          || part.isMimeType("message/global-headers")) {
        String[] id = headers(part).getHeader("Message-ID");
        original = id == null || id.length == 0 ? null : id[0].strip();
      }
    }
    return failed == null || original == null ? new Other() : new Bounce(original, failed);
  }

  /** The status of the first addressee to whom it failed for good; null where there is none. */
  private static @Nullable String failure(BodyPart part) throws MessagingException, IOException {
    String text = new String(bytes(part), StandardCharsets.UTF_8).replace("\r\n", "\n");
    for (String group : text.split("\n[ \t]*\n")) {
      var fields =
          new InternetHeaders(
              new ByteArrayInputStream((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8)));
      String action = fields.getHeader("Action", null);
      if (action != null && action.strip().toLowerCase(Locale.ROOT).equals("failed")) {
        String status = fields.getHeader("Status", null);
        Matcher found = STATUS.matcher(status == null ? "" : status);
        return found.find() ? found.group() : "5.0.0";
      }
    }
    return null;
  }

  private static InternetHeaders headers(BodyPart part) throws MessagingException, IOException {
    return new InternetHeaders(new ByteArrayInputStream(bytes(part)));
  }

  private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return content.readNBytes(LARGEST);
    }
  }
}
