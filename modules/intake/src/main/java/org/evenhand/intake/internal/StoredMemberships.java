package org.evenhand.intake.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface StoredMemberships extends CrudRepository<GroupMembership, UUID> {
  List<GroupMembership> findByGroupCustomerAndLeftOnIsNull(UUID groupCustomer);
}
