package org.evenhand.designation.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.foundation.NodeSource;
import org.springframework.stereotype.Component;

@Component
class ConsiderationNodes implements NodeSource {

  private final CaseSight sight;

  ConsiderationNodes(CaseSight sight) {
    this.sight = sight;
  }

  @Override
  public String type() {
    return "Consideration";
  }

  @Override
  public Optional<?> find(UUID id) {
    return sight.find("node", new ConsiderationId(id));
  }
}
