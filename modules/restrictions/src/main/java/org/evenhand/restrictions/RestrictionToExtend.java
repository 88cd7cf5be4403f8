package org.evenhand.restrictions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A restriction that shall go on beyond its term (T10).
 *
 * @param endsOn the new last day; null only where it shall have none
 * @param permanent without an end; only an exclusion, in an extreme case (P8.3.13)
 * @param extremeCaseReason why the case is extreme; null unless permanent
 * @param longerTermReason why it must last longer than the policy's longest term in one go (F2)
 * @param reasons why it goes on, in four steps (F17)
 * @param endsSoonerWhen what would end it sooner (F12); null to leave it
 * @param reviewOn by when it is reviewed; null for the policy's default
 * @param evidence what happened since the current term began (F13)
 */
public record RestrictionToExtend(
    RestrictionId id,
    @Nullable Integer expectedVersion,
    @Nullable LocalDate endsOn,
    boolean permanent,
    @Nullable String extremeCaseReason,
    @Nullable String longerTermReason,
    Reasons reasons,
    @Nullable String endsSoonerWhen,
    @Nullable LocalDate reviewOn,
    NewEvidence evidence) {}
