package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A reasonable adjustment, asked for and decided (F3). It belongs to the customer and holds in
 * every service.
 *
 * @param description in words; always there for {@link AdjustmentCode#OTHER}
 * @param channelsNeeded those that must stay open to this customer
 * @param channelsUnusable those that this customer cannot use
 * @param decideBy the last day for deciding
 * @param reason why it was agreed or declined; null while it waits
 */
public record AdjustmentView(
    AdjustmentId id,
    int version,
    CustomerId customerId,
    AdjustmentCode what,
    @Nullable String description,
    Set<Channel> channelsNeeded,
    Set<Channel> channelsUnusable,
    AdjustmentStatus status,
    LocalDate requestedOn,
    ActorId requestedBy,
    LocalDate decideBy,
    @Nullable Instant decidedAt,
    @Nullable LocalDate decidedOn,
    @Nullable ActorId decidedBy,
    @Nullable String reason) {
  public AdjustmentView {
    channelsNeeded = Set.copyOf(channelsNeeded);
    channelsUnusable = Set.copyOf(channelsUnusable);
  }
}
