package org.evenhand.designation;

import java.util.List;
import org.evenhand.designation.ReadinessContributor.Evidence;

/** How a case would stand up: the seven things, each with the evidence that is there or missing. */
public record Scrutiny(List<Point> points) {

  /** How one of the seven stands. */
  public enum State {
    DONE,
    MISSING,
    /** The case gives no occasion for it yet. */
    NOT_NEEDED
  }

  /** One of the seven. */
  public record Point(ScrutinyPoint point, List<Evidence> evidence) {
    public Point {
      evidence = List.copyOf(evidence);
    }

    public State state() {
      if (evidence.isEmpty()) {
        return State.NOT_NEEDED;
      }
      return evidence.stream().allMatch(Evidence::there) ? State.DONE : State.MISSING;
    }
  }

  public Scrutiny {
    points = List.copyOf(points);
  }
}
