package org.evenhand.restrictions.internal.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Slot;
import org.evenhand.spi.WeeklySlots;

/** Values of settings as a letter says them. */
public final class InWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private InWords() {}

  /** {@code Monday and Thursday, 10:00 to 12:00}. */
  public static String slots(WeeklySlots slots, String language) {
    Map<String, Set<DayOfWeek>> days = new LinkedHashMap<>();
    for (Slot slot : slots.slots()) {
      String hours =
          clock(slot.from()) + " " + Wording.word("words.to", language) + " " + end(slot, language);
      days.computeIfAbsent(hours, h -> EnumSet.noneOf(DayOfWeek.class)).add(slot.day());
    }
    return joined(
        days.entrySet().stream()
            .map(e -> joined(dayNames(e.getValue(), language), language) + ", " + e.getKey())
            .toList(),
        language);
  }

  public static String date(LocalDate date, String language) {
    return date.format(
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(tag(language))));
  }

  /** {@code Thursday 26 November 2026 at 10:00}. */
  public static String moment(LocalDateTime moment, String language) {
    Locale locale = Locale.forLanguageTag(tag(language));
    return moment.format(DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale))
        + " "
        + Wording.word("words.at", language)
        + " "
        + clock(moment.toLocalTime());
  }

  public static String channels(Set<Channel> channels, String language) {
    return joined(channels.stream().map(c -> channel(c, language)).toList(), language);
  }

  public static String channel(Channel channel, String language) {
    return Wording.word("channel." + channel.name(), language);
  }

  /** {@code a, b and c}. */
  public static String joined(Collection<String> parts, String language) {
    List<String> all = List.copyOf(parts);
    if (all.size() < 2) {
      return all.isEmpty() ? "" : all.getFirst();
    }
    return String.join(", ", all.subList(0, all.size() - 1))
        + " "
        + Wording.word("words.and", language)
        + " "
        + all.getLast();
  }

  private static List<String> dayNames(Set<DayOfWeek> days, String language) {
    return days.stream()
        .map(d -> d.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(tag(language))))
        .toList();
  }

  private static String end(Slot slot, String language) {
    return slot.to().equals(LocalTime.MIDNIGHT)
        ? Wording.word("words.midnight", language)
        : clock(slot.to());
  }

  private static String clock(LocalTime time) {
    return time.format(CLOCK);
  }

  private static String tag(String language) {
    return language.equals("en") ? "en-GB" : language;
  }
}
