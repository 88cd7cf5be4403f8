package org.evenhand.policy;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** That somebody knowingly lets a finding stand, and why (F10). */
public record Acceptance(String reason, Instant at, ActorId by) {}
