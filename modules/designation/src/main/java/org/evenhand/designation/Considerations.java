package org.evenhand.designation;

import java.util.List;
import java.util.Optional;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;

/** Looking considerations up. Callers decide who may see them and log the read. */
public interface Considerations {

  /** Empty if there is none. */
  Optional<ConsiderationView> find(ConsiderationId id);

  /** What may be imposed on the strength of it; empty if there is no such consideration. */
  Optional<ImposingBasis> basis(ConsiderationId id);

  /**
   * All considerations about a customer, newest first; those of a group among them in which the
   * customer is bound by conduct of their own (T15).
   */
  List<ConsiderationView> of(CustomerId customer);

  /** The cases that rest on an incident, or did until it was corrected (T27). */
  List<ConsiderationView> restingOn(IncidentId incident);
}
