package org.evenhand.rules;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.spi.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything in force together leaves the customer a way to reach the council (P9.3, F8): a
 * channel for ordinary business that they can use, given their adjustments, within the policy's
 * number of working days of any day on which they may need it.
 *
 * <p>Counted at its worst: a limit has just been used up; contact that is answered on certain days
 * counts when the answer falls within the time; a door that needs an appointment counts only while
 * the customer can write to ask for one. Written contact that would only be read does not count.
 * Each service that a rule names is looked at by itself.
 */
public sealed interface OpenRoute {
  /** There is always one. The routes are those of the first day, one for each service looked at. */
  record Open(List<Route> routes) implements OpenRoute {
    public Open {
      routes = List.copyOf(routes);
    }
  }

  /**
   * There is a day on which there is none.
   *
   * @param day the first such day
   * @param serviceArea the service it is about; null for business with no service that a rule names
   * @param reasons for each channel offered, why it is none
   */
  record NoOpenRoute(LocalDate day, @Nullable Ref serviceArea, List<ClosedDoor> reasons)
      implements OpenRoute {
    public NoOpenRoute {
      reasons = List.copyOf(reasons);
    }
  }

  /** Looks at every day of the input's range. */
  static OpenRoute check(OpenRouteInput input) {
    return new RouteSearch(input).search();
  }
}
