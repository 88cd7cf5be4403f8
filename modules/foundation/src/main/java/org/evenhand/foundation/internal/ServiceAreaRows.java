package org.evenhand.foundation.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ServiceAreaRows extends Repository<ServiceArea, UUID> {
  ServiceArea save(ServiceArea area);

  Optional<ServiceArea> findByCode(String code);
}
