package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Matters in other systems (F16). */
public interface Matters {

  Optional<MatterView> find(MatterId id);

  /** Those that exist. */
  List<MatterView> find(Collection<MatterId> ids);

  /** Of the person, on whichever of their records. */
  List<MatterView> of(CustomerId customer);

  /** On these very records, in the order in which they were recorded. */
  List<MatterView> of(Collection<CustomerId> customers);

  /** Those with this number in this system, of whichever customers, however it is typed (F16). */
  List<MatterView> named(String system, String reference);
}
