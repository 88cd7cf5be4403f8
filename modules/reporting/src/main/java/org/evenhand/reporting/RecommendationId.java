package org.evenhand.reporting;

import java.util.UUID;

/** Identifies a recommendation on a report. */
public record RecommendationId(UUID value) {}
