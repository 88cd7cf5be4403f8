package org.evenhand.rules;

import java.time.Instant;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A way for ordinary business.
 *
 * @param channel how
 * @param officer with whom; null when with nobody in particular
 * @param team with which team; null as above
 * @param building where, when in person; null when no building is known by name
 * @param endpoint at which number or mailbox; null when at none in particular
 * @param serviceArea for which service; null for business with no service that a rule names
 * @param at a moment at which it is open
 * @param toBeArranged it needs a booking or an appointment
 */
public record Route(
    Channel channel,
    @Nullable Ref officer,
    @Nullable Ref team,
    @Nullable Ref building,
    @Nullable Ref endpoint,
    @Nullable Ref serviceArea,
    Instant at,
    boolean toBeArranged) {}
