package org.evenhand.rules;

import java.util.List;

/**
 * Rules that cannot be followed together (T12).
 *
 * @param kind in what they contradict each other
 * @param rules the rules that do
 */
public record Contradiction(Kind kind, List<Origin> rules) {
  public Contradiction {
    rules = List.copyOf(rules);
  }

  /** In what rules contradict each other. */
  public enum Kind {
    /** Each allows only its own channels, and none is common. */
    CHANNELS,
    /** Each allows only its own people, and nobody is common. */
    COUNTERPARTS,
    /** Each allows only its own places, and none is common. */
    PLACES,
    /** Each allows only its own times, and none is common. */
    TIMES,
    /** A rule sends the customer where others always turn them away. */
    LEADS_NOWHERE,
    /** A rule keeps times open in which others always turn the customer away. */
    TIMES_NEVER_OPEN
  }
}
