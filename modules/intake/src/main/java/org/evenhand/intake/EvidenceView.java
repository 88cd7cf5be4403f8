package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.AboutOthers;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.GlobalId;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for or against an account, or came with a contact (F7, F13).
 *
 * @param subject the concern, incident or contact
 * @param what it is
 * @param givenBy who gave it
 * @param madeOn when it was made; null where nobody knows
 * @param firstHand whether it shows the thing itself, not what somebody heard of it
 */
public record EvidenceView(
    EvidenceId id,
    GlobalId subject,
    FileId fileId,
    String what,
    @AboutOthers String givenBy,
    @Nullable LocalDate madeOn,
    boolean firstHand,
    ActorId attachedBy,
    Instant attachedAt) {}
