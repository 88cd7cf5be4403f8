package org.evenhand.designation;

import java.util.List;
import java.util.Optional;
import org.evenhand.intake.CustomerId;

/** Looking considerations up. Callers decide who may see them and log the read. */
public interface Considerations {

  /** Empty if there is none. */
  Optional<ConsiderationView> find(ConsiderationId id);

  /** What may be imposed on the strength of it; empty if there is no such consideration. */
  Optional<ImposingBasis> basis(ConsiderationId id);

  /** All considerations of a customer, newest first. */
  List<ConsiderationView> of(CustomerId customer);
}
