package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/**
 * The Head of Customer Services was told that behaviour is considered, or determined (P4.2, T4).
 */
public record HeadOfCustomerServicesAdvised(
    ConsiderationId considerationId, AdviceKind kind, Instant at, ActorId actor) {}
