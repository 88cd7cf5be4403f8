package org.evenhand.designation;

import java.util.UUID;

/** Names one monitoring period. */
public record MonitoringId(UUID value) {}
