package org.evenhand.intake.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredIncidents extends CrudRepository<Incident, UUID> {
  List<Incident> findByConcern(UUID concern);
}
