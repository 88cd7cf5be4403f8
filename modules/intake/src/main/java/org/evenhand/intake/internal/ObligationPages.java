package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CORRECTION_TELLING;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.epoch;
import static org.jooq.impl.DSL.percentileDisc;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ReportOutcome;
import org.evenhand.intake.ReportRoute;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What incidents oblige the council to report, page by page and counted, as far as somebody may
 * know of it: the reconciliation of mandatory reports (questions 24 and 25).
 */
@Component
public class ObligationPages {

  /**
   * Which obligations.
   *
   * @param arisenFrom only those that arose on this day or later
   * @param arisenUntil only those that arose on this day or before
   * @param withoutOutcome only reports of which nobody knows what came
   * @param toBePutRight only reports that turned out otherwise, with those who took them not told
   */
  public record ObligationFilter(
      @Nullable ObligationStatus status,
      @Nullable ObligationKind kind,
      @Nullable String serviceArea,
      @Nullable HateStrand strand,
      @Nullable ReportRoute route,
      @Nullable LocalDate arisenFrom,
      @Nullable LocalDate arisenUntil,
      @Nullable ReportOutcome outcome,
      boolean withoutOutcome,
      boolean toBePutRight,
      boolean open,
      boolean overdue) {

    public static final ObligationFilter ALL =
        new ObligationFilter(
            null, null, null, null, null, null, null, null, false, false, false, false);
  }

  /**
   * All that a filter finds, counted.
   *
   * @param medianMinutesToReport half of the reports took at most so long; null where none was made
   */
  public record Counts(
      int total,
      int open,
      int overdue,
      int reported,
      int reportedInTime,
      int notReported,
      int settled,
      int withoutOutcome,
      int toBePutRight,
      @Nullable Integer medianMinutesToReport,
      List<OutcomeCount> byOutcome,
      List<StrandCount> byStrand,
      List<RouteCount> byRoute) {
    public Counts {
      byOutcome = List.copyOf(byOutcome);
      byStrand = List.copyOf(byStrand);
      byRoute = List.copyOf(byRoute);
    }
  }

  /** How many reports came to this. */
  public record OutcomeCount(ReportOutcome outcome, int number) {}

  /** Hate and inequality incidents with this strand; one with two counts under both. */
  public record StrandCount(
      HateStrand strand,
      int total,
      int reported,
      int reportedInTime,
      @Nullable Integer medianMinutesToReport) {}

  /** How many were reported by this route. */
  public record RouteCount(
      ReportRoute route,
      int reported,
      int reportedInTime,
      @Nullable Integer medianMinutesToReport) {}

  private static final Condition REPORTED = OBLIGATION.STATUS.eq(ObligationStatus.REPORTED.name());

  private static final Condition OPEN = OBLIGATION.STATUS.eq(ObligationStatus.OPEN.name());

  private static final Condition WITHOUT_OUTCOME =
      REPORTED
          .and(
              OBLIGATION.KIND.in(
                  ObligationKind.POLICE_REPORT.name(), ObligationKind.HATE_INCIDENT_REPORT.name()))
          .and(
              OBLIGATION
                  .OUTCOME
                  .isNull()
                  .or(OBLIGATION.OUTCOME.eq(ReportOutcome.NO_ANSWER_YET.name())));

  private static final Condition TO_BE_PUT_RIGHT =
      OBLIGATION.ID.in(
          select(CORRECTION_TELLING.TOLD_THROUGH_ID)
              .from(CORRECTION_TELLING)
              .where(CORRECTION_TELLING.TOLD_THROUGH_TYPE.eq("Obligation"))
              .and(CORRECTION_TELLING.ANSWERED_AT.isNull()));

  private final DSLContext sql;
  private final ObligationSights sights;

  ObligationPages(DSLContext sql, ObligationSights sights) {
    this.sql = sql;
    this.sights = sights;
  }

