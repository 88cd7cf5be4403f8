package org.evenhand.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a version is put into use.
 *
 * @param expectedVersion null not to ask
 * @param effectiveFrom its first day, Europe/London; null for today
 * @param adopt true to use it by decision of the Head of Customer Services before its approvals are
 *     complete (T24)
 * @param reason why it is adopted; needed for that only
 */
public record PolicyPublication(
    PolicyVersionId id,
    @Nullable Integer expectedVersion,
    @Nullable LocalDate effectiveFrom,
    boolean adopt,
    @Nullable String reason) {}
