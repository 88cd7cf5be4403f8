package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "adjustment")
record Adjustment(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    AdjustmentCode code,
    @Nullable String description,
    List<String> channelsNeeded,
    List<String> channelsUnusable,
    AdjustmentStatus status,
    LocalDate requestedOn,
    String requestedBy,
    LocalDate decideBy,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String decidedAs,
    @Nullable String reason,
    @Nullable UUID policyVersion) {

  Adjustment decided(
      AdjustmentStatus as, Instant at, String by, String inRole, String because, UUID under) {
    return new Adjustment(
        id,
        version,
        customer,
        code,
        description,
        channelsNeeded,
        channelsUnusable,
        as,
        requestedOn,
        requestedBy,
        decideBy,
        at,
        by,
        inRole,
        because,
        under);
  }
}
