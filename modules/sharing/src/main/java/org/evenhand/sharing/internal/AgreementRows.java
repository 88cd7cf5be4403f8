package org.evenhand.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgreementRows extends Repository<Agreement, UUID> {
  Agreement save(Agreement agreement);

  Optional<Agreement> findById(UUID id);
}
