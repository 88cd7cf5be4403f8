package org.evenhand.reporting;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.policy.PolicyVersionId;

/** That somebody read a version of the policy and accepted it (P4.1, PP.1). */
public record PolicyAcceptanceView(
    UUID id, PolicyVersionId policyVersion, ActorId actor, Instant at) {}
