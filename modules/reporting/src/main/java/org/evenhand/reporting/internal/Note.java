package org.evenhand.reporting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Axis;
import org.jspecify.annotations.Nullable;

/**
 * Something that reporting heard of, as it heard it: ids, days and codes, nothing that names
 * anybody (T26).
 *
 * @param at when it was done; for {@link Heard#EFFECT} from when it has effect
 * @param person the customer's record
 * @param related the case, the incident or the earlier restriction that it belongs to
 * @param day the day on which it counts, London's; that of {@code at} unless told
 * @param due by when it should be done
 * @param flag what is to be counted apart: caused by us, in time, corporate, reported
 * @param tags by what it can be broken down
 */
record Note(
    Heard kind,
    UUID subject,
    Instant at,
    @Nullable UUID person,
    @Nullable ServiceAreaCode area,
    @Nullable UUID related,
    LocalDate day,
    @Nullable LocalDate due,
    @Nullable Boolean flag,
    List<String> tags) {

  private static final ZoneId LONDON = WorkingDays.LONDON;

  Note {
    tags = List.copyOf(tags);
  }

  static Note of(Heard kind, UUID subject, Instant at) {
    return new Note(
        kind,
        subject,
        at,
        null,
        null,
        null,
        at.atZone(LONDON).toLocalDate(),
        null,
        null,
        List.of());
  }

  Note by(@Nullable UUID who) {
    return new Note(kind, subject, at, who, area, related, day, due, flag, tags);
  }

  Note in(@Nullable ServiceAreaCode where) {
    return new Note(kind, subject, at, person, where, related, day, due, flag, tags);
  }

  Note of(@Nullable UUID what) {
    return new Note(kind, subject, at, person, area, what, day, due, flag, tags);
  }

  Note on(LocalDate when) {
    return new Note(kind, subject, at, person, area, related, when, due, flag, tags);
  }

  Note due(LocalDate by) {
    return new Note(kind, subject, at, person, area, related, day, by, flag, tags);
  }

  Note flagged(boolean so) {
    return new Note(kind, subject, at, person, area, related, day, due, so, tags);
  }

  Note tagged(Axis axis, String code) {
    return tagged(axis, List.of(code));
  }

  Note tagged(Axis axis, Collection<String> codes) {
    return new Note(
        kind,
        subject,
        at,
        person,
        area,
        related,
        day,
        due,
        flag,
        Stream.concat(tags.stream(), axis.tags(codes).stream()).toList());
  }
}
