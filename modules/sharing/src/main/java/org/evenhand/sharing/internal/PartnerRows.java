package org.evenhand.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PartnerRows extends Repository<Partner, UUID> {
  Partner save(Partner partner);

  Optional<Partner> findById(UUID id);
}
