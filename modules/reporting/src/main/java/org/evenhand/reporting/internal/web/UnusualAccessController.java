package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.UnusualRead;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Interests;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads that somebody should ask about (T20, question 19). */
@Controller
class UnusualAccessController {

  /** Days that are looked at unless told. */
  private static final int DAYS = 30;

  /** Nothing was read before. */
  private static final int FIRST_YEAR = 1990;

  /** The most days at once. */
  private static final int MOST_DAYS = 366;

  /** From so many persons in an hour, or left without an act on a day, reads are unusual. */
  private static final int BULK = 20;

  private final AuditTrail auditTrail;
  private final Interests interests;
  private final Clock clock;

  UnusualAccessController(AuditTrail auditTrail, Interests interests, Clock clock) {
    this.auditTrail = auditTrail;
    this.interests = interests;
    this.clock = clock;
  }

  @QueryMapping
  List<UnusualRead> unusualAccess(
      @Argument @Nullable LocalDate from, @Argument @Nullable LocalDate until) {
    LocalDate today = clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
    LocalDate last = until == null || until.isAfter(today) ? today : until;
    LocalDate first = from == null ? last.minusDays(DAYS) : from;
    LocalDate earliest = last.minusDays(MOST_DAYS);
    if (last.getYear() < FIRST_YEAR) {
      return List.of();
    }
    LocalDate begin = first.isBefore(earliest) ? earliest : first;
    List<UnusualRead> found =
        Stream.concat(
                interests.reads(begin, last).stream(),
                auditTrail.unusualReads(begin, last, BULK).stream())
            .sorted(Comparator.comparing(UnusualRead::day).reversed())
            .toList();
    auditTrail.recordLookUp("unusualAccess", "AuditEntry", null);
    return found;
  }

  @SchemaMapping(typeName = "UnusualAccess", field = "actor")
  String actor(UnusualRead read) {
    return read.actor().value();
  }
}
