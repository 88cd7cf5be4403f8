package org.evenhand.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the revision history that a policy prints about itself.
 *
 * @param label the version number as printed
 * @param on null where the document gives no date that can be read
 */
public record PolicyRevision(String label, @Nullable LocalDate on, String summary) {}
