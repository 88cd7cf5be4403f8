package org.evenhand.reporting.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Period;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.Facts.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts every measure of a quarter, or of any other days, in one statement and one of sums, for
 * the whole council and for each area that has any. What has no area of its own has that of its
 * case, which is looked up for these alone: a join reads the cases and incidents of all quarters.
 */
@Component
class Counting {

  /** What is counted: facts by their kind, and what only shows when they are put together. */
  private enum Counted {
    INCIDENT,
    HATE_INCIDENT,
    HATE_REPORTED,
    CONTACT,
    CASE,
    DETERMINATION,
    CLOSING,
    WARNING,
    WARNING_ENOUGH,
    RESTRICTION,
    REPLACEMENT,
    IN_FORCE,
    ENDING,
    REVIEW,
    APPEAL,
    PRESENTATION,
    APPEAL_DETERMINATION,
    WITHDRAWAL,
    ADJUSTMENT,
    ADJUSTMENT_DECISION,
    DUTY,
    ONWARD_REPORT,
    REFUSAL,
    FINDING,
    FAULT
  }

  private static final String COUNTED =
      """
      with person_of as (select person, counts_as from {persons}),
      in_force as (
        select f.* from {facts} f
         where f.kind = 'IN_FORCE' and daterange(f.day, f.until) @> :asOf::date
           and not exists (
             select from {facts} r join {facts} e on e.subject = r.subject and e.kind = 'IN_FORCE'
              where r.kind = 'REPLACEMENT' and r.related = f.subject and e.day <= :asOf)
      ),
      enough as (
        select w.* from {facts} w left join person_of wp on wp.person = w.person
         where w.kind = 'WARNING' and w.quarter between :quarter and :lastDay
           and w.day between :firstDay and :lastDay
           and not exists (
             select from {facts} r left join person_of rp on rp.person = r.person
              where r.kind = 'RESTRICTION' and r.quarter >= :quarter and r.day >= w.day
                and not r.tags @> array['NATURE:SUPPORTIVE']
                and coalesce(rp.counts_as, r.person) = coalesce(wp.counts_as, w.person))
      ),
      fault_of as (
        select unnest(:faultDuties::text[]) as duty, unnest(:faults::text[]) as fault
      ),
      chosen as (
        select kind, subject, person, service_area, related, flag, hours, tags
          from {facts}
         where quarter between :quarter and :lastDay and day between :firstDay and :lastDay
           and kind not in ('INCIDENT', 'HATE_INCIDENT', 'CONTACT')
           and kind not in ('IN_FORCE', 'FINDING')
        union all
        select kind, subject, person, service_area, related, flag, hours, tags from in_force
        union all
        select 'WARNING_ENOUGH', subject, person, service_area, related, flag, hours, tags from enough
        union all
        select 'HATE_REPORTED', subject, person, service_area, related, flag, hours, tags
          from {facts} h
         where h.kind = 'HATE_INCIDENT' and h.quarter between :quarter and :lastDay
           and h.day between :firstDay and :lastDay
           and exists (
             select from {facts} r
              where r.related = h.subject and r.kind = 'ONWARD_REPORT' and r.flag
                and r.tags @> array['OBLIGATION:HATE_INCIDENT_REPORT'])
        union all
        select 'REVIEW', subject, person, service_area, related, flag, hours, tags
          from {facts}
         where kind = 'DUTY' and tags @> array['DUTY:REVIEW_RESTRICTION']
           and until between :firstDay and :lastDay
        union all
        select 'FAULT', d.subject, d.person, d.service_area, d.related, d.flag, d.hours,
               array['FAULT:' || fault_of.fault]
          from {facts} d cross join unnest(d.tags) as duty (tag)
          join fault_of on fault_of.duty = duty.tag
         where d.kind = 'DUTY' and d.due between :firstDay and :lastDay
           and d.due < :asOf and (d.until is null or d.until > d.due)
        union all
        select 'FAULT', subject, person, service_area, null, flag, hours, tags
          from {facts}
         where kind = 'FINDING' and day <= :asOf and (until is null or until >= :firstDay)
      ),
      counted as (
        select f.kind,
               coalesce(f.service_area,
                        (select c.service_area from {facts} c
                          where c.subject = f.related and c.kind in ('CASE', 'INCIDENT'))) as area,
               coalesce(p.counts_as, f.person) as person, f.flag, f.hours, f.tags
          from chosen f
          left join person_of p on p.person = f.person
      )
      select kind, area, grouping(area) = 1 as whole, null as tag, count(*) as number,
             count(distinct person) as people, count(*) filter (where flag) as flagged,
             count(*) filter (where person is null) as nobodys,
             percentile_disc(0.5) within group (order by hours) as hours
        from counted group by grouping sets ((kind, area), (kind))
      union all
      select kind, area, grouping(area) = 1, tag, count(*), 0, count(*) filter (where flag), 0,
             percentile_disc(0.5) within group (order by hours)
        from counted, unnest(tags) as tag group by grouping sets ((kind, area, tag), (kind, tag))
      """;

