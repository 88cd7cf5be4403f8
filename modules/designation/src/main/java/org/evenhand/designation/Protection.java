package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.AboutOthers;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The gate for a child or somebody whose capacity is in doubt: a named decision of the safeguarding
 * lead, and notice to a parent or litigation friend (T19).
 *
 * @param safeguardingLead the name of whoever decided
 * @param mayProceed whether the case may go on to restrictive action
 * @param reasons why
 * @param noticeTo the parent or litigation friend told; null until told
 * @param noticeOn the day on which they were told; null until told
 */
public record Protection(
    String safeguardingLead,
    boolean mayProceed,
    String reasons,
    @AboutOthers @Nullable String noticeTo,
    @Nullable LocalDate noticeOn,
    ActorId by,
    Instant at) {}
