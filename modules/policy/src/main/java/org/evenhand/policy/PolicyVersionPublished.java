package org.evenhand.policy;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/**
 * A version was adopted, or published as approved; a version that is adopted first and approved
 * later is published twice.
 *
 * @param adoptedOnly whether approvals are still missing (T24)
 * @param inForceFrom when it takes over, at {@code at} or later
 */
public record PolicyVersionPublished(
    PolicyVersionId policyVersionId,
    String label,
    Instant at,
    ActorId actor,
    boolean adoptedOnly,
    Instant inForceFrom) {}