  private static final String TALLIED =
      """
      select kind, service_area, tag, sum(number), sum(flagged), sum(nobodys), 0
        from {tally} where month between :quarter and :lastDay group by 1, 2, 3
      union all
      select kind, service_area, '', 0, 0, 0, sum(people)
        from {people_tally} where quarter = :quarter group by 1, 2
      """;

  /** The same of days that are no quarter: people of two quarters must not be added up. */
  private static final String TALLIED_FROM_FACTS =
      """
      with happened as (
        select f.kind, coalesce(f.service_area, '') as area, coalesce(p.counts_as, f.person) as person,
               f.flag, f.tags
          from {facts} f left join {persons} p on p.person = f.person
         where f.kind = any(:kinds) and f.quarter between :quarter and :lastDay
           and f.day between :firstDay and :lastDay
      )
      select kind, area, tag, count(*), count(*) filter (where flag),
             count(*) filter (where person is null), 0
        from happened, unnest(array_append(tags, '')) as tag group by 1, 2, 3
      union all
      select kind, place, '', 0, 0, 0, count(distinct person)
        from happened, unnest(array[area, :whole]) as place
       where kind = any(:ofPeople) group by 1, 2
      """;

  private final JdbcClient jdbc;

  Counting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was counted of one kind in one place. */
  private record Count(long number, long people, long flagged, long nobodys, @Nullable Long hours) {
    static final Count NOTHING = new Count(0, 0, 0, 0, null);

    Count plus(Count other) {
      return new Count(
          number + other.number,
          people + other.people,
          flagged + other.flagged,
          nobodys + other.nobodys,
          hours);
    }
  }

  private record Cell(
      @Nullable Counted kind, @Nullable ServiceAreaCode area, @Nullable String tag) {}

  /**
   * @param today the day as of which it is counted, where the quarter is not over
   */
  List<Figure> of(Quarter quarter, LocalDate today, Source source) {
    Map<Cell, Count> counts = chosen(Period.of(quarter), today, source);
    addTallied(
        jdbc.sql(source.in(TALLIED))
            .param("quarter", quarter.firstDay())
            .param("lastDay", quarter.lastDay()),
        counts);
    return figures(counts);
  }

  /**
   * The same of any days, without sums that are kept: what happened is read fact by fact.
   *
   * @param today the day as of which it is counted, where the period is not over
   */
  List<Figure> of(Period period, LocalDate today, Source source) {
    Map<Cell, Count> counts = chosen(period, today, source);
    addTallied(
        jdbc.sql(source.in(TALLIED_FROM_FACTS))
            .param("kinds", Tally.names(Tally.KINDS))
            .param("ofPeople", Tally.names(Tally.OF_PEOPLE))
            .param("whole", Tally.WHOLE)
            .param("quarter", Quarter.of(period.firstDay()).firstDay())
            .param("firstDay", period.firstDay())
            .param("lastDay", period.lastDay()),
        counts);
    return figures(counts);
  }

  /** What is counted when it is read. */
  private Map<Cell, Count> chosen(Period period, LocalDate today, Source source) {
    var duties = new ArrayList<String>();
    var faults = new ArrayList<String>();
    for (Fault fault : Fault.values()) {
      for (String duty : fault.duties()) {
        duties.add((Obligations.ALL.contains(duty) ? Axis.OBLIGATION : Axis.DUTY).tag(duty));
        faults.add(fault.name());
      }
    }
    Map<Cell, Count> counts = new HashMap<>();
    jdbc.sql(source.in(COUNTED))
        .param("quarter", Quarter.of(period.firstDay()).firstDay())
        .param("firstDay", period.firstDay())
        .param("lastDay", period.lastDay())
        .param("asOf", period.over(today) ? period.lastDay() : today)
        .param("faultDuties", duties.toArray(String[]::new))
        .param("faults", faults.toArray(String[]::new))
        .query(
            row -> {
              String area = row.getString("area");
              boolean whole = row.getBoolean("whole");
              if (whole || area != null) {
                counts.put(
                    new Cell(
                        Counted.valueOf(row.getString("kind")),
                        whole ? null : new ServiceAreaCode(area),
                        row.getString("tag")),
                    count(row));
              }
            });
    return counts;
  }

