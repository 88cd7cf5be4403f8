package org.evenhand.policy.internal;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface PolicyVersions extends ListCrudRepository<PolicyVersion, UUID> {}
