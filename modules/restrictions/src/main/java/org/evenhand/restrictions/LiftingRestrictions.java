package org.evenhand.restrictions;

import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/** Ending an action before its last day. Call within an act. */
public interface LiftingRestrictions {

  /**
   * Ends an action at once, with a reason, by somebody with the power to (F15). Publishes {@link
   * RestrictionLifted}; everybody told of it is to be told of its end (F11).
   */
  Outcome<RestrictionView> lift(RestrictionId id, @Nullable Integer expectedVersion, String reason);
}
