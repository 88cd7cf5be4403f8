package org.evenhand.intake.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredProperties extends CrudRepository<VisitedProperty, UUID> {
  Optional<VisitedProperty> findByUprn(String uprn);
}
