package org.evenhand.foundation;

import java.util.UUID;

/** Identifies an officer. */
public record OfficerId(UUID value) {}
