package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.StaffNoticeView;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What an email says: what kind of thing waits, and where to sign in. Nobody's name, no story. */
@Component
class MailWords {

  /** Beyond this many lines the inbox itself is the better list. */
  private static final int MOST_LINES = 30;

  private final Messages messages;
  private final NoticeWords words;
  private final MailSettings settings;

  MailWords(Messages messages, NoticeWords words, MailSettings settings) {
    this.messages = messages;
    this.words = words;
    this.settings = settings;
  }

  /**
   * @param kind {@code IMMEDIATE} or {@code DIGEST}
   */
  MailText of(String kind, List<StaffNoticeView> notices, LocalDate day) {
    Locale locale = settings.language();
    Map<String, Integer> counted = new LinkedHashMap<>();
    notices.forEach(n -> counted.merge(words.of(n, locale), 1, Integer::sum));
    List<String> lines =
        counted.entrySet().stream()
            .limit(MOST_LINES)
            .map(
                line ->
                    line.getValue() == 1
                        ? line.getKey()
                        : say("several", "count", line.getValue(), "text", line.getKey()))
            .toList();
    int more = counted.size() - lines.size();
    String subject = say("subject." + kind, "day", NoticeWords.day(day, locale));
    String lead = say("lead." + kind);
    String rest = more > 0 ? say("more", "count", more) : "";
    String signIn = say("signIn");
    String why = say("why");
    var plain = new StringBuilder(lead).append("\n\n");
    lines.forEach(line -> plain.append("- ").append(line).append('\n'));
    if (!rest.isEmpty()) {
      plain.append(rest).append('\n');
    }
    plain.append('\n').append(signIn).append('\n').append(settings.link()).append("\n\n");
    plain.append(why).append('\n');
    var html =
        new StringBuilder("<!doctype html>\n<html lang=\"")
            .append(escaped(locale.toLanguageTag()))
            .append("\"><head><meta charset=\"utf-8\"><title>")
            .append(escaped(subject))
            .append("</title></head>\n<body>\n<h1>")
            .append(escaped(subject))
            .append("</h1>\n<p>")
            .append(escaped(lead))
            .append("</p>\n<ul>\n");
    lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>\n"));
    html.append("</ul>\n");
    if (!rest.isEmpty()) {
      html.append("<p>").append(escaped(rest)).append("</p>\n");
    }
    html.append("<p><a href=\"")
        .append(escaped(settings.link()))
        .append("\">")
        .append(escaped(signIn))
        .append("</a></p>\n<p>")
        .append(escaped(why))
        .append("</p>\n</body></html>\n");
    return new MailText(subject, plain.toString(), html.toString());
  }

  private String say(String key, Object... parameters) {
    var named = new LinkedHashMap<String, String>();
    for (int i = 0; i < parameters.length; i += 2) {
      named.put(parameters[i].toString(), parameters[i + 1].toString());
    }
    return messages.say("mail." + key, named, settings.language());
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
