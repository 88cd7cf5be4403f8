package org.evenhand.intake.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.intake.BehaviourSource;
import org.springframework.data.repository.CrudRepository;

interface StoredBehaviours extends CrudRepository<AddedBehaviour, UUID> {
  Optional<AddedBehaviour> findByCode(String code);

  List<AddedBehaviour> findByCodeIn(Collection<String> codes);

  List<AddedBehaviour> findBySource(BehaviourSource source);
}
