package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.RepresentativeId;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it stands.
 *
 * @param reference what letters quote
 * @param caseId the consideration behind the notice; null where there is none
 * @param serviceArea the service that leads the case; null where there is no case
 * @param lastDay the last day as it stood when the appeal came in; null where the notice had not
 *     been served, so that none was running
 * @param inTime whether it was sent or received by then (T8)
 * @param grounds null while the customer has not said why they disagree (T7)
 * @param groundCodes the same in kinds; empty while there are no grounds
 * @param presentBy the council's own deadline for presenting findings (P10.4)
 * @param workTo the working day to work to: that day, or the one before
 * @param headConflicted whether the Head of Customer Services signed the notice, so that another
 *     investigator has to be named before findings are presented (T6)
 * @param lateDecision null unless it was late and decided upon
 * @param tellBy the local clock for telling the customer; null until there is something to tell
 *     (T7)
 * @param course what became of it since
 */
public record AppealView(
    AppealId id,
    int version,
    String reference,
    NoticeId noticeId,
    UUID customerId,
    @Nullable UUID caseId,
    @Nullable ServiceAreaCode serviceArea,
    AppealStatus status,
    LodgedBy lodgedBy,
    @Nullable RepresentativeId representative,
    @Nullable String adjustment,
    AppealChannel channel,
    LocalDate receivedOn,
    @Nullable LocalDate sentOn,
    @Nullable LocalDate lastDay,
    boolean inTime,
    @Nullable String grounds,
    Set<GroundCode> groundCodes,
    @Nullable LocalDate groundsReceivedOn,
    LocalDate presentBy,
    LocalDate workTo,
    boolean headConflicted,
    @Nullable LateDecision lateDecision,
    @Nullable LocalDate tellBy,
    Instant recordedAt,
    ActorId recordedBy,
    AppealCourse course) {
  public AppealView {
    groundCodes =
        groundCodes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(groundCodes));
  }
}
