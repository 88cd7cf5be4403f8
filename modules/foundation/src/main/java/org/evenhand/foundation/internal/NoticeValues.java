package org.evenhand.foundation.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNoticeValue.Count;
import org.evenhand.foundation.StaffNoticeValue.Day;
import org.evenhand.foundation.StaffNoticeValue.Reference;
import org.evenhand.foundation.StaffNoticeValue.Words;

/** The values of a notice as they lie in its row: {@code due=day:2026-11-24}. */
final class NoticeValues {

  private NoticeValues() {}

  static String[] written(Map<String, StaffNoticeValue> values) {
    return values.entrySet().stream()
        .map(v -> v.getKey() + "=" + written(v.getValue()))
        .toArray(String[]::new);
  }

  private static String written(StaffNoticeValue value) {
    return switch (value) {
      case Day(LocalDate day) -> "day:" + day;
      case Count(int count) -> "count:" + count;
      case Reference(String reference) -> "reference:" + reference;
      case Words(String key) -> "words:" + key;
    };
  }

  static SortedMap<String, StaffNoticeValue> read(String[] written) {
    var values = new TreeMap<String, StaffNoticeValue>();
    for (String one : written) {
      int named = one.indexOf('=');
      int kind = one.indexOf(':', named);
      String value = one.substring(kind + 1);
      values.put(
          one.substring(0, named),
          switch (one.substring(named + 1, kind)) {
            case "day" -> new Day(LocalDate.parse(value));
            case "count" -> new Count(Integer.parseInt(value));
            case "reference" -> new Reference(value);
            case "words" -> new Words(value);
            default -> throw new IllegalStateException("no such kind of value");
          });
    }
    return values;
  }
}
