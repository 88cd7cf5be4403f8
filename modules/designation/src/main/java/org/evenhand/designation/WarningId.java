package org.evenhand.designation;

import java.util.UUID;

/** Names one warning. */
public record WarningId(UUID value) {}
