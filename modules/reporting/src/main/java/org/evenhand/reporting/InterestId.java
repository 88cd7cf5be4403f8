package org.evenhand.reporting;

import java.util.UUID;

/** Identifies what somebody on the staff said of a record. */
public record InterestId(UUID value) {}
