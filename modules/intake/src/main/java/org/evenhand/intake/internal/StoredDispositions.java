package org.evenhand.intake.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredDispositions extends CrudRepository<Disposition, UUID> {
  Optional<Disposition> findByContact(UUID contact);
}
