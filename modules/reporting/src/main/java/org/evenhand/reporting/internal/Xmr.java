package org.evenhand.reporting.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.reporting.Trend;
import org.evenhand.reporting.Trend.Change;
import org.evenhand.reporting.Trend.Limits;
import org.evenhand.reporting.Trend.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A chart of single values and their moving ranges (Shewhart, Wheeler): the limits are the mean and
 * 2.66 times the mean moving range to each side. The run rules are Wheeler's three for such a
 * chart, and the trend of seven of NHS England's <em>Making Data Count</em>, which sees a slow
 * drift that carries the mean along with it.
 */
record Xmr(List<Double> values) {

  private static final double NATURAL = 2.66;
  private static final int RUN = 8;
  private static final int TREND = 7;

  Xmr {
    values = List.copyOf(values);
  }

  @Nullable Limits limits() {
    if (values.size() < Trend.FEWEST) {
      return null;
    }
    double centre = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double range =
        IntStream.range(1, values.size())
            .mapToDouble(i -> Math.abs(values.get(i) - values.get(i - 1)))
            .average()
            .orElseThrow();
    return new Limits(centre, Math.max(0, centre - NATURAL * range), centre + NATURAL * range);
  }

  /** For each value the rules that it breaks; none without limits. */
  List<Set<Signal>> signals() {
    List<Set<Signal>> signals = new ArrayList<>();
    values.forEach(v -> signals.add(EnumSet.noneOf(Signal.class)));
    Limits limits = limits();
    if (limits == null) {
      return signals;
    }
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (value > limits.upper() || value < limits.lower()) {
        signals.get(i).add(Signal.OUTSIDE);
      }
      mark(signals, i, RUN, RUN, 0, limits, Signal.RUN_OF_EIGHT);
      mark(signals, i, 4, 3, 0.5, limits, Signal.THREE_OF_FOUR);
      if (drift(i) != 0) {
        signals.subList(i - TREND + 1, i + 1).forEach(of -> of.add(Signal.TREND_OF_SEVEN));
      }
    }
    return signals;
  }

  /** Which way the seven values went that end here; 0 where they went both ways, or stood. */
  private int drift(int end) {
    if (end + 1 < TREND) {
      return 0;
    }
    List<Integer> steps =
        IntStream.rangeClosed(end - TREND + 2, end)
            .mapToObj(i -> Double.compare(values.get(i), values.get(i - 1)))
            .distinct()
            .toList();
    return steps.size() == 1 ? steps.getFirst() : 0;
  }

  /** The {@code window} values that end here, where {@code least} lie far enough on one side. */
  private void mark(
      List<Set<Signal>> signals,
      int end,
      int window,
      int least,
      double part,
      Limits limits,
      Signal signal) {
    if (end + 1 < window) {
      return;
    }
    for (int side : new int[] {1, -1}) {
      double reach = (side > 0 ? limits.upper() : limits.lower()) - limits.centre();
      double beyond = limits.centre() + part * reach;
      List<Integer> out =
          IntStream.rangeClosed(end - window + 1, end)
              .filter(i -> side > 0 ? values.get(i) > beyond : values.get(i) < beyond)
              .boxed()
              .toList();
      if (out.size() >= least) {
        out.forEach(i -> signals.get(i).add(signal));
      }
    }
  }

  /**
   * Whether the last value is part of a signal, and on which side of the mean it lies; for a drift
   * and nothing else, which way it went.
   */
  Change change() {
    Limits limits = limits();
    if (limits == null) {
      return Change.TOO_LITTLE;
    }
    Set<Signal> last = signals().getLast();
    if (last.isEmpty()) {
      return Change.NONE;
    }
    boolean up =
        last.equals(Set.of(Signal.TREND_OF_SEVEN))
            ? drift(values.size() - 1) > 0
            : values.getLast() > limits.centre();
    return up ? Change.UP : Change.DOWN;
  }
}
