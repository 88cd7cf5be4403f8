package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reasonable adjustments, shown before any rule and carried across services (F3). */
public interface Adjustments {

  Optional<AdjustmentView> find(AdjustmentId id);

  /** On these very records, in the order in which they were asked for. */
  List<AdjustmentView> of(Collection<CustomerId> customers);

  /** Of the person, on whichever of their records. */
  List<AdjustmentView> agreed(CustomerId customer);

  /** What these said before they said what they say now, oldest first. */
  List<AdjustmentVersion> earlier(Collection<AdjustmentId> ids);

  /** Restrictive action waits for these, on whichever record of the person they are (F3). */
  List<AdjustmentView> undecided(CustomerId customer);
}
