package org.evenhand.appeals;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.designation.FindingsSetAside;
import org.evenhand.foundation.ActorId;

/** An appeal set the findings of a case about this customer aside (P10.5). */
public record FindingsSetAsideOnAppeal(
    UUID appealId, UUID caseId, UUID customerId, String reasons, Instant at, ActorId by)
    implements FindingsSetAside {}