  /** The whole council is the sum of its areas, but for people. */
  private static void addTallied(JdbcClient.StatementSpec tallied, Map<Cell, Count> counts) {
    tallied.query(
        row -> {
          Counted kind = Counted.valueOf(row.getString(1));
          String area = row.getString(2);
          String tag = row.getString(3).isEmpty() ? null : row.getString(3);
          var count =
              new Count(row.getLong(4), row.getLong(7), row.getLong(5), row.getLong(6), null);
          if (area.equals(Tally.WHOLE)) {
            counts.merge(new Cell(kind, null, tag), count, Count::plus);
            return;
          }
          if (!area.isEmpty()) {
            counts.merge(new Cell(kind, new ServiceAreaCode(area), tag), count, Count::plus);
          }
          if (count.people() == 0) {
            counts.merge(new Cell(kind, null, tag), count, Count::plus);
          }
        });
    counts.values().removeIf(count -> count.equals(Count.NOTHING));
  }

  private static Count count(ResultSet row) throws SQLException {
    long hours = row.getLong("hours");
    return new Count(
        row.getLong("number"),
        row.getLong("people"),
        row.getLong("flagged"),
        row.getLong("nobodys"),
        row.wasNull() ? null : hours);
  }

  private static List<Figure> figures(Map<Cell, Count> counts) {
    List<@Nullable ServiceAreaCode> places = new ArrayList<>();
    places.add(null);
    counts.keySet().stream()
        .map(Cell::area)
        .filter(area -> area != null)
        .distinct()
        .forEach(places::add);
    var figures = new ArrayList<Figure>();
    for (Measure measure : Measure.values()) {
      for (ServiceAreaCode place : places) {
        figures.addAll(total(measure, place, counts));
      }
      counts.forEach(
          (cell, count) -> {
            String tag = cell.tag();
            if (tag != null
                && cell.kind() == counted(measure)
                && measure.axes().contains(Axis.of(tag))) {
              BigDecimal number = part(measure, cell.area(), tag, count, counts);
              if (number != null) {
                figures.add(new Figure(measure, cell.area(), Axis.of(tag), Axis.code(tag), number));
              }
            }
          });
    }
    figures.addAll(none(figures));
    figures.sort(null);
    return List.copyOf(figures);
  }

  /** Incidents by channel are set against contacts by that channel, others against all contacts. */
  private static @Nullable BigDecimal part(
      Measure measure,
      @Nullable ServiceAreaCode area,
      String tag,
      Count count,
      Map<Cell, Count> counts) {
    if (measure == Measure.INCIDENTS_PER_1000_CONTACTS) {
      var of = new Cell(Counted.CONTACT, area, Axis.CHANNEL.holds(tag) ? tag : null);
      long contacts = counts.getOrDefault(of, Count.NOTHING).number();
      return contacts == 0 ? null : share(count.number(), 1000, contacts);
    }
    Long number = number(measure, count);
    return number == null ? null : BigDecimal.valueOf(number);
  }

  /**
   * Each part of what has always the same parts (the twenty faults among them) is told for the
   * whole council, also where there was none.
   */
  private static List<Figure> none(List<Figure> figures) {
    Set<Figure> told =
        figures.stream()
            .filter(f -> f.axis() != null && f.serviceArea() == null)
            .map(f -> new Figure(f.measure(), null, f.axis(), f.code(), BigDecimal.ZERO))
            .collect(Collectors.toSet());
    return Stream.of(Measure.values())
        .filter(measure -> measure.unit() == Measure.Unit.COUNT)
        .flatMap(
            measure ->
                measure.axes().stream()
                    .flatMap(
                        axis ->
                            Parts.of(measure, axis).stream()
                                .map(
                                    code ->
                                        new Figure(measure, null, axis, code, BigDecimal.ZERO))))
        .filter(none -> !told.contains(none))
        .toList();
  }

