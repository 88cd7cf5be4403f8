package org.evenhand.foundation.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BuildingRows extends Repository<Building, UUID> {
  Building save(Building building);

  Optional<Building> findByCode(String code);
}
