package org.evenhand.sharing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why something is to be shared, as the regulator's template asks for it.
 *
 * @param requestingBody which body asked for it; null where the council offers it
 * @param requestedBy name and post of whoever asked there; null where the council offers it
 * @param requestedOn when that was received; null where the council offers it
 * @param description what data, in words
 * @param necessity why it is necessary
 * @param withLess whether the aim could be met with less, or without personal data, and why not
 * @param riskOfSharing what may go wrong if it is shared
 * @param riskOfNotSharing what may go wrong if it is not
 * @param extraConditions what else must hold for special-category or criminal-offence data; null
 *     where there are none, or the agreement says it
 * @param lawEnforcement which provisions on law-enforcement data apply; null where none do
 * @param impactAssessment whether one was considered, and what came of it
 * @param retention how long the partner keeps it, and how it deletes it
 * @param security how it is protected on its way and there
 * @param rights how the person's rights will be met
 * @param frequency once, or how often
 */
public record SharingGrounds(
    @Nullable String requestingBody,
    @Nullable String requestedBy,
    @Nullable LocalDate requestedOn,
    String description,
    String necessity,
    String withLess,
    String riskOfSharing,
    String riskOfNotSharing,
    Controllers controllers,
    @Nullable String extraConditions,
    @Nullable String lawEnforcement,
    String impactAssessment,
    String retention,
    String security,
    String rights,
    String frequency) {}
