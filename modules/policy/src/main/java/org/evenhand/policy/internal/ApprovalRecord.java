package org.evenhand.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.policy.ApprovalStep;
import org.evenhand.policy.PolicyApproval;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An approval as it is kept: one for a step, the latest recorded. */
@Table(schema = "policy", value = "policy_approval")
record ApprovalRecord(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID policyVersion,
    ApprovalStep step,
    String givenBy,
    LocalDate givenOn,
    @Nullable String reference,
    Instant recordedAt,
    String recordedBy) {

  static ApprovalRecord of(UUID policyVersion, PolicyApproval approval) {
    return new ApprovalRecord(
        Ids.next(),
        null,
        policyVersion,
        approval.step(),
        approval.by(),
        approval.on(),
        approval.reference(),
        approval.recordedAt(),
        approval.recordedBy().value());
  }

  ApprovalRecord replacedBy(PolicyApproval approval) {
    return new ApprovalRecord(
        id,
        version,
        policyVersion,
        step,
        approval.by(),
        approval.on(),
        approval.reference(),
        approval.recordedAt(),
        approval.recordedBy().value());
  }
}
