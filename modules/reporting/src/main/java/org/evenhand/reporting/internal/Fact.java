package org.evenhand.reporting.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A happening that figures count, made from everything noted about its subject.
 *
 * @param until the day from which it was over; null while it is not
 * @param hours how long it took
 */
record Fact(
    FactKind kind,
    UUID subject,
    @Nullable UUID person,
    @Nullable ServiceAreaCode area,
    @Nullable UUID related,
    LocalDate day,
    @Nullable LocalDate due,
    @Nullable LocalDate until,
    @Nullable Boolean flag,
    @Nullable Integer hours,
    List<String> tags) {
  Fact {
    tags = List.copyOf(tags);
  }

  static Fact of(FactKind kind, Note note) {
    return new Fact(
        kind,
        note.subject(),
        note.person(),
        note.area(),
        note.related(),
        note.day(),
        note.due(),
        null,
        note.flag(),
        null,
        note.tags());
  }
}
