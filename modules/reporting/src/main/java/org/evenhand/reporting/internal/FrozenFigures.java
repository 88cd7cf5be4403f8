package org.evenhand.reporting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;

/**
 * The figures of a report as text: comma-separated values as in RFC 4180, a header, one figure a
 * line in their order, codes and numbers only. Its digest stands for the report.
 */
final class FrozenFigures {

  private static final String HEADER = "quarter,measure,service_area,breakdown,code,number\r\n";

  private FrozenFigures() {}

  static String csv(Quarter quarter, List<Figure> figures) {
    return figures.stream()
        .sorted()
        .map(
            f ->
                String.join(
                        ",",
                        quarter.firstDay().toString(),
                        f.measure().name(),
                        f.serviceArea() == null ? "" : f.serviceArea().value(),
                        f.axis() == null ? "" : f.axis().name(),
                        f.code() == null ? "" : f.code(),
                        f.number().toPlainString())
                    + "\r\n")
        .collect(Collectors.joining("", HEADER, ""));
  }

  static List<Figure> read(String csv) {
    return csv.lines().skip(1).map(FrozenFigures::figure).toList();
  }

  private static Figure figure(String line) {
    String[] parts = line.split(",", -1);
    return new Figure(
        Measure.valueOf(parts[1]),
        parts[2].isEmpty() ? null : new ServiceAreaCode(parts[2]),
        parts[3].isEmpty() ? null : Axis.valueOf(parts[3]),
        parts[4].isEmpty() ? null : parts[4],
        new BigDecimal(parts[5]));
  }

  /** What the columns mean. */
  static byte[] schema() {
    try (InputStream in =
        Objects.requireNonNull(
            FrozenFigures.class.getResourceAsStream("/reports/figures.schema.json"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String digest(String csv) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
