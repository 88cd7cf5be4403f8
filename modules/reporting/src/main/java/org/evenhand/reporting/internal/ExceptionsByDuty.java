package org.evenhand.reporting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.DutyDigestLine;
import org.evenhand.reporting.ExceptionList;
import org.evenhand.reporting.Exceptions;
import org.evenhand.reporting.ReportingException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything that can be overdue is a duty: a list is some kinds of them. */
@Service
class ExceptionsByDuty implements Exceptions {

  private static final int WEEK = 7;
  static final int SOON = 5;

  private final Duties duties;
  private final WorkingDays calendar;
  private final Assignments assignments;
  private final ServiceAreas serviceAreas;

  ExceptionsByDuty(
      Duties duties, WorkingDays calendar, Assignments assignments, ServiceAreas serviceAreas) {
    this.duties = duties;
    this.calendar = calendar;
    this.assignments = assignments;
    this.serviceAreas = serviceAreas;
  }

  @Override
  public Page<ReportingException> list(
      ExceptionList list,
      @Nullable ServiceAreaCode area,
      Actor reader,
      Instant now,
      Page.Request request) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Set<ServiceAreaCode> areas = seen(list, reader, today);
    if (area != null) {
      areas = areas == null || areas.contains(area) ? Set.of(area) : Set.of();
    }
    if (areas != null && areas.isEmpty()) {
      return Page.of(List.of(), request, e -> e.duty().id(), null);
    }
    LocalDate dueBy =
        switch (list) {
          case POLICY_FOLLOWED, MARKERS -> today.minusDays(1);
          case DUE_THIS_WEEK -> today.plusDays(WEEK);
          case POLICE_REPORTS, HATE_REPORTS, PROVIDER_RETURNS, BLOCKS_ELSEWHERE -> LocalDate.MAX;
        };
    Page<DutyView> page = duties.openOf(kinds(list), areas, bounded(dueBy), request);
    return new Page<>(
        page.edges().stream()
            .<graphql.relay.Edge<ReportingException>>map(
                edge ->
                    new graphql.relay.DefaultEdge<>(exception(edge.getNode()), edge.getCursor()))
            .toList(),
        page.pageInfo(),
        null);
  }

  /** PostgreSQL's days end long before Java's. */
  private static LocalDate bounded(LocalDate day) {
    LocalDate last = LocalDate.of(2199, 12, 31);
    return day.isAfter(last) ? last : day;
  }

  private static ReportingException exception(DutyView duty) {
    return new ReportingException(Fault.shownBy(duty.kind()), duty);
  }

  private static Collection<String> kinds(ExceptionList list) {
    return switch (list) {
      case POLICY_FOLLOWED -> Fault.allDuties();
      case DUE_THIS_WEEK -> List.of();
      case MARKERS ->
          List.of(
              "REVIEW_MARKER",
              "MARKER_REVIEW_OVERDUE",
              "MARKER_ENDS",
              "TELL_OF_MARKER",
              "LOOK_AGAIN_WHETHER_TO_TELL_OF_MARKER",
              "MARKER_GROUND_GONE",
              "MARKER_GROUND_CORRECTED",
              "ANSWER_MARKER_CHALLENGE",
              "TELL_END_OF_MARKER",
              "RECORDS_TO_ERASE");
      case POLICE_REPORTS -> List.of("POLICE_REPORT", "HARASSMENT_CONSULTATION");
      case HATE_REPORTS -> List.of("HATE_INCIDENT_REPORT");
      case PROVIDER_RETURNS -> List.of(ReturnDesk.DUTY);
      case BLOCKS_ELSEWHERE ->
          List.of(
              "EXTERNAL_BLOCK_ORPHAN",
              "ACKNOWLEDGE_END_OF_RESTRICTION",
              "END_OF_RESTRICTION_NOT_ACKNOWLEDGED");
    };
  }

  /**
   * Null for all. Besides those who answer for the whole and heads: whoever does the work that a
   * list is about sees that list.
   */
  private @Nullable Set<ServiceAreaCode> seen(ExceptionList list, Actor reader, LocalDate today) {
    boolean theirWork =
        switch (list) {
          case POLICE_REPORTS -> does(reader, AssignmentKind.POLICE_LIAISON, null, today);
          case HATE_REPORTS -> does(reader, AssignmentKind.HATE_CRIME_LEAD, null, today);
          case POLICY_FOLLOWED, DUE_THIS_WEEK, MARKERS, PROVIDER_RETURNS, BLOCKS_ELSEWHERE -> false;
        };
    if (theirWork) {
      return null;
    }
    Set<ServiceAreaCode> areas = seen(reader);
    if (areas == null || list != ExceptionList.PROVIDER_RETURNS) {
      return areas;
    }
    var managed = new TreeSet<>(areas);
    serviceAreas.all().stream()
        .filter(ServiceAreaView::commissioned)
        .filter(
            area ->
                does(
                    reader,
                    AssignmentKind.CONTRACT_MANAGER,
                    new GlobalId("ServiceArea", area.id().value()),
                    today))
        .map(ServiceAreaView::code)
        .forEach(managed::add);
    return managed;
  }

  private boolean does(
      Actor reader, AssignmentKind work, @Nullable GlobalId subject, LocalDate today) {
    return reader.holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE)
        && assignments.who(work, subject, today).stream()
            .anyMatch(officer -> officer.actor().equals(reader.id()));
  }

  /** Null for all. */
  private static @Nullable Set<ServiceAreaCode> seen(Actor reader) {
    return reader.holdsAny(CountedFigures.SEE_ALL) ? null : reader.headedAreas();
  }

  @Override
  public List<DutyDigestLine> digest(Actor reader, Instant now) {
    Set<ServiceAreaCode> areas = seen(reader);
    return lines(now)
        .filter(
            line ->
                areas == null || (line.serviceArea() != null && areas.contains(line.serviceArea())))
        .toList();
  }

  /** Of the whole council. */
  Stream<DutyDigestLine> lines(Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    return duties.counts(calendar.plus(today, SOON), now).stream()
        .map(
            count ->
                new DutyDigestLine(
                    count.kind(),
                    count.serviceArea(),
                    Fault.shownBy(count.kind()),
                    count.overdue(),
                    count.soon()));
  }
}
