package org.evenhandfixtures.architecture.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Wrong on purpose: a repository that everybody can reach. */
public interface PublicCases extends CrudRepository<Object, UUID> {}
