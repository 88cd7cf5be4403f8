package org.evenhand.foundation.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OfficerRows extends Repository<Officer, UUID> {
  Officer save(Officer officer);

  Optional<Officer> findByActor(String actor);
}
