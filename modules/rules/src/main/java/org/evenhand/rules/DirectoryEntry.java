package org.evenhand.rules;

import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a reference stands for at the moment of a check.
 *
 * @param name as the customer may hear it
 * @param reachAt number, mailbox or address; null where there is none to give
 * @param channel for an endpoint, how it is used; null otherwise
 * @param availability whether it can be reached now
 */
public record DirectoryEntry(
    String name, @Nullable String reachAt, @Nullable Channel channel, Availability availability) {}
