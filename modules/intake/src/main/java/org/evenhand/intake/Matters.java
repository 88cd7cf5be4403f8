package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Matters in other systems (F16). */
public interface Matters {

  Optional<MatterView> find(MatterId id);

  List<MatterView> of(CustomerId customer);

  /** Of these customers, in the order in which they were recorded. */
  List<MatterView> of(Collection<CustomerId> customers);
}
