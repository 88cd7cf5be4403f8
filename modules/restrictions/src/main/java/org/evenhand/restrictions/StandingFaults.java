package org.evenhand.restrictions;

import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;

/** What is wrong with restrictions that stand, for those who count it (F1 to F20). */
public interface StandingFaults {

  /**
   * A restriction with something to put right.
   *
   * @param serviceArea the service whose decision it was
   * @param faults numbers as {@code F8}
   * @param steps codes of the policy's steps that are missing behind it (F1)
   */
  record Standing(
      RestrictionId restrictionId,
      CustomerId customerId,
      ServiceAreaCode serviceArea,
      Set<String> faults,
      List<String> steps) {
    public Standing {
      faults = Set.copyOf(faults);
      steps = List.copyOf(steps);
    }
  }

  /** Every one, as it is now; without what a duty of its own shows when it is late. */
  List<Standing> all();
}
