package org.evenhand.reporting;

import java.util.UUID;

/** Identifies the report on one quarter. */
public record QuarterlyReportId(UUID value) {}
