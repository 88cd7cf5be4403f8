package org.evenhand.foundation;

import java.util.UUID;

/** Identifies a service area. */
public record ServiceAreaId(UUID value) {}
