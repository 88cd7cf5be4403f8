package org.evenhand.foundation;

import java.util.UUID;

/** Identifies an assignment. */
public record AssignmentId(UUID value) {}
