package org.evenhand.correspondence;

import java.util.UUID;

/** Identifies a notice that is being written. */
public record NoticeDraftId(UUID value) {}
