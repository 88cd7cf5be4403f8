package org.evenhand.reporting;

import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * How many duties of one kind wait in one service area.
 *
 * @param serviceArea null for those of no one area
 * @param fault which of F1 to F20 it shows when overdue; null for none
 * @param soon due within five working days and not overdue
 */
public record DutyDigestLine(
    String kind,
    @Nullable ServiceAreaCode serviceArea,
    @Nullable String fault,
    int overdue,
    int soon) {}
