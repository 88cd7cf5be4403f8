package org.evenhand.correspondence;

import java.util.UUID;

/** Identifies letters that go to the printer together. */
public record PrintBatchId(UUID value) {}
