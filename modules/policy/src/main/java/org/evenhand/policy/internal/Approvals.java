package org.evenhand.policy.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.policy.ApprovalStep;
import org.springframework.data.repository.ListCrudRepository;

/** All approvals of all versions. */
interface Approvals extends ListCrudRepository<ApprovalRecord, UUID> {
  Optional<ApprovalRecord> findByPolicyVersionAndStep(UUID policyVersion, ApprovalStep step);

  void deleteByPolicyVersion(UUID policyVersion);
}
