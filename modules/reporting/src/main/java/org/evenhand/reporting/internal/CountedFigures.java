package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.SAME_PERSON;

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
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Figures;
import org.evenhand.reporting.IncidentFiguresView;
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
    Sight sight = sight(reader);
    if (sight == Sight.NOTHING
        || sight == Sight.AGGREGATES
        || !YEARS.isValidIntValue(quarter.firstDay().getYear())) {
      return List.of();
    }
    return counting.of(quarter, today, Source.NOW).stream()
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
    static Cell of(@Nullable String area, LocalDate quarter) {
      return new Cell(area == null ? null : new ServiceAreaCode(area), new Quarter(quarter));
    }
  }

  private Map<Cell, Counts> count(List<Quarter> quarters) {
    Set<LocalDate> days =
        quarters.stream().map(Quarter::firstDay).collect(Collectors.toCollection(TreeSet::new));
    var cells = new HashMap<Cell, Counts>();
    var f = FACT;
    Field<UUID> who = DSL.coalesce(SAME_PERSON.COUNTS_AS, f.PERSON);
    sql.select(
            f.KIND,
            f.SERVICE_AREA,
            f.QUARTER,
            DSL.count(),
            DSL.countDistinct(who),
            DSL.count().filterWhere(f.PERSON.isNull()),
            DSL.count().filterWhere(f.FLAG))
        .from(f)
        .leftJoin(SAME_PERSON)
        .on(SAME_PERSON.PERSON.eq(f.PERSON))
        .where(f.QUARTER.in(days))
        .and(f.KIND.in(FactKind.INCIDENT.name(), FactKind.CONTACT.name()))
        .groupBy(f.KIND, f.SERVICE_AREA, f.QUARTER)
        .forEach(
            r ->
                cells.merge(
                    Cell.of(r.value2(), r.value3()),
                    r.value1().equals(FactKind.INCIDENT.name())
                        ? new Counts(r.value4(), r.value5(), r.value6(), 0, 0, 0)
                        : new Counts(0, 0, 0, r.value4(), r.value5(), r.value7()),
                    Counts::plus));
    return cells;
  }
}