  /** Those that somebody may see, soonest due first. */
  public Page<ObligationView> page(
      ObligationFilter filter, Actor reader, Instant now, Page.Request request, boolean counted) {
    Condition which = which(filter, reader, now);
    UUID after = request.after();
    var o = OBLIGATION.as("after");
    Condition seek =
        after == null
            ? DSL.noCondition()
            : row(OBLIGATION.DUE_AT, OBLIGATION.ID)
                .gt(select(o.DUE_AT, o.ID).from(o).where(o.ID.eq(after)));
    List<ObligationView> rows =
        sql.selectFrom(OBLIGATION)
            .where(which)
            .and(seek)
            .orderBy(OBLIGATION.DUE_AT, OBLIGATION.ID)
            .limit(request.limit())
            .fetch(OnwardReports::view);
    return Page.of(
        rows,
        request,
        v -> v.id().value(),
        counted
            ? sql.fetchCount(selectOne().from(OBLIGATION).where(which).limit(Page.MOST_COUNTED))
            : null);
  }

  /** Everything on all pages of this filter, however many. */
  public Counts counts(ObligationFilter filter, Actor reader, Instant now) {
    Condition which = which(filter, reader, now);
    Field<Integer> total = count();
    Field<Integer> open = count().filterWhere(OPEN);
    Field<Integer> overdue = count().filterWhere(overdue(now));
    Field<Integer> reported = count().filterWhere(REPORTED);
    Field<Integer> inTime = count().filterWhere(inTime());
    Field<Integer> notReported =
        count().filterWhere(OBLIGATION.STATUS.eq(ObligationStatus.NOT_REPORTED.name()));
    Field<Integer> settled =
        count().filterWhere(OBLIGATION.STATUS.eq(ObligationStatus.SETTLED.name()));
    Field<Integer> without = count().filterWhere(WITHOUT_OUTCOME);
    Field<Integer> wrong = count().filterWhere(TO_BE_PUT_RIGHT);
    Field<BigDecimal> median = median();
    Record all =
        sql.select(
                total,
                open,
                overdue,
                reported,
                inTime,
                notReported,
                settled,
                without,
                wrong,
                median)
            .from(OBLIGATION)
            .where(which)
            .fetchSingle();
    return new Counts(
        all.get(total),
        all.get(open),
        all.get(overdue),
        all.get(reported),
        all.get(inTime),
        all.get(notReported),
        all.get(settled),
        all.get(without),
        all.get(wrong),
        minutes(all.get(median)),
        byOutcome(which),
        byStrand(which),
        byRoute(which));
  }

  private List<OutcomeCount> byOutcome(Condition which) {
    return sql
        .select(OBLIGATION.OUTCOME, count())
        .from(OBLIGATION)
        .where(which)
        .and(OBLIGATION.OUTCOME.isNotNull())
        .groupBy(OBLIGATION.OUTCOME)
        .fetch(r -> new OutcomeCount(ReportOutcome.valueOf(r.value1()), r.value2()))
        .stream()
        .sorted(Comparator.comparing(OutcomeCount::outcome))
        .toList();
  }

  private List<StrandCount> byStrand(Condition which) {
    Table<?> of = unnest(INCIDENT.HATE_STRANDS).as("of", "strand");
    Field<String> strand = DSL.field(DSL.name("of", "strand"), String.class);
    Field<Integer> total = count();
    Field<Integer> reported = count().filterWhere(REPORTED);
    Field<Integer> inTime = count().filterWhere(inTime());
    Field<BigDecimal> median = median();
    return sql
        .select(strand, total, reported, inTime, median)
        .from(OBLIGATION)
        .join(INCIDENT)
        .on(INCIDENT.ID.eq(OBLIGATION.INCIDENT))
        .crossJoin(DSL.lateral(of))
        .where(which)
        .and(OBLIGATION.KIND.eq(ObligationKind.HATE_INCIDENT_REPORT.name()))
        .groupBy(strand)
        .fetch(
            r ->
                new StrandCount(
                    HateStrand.valueOf(r.value1()),
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    minutes(r.value5())))
        .stream()
        .sorted(Comparator.comparing(StrandCount::strand))
        .toList();
  }

