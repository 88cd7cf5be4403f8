package org.evenhand.designation;

import java.time.Instant;
import org.evenhand.foundation.ActorId;

/** That and why a consideration was closed. */
public record Closing(CloseCause cause, String reason, ActorId by, Instant at) {}
