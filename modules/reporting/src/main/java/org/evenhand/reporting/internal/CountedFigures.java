package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.PEOPLE_TALLY;
import static org.evenhand.reporting.internal.jooq.Tables.TALLY;

import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Figures;
import org.evenhand.reporting.IncidentFiguresView;
import org.evenhand.reporting.Period;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.Facts.Source;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class CountedFigures implements Figures {

  static final Role[] SEE_ALL = {
    Role.HEAD_OF_CUSTOMER_SERVICES, Role.CMT_MEMBER, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR
  };

  /** Nothing that is recorded lies in any other year. */
  private static final ValueRange YEARS = ValueRange.of(1900, 2199);

  private final DSLContext sql;
  private final Counting counting;
  private final ServiceAreas serviceAreas;
  private final PublishedFigures published;

  CountedFigures(
      DSLContext sql, Counting counting, ServiceAreas serviceAreas, PublishedFigures published) {
    this.sql = sql;
    this.counting = counting;
    this.serviceAreas = serviceAreas;
    this.published = published;
  }

  /** What somebody may see, at its widest. */
  private enum Sight {
    ALL,
    OWN_AREAS,
    AGGREGATES,
    NOTHING
  }

  private static Sight sight(Actor reader) {
    if (reader.holdsAny(SEE_ALL)) {
      return Sight.ALL;
    }
    if (!reader.headedAreas().isEmpty()) {
      return Sight.OWN_AREAS;
    }
    return reader.holds(Role.ELECTED_MEMBER) ? Sight.AGGREGATES : Sight.NOTHING;
  }

  @Override
  public List<IncidentFiguresView> incidents(
      Collection<ServiceAreaCode> areas,
      Collection<Quarter> quarters,
      Actor reader,
      LocalDate today) {
    Sight sight = sight(reader);
    List<Quarter> asked =
        quarters.stream()
            .filter(quarter -> YEARS.isValidIntValue(quarter.firstDay().getYear()))
            .distinct()
            .limit(MOST_QUARTERS)
            .filter(quarter -> sight != Sight.AGGREGATES || quarter.over(today))
            .sorted()
            .toList();
    if (sight == Sight.NOTHING || asked.isEmpty()) {
      return List.of();
    }
    if (sight == Sight.AGGREGATES) {
      return published.incidents(areas, asked);
    }
    List<ServiceAreaCode> shown =
        serviceAreas.all().stream()
            .map(ServiceAreaView::code)
            .filter(code -> areas.isEmpty() || areas.contains(code))
            .filter(code -> sight != Sight.OWN_AREAS || reader.heads(code))
            .toList();
    Map<Cell, Counts> counted = count(asked);
    var rows = new ArrayList<IncidentFiguresView>();
    for (Quarter quarter : asked) {
      for (ServiceAreaCode area : shown) {
        rows.add(row(area, quarter, counted.get(new Cell(area, quarter))));
      }
      Counts without = counted.get(new Cell(null, quarter));
      if (without != null && areas.isEmpty() && sight != Sight.OWN_AREAS) {
        rows.add(row(null, quarter, without));
      }
    }
    return List.copyOf(rows);
  }

  @Override
  public List<Figure> measured(Quarter quarter, Actor reader, LocalDate today) {
    return measured(Period.of(quarter), reader, today);
  }

  @Override
  public List<Figure> measured(Period period, Actor reader, LocalDate today) {
    Sight sight = sight(reader);
    if (sight == Sight.NOTHING
        || sight == Sight.AGGREGATES
        || !YEARS.isValidIntValue(period.firstDay().getYear())) {
      return List.of();
    }
    return period
        .quarter()
        .map(quarter -> counting.of(quarter, today, Source.NOW))
        .orElseGet(() -> counting.of(period, today, Source.NOW))
        .stream()
        .filter(figure -> sight == Sight.ALL || headed(figure.serviceArea(), reader))
        .toList();
  }

  private static boolean headed(@Nullable ServiceAreaCode area, Actor reader) {
    return area != null && reader.heads(area);
  }

  private static IncidentFiguresView row(
      @Nullable ServiceAreaCode area, Quarter quarter, @Nullable Counts counted) {
    Counts counts = Objects.requireNonNullElse(counted, Counts.NOTHING);
    return new IncidentFiguresView(
        area,
        quarter,
        counts.incidents(),
        counts.people(),
        counts.ofUnknownPeople(),
        counts.contacts(),
        counts.causedByUs(),
        false,
        List.of());
  }

  private record Cell(@Nullable ServiceAreaCode area, Quarter quarter) {
    static Cell of(String area, LocalDate day) {
      return new Cell(area.isEmpty() ? null : new ServiceAreaCode(area), Quarter.of(day));
    }
  }

  private Map<Cell, Counts> count(List<Quarter> quarters) {
    Set<LocalDate> days =
        quarters.stream().map(Quarter::firstDay).collect(Collectors.toCollection(TreeSet::new));
    Set<LocalDate> months =
        days.stream()
            .flatMap(day -> Stream.of(day, day.plusMonths(1), day.plusMonths(2)))
            .collect(Collectors.toCollection(TreeSet::new));
    var cells = new HashMap<Cell, Counts>();
    String incident = FactKind.INCIDENT.name();
    Field<Integer> number = DSL.sum(TALLY.NUMBER).cast(Integer.class);
    Field<Integer> flagged = DSL.sum(TALLY.FLAGGED).cast(Integer.class);
    Field<Integer> nobodys = DSL.sum(TALLY.NOBODYS).cast(Integer.class);
    sql.select(TALLY.KIND, TALLY.SERVICE_AREA, TALLY.MONTH, number, flagged, nobodys)
        .from(TALLY)
        .where(TALLY.MONTH.in(months))
        .and(TALLY.KIND.in(Tally.names(Tally.OF_PEOPLE)))
        .and(TALLY.TAG.eq(""))
        .groupBy(TALLY.KIND, TALLY.SERVICE_AREA, TALLY.MONTH)
        .having(number.gt(0))
        .forEach(
            r ->
                cells.merge(
                    Cell.of(r.value2(), r.value3()),
                    r.value1().equals(incident)
                        ? new Counts(r.value4(), 0, r.value6(), 0, 0, 0)
                        : new Counts(0, 0, 0, r.value4(), 0, r.value5()),
                    Counts::plus));
    Field<Integer> people = DSL.sum(PEOPLE_TALLY.PEOPLE).cast(Integer.class);
    sql.select(PEOPLE_TALLY.KIND, PEOPLE_TALLY.SERVICE_AREA, PEOPLE_TALLY.QUARTER, people)
        .from(PEOPLE_TALLY)
        .where(PEOPLE_TALLY.QUARTER.in(days))
        .and(PEOPLE_TALLY.SERVICE_AREA.ne(Tally.WHOLE))
        .groupBy(PEOPLE_TALLY.KIND, PEOPLE_TALLY.SERVICE_AREA, PEOPLE_TALLY.QUARTER)
        .having(people.gt(0))
        .forEach(
            r ->
                cells.merge(
                    Cell.of(r.value2(), r.value3()),
                    r.value1().equals(incident)
                        ? new Counts(0, r.value4(), 0, 0, 0, 0)
                        : new Counts(0, 0, 0, 0, r.value4(), 0),
                    Counts::plus));
    return cells;
  }
}
