package org.evenhand.designation;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;

/**
 * The findings about a customer were set aside by somebody with the power to, on appeal (P10.5).
 * Whoever keeps appeals publishes a record that implements this, within the act; nothing
 * restrictive rests on the determination from then on.
 */
public interface FindingsSetAside {

  /** The case. */
  UUID caseId();

  /**
   * Whose appeal it was: in a group perhaps one bound member's: then what was found about that
   * member falls, and nothing else (T15).
   */
  UUID customerId();

  String reasons();

  Instant at();

  ActorId by();
}
