package org.evenhand.foundation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A duty as it stands: open, overdue or discharged. Null fields as in {@link DutyToOpen}. */
public record DutyView(
    UUID id,
    String kind,
    String subjectType,
    UUID subject,
    @Nullable UUID person,
    Role ownerRole,
    @Nullable ActorId owner,
    @Nullable ServiceAreaCode serviceArea,
    Instant openedAt,
    LocalDate dueOn,
    Instant dueAt,
    @Nullable Instant fellDueAt,
    @Nullable Instant dischargedAt,
    @Nullable ActorId dischargedBy,
    @Nullable String dischargeReference,
    @Nullable String dischargeReason) {

  public boolean open() {
    return dischargedAt == null;
  }

  /** Whether it should have been seen to by now. */
  public boolean overdue(Instant now) {
    return open() && !now.isBefore(dueAt);
  }
}
