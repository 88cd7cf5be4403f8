package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNoticeValue.Count;
import org.evenhand.foundation.StaffNoticeValue.Day;
import org.evenhand.foundation.StaffNoticeValue.Reference;
import org.evenhand.foundation.StaffNoticeValue.Words;
import org.evenhand.foundation.StaffNoticeView;
import org.springframework.stereotype.Component;

/** The sentence of a notice, put together when it is read. */
@Component
public class NoticeWords {

  private final Messages messages;

  NoticeWords(Messages messages) {
    this.messages = messages;
  }

  public String of(StaffNoticeView notice, Locale locale) {
    Map<String, String> said = new HashMap<>();
    notice.values().forEach((name, value) -> said.put(name, said(value, locale)));
    return messages.say("staffNotice." + notice.code(), said, locale);
  }

  private String said(StaffNoticeValue value, Locale locale) {
    return switch (value) {
      case Day(LocalDate day) -> day(day, locale);
      case Count(int count) -> Integer.toString(count);
      case Reference(String reference) -> reference;
      case Words(String key) -> messages.say(key, Map.of(), locale);
    };
  }

  /** English without a country is British here. */
  static String day(LocalDate day, Locale locale) {
    boolean welsh = locale.getLanguage().equals("cy");
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(welsh ? locale : Locale.UK)
        .format(day);
  }
}
