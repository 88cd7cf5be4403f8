package org.evenhand.intake.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredMatterLinks extends CrudRepository<MatterLink, UUID> {
  Optional<MatterLink> findByMatterAndLinkedAndUnlinkedAtIsNull(UUID matter, UUID linked);
}
