package org.evenhand.designation;

import java.util.UUID;

/** Names one action that a strategy meeting agreed. */
public record StrategyActionId(UUID value) {}