  private List<RouteCount> byRoute(Condition which) {
    Field<Integer> reported = count().filterWhere(REPORTED);
    Field<Integer> inTime = count().filterWhere(inTime());
    Field<BigDecimal> median = median();
    return sql
        .select(OBLIGATION.ROUTE, reported, inTime, median)
        .from(OBLIGATION)
        .where(which)
        .and(OBLIGATION.ROUTE.isNotNull())
        .groupBy(OBLIGATION.ROUTE)
        .fetch(
            r ->
                new RouteCount(
                    ReportRoute.valueOf(r.value1()), r.value2(), r.value3(), minutes(r.value4())))
        .stream()
        .sorted(Comparator.comparing(RouteCount::route))
        .toList();
  }

  private Condition which(ObligationFilter filter, Actor reader, Instant now) {
    Condition which = sights.visible(reader);
    if (filter.open()) {
      which = which.and(OPEN);
    }
    if (filter.overdue()) {
      which = which.and(overdue(now));
    }
    if (filter.withoutOutcome()) {
      which = which.and(WITHOUT_OUTCOME);
    }
    if (filter.toBePutRight()) {
      which = which.and(TO_BE_PUT_RIGHT);
    }
    if (filter.outcome() != null) {
      which = which.and(OBLIGATION.OUTCOME.eq(filter.outcome().name()));
    }
    if (filter.arisenFrom() != null) {
      which = which.and(OBLIGATION.OPENED_AT.ge(start(filter.arisenFrom())));
    }
    if (filter.arisenUntil() != null) {
      which = which.and(OBLIGATION.OPENED_AT.lt(start(filter.arisenUntil().plusDays(1))));
    }
    if (filter.route() != null) {
      which = which.and(OBLIGATION.ROUTE.eq(filter.route().name()));
    }
    if (filter.serviceArea() != null) {
      which =
          which.and(
              OBLIGATION.INCIDENT.in(
                  select(INCIDENT.ID)
                      .from(INCIDENT)
                      .where(INCIDENT.SERVICE_AREA.eq(filter.serviceArea()))));
    }
    if (filter.strand() != null) {
      which =
          which.and(
              OBLIGATION.INCIDENT.in(
                  select(INCIDENT.ID)
                      .from(INCIDENT)
                      .where(DSL.val(filter.strand().name()).eq(DSL.any(INCIDENT.HATE_STRANDS)))));
    }
    if (filter.status() != null) {
      which = which.and(OBLIGATION.STATUS.eq(filter.status().name()));
    }
    if (filter.kind() != null) {
      which = which.and(OBLIGATION.KIND.eq(filter.kind().name()));
    }
    return which;
  }

  private static Condition overdue(Instant now) {
    return OPEN.and(OBLIGATION.DUE_AT.le(now.atOffset(ZoneOffset.UTC)));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(WorkingDays.LONDON).toOffsetDateTime();
  }

  /** As {@link ObligationView#reportedInTime}. */
  private static Condition inTime() {
    Field<OffsetDateTime> lastMoment = OBLIGATION.DUE_AT.minus(new DayToSecond(0, 0, 0, 0, 1_000));
    return REPORTED.and(day(OBLIGATION.REPORTED_AT).le(day(lastMoment)));
  }

  private static Field<LocalDate> day(Field<OffsetDateTime> at) {
    return DSL.function(
            DSL.name("timezone"), LocalDateTime.class, DSL.inline(WorkingDays.LONDON.getId()), at)
        .cast(LocalDate.class);
  }

  private static Field<BigDecimal> median() {
    return percentileDisc(DSL.inline(0.5))
        .withinGroupOrderBy(epoch(OBLIGATION.REPORTED_AT).minus(epoch(OBLIGATION.OPENED_AT)))
        .filterWhere(REPORTED);
  }

  private static @Nullable Integer minutes(@Nullable BigDecimal seconds) {
    return seconds == null ? null : (int) Math.max(0, seconds.longValue() / 60);
  }
}
