package org.evenhand.plugins.leisure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.evenhand.kit.BehavioursContractTests;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PoolsideContractTests extends BehavioursContractTests {

  @Override
  protected Behaviours list() {
    return new Poolside();
  }

  /** What version 1.0.0 named. */
  @Override
  protected Map<TypeId, LocalDate> named() {
    return Map.of(
        TypeId.of("leisure.instruction-not-followed"),
        Poolside.FIRST,
        TypeId.of("leisure.put-swimmers-at-risk"),
        Poolside.FIRST,
        TypeId.of("leisure.watched-or-filmed-children"),
        Poolside.FIRST,
        TypeId.of("leisure.damaged-equipment"),
        Poolside.FIRST);
  }

  @Test
  @DisplayName("T25: filming one's own visit is none of them")
  void filmingOnesOwnVisitIsNoneOfThem() {
    assertThat(list().behaviours())
        .filteredOn(behaviour -> behaviour.words().in("en").value().contains("filmed"))
        .singleElement()
        .satisfies(b -> assertThat(b.description().in("en").value()).contains("not meant"));
  }
}
