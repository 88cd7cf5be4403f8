package org.evenhand.policy.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.policy.Consultee;
import org.springframework.data.repository.ListCrudRepository;

/** All consultations of all versions. */
interface Consultations extends ListCrudRepository<ConsultationRecord, UUID> {
  Optional<ConsultationRecord> findByPolicyVersionAndConsultee(
      UUID policyVersion, Consultee consultee);

  void deleteByPolicyVersion(UUID policyVersion);
}
