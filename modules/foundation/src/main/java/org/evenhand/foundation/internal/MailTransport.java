package org.evenhand.foundation.internal;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.evenhand.foundation.MailNotTakenException;
import org.evenhand.foundation.MailToSend;
import org.evenhand.foundation.OutgoingMail;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the council's mail server. Nothing that staff wrote becomes part of a header.
 */
@Component
class MailTransport implements OutgoingMail {

  private static final String PATIENCE = "10000";

  private final MailSettings settings;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  MailTransport(MailSettings settings) {
    this.settings = settings;
    if (settings.on()) {
      boolean tls = settings.security().equals("tls");
      sender.setHost(settings.host());
      sender.setPort(settings.port());
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
      sender.setProtocol(tls ? "smtps" : "smtp");
      sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
      String protocol = "mail." + (tls ? "smtps" : "smtp");
      Properties properties = sender.getJavaMailProperties();
      properties.put(protocol + ".connectiontimeout", PATIENCE);
      properties.put(protocol + ".timeout", PATIENCE);
      properties.put(protocol + ".writetimeout", PATIENCE);
      properties.put(protocol + ".ssl.checkserveridentity", "true");
      if (settings.user() != null) {
        properties.put(protocol + ".auth", "true");
      }
      if (settings.security().equals("starttls")) {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
    }
  }

  @Override
  public boolean on() {
    return settings.on();
  }

  @Override
  public boolean usable(String address) {
    return address(address).isPresent();
  }

  /** The same when it is sent again after a fall between sending and noting it. */
  private String messageId(String id) {
    return "<" + id + "@" + settings.from().substring(settings.from().indexOf('@') + 1) + ">";
  }

  /** The one address that this is, or empty: lists, names, line ends and comments are none. */
  static Optional<InternetAddress> address(String text) {
    try {
      var address = new InternetAddress(text, true);
      boolean bare = text.equals(address.getAddress()) && text.indexOf('@') > 0;
      boolean plain =
          text.chars().allMatch(c -> c > ' ' && c < 127 && "<>,;:\"()[]\\".indexOf(c) < 0);
      return bare && plain ? Optional.of(address) : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  @Override
  public void send(MailToSend mail) {
    try {
      sender.send(message(mail));
    } catch (MailException e) {
      throw new MailNotTakenException(e.getClass().getSimpleName(), refused(e, mail.to()));
    }
  }

  /**
   * Sends a letter to staff.
   *
   * @throws MailException if the server does not take it
   */
  void send(String id, InternetAddress to, MailText text, Date at) {
    sender.send(
        message(
            new MailToSend(
                id,
                to.getAddress(),
                text.subject(),
                text.plain(),
                text.html(),
                settings.language(),
                at.toInstant(),
                null,
                null,
                null,
                List.of())));
  }

  private SMTPMessage message(MailToSend mail) {
    var message = new SMTPMessage(sender.getSession());
    try {
      var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(new InternetAddress(settings.from(), true));
      message.setRecipient(Message.RecipientType.TO, one(mail.to()));
      if (mail.copyTo() != null) {
        message.setRecipient(Message.RecipientType.BCC, one(mail.copyTo()));
      }
      if (mail.replyTo() != null) {
        message.setReplyTo(new Address[] {one(mail.replyTo())});
      }
      if (mail.returnPath() != null) {
        message.setEnvelopeFrom(one(mail.returnPath()).getAddress());
      }
      helper.setSubject(mail.subject());
      helper.setText(mail.plain(), mail.html());
      for (MailToSend.Attachment file : mail.attachments()) {
        helper.addAttachment(file.name(), new ByteArrayResource(file.content()), file.mediaType());
      }
      helper.setSentDate(Date.from(mail.at()));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Content-Language", mail.language().toLanguageTag());
      message.setHeader("Message-ID", messageId(mail.id()));
    } catch (MessagingException e) {
      throw new MailSendException("the letter could not be put together", e);
    }
    return message;
  }

  private static InternetAddress one(String address) throws AddressException {
    return address(address).orElseThrow(AddressException::new);
  }

  /** Only what the server says about this addressee, and only where it says so for good. */
  private static boolean refused(MailException e, String to) {
    if (!(e instanceof MailSendException failed)) {
      return false;
    }
    for (Exception cause : failed.getMessageExceptions()) {
      Exception next = cause;
      while (next instanceof MessagingException fault) {
        if (fault instanceof SMTPAddressFailedException refused
            && refused.getReturnCode() >= 500
            && refused.getAddress().getAddress().equals(to)) {
          return true;
        }
        next = fault.getNextException();
      }
    }
    return false;
  }
}