  private static List<Figure> total(
      Measure measure, @Nullable ServiceAreaCode place, Map<Cell, Count> counts) {
    ToLongFunction<Measure> of =
        m -> {
          Long number =
              number(m, counts.getOrDefault(new Cell(counted(m), place, null), Count.NOTHING));
          return number == null ? 0 : number;
        };
    return switch (measure) {
      case INCIDENTS_PER_1000_CONTACTS ->
          share(
              measure,
              place,
              of.applyAsLong(Measure.INCIDENTS),
              1000,
              of.applyAsLong(Measure.CONTACTS));
      case CONTACTS_CAUSED_BY_US_PERCENT ->
          share(
              measure,
              place,
              of.applyAsLong(Measure.CONTACTS_CAUSED_BY_US),
              100,
              of.applyAsLong(Measure.CONTACTS));
      case OBLIGATIONS, OBLIGATIONS_IN_TIME, OBLIGATION_HOURS, ONWARD_REPORTS -> List.of();
      case RETURNS_ASKED_FOR, RETURNS_RECEIVED, RETURNS_MISSING, RETURNED, POLICY_FINDINGS ->
          List.of();
      default -> List.of(Figure.of(measure, place, of.applyAsLong(measure)));
    };
  }

  private static List<Figure> share(
      Measure measure, @Nullable ServiceAreaCode place, long part, int of, long whole) {
    return whole == 0
        ? List.of()
        : List.of(new Figure(measure, place, null, null, share(part, of, whole)));
  }

  private static BigDecimal share(long part, int of, long whole) {
    return BigDecimal.valueOf(part * of).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /** Null for what {@link ToldBeside} tells. */
  private static @Nullable Counted counted(Measure measure) {
    return switch (measure) {
      case INCIDENTS, PEOPLE, INCIDENTS_OF_UNKNOWN_PEOPLE, INCIDENTS_PER_1000_CONTACTS ->
          Counted.INCIDENT;
      case HATE_INCIDENTS -> Counted.HATE_INCIDENT;
      case HATE_INCIDENTS_REPORTED -> Counted.HATE_REPORTED;
      case CONTACTS, CALLERS, CONTACTS_CAUSED_BY_US, CONTACTS_CAUSED_BY_US_PERCENT ->
          Counted.CONTACT;
      case CASES, CORPORATE_CASES, PEOPLE_CONSIDERED -> Counted.CASE;
      case DETERMINATIONS -> Counted.DETERMINATION;
      case CASES_CLOSED -> Counted.CLOSING;
      case WARNINGS, PEOPLE_WARNED -> Counted.WARNING;
      case WARNINGS_ENOUGH -> Counted.WARNING_ENOUGH;
      case RESTRICTIONS_IMPOSED -> Counted.RESTRICTION;
      case RESTRICTIONS_CHANGED -> Counted.REPLACEMENT;
      case RESTRICTIONS_ENDED -> Counted.ENDING;
      case RESTRICTIONS_IN_FORCE, PEOPLE_UNDER_RESTRICTION -> Counted.IN_FORCE;
      case REVIEWS, REVIEWS_IN_TIME -> Counted.REVIEW;
      case APPEALS, APPEALS_IN_TIME, PEOPLE_APPEALING -> Counted.APPEAL;
      case FINDINGS_PRESENTED, FINDINGS_IN_TIME -> Counted.PRESENTATION;
      case APPEALS_DETERMINED -> Counted.APPEAL_DETERMINATION;
      case APPEALS_WITHDRAWN -> Counted.WITHDRAWAL;
      case OBLIGATIONS, OBLIGATIONS_IN_TIME, OBLIGATION_HOURS -> Counted.DUTY;
      case ONWARD_REPORTS -> Counted.ONWARD_REPORT;
      case ADJUSTMENTS_REQUESTED -> Counted.ADJUSTMENT;
      case ADJUSTMENTS_DECIDED -> Counted.ADJUSTMENT_DECISION;
      case FAULTS -> Counted.FAULT;
      case FAULTS_PREVENTED -> Counted.REFUSAL;
      case RETURNS_ASKED_FOR, RETURNS_RECEIVED, RETURNS_MISSING, RETURNED, POLICY_FINDINGS -> null;
    };
  }

  private static @Nullable Long number(Measure measure, Count count) {
    return switch (measure) {
      case PEOPLE,
          CALLERS,
          PEOPLE_CONSIDERED,
          PEOPLE_WARNED,
          PEOPLE_UNDER_RESTRICTION,
          PEOPLE_APPEALING ->
          count.people();
      case INCIDENTS_OF_UNKNOWN_PEOPLE -> count.nobodys();
      case CONTACTS_CAUSED_BY_US,
          CORPORATE_CASES,
          REVIEWS_IN_TIME,
          APPEALS_IN_TIME,
          FINDINGS_IN_TIME,
          OBLIGATIONS_IN_TIME,
          ONWARD_REPORTS ->
          count.flagged();
      case OBLIGATION_HOURS -> count.hours();
      default -> count.number();
    };
  }
}
