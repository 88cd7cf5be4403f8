package org.evenhand.designation;

import java.time.Instant;
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

  /**
   * Whether it was asked at that stage, from that moment on, if there is significant new
   * information, and there was none (T3). An answer given at another stage or before does not
   * count.
   */
  boolean newInformationRuledOut(ConsiderationId id, CheckStage stage, Instant since);
}
