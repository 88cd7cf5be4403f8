package org.evenhand.intake.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredRoutedConcerns extends CrudRepository<RoutedConcern, UUID> {
  Optional<RoutedConcern> findByConcern(UUID concern);
}
