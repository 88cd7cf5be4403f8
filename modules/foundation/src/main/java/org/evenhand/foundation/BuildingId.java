package org.evenhand.foundation;

import java.util.UUID;

/** Identifies a building. */
public record BuildingId(UUID value) {}
