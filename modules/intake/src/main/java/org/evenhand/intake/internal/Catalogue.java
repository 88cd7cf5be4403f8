package org.evenhand.intake.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.springframework.stereotype.Component;

@Component
class Catalogue implements BehaviourCatalogue {

  private static final List<BehaviourView> ALL =
      Arrays.stream(Behaviour.values()).map(Behaviour::view).toList();

  @Override
  public List<BehaviourView> all() {
    return ALL;
  }

  @Override
  public Optional<BehaviourView> find(String code) {
    return ALL.stream().filter(b -> b.code().equals(code)).findFirst();
  }
}
