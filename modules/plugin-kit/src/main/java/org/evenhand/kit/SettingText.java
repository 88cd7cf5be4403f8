package org.evenhand.kit;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Recurrence;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Slot;
import org.evenhand.spi.WeeklySlots;

/** Reads a setting's value as somebody types it on a command line. */
final class SettingText {

  private SettingText() {}

  /**
   * @throws IllegalArgumentException if it does not have the form of its kind
   * @throws java.time.DateTimeException if it does not, and is a date or a time
   */
  static SettingValue read(SettingDescriptor descriptor, String text) {
    return switch (descriptor) {
      case SettingDescriptor.TextSetting ignored -> new SettingValue.TextValue(text);
      case SettingDescriptor.LongTextSetting ignored -> new SettingValue.LongTextValue(text);
      case SettingDescriptor.ChoiceSetting ignored -> new SettingValue.ChoiceValue(text);
      case SettingDescriptor.NumberSetting ignored ->
          new SettingValue.NumberValue(new BigDecimal(text));
      case SettingDescriptor.FlagSetting ignored -> new SettingValue.FlagValue(flag(text));
      case SettingDescriptor.DateSetting ignored ->
          new SettingValue.DateValue(LocalDate.parse(text));
      case SettingDescriptor.DurationSetting ignored ->
          new SettingValue.DurationValue(Duration.parse(text));
      case SettingDescriptor.PeriodSetting ignored ->
          new SettingValue.PeriodValue(Period.parse(text));
      case SettingDescriptor.WeeklySlotsSetting ignored ->
          new SettingValue.WeeklySlotsValue(slots(text));
      case SettingDescriptor.RecurrenceSetting ignored ->
          new SettingValue.RecurrenceValue(recurrence(text));
      case SettingDescriptor.ChannelSetSetting ignored ->
          new SettingValue.ChannelSetValue(
              parts(text).stream()
                  .map(part -> Channel.valueOf(part.toUpperCase(Locale.ROOT).replace('-', '_')))
                  .collect(Collectors.toSet()));
      case SettingDescriptor.BuildingSetSetting ignored ->
          new SettingValue.BuildingSetValue(
              parts(text).stream().map(Ref::building).collect(Collectors.toSet()));
      case SettingDescriptor.ZoneSetting ignored -> new SettingValue.ZoneValue(Ref.zone(text));
      case SettingDescriptor.ServiceAreaSetting ignored ->
          new SettingValue.ServiceAreaValue(Ref.serviceArea(text));
      case SettingDescriptor.MatterSetting ignored ->
          new SettingValue.MatterValue(Ref.matter(text));
      case SettingDescriptor.OfficerSetting ignored ->
          new SettingValue.OfficerValue(Ref.officer(text));
      case SettingDescriptor.TeamSetting ignored -> new SettingValue.TeamValue(Ref.team(text));
      case SettingDescriptor.PartySetting ignored -> new SettingValue.PartyValue(Ref.party(text));
      case SettingDescriptor.EndpointSetting ignored ->
          new SettingValue.EndpointValue(Ref.endpoint(text));
      case SettingDescriptor.ListSetting list ->
          new SettingValue.ListValue(
              parts(text).stream().map(part -> read(list.element(), part)).toList());
      case SettingDescriptor.UrlSetting ignored -> new SettingValue.UrlValue(URI.create(text));
      case SettingDescriptor.SecretSetting ignored -> new SettingValue.SecretValue(text);
    };
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** As {@code MON 10:00-12:00, THU 14:00-16:00}. */
  private static WeeklySlots slots(String text) {
    var slots = new ArrayList<Slot>();
    for (String part : parts(text)) {
      String[] words = part.split("[ -]+");
      if (words.length != 3) {
        throw new IllegalArgumentException(part);
      }
      slots.add(new Slot(day(words[0]), LocalTime.parse(words[1]), LocalTime.parse(words[2])));
    }
    return new WeeklySlots(slots);
  }

  private static DayOfWeek day(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> upper.length() >= 3 && day.name().startsWith(upper))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** As {@code 2026-11-26/P14D}. */
  private static Recurrence recurrence(String text) {
    String[] words = text.split("/");
    if (words.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return Recurrence.of(LocalDate.parse(words[0]), Period.parse(words[1]));
  }
}
