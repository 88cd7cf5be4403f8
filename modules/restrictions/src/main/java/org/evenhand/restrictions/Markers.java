package org.evenhand.restrictions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.intake.CustomerId;

/** Looking markers up. Callers decide who may see them and log the read. */
public interface Markers {

  Optional<MarkerView> find(MarkerId id);

  /** Of these records, ended ones too, newest first; those at places are not among them. */
  List<MarkerView> of(Collection<CustomerId> customers);
}
