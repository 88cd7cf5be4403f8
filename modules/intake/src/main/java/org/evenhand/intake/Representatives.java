package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The people who may speak for customers (T16). */
public interface Representatives {

  Optional<RepresentativeView> find(RepresentativeId id);

  /** Of these customers, past ones too, oldest first. */
  List<RepresentativeView> of(Collection<CustomerId> customers);
}
