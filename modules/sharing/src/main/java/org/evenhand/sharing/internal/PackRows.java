package org.evenhand.sharing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PackRows extends Repository<PackRow, UUID> {
  PackRow save(PackRow pack);

  Optional<PackRow> findById(UUID id);

  List<PackRow> findByCaseIdOrderByMadeAt(UUID caseId);
}
