package org.evenhand.foundation.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AssignmentRows extends Repository<Assignment, UUID> {
  Assignment save(Assignment assignment);

  Optional<Assignment> findById(UUID id);
}
