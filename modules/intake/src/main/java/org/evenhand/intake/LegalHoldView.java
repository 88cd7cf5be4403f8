package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/**
 * While it stands, nothing of this person is erased, however long it was kept (T26).
 *
 * @param reviewOn the day by which somebody looks whether it is still needed
 * @param reviewedAt when somebody last did and left it standing
 * @param releasedAt null while it stands
 */
public record LegalHoldView(
    LegalHoldId id,
    int version,
    CustomerId customerId,
    String reason,
    LocalDate reviewOn,
    Instant placedAt,
    ActorId placedBy,
    Role placedAs,
    @Nullable Instant reviewedAt,
    @Nullable ActorId reviewedBy,
    @Nullable Instant releasedAt,
    @Nullable ActorId releasedBy,
    @Nullable String releaseReason) {

  public boolean standing() {
    return releasedAt == null;
  }
}
