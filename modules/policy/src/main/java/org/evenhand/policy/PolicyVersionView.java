package org.evenhand.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy, whole.
 *
 * @param version changes with every act on it
 * @param status as of the moment of reading
 * @param inForceFrom null for a draft
 * @param inForceUntil when a later version takes over; null if none is published
 * @param reviewDue null for a draft
 * @param adoptedAt null unless it was adopted before its approvals were complete
 * @param adoptionReason as above
 * @param approvedAt null until published as approved
 * @param adoptedOnly whether it is or was in use without complete approvals, and lacked them at the
 *     moment of reading (T24)
 * @param stepsMissing codes of approvals and consultations that its kind of change still needs
 */
public record PolicyVersionView(
    PolicyVersionId id,
    int version,
    String label,
    ChangeKind changeKind,
    PolicyVersionStatus status,
    PolicyDocument document,
    Figures figures,
    AuthorityMatrix authority,
    List<CarveOut> carveOuts,
    @Nullable Instant inForceFrom,
    @Nullable Instant inForceUntil,
    @Nullable LocalDate reviewDue,
    @Nullable Instant adoptedAt,
    @Nullable String adoptionReason,
    @Nullable Instant approvedAt,
    boolean adoptedOnly,
    Instant draftedAt,
    ActorId draftedBy,
    List<PolicyApproval> approvals,
    List<PolicyConsultation> consultations,
    List<String> stepsMissing,
    List<Finding> findings) {

  public PolicyVersionView {
    carveOuts = List.copyOf(carveOuts);
    approvals = List.copyOf(approvals);
    consultations = List.copyOf(consultations);
    stepsMissing = List.copyOf(stepsMissing);
    findings = List.copyOf(findings);
  }
}
