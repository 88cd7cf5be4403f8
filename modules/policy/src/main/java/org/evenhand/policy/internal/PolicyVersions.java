package org.evenhand.policy.internal;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All versions of the policy. */
interface PolicyVersions extends ListCrudRepository<PolicyVersion, UUID> {}
