package org.evenhand.sharing;

import java.time.Instant;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the partner was told, and what became of it. Fetched, received (acknowledged) and
 * acted on (outcome) are three things.
 *
 * @param number counts from 1
 * @param because why it was corrected or withdrawn; null for the first
 * @param rejectedBecause null unless the partner did not take it
 * @param outcomeReference under what the partner keeps it, such as a crime number; null where it
 *     gave none
 */
public record ReferralVersionView(
    ReferralVersionId id,
    int version,
    ReferralId referral,
    PartnerId partner,
    int number,
    VersionKind kind,
    @Nullable String because,
    Instant releasedAt,
    ActorId releasedBy,
    @Nullable Instant fetchedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant rejectedAt,
    @Nullable RejectionCode rejectedBecause,
    @Nullable ReferralOutcome outcome,
    @Nullable Instant outcomeAt,
    @Nullable String outcomeReference) {}
