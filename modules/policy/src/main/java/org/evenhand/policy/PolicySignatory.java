package org.evenhand.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of signatories that a policy prints about itself.
 *
 * @param on when they signed; null while they have not
 */
public record PolicySignatory(String who, @Nullable LocalDate on) {}
