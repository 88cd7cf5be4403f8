package org.evenhand.reporting;

import org.evenhand.foundation.DutyView;
import org.jspecify.annotations.Nullable;

/**
 * Something on a list of what is not as it should be.
 *
 * @param fault which of F1 to F20 it shows; null for none
 */
public record ReportingException(@Nullable String fault, DutyView duty) {}
