package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Period;
import org.evenhand.reporting.Quarter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
          switch (random.nextInt(30)) {
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
            case 15 -> note(Heard.DISCHARGE, known(Heard.DUTY));
            case 16 -> note(Heard.ATTRIBUTION, known(Heard.INCIDENT)).by(null);
            case 17 -> note(Heard.CASE, id()).by(somebody()).in(area).flagged(random.nextBoolean());
            case 18 ->
                note(Heard.DETERMINATION, known(Heard.CASE))
                    .by(somebody())
                    .in(area)
                    .tagged(Axis.CATEGORY, "C" + random.nextInt(3));
            case 19 -> note(Heard.CLOSING, known(Heard.CASE)).tagged(Axis.CLOSING, "CONCLUDED");
            case 20 ->
                note(Heard.APPEAL, id())
                    .by(somebody())
                    .of(known(Heard.CASE))
                    .flagged(random.nextBoolean());
            case 21 ->
                note(Heard.APPEAL_DETERMINATION, known(Heard.APPEAL))
                    .by(somebody())
                    .of(known(Heard.CASE))
                    .tagged(Axis.OUTCOME, "UPHELD");
            case 22 -> note(Heard.ADJUSTMENT, id()).by(somebody()).in(area).due(day());
            case 23 -> note(Heard.REFUSAL, id()).in(area).tagged(Axis.FAULT, "F18");
            case 24 ->
                note(Heard.FINDING, random.nextBoolean() ? id() : known(Heard.FINDING))
                    .in(area)
                    .tagged(Axis.FAULT, "F8");
            case 25 ->
                note(Heard.ONWARD_REPORT, id())
                    .of(known(Heard.INCIDENT))
                    .flagged(random.nextInt(3) > 0)
                    .tagged(Axis.OBLIGATION, "HATE_INCIDENT_REPORT");
            case 26 ->
                note(Heard.PRESENTATION, known(Heard.APPEAL))
                    .by(somebody())
                    .of(known(Heard.CASE))
                    .flagged(random.nextBoolean());
            case 27 -> note(Heard.WITHDRAWAL, known(Heard.APPEAL)).of(known(Heard.CASE));
            case 28 ->
                note(Heard.ADJUSTMENT_DECISION, known(Heard.ADJUSTMENT))
                    .by(somebody())
                    .tagged(Axis.DECISION, "AGREED");
            default -> note(Heard.FINDING_MENDED, known(Heard.FINDING));
          });
    }
  }

  private List<IncidentFiguresView> incidents() {
    return figures.incidents(List.of(area), QUARTERS, HOFCS, TODAY);
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
    for (int i = 0; i < 180; i++) {
      history.next();
    }
    history.notes.subList(0, 90).forEach(facts::note);
    List<Figure> halfWay = counted();
    Long position = transactions.execute(status -> facts.cutOff());
    history.notes.subList(90, 180).forEach(facts::note);
    history.notes.subList(45, 135).forEach(facts::note);
    List<Figure> before = counted();
    List<IncidentFiguresView> incidents = incidents();
    List<Map<String, Object>> sums = sums();

    keeping.rebuild();

    assertThat(sums()).as("sums after a rebuild, seed %s", own).isEqualTo(sums);
    assertThat(incidents()).as("after a rebuild, seed %s", own).isEqualTo(incidents);

    assertThat(before).isNotEmpty().isNotEqualTo(halfWay);
    assertThat(counted()).as("after a rebuild, seed %s", own).isEqualTo(before);
    assertThat(countedByDays()).as("fact by fact, seed %s", own).isEqualTo(before);
    List<Figure> then = transactions.execute(status -> countedAsOf(position));
    assertThat(then).as("as of half way, seed %s", own).isEqualTo(halfWay);
  }

  /** As they are kept, whatever slot they are in. */
  private List<Map<String, Object>> sums() {
    return jdbc.sql(
            """
            select month as first, kind, tag, sum(number) as number, sum(flagged) as flagged,
                   sum(nobodys) as nobodys
              from reporting.tally where service_area = :area
             group by 1, 2, 3 having sum(number) <> 0
            union all
            select quarter, kind, 'people', sum(people), 0, 0
              from reporting.people_tally where service_area = :area
             group by 1, 2 having sum(people) <> 0
             order by 1, 2, 3
            """)
        .param("area", area.value())
        .query()
        .listOfRows();
  }

  @Test
  @DisplayName("T23, T27: noted side by side, also with merges, the sums are what a rebuild makes")
  void notesAreTakenSideBySide() throws Exception {
    var history = new History(area.value().hashCode(), area);
    for (int i = 0; i < 160; i++) {
      history.next();
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> each =
          history.notes.stream()
              .map(
                  note ->
                      (Callable<Boolean>)
                          () -> {
                            facts.note(note);
                            return true;
                          })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(each)) {
        assertThat(done.get()).isTrue();
      }
    }
    List<Map<String, Object>> sums = sums();
    List<Figure> before = counted();

    keeping.rebuild();

    assertThat(sums).isNotEmpty().isEqualTo(sums());
    assertThat(counted()).isEqualTo(before);
  }

  /** Without the sums: what the days of a quarter come to is what the quarter comes to. */
  private List<Figure> countedByDays() {
    return QUARTERS.stream()
        .flatMap(quarter -> counting.of(Period.of(quarter), TODAY, Facts.Source.NOW).stream())
        .filter(figure -> area.equals(figure.serviceArea()))
        .toList();
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
