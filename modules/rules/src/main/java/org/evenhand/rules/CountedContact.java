package org.evenhand.rules;

import java.time.Instant;
import org.evenhand.spi.Channel;

/**
 * A recent contact that counts towards a limit: it got through, came from the customer, was not
 * about a carve-out and was not caused by the council (P6.3a). Whoever hands these in has left the
 * others out.
 */
public record CountedContact(Instant at, Channel channel) {}
