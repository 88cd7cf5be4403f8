package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;
import static org.evenhand.reporting.internal.jooq.Tables.TALLY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.Trend;
import org.evenhand.reporting.Trend.Change;
import org.evenhand.reporting.Trend.Part;
import org.evenhand.reporting.Trends;
import org.evenhand.reporting.internal.Facts.Source;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class CountedTrends implements Trends {

  /** Fewer of something say nothing about a service. */
  private static final int FEWEST_OF_A_NEED = 5;

  private static final Set<Measure> SHOWN_BY = Set.of(Measure.INCIDENTS, Measure.FAULTS);

  private final DSLContext sql;
  private final Counting counting;
  private final ServiceAreas serviceAreas;

  CountedTrends(DSLContext sql, Counting counting, ServiceAreas serviceAreas) {
    this.sql = sql;
    this.counting = counting;
    this.serviceAreas = serviceAreas;
  }

  @Override
  public List<Trend> of(
      Set<Measure> measures,
      @Nullable ServiceAreaCode area,
      @Nullable Part part,
      Actor reader,
      LocalDate today) {
    boolean seen = reader.holdsAny(CountedFigures.SEE_ALL) || (area != null && reader.heads(area));
    return seen
        ? measures.stream()
            .filter(MEASURES::contains)
            .filter(measure -> part == null || measure.axes().contains(part.axis()))
            .sorted()
            .map(measure -> trend(measure, area, part, today))
            .toList()
        : List.of();
  }

  private Trend trend(
      Measure measure, @Nullable ServiceAreaCode area, @Nullable Part part, LocalDate today) {
    YearMonth last = YearMonth.from(today).minusMonths(1);
    YearMonth first = last.minusMonths(MONTHS - 1L);
    SortedMap<YearMonth, Double> numbers = numbers(measure, area, part, first, last);
    var chart = new Xmr(List.copyOf(numbers.values()));
    List<YearMonth> months = List.copyOf(numbers.keySet());
    boolean rare =
        measure.unit() == Measure.Unit.COUNT
            && numbers.values().stream().mapToDouble(n -> n).average().orElse(0) < Trend.RAREST;
    var signals = chart.signals();
    return new Trend(
        measure,
        area,
        part,
        IntStream.range(0, months.size())
            .mapToObj(
                i ->
                    new Trend.Point(
                        months.get(i), chart.values().get(i), rare ? Set.of() : signals.get(i)))
            .toList(),
        rare ? null : chart.limits(),
        rare ? Change.TOO_LITTLE : chart.change());
  }

  /** From the first month in which there was any; of a share, the months that have one. */
  private SortedMap<YearMonth, Double> numbers(
      Measure measure,
      @Nullable ServiceAreaCode area,
      @Nullable Part part,
      YearMonth first,
      YearMonth last) {
    var numbers = new TreeMap<YearMonth, Double>();
    switch (measure) {
      case INCIDENTS_PER_1000_CONTACTS, CONTACTS_CAUSED_BY_US_PERCENT -> {
        boolean rate = measure == Measure.INCIDENTS_PER_1000_CONTACTS;
        Map<YearMonth, Integer> parts =
            byMonth(
                rate ? Measure.INCIDENTS : Measure.CONTACTS_CAUSED_BY_US, area, part, first, last);
        boolean ofChannel = part != null && part.axis() == Axis.CHANNEL;
        byMonth(Measure.CONTACTS, area, ofChannel ? part : null, first, last)
            .forEach(
                (month, contacts) ->
                    numbers.put(
                        month, (rate ? 1000.0 : 100.0) * parts.getOrDefault(month, 0) / contacts));
      }
      default -> {
        Map<YearMonth, Integer> counted = byMonth(measure, area, part, first, last);
        Stream.iterate(first, month -> month.plusMonths(1))
            .limit(MONTHS)
            .dropWhile(month -> !counted.containsKey(month))
            .forEach(month -> numbers.put(month, (double) counted.getOrDefault(month, 0)));
      }
    }
    return numbers;
  }

  /** Months without any are not in it. */
  private Map<YearMonth, Integer> byMonth(
      Measure measure,
      @Nullable ServiceAreaCode area,
      @Nullable Part part,
      YearMonth first,
      YearMonth last) {
    FactKind kind = kind(measure);
    String tag = part == null ? "" : part.axis().tag(part.code());
    var counted = new HashMap<YearMonth, Integer>();
    if (Tally.KINDS.contains(kind)) {
      Field<Integer> number =
          DSL.sum(measure == Measure.CONTACTS_CAUSED_BY_US ? TALLY.FLAGGED : TALLY.NUMBER)
              .cast(Integer.class);
      sql.select(TALLY.MONTH, number)
          .from(TALLY)
          .where(TALLY.KIND.eq(kind.name()))
          .and(TALLY.TAG.eq(tag))
          .and(TALLY.MONTH.between(first.atDay(1), last.atDay(1)))
          .and(area == null ? DSL.noCondition() : TALLY.SERVICE_AREA.eq(area.value()))
          .groupBy(TALLY.MONTH)
          .having(number.gt(0))
          .forEach(r -> counted.put(YearMonth.from(r.value1()), r.value2()));
      return counted;
    }
    Field<LocalDate> month = DSL.trunc(FACT.DAY, DatePart.MONTH);
    sql.select(month, DSL.count())
        .from(FACT)
        .where(FACT.KIND.eq(kind.name()))
        .and(
            FACT.QUARTER.between(
                Quarter.of(first.atDay(1)).firstDay(), Quarter.of(last.atDay(1)).firstDay()))
        .and(FACT.DAY.between(first.atDay(1), last.atEndOfMonth()))
        .and(area == null ? DSL.noCondition() : inArea(area))
        .and(tag.isEmpty() ? DSL.noCondition() : DSL.val(tag).eq(DSL.any(FACT.TAGS)))
        .groupBy(month)
        .forEach(r -> counted.put(YearMonth.from(r.value1()), r.value2()));
    return counted;
  }

  /** What has no area of its own has that of its case. */
  private static Condition inArea(ServiceAreaCode area) {
    var of = FACT.as("of");
    return FACT.SERVICE_AREA
        .eq(area.value())
        .or(
            FACT.SERVICE_AREA
                .isNull()
                .andExists(
                    DSL.selectOne()
                        .from(of)
                        .where(of.SUBJECT.eq(FACT.RELATED))
                        .and(of.KIND.eq(FactKind.CASE.name()))
                        .and(of.SERVICE_AREA.eq(area.value()))));
  }

  private static FactKind kind(Measure measure) {
    return switch (measure) {
      case INCIDENTS -> FactKind.INCIDENT;
      case HATE_INCIDENTS -> FactKind.HATE_INCIDENT;
      case CONTACTS, CONTACTS_CAUSED_BY_US -> FactKind.CONTACT;
      case CASES -> FactKind.CASE;
      case DETERMINATIONS -> FactKind.DETERMINATION;
      case WARNINGS -> FactKind.WARNING;
      case RESTRICTIONS_IMPOSED -> FactKind.RESTRICTION;
      case RESTRICTIONS_ENDED -> FactKind.ENDING;
      case APPEALS -> FactKind.APPEAL;
      case APPEALS_DETERMINED -> FactKind.APPEAL_DETERMINATION;
      default -> throw new IllegalArgumentException(measure + " is not drawn by month");
    };
  }

  @Override
  public List<ServiceAreaCode> toFix(Actor reader, LocalDate today) {
    return serviceAreas.all().stream()
        .map(ServiceAreaView::code)
        .filter(
            area ->
                of(Set.of(Measure.CONTACTS, Measure.CONTACTS_CAUSED_BY_US), area, reader, today)
                        .stream()
                        .filter(trend -> trend.change() == Change.UP)
                        .count()
                    == 2)
        .toList();
  }

  @Override
  public List<Need> needs(Quarter quarter, Actor reader, LocalDate today) {
    return needs(counting.of(quarter, today, Source.NOW), reader);
  }

  /** Those that these figures of a quarter show, in the areas that the reader answers for. */
  static List<Need> needs(List<Figure> figures, Actor reader) {
    var needs = new ArrayList<Need>();
    for (Figure here : figures) {
      ServiceAreaCode area = here.serviceArea();
      if (area != null
          && SHOWN_BY.contains(here.measure())
          && (here.axis() == Axis.FAMILY || here.axis() == Axis.FAULT)
          && (reader.holdsAny(CountedFigures.SEE_ALL) || reader.heads(area))) {
        Need need = need(here, area, figures);
        if (need != null) {
          needs.add(need);
        }
      }
    }
    return List.copyOf(needs);
  }

  private static @Nullable Need need(Figure here, ServiceAreaCode area, List<Figure> figures) {
    Axis axis = Objects.requireNonNull(here.axis());
    String code = Objects.requireNonNull(here.code());
    long part = here.number().longValue();
    long whole = number(figures, here.measure(), area, null);
    long elsewhere = number(figures, here.measure(), null, code) - part;
    long ofElsewhere = number(figures, here.measure(), null, null) - whole;
    if (part < FEWEST_OF_A_NEED || ofElsewhere <= 0 || part > whole) {
      return null;
    }
    Wilson share = Wilson.of(part, whole);
    return share.low() > (double) elsewhere / ofElsewhere
        ? new Need(area, axis, code, part, whole, elsewhere, ofElsewhere, share.low(), share.high())
        : null;
  }

  private static long number(
      List<Figure> figures,
      Measure measure,
      @Nullable ServiceAreaCode area,
      @Nullable String code) {
    return figures.stream()
        .filter(f -> f.measure() == measure)
        .filter(f -> Objects.equals(f.serviceArea(), area) && Objects.equals(f.code(), code))
        .map(Figure::number)
        .findFirst()
        .map(BigDecimal::longValue)
        .orElse(0L);
  }
}
