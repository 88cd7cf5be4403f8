package org.evenhand.foundation.internal;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the council's mail server. Nothing that staff wrote becomes part of a header.
 */
@Component
class MailTransport {

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

  boolean on() {
    return settings.on();
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

  /**
   * Sends a letter.
   *
   * @throws MailException if the server does not take it
   */
  void send(String id, InternetAddress to, MailText text, Date at) {
    MimeMessage message = sender.createMimeMessage();
    try {
      var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(new InternetAddress(settings.from(), true));
      message.setRecipient(Message.RecipientType.TO, to);
      helper.setSubject(text.subject());
      helper.setText(text.plain(), text.html());
      helper.setSentDate(at);
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Content-Language", settings.language().toLanguageTag());
      // The same when it is sent again after a fall between sending and noting it.
      String host = settings.from().substring(settings.from().indexOf('@') + 1);
      message.setHeader("Message-ID", "<" + id + "@" + host + ">");
    } catch (MessagingException e) {
      throw new MailSendException("the letter could not be put together", e);
    }
    sender.send(message);
  }
}
