package org.evenhand.intake.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.spi.Obligation;
import org.springframework.stereotype.Component;

@Component
class Catalogue implements BehaviourCatalogue {

  /** The policy's own, in its order. */
  static final Map<String, BehaviourView> OF_POLICY =
      Arrays.stream(Behaviour.values())
          .map(Behaviour::view)
          .collect(
              Collectors.toMap(
                  BehaviourView::code,
                  Function.identity(),
                  (one, same) -> one,
                  LinkedHashMap::new));

  private static final Comparator<BehaviourView> ORDER =
      Comparator.comparingInt(Catalogue::rank)
          .thenComparing(BehaviourView::source)
          .thenComparing(BehaviourView::code);

  private final StoredBehaviours stored;

  Catalogue(StoredBehaviours stored) {
    this.stored = stored;
  }

  @Override
  public List<BehaviourView> all() {
    var all = new ArrayList<>(OF_POLICY.values());
    stored.findAll().forEach(added -> all.add(added.view()));
    all.sort(ORDER);
    return List.copyOf(all);
  }

  @Override
  public Optional<BehaviourView> find(String code) {
    return Optional.ofNullable(named(List.of(code)).get(code));
  }

  @Override
  public Map<String, BehaviourView> named(Collection<String> codes) {
    var found = new LinkedHashMap<String, BehaviourView>();
    var added = new HashSet<String>();
    for (String code : codes) {
      BehaviourView known = OF_POLICY.get(code);
      if (known == null) {
        added.add(code);
      } else {
        found.put(code, known);
      }
    }
    if (!added.isEmpty()) {
      stored.findByCodeIn(added).forEach(a -> found.put(a.code(), a.view()));
    }
    return found;
  }

  /** What these oblige us to, beside what the incident itself does. */
  Set<Obligation> opens(Collection<String> codes) {
    return named(codes).values().stream()
        .flatMap(behaviour -> behaviour.opens().stream())
        .collect(Collectors.toSet());
  }

  /** Codes once each, in the catalogue's order. */
  static List<String> inOrder(Collection<BehaviourView> behaviours) {
    return behaviours.stream().sorted(ORDER).map(BehaviourView::code).distinct().toList();
  }

  private static int rank(BehaviourView behaviour) {
    if (behaviour.textNeeded()) {
      return Integer.MAX_VALUE;
    }
    return OF_POLICY.containsKey(behaviour.code())
        ? Behaviour.valueOf(behaviour.code()).ordinal()
        : Behaviour.values().length;
  }
}
