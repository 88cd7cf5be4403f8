package org.evenhand.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.intake.ObligationKind;
import org.springframework.data.repository.CrudRepository;

interface StoredObligations extends CrudRepository<Obligation, UUID> {
  List<Obligation> findByIncident(UUID incident);

  Optional<Obligation> findByIncidentAndKind(UUID incident, ObligationKind kind);
}
