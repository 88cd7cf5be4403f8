package org.evenhand.spi;

import java.util.List;

/** Whether a type suits a customer, as far as the type can tell. The person still decides. */
public sealed interface Assessment {

  /** Nothing speaks against it. */
  record Accepted() implements Assessment {}

  /** It must not be used here. */
  record Refused(List<Reason> reasons) implements Assessment {
    public Refused {
      reasons = Names.nonEmpty(reasons, "Reasons");
    }
  }

  /**
   * Why not.
   *
   * @param code lower-case words joined by hyphens; stable
   * @param message for the person who proposed it
   */
  record Reason(String code, Texts message) {
    public Reason {
      Names.requireKebab(code, "A reason's code");
    }
  }

  static Assessment accepted() {
    return new Accepted();
  }

  static Assessment refused(String code, Texts message) {
    return new Refused(List.of(new Reason(code, message)));
  }
}
