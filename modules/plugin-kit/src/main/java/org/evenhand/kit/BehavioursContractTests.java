package org.evenhand.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.BehaviourFamily;
import org.evenhand.spi.Behaviours;
import org.evenhand.spi.Obligation;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a list of behaviours must keep to (P7.1). Extend it once for each list, and give what
 * earlier releases of the plugin named:
 *
 * <pre>{@code
 * class PoolsideContractTests extends BehavioursContractTests {
 *   protected Behaviours list() { return new Poolside(); }
 * }
 * }</pre>
 */
public abstract class BehavioursContractTests {

  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
  private static final Set<BehaviourFamily> FOUND_AS_PATTERN =
      EnumSet.of(BehaviourFamily.REPETITION, BehaviourFamily.PURSUIT);

  /** A new instance of the list, made as the house makes it: without arguments. */
  protected abstract Behaviours list();

  /** Codes that earlier releases named, with the day from which each could be recorded. */
  protected Map<TypeId, LocalDate> named() {
    return Map.of();
  }

  @Test
  @DisplayName("P7.1: codes of its own namespace, each once, and the same from each instance")
  final void codesAreItsOwn() {
    Behaviours list = list();
    assertThat(list.id().namespace()).as("its own namespace").isNotEqualTo(TypeId.BUILT_IN);
    assertThat(list.behaviours()).isNotEmpty().isEqualTo(list().behaviours());
    assertThat(list.behaviours()).extracting(BehaviourCode::id).doesNotHaveDuplicates();
    assertThat(list.behaviours())
        .extracting(behaviour -> behaviour.id().namespace())
        .containsOnly(list.id().namespace());
  }

  @Test
  @DisplayName("T28: English words for each, which say what was done and blame nobody")
  final void wordsArePlain() {
    for (BehaviourCode behaviour : list().behaviours()) {
      String code = behaviour.id().value();
      assertThat(behaviour.words().values()).as(code).containsKey("en");
      assertThat(PlainWords.blame(behaviour.words())).as(code).isEmpty();
      assertThat(PlainWords.blame(behaviour.description())).as(code).isEmpty();
      behaviour.words().values().values().forEach(w -> assertThat(w).as(code).doesNotContain("{"));
      assertThat(behaviour.words().in("en").value().length()).as(code).isLessThanOrEqualTo(120);
    }
    assertThat(list().behaviours())
        .extracting(behaviour -> behaviour.words().in("en").value())
        .as("told apart by their words")
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("F18: what is about complaints and repetition is found only as a pattern")
  final void patternsAreNoIncidents() {
    assertThat(list().behaviours())
        .filteredOn(behaviour -> FOUND_AS_PATTERN.contains(behaviour.family()))
        .allMatch(BehaviourCode::patternOnly);
    assertThat(list().behaviours())
        .filteredOn(BehaviourCode::patternOnly)
        .as("a pattern by itself opens nothing")
        .allMatch(behaviour -> behaviour.opens().isEmpty());
  }

  @Test
  @DisplayName("P9.4, P9.5, T18: an assault goes to the police, harassment waits for advice")
  final void obligationsFollowTheFamily() {
    for (BehaviourCode behaviour : list().behaviours()) {
      if (behaviour.family() == BehaviourFamily.ASSAULT) {
        assertThat(behaviour.opens())
            .as(behaviour.id().value())
            .contains(Obligation.REPORT_TO_POLICE);
      }
      if (behaviour.family() == BehaviourFamily.HARASSMENT && !behaviour.patternOnly()) {
        assertThat(behaviour.opens())
            .as(behaviour.id().value())
            .contains(Obligation.CONSULT_ON_HARASSMENT);
      }
    }
  }

  @Test
  @DisplayName("dates are days that somebody meant, and what was named once stays named")
  final void whatWasNamedStays() {
    assertThat(list().behaviours()).allMatch(behaviour -> behaviour.from().isAfter(LONG_AGO));
    Map<TypeId, LocalDate> now =
        list().behaviours().stream()
            .collect(Collectors.toMap(BehaviourCode::id, BehaviourCode::from));
    assertThat(now)
        .as("an entry is ended by its last day, not taken out")
        .containsAllEntriesOf(named());
  }
}
