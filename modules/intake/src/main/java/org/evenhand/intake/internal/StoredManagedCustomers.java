package org.evenhand.intake.internal;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredManagedCustomers extends CrudRepository<ManagedCustomer, UUID> {}
