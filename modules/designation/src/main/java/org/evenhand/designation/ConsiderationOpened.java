package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;

/** A customer's behaviour is being considered (P4.2). */
public record ConsiderationOpened(
    ConsiderationId considerationId,
    CustomerId customerId,
    ServiceAreaCode leadService,
    boolean corporate,
    Instant at,
    ActorId actor) {}
