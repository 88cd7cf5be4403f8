package org.evenhand.plugins.crmfiledrop;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenhand.spi.Handover;
import org.evenhand.spi.Texts;

/** What the CRM made of one response. */
record Receipt(Handover handover) {

  private static final int LONGEST_REFERENCE = 200;

  /**
   * Reads lines of {@code name=value}: {@code reference} with perhaps {@code recorded-at}, or
   * {@code rejected} with a code and perhaps {@code reason}.
   *
   * @param written when the file was written, for a receipt that does not say when
   * @return empty for a receipt that is not whole yet: its last line has no end, or it says nothing
   */
  static Optional<Receipt> read(String text, Instant written) {
    if (!text.endsWith("\n")) {
      return Optional.empty();
    }
    Map<String, String> lines = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                lines.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
              }
            });
    String reference = cut(lines.getOrDefault("reference", ""));
    if (!reference.isEmpty()) {
      return Optional.of(
          new Receipt(new Handover.Accepted(reference, moment(lines.get("recorded-at"), written))));
    }
    String code = lines.getOrDefault("rejected", "");
    if (code.isEmpty()) {
      return Optional.empty();
    }
    String reason = cut(lines.getOrDefault("reason", ""));
    return Optional.of(
        new Receipt(
            new Handover.Rejected(
                code.length() > 100 ? code.substring(0, 100) : code,
                Texts.en(reason.isEmpty() ? "The CRM gave no reason." : reason))));
  }

  private static Instant moment(@org.jspecify.annotations.Nullable String text, Instant written) {
    if (text == null) {
      return written;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return written;
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_REFERENCE ? text.substring(0, LONGEST_REFERENCE) : text;
  }
}
