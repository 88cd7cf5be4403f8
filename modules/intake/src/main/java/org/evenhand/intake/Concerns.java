package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Concerns on record (P5.1). */
public interface Concerns {

  Optional<ConcernView> find(ConcernId id);

  /** Those that exist, newest first. */
  List<ConcernView> find(Collection<ConcernId> ids);

  /** About this person, on whichever of their records, newest first. */
  List<ConcernView> of(CustomerId customer);
}
