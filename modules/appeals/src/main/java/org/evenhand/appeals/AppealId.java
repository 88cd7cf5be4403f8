package org.evenhand.appeals;

import java.util.UUID;

/** Identifies one appeal. */
public record AppealId(UUID value) {}
