package org.evenhand.foundation;

import org.jspecify.annotations.Nullable;

/**
 * How many duties of one kind are open in one service area.
 *
 * @param serviceArea null for those that belong to no one area
 * @param overdue whose time has passed
 * @param soon due by the day asked about, and not overdue
 */
public record DutyCount(
    String kind, @Nullable ServiceAreaCode serviceArea, int overdue, int soon) {}
