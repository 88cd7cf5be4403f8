package org.evenhand.reporting.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.reporting.Axis;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts from everything that was noted about one subject, and from nothing else: so it does
 * not matter how often or in which order something is heard, and making all again gives the same.
 */
final class FactMaking {

  private final Map<Heard, List<Note>> notes;
  private final List<Fact> made = new ArrayList<>();

  private FactMaking(List<Note> notes) {
    this.notes =
        notes.stream()
            .collect(
                Collectors.groupingBy(
                    Note::kind, () -> new EnumMap<>(Heard.class), Collectors.toList()));
  }

  /**
   * @param notes about one subject, in the order in which they were taken
   */
  static List<Fact> of(List<Note> notes) {
    var making = new FactMaking(notes);
    making.incident();
    making.contact();
    making.consideration();
    making.plain(Heard.WARNING, FactKind.WARNING);
    making.restriction();
    making.plain(Heard.APPEAL, FactKind.APPEAL);
    making.onItsOwn(Heard.PRESENTATION, FactKind.PRESENTATION);
    making.onItsOwn(Heard.APPEAL_DETERMINATION, FactKind.APPEAL_DETERMINATION);
    making.onItsOwn(Heard.WITHDRAWAL, FactKind.WITHDRAWAL);
    making.plain(Heard.ADJUSTMENT, FactKind.ADJUSTMENT);
    making.onItsOwn(Heard.ADJUSTMENT_DECISION, FactKind.ADJUSTMENT_DECISION);
    making.duty();
    making.onItsOwn(Heard.ONWARD_REPORT, FactKind.ONWARD_REPORT);
    making.plain(Heard.REFUSAL, FactKind.REFUSAL);
    making.finding();
    return List.copyOf(making.made);
  }

  /** T27: the last attribution says whose it is, the last correction where, when and what. */
  private void incident() {
    Note recorded = first(Heard.INCIDENT);
    if (recorded == null || notes.containsKey(Heard.VOID)) {
      return;
    }
    Note now = recorded;
    Note attributed = last(Heard.ATTRIBUTION);
    if (attributed != null) {
      now = now.by(attributed.person());
    }
    Note corrected = last(Heard.CORRECTION);
    if (corrected != null) {
      now = now.in(corrected.area()).on(corrected.day());
      if (!corrected.tags().isEmpty()) {
        List<String> kept =
            recorded.tags().stream()
                .filter(tag -> !Axis.BEHAVIOUR.holds(tag) && !Axis.FAMILY.holds(tag))
                .toList();
        now = retagged(now, Stream.concat(kept.stream(), corrected.tags().stream()).toList());
      }
    }
    List<String> strands = now.tags().stream().filter(Axis.STRAND::holds).toList();
    List<String> others = now.tags().stream().filter(tag -> !Axis.STRAND.holds(tag)).toList();
    made.add(Fact.of(FactKind.INCIDENT, retagged(now, others)));
    if (!strands.isEmpty()) {
      made.add(Fact.of(FactKind.HATE_INCIDENT, retagged(now, strands)));
    }
  }

  private void contact() {
    Note logged = first(Heard.CONTACT);
    if (logged != null) {
      Note weighed = last(Heard.REWEIGHED);
      Boolean ours = weighed == null ? logged.flag() : weighed.flag();
      made.add(Fact.of(FactKind.CONTACT, logged.flagged(Boolean.TRUE.equals(ours))));
    }
  }

  private void consideration() {
    Note opened = first(Heard.CASE);
    if (opened != null) {
      made.add(Fact.of(FactKind.CASE, opened));
    }
    onItsOwn(Heard.DETERMINATION, FactKind.DETERMINATION);
    Note closed = last(Heard.CLOSING);
    if (closed != null) {
      made.add(Fact.of(FactKind.CLOSING, opened == null ? closed : closed.in(opened.area())));
    }
  }

  private void restriction() {
    plain(Heard.RESTRICTION, FactKind.RESTRICTION);
    onItsOwn(Heard.REPLACEMENT, FactKind.REPLACEMENT);
    Note ended = last(Heard.ENDING);
    if (ended != null) {
      made.add(Fact.of(FactKind.ENDING, ended));
    }
    List<Note> effects = notes.getOrDefault(Heard.EFFECT, List.of());
    if (effects.isEmpty()) {
      return;
    }
    Fact effect = Fact.of(FactKind.IN_FORCE, effects.getLast());
    LocalDate until = ended == null ? null : ended.day();
    if (until == null || effect.day().isBefore(until)) {
      made.add(withUntil(effect, until));
    }
  }

  /** In time is by the end of the last day that was heard of (as moved, where it was moved). */
  private void duty() {
    Note first = first(Heard.DUTY);
    Note now = last(Heard.DUTY);
    if (first == null || now == null) {
      return;
    }
    Note done = last(Heard.DISCHARGE);
    Fact open = Fact.of(FactKind.DUTY, now.on(first.day()));
    LocalDate due = now.due();
    made.add(
        done == null
            ? open
            : new Fact(
                open.kind(),
                open.subject(),
                open.person(),
                open.area(),
                open.related(),
                open.day(),
                due,
                done.day(),
                due == null || !done.day().isAfter(due),
                Math.toIntExact(Math.max(0, Duration.between(first.at(), done.at()).toHours())),
                open.tags()));
  }

  /** What was put right and is found again is found anew. */
  private void finding() {
    Note found = last(Heard.FINDING);
    if (found == null) {
      return;
    }
    Note mended = last(Heard.FINDING_MENDED);
    if (mended == null) {
      plain(Heard.FINDING, FactKind.FINDING);
    } else {
      made.add(
          withUntil(
              Fact.of(FactKind.FINDING, found),
              mended.at().isBefore(found.at()) ? null : mended.day()));
    }
  }

  /** The first note makes it. */
  private void plain(Heard heard, FactKind kind) {
    Note note = first(heard);
    if (note != null) {
      made.add(Fact.of(kind, note));
    }
  }

  /** The last note makes it, whatever else was heard. */
  private void onItsOwn(Heard heard, FactKind kind) {
    Note note = last(heard);
    if (note != null) {
      made.add(Fact.of(kind, note));
    }
  }

  private @Nullable Note first(Heard heard) {
    return notes.getOrDefault(heard, List.of()).stream()
        .min(Comparator.comparing(Note::at))
        .orElse(null);
  }

  private @Nullable Note last(Heard heard) {
    return notes.getOrDefault(heard, List.of()).stream()
        .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
        .orElse(null);
  }

  private static Note retagged(Note note, List<String> tags) {
    return new Note(
        note.kind(),
        note.subject(),
        note.at(),
        note.person(),
        note.area(),
        note.related(),
        note.day(),
        note.due(),
        note.flag(),
        tags);
  }

  private static Fact withUntil(Fact fact, @Nullable LocalDate until) {
    return new Fact(
        fact.kind(),
        fact.subject(),
        fact.person(),
        fact.area(),
        fact.related(),
        fact.day(),
        fact.due(),
        until,
        fact.flag(),
        fact.hours(),
        fact.tags());
  }
}
