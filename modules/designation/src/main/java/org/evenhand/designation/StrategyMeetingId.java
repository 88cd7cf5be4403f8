package org.evenhand.designation;

import java.util.UUID;

/** Names one strategy meeting. */
public record StrategyMeetingId(UUID value) {}
