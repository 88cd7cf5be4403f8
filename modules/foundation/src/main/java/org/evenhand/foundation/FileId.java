package org.evenhand.foundation;

import java.util.UUID;

/** Which file. */
public record FileId(UUID value) {}
