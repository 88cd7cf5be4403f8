package org.evenhand.restrictions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Question 26: whether the file supports an injunction, point by point.
 *
 * @param supports whether nothing that can be known beforehand is missing
 */
public record InjunctionSupport(boolean supports, List<Point> points) {
  public InjunctionSupport {
    points = List.copyOf(points);
  }

  /** How a point stands. */
  public enum State {
    DONE,
    MISSING,
    /** Nobody can put it right: an injunction is out of the question. */
    NEVER,
    NOT_NEEDED,
    /** Brought with the decision itself. */
    WITH_THE_DECISION
  }

  /**
   * One thing that an injunction needs.
   *
   * @param code stable; with a sentence {@code injunction.<CODE>} in the bundle
   * @param count how many there are, where they are counted; null otherwise
   */
  public record Point(String code, State state, @Nullable Integer count) {}
}
