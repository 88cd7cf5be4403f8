package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.correspondence.ServiceMethod;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier register said of a restriction that was taken over from it.
 *
 * @param source what that register is called
 * @param sourceReference what it calls the entry
 * @param digest of what the entry said
 * @param decidedBy null where not known (F15), as are the next three
 * @param notifiedAt when the customer counts as told by what was sent then (T9)
 * @param reviewOn null where none was known
 * @param appealTold whether the customer was told then how to appeal (F4)
 */
public record TakenOver(
    UUID restrictionId,
    UUID importId,
    String source,
    String sourceReference,
    String digest,
    @Nullable String decidedBy,
    @Nullable ServiceMethod sentHow,
    @Nullable LocalDate sentOn,
    @Nullable Instant notifiedAt,
    @Nullable LocalDate reviewOn,
    boolean appealTold,
    @Nullable String wording) {}
