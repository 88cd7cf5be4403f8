package org.evenhand.sharing;

import java.time.Instant;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One archive of a case, as it was handed on (F7).
 *
 * @param recipient who gets it
 * @param requestedBy who asked for it, there
 * @param reference theirs; null where they gave none
 * @param fileId the archive
 * @param keyThumbprint of the key that signed it, as in RFC 7638
 * @param chainHead digest of the audit chain's last link in it; null where nothing was sealed
 */
public record EvidencePackView(
    EvidencePackId id,
    ConsiderationId caseId,
    CustomerId customerId,
    EvidencePackPurpose purpose,
    String recipient,
    String requestedBy,
    @Nullable String reference,
    FileId fileId,
    String keyThumbprint,
    @Nullable String chainHead,
    ActorId madeBy,
    Instant madeAt) {}
