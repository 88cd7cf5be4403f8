package org.evenhand.reporting;

import java.util.UUID;

/** Identifies a session that was held. */
public record TrainingSessionId(UUID value) {}
