package org.evenhand.reporting;

import java.util.UUID;

/** Identifies what a commissioned service has to report on one quarter. */
public record ServiceReturnId(UUID value) {}
