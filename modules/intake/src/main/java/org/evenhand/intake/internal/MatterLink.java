package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.intake.LinkedKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "matter_link")
record MatterLink(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID matter,
    LinkedKind linkedType,
    UUID linked,
    Instant linkedAt,
    String linkedBy,
    @Nullable Instant unlinkedAt,
    @Nullable String unlinkedBy,
    @Nullable String unlinkReason) {

  MatterLink undone(String reason, String by, Instant at) {
    return new MatterLink(
        id, version, matter, linkedType, linked, linkedAt, linkedBy, at, by, reason);
  }
}
