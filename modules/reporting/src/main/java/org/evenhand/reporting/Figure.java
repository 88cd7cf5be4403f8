package org.evenhand.reporting;

import java.math.BigDecimal;
import java.util.Comparator;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * One number of a quarter.
 *
 * @param serviceArea null for the whole council, which is more than the sum of its areas where
 *     something belongs to none
 * @param axis by what it is broken down; null for the total
 * @param code which part; null for the total
 */
public record Figure(
    Measure measure,
    @Nullable ServiceAreaCode serviceArea,
    @Nullable Axis axis,
    @Nullable String code,
    BigDecimal number)
    implements Comparable<Figure> {

  private static final Comparator<Figure> ORDER =
      Comparator.comparing(Figure::measure)
          .thenComparing(
              Figure::serviceArea,
              Comparator.nullsFirst(Comparator.comparing(ServiceAreaCode::value)))
          .thenComparing(Figure::axis, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Figure::code, Comparator.nullsFirst(Comparator.naturalOrder()));

  public static Figure of(Measure measure, @Nullable ServiceAreaCode area, long number) {
    return new Figure(measure, area, null, null, BigDecimal.valueOf(number));
  }

  @Override
  public int compareTo(Figure other) {
    return ORDER.compare(this, other);
  }
}
