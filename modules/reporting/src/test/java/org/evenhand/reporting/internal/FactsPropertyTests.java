package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Quarter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories at random, with merges, corrections and lifts: facts are what a rebuild makes. */
class FactsPropertyTests extends ReportingModuleTest {

  private static final Instant BEGINNING = Instant.parse("2026-05-01T09:00:00Z");
  private static final List<Quarter> QUARTERS =
      Stream.iterate(Quarter.of(LocalDate.of(2026, 11, 23)), q -> q.minus(1)).limit(3).toList();

  /** Chooses what happens next, to things that exist already or to new ones. */
  private static final class History {
    private final Random random;
    private final ServiceAreaCode area;
    private final List<Note> notes = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private int second;

    History(long seed, ServiceAreaCode area) {
      random = new Random(seed);
      this.area = area;
      for (int i = 0; i < 12; i++) {
        people.add(id());
      }
    }

    private UUID id() {
      return new UUID(random.nextLong(), random.nextLong());
    }

    private UUID somebody() {
      return people.get(random.nextInt(people.size()));
    }

    private UUID known(Heard kind) {
      List<UUID> all =
          notes.stream().filter(n -> n.kind() == kind).map(Note::subject).distinct().toList();
      return all.isEmpty() ? id() : all.get(random.nextInt(all.size()));
    }

    private LocalDate day() {
      return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(200));
    }

    private Note note(Heard kind, UUID subject) {
      second += 1 + random.nextInt(100_000);
      return Note.of(kind, subject, BEGINNING.plusSeconds(second));
    }

    private void next() {
      notes.add(
          switch (random.nextInt(16)) {
            case 0, 1 ->
                note(Heard.INCIDENT, id())
                    .by(random.nextBoolean() ? somebody() : null)
                    .in(area)
                    .on(day())
                    .tagged(Axis.BEHAVIOUR, "B" + random.nextInt(3))
                    .tagged(Axis.STRAND, random.nextInt(4) == 0 ? List.of("RACE") : List.of());
            case 2 -> note(Heard.ATTRIBUTION, known(Heard.INCIDENT)).by(somebody());
            case 3 ->
                note(Heard.CORRECTION, known(Heard.INCIDENT))
                    .in(area)
                    .on(day())
                    .tagged(Axis.BEHAVIOUR, "B" + random.nextInt(3));
            case 4 -> note(Heard.VOID, known(Heard.INCIDENT));
            case 5 ->
                note(Heard.CONTACT, id()).by(somebody()).in(area).flagged(random.nextBoolean());
            case 6 -> note(Heard.REWEIGHED, known(Heard.CONTACT)).flagged(random.nextBoolean());
            case 7 -> note(Heard.MERGE, id()).by(somebody()).of(somebody());
            case 8 -> note(Heard.UNMERGE, known(Heard.MERGE));
            case 9 ->
                note(Heard.RESTRICTION, id())
                    .by(somebody())
                    .in(area)
                    .tagged(Axis.NATURE, "RESTRICTIVE");
            case 10 -> note(Heard.EFFECT, known(Heard.RESTRICTION)).by(somebody()).in(area);
            case 11 ->
                note(Heard.ENDING, known(Heard.RESTRICTION)).in(area).tagged(Axis.ENDING, "LIFTED");
            case 12 ->
                note(Heard.REPLACEMENT, known(Heard.RESTRICTION))
                    .in(area)
                    .of(known(Heard.RESTRICTION));
            case 13 -> note(Heard.WARNING, id()).by(somebody()).in(area);
            case 14 ->
                note(Heard.DUTY, random.nextBoolean() ? id() : known(Heard.DUTY))
                    .in(area)
                    .due(day())
                    .tagged(Axis.DUTY, "REVIEW_RESTRICTION");
            default -> note(Heard.DISCHARGE, known(Heard.DUTY));
          });
    }
  }

  private List<Figure> counted() {
    return QUARTERS.stream()
        .flatMap(quarter -> figures.measured(quarter, HOFCS, TODAY).stream())
        .filter(figure -> area.equals(figure.serviceArea()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("T27, T23: the same after a rebuild, and as of any place once counted again")
  void factsAreWhatARebuildMakes(long seed) {
    long own = seed * 31 + area.value().hashCode();
    var history = new History(own, area);
    for (int i = 0; i < 120; i++) {
      history.next();
    }
    history.notes.subList(0, 60).forEach(facts::note);
    List<Figure> halfWay = counted();
    Long position = transactions.execute(status -> facts.cutOff());
    history.notes.subList(60, 120).forEach(facts::note);
    history.notes.subList(30, 90).forEach(facts::note);
    List<Figure> before = counted();

    keeping.rebuild();

    assertThat(before).isNotEmpty().isNotEqualTo(halfWay);
    assertThat(counted()).as("after a rebuild, seed %s", own).isEqualTo(before);
    List<Figure> then = transactions.execute(status -> countedAsOf(position));
    assertThat(then).as("as of half way, seed %s", own).isEqualTo(halfWay);
  }

  private List<Figure> countedAsOf(long position) {
    Facts.Source then = facts.asOf(position);
    return QUARTERS.stream()
        .flatMap(quarter -> counting.of(quarter, TODAY, then).stream())
        .filter(figure -> area.equals(figure.serviceArea()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  @DisplayName("what is heard twice, or in another order, makes the same facts")
  void theOrderDoesNotMatter(long seed) {
    var history = new History(seed, new ServiceAreaCode("any"));
    for (int i = 0; i < 200; i++) {
      history.next();
    }
    history.notes.stream()
        .filter(note -> note.kind() != Heard.EFFECT)
        .collect(java.util.stream.Collectors.groupingBy(Note::subject))
        .forEach(
            (subject, notes) -> {
              var shuffled = new ArrayList<>(notes);
              shuffled.addAll(notes);
              Collections.shuffle(shuffled, new Random(seed));
              assertThat(FactMaking.of(shuffled)).isEqualTo(FactMaking.of(notes));
            });
  }
}
