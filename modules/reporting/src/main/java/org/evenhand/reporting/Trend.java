package org.evenhand.reporting;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A measure month by month, with the limits within which it moves by itself (an XmR chart). It is
 * about a service, never about a person.
 *
 * @param serviceArea null for the whole council
 * @param part of what it is broken down by; null for all of it
 * @param limits null where there are too few months to say, or too few of something in them
 * @param change what the run rules say of the latest months; nothing is called a change otherwise
 */
public record Trend(
    Measure measure,
    @Nullable ServiceAreaCode serviceArea,
    @Nullable Part part,
    List<Point> points,
    @Nullable Limits limits,
    Change change) {

  /** Months that are needed before limits mean anything. */
  public static final int FEWEST = 8;

  /** What counts must come to in a month, on average, before they do. */
  public static final double RAREST = 1;

  /** One behaviour, channel, outcome or whatever else a measure is broken down by. */
  public record Part(Axis axis, String code) {}

  /** What a month came to. */
  public record Point(YearMonth month, double number, Set<Signal> signals) {
    public Point {
      signals = Set.copyOf(signals);
    }
  }

  /**
   * @param centre the mean
   * @param lower never below zero
   * @param upper a single month above it is a signal
   */
  public record Limits(double centre, double lower, double upper) {}

  /** The run rules. */
  public enum Signal {
    /** Outside the limits. */
    OUTSIDE,
    /** Among eight in a row on one side of the mean. */
    RUN_OF_EIGHT,
    /** Among three of four in a row that lie nearer to a limit than to the mean. */
    THREE_OF_FOUR,
    /** Among seven in a row each of which lies above, or each below, the one before. */
    TREND_OF_SEVEN
  }

  /** Whether the latest month is part of a signal, and which way it went. */
  public enum Change {
    UP,
    DOWN,
    /** There is enough to say that it only varies. */
    NONE,
    /** There is too little to say anything. */
    TOO_LITTLE
  }

  public Trend {
    points = List.copyOf(points);
  }
}
