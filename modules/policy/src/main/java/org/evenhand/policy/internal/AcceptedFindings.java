package org.evenhand.policy.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All acceptances of all versions. */
interface AcceptedFindings extends ListCrudRepository<AcceptedFinding, UUID> {
  Optional<AcceptedFinding> findByPolicyVersionAndCodeAndClause(
      UUID policyVersion, String code, String clause);

  void deleteByPolicyVersion(UUID policyVersion);
}
