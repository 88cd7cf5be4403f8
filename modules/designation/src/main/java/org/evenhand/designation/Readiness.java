package org.evenhand.designation;

import java.util.List;
import java.util.Map;

/**
 * Whether every precondition of a determination is met, and which are not (question 6, F1). The
 * same table refuses the determination.
 */
public record Readiness(List<Item> items) {

  /** For which determinations a precondition is needed. */
  public enum Need {
    /** For every determination, also one of no action. */
    ANY,
    /** For one that designates, or on which restrictive action may rest. */
    ADVERSE,
    /** For one on which restrictive action may rest. */
    RESTRICTIVE,
    /** For one of unreasonably persistent behaviour. */
    PERSISTENCE
  }

  /** How a precondition stands. */
  public enum State {
    DONE,
    MISSING,
    /** Answered, with an answer that stands in the way. */
    NOT_SATISFIED,
    /** The case gives no occasion for it. */
    NOT_NEEDED
  }

  /**
   * One precondition.
   *
   * @param code with a text {@code step.<CODE>} in the bundles
   * @param parameters what is missing, where that says more than the code
   */
  public record Item(String code, Need need, State state, Map<String, String> parameters) {
    public Item {
      parameters = Map.copyOf(parameters);
    }

    /** Whether it stands in the way where it is needed. */
    public boolean open() {
      return state == State.MISSING || state == State.NOT_SATISFIED;
    }

    /** The step that a refusal names for it. */
    public String step() {
      return state == State.NOT_SATISFIED ? code + "_NOT_SATISFIED" : code;
    }
  }

  public Readiness {
    items = List.copyOf(items);
  }

  /** What stands in the way of a determination like this; empty if nothing does. */
  public List<Item> missingFor(Category category, boolean restrictive) {
    return items.stream()
        .filter(Item::open)
        .filter(
            item ->
                switch (item.need()) {
                  case ANY -> true;
                  case ADVERSE -> restrictive || category.designates();
                  case RESTRICTIVE -> restrictive;
                  case PERSISTENCE -> category == Category.UNREASONABLY_PERSISTENT;
                })
        .toList();
  }
}
