package org.evenhand.reporting.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.intake.EqualityCharacteristic;
import org.evenhand.reporting.EqualityRate;
import org.jspecify.annotations.Nullable;

/** Equality rates as they are kept with a report: one a line, withheld ones with nothing behind. */
final class FrozenRates {

  private FrozenRates() {}

  static String text(List<EqualityRate> rates) {
    return rates.stream()
        .map(
            r ->
                String.join(
                        ",",
                        r.characteristic().name(),
                        r.answer(),
                        text(r.people()),
                        text(r.share()),
                        text(r.low()),
                        text(r.high()))
                    + "\n")
        .collect(Collectors.joining());
  }

  static List<EqualityRate> read(String text) {
    return text.lines().map(FrozenRates::rate).toList();
  }

  private static EqualityRate rate(String line) {
    String[] parts = line.split(",", -1);
    return new EqualityRate(
        EqualityCharacteristic.valueOf(parts[0]),
        parts[1],
        parts[2].isEmpty() ? null : Integer.valueOf(parts[2]),
        number(parts[3]),
        number(parts[4]),
        number(parts[5]));
  }

  private static @Nullable Double number(String part) {
    return part.isEmpty() ? null : Double.valueOf(part);
  }

  private static String text(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }
}
