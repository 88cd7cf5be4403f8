package org.evenhand.intake.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredIdentifiers extends CrudRepository<CustomerIdentifier, UUID> {
  List<CustomerIdentifier> findByCustomerAndEndedOnIsNull(UUID customer);
}
