package org.evenhand.appeals;

import java.util.Set;
import org.evenhand.foundation.Outcome;
import org.evenhand.restrictions.RestrictionId;
import org.jspecify.annotations.Nullable;

/** Whether restrictions wait for the outcome of an appeal (P10, T6). Call within an act. */
public interface SuspendingForAppeals {

  /**
   * @param suspend false to record that they stay in force
   * @param restrictions which; empty for all that the notice tells of and that have not ended
   */
  record Decide(
      AppealId id,
      @Nullable Integer expectedVersion,
      boolean suspend,
      Set<RestrictionId> restrictions,
      String reason) {
    public Decide {
      restrictions = Set.copyOf(restrictions);
    }
  }

  /**
   * Sets restrictions aside until the appeal is decided, or records that they stay in force. Set
   * aside ends with the appeal. Refused: {@code MAY_NOT_DECIDE_SUSPENSION} (F15), {@code
   * APPEAL_DECIDER_INVOLVED} (T6), {@code APPEAL_RESTRICTION_NOT_OF_NOTICE}, {@code
   * APPEAL_NOTHING_TO_SUSPEND}, {@code TEXT_MISSING}.
   */
  Outcome<AppealView> decide(Decide decision);
}
