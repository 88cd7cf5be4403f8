package org.evenhand.sharing.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.intake.CustomerId;
import org.evenhand.sharing.EvidencePackId;
import org.evenhand.sharing.EvidencePackPurpose;
import org.evenhand.sharing.EvidencePackView;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A pack as it is written, once. */
@Table(schema = "sharing", name = "evidence_pack")
record PackRow(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID caseId,
    UUID personId,
    EvidencePackPurpose purpose,
    String recipient,
    String requestedBy,
    @Nullable String reference,
    UUID file,
    String keyThumbprint,
    @Nullable String chainHead,
    String madeBy,
    Instant madeAt) {

  EvidencePackView view() {
    return new EvidencePackView(
        new EvidencePackId(id),
        new ConsiderationId(caseId),
        new CustomerId(personId),
        purpose,
        recipient,
        requestedBy,
        reference,
        new FileId(file),
        keyThumbprint,
        chainHead,
        new ActorId(madeBy),
        madeAt);
  }
}
