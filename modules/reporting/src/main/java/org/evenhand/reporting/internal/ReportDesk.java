package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.MEMBER_FORM;
import static org.evenhand.reporting.internal.jooq.Tables.PRESENTATION;
import static org.evenhand.reporting.internal.jooq.Tables.QUARTERLY_REPORT;
import static org.evenhand.reporting.internal.jooq.Tables.RECOMMENDATION;
import static org.evenhand.reporting.internal.jooq.Tables.REPORT_DOCUMENT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.MemberTables;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReportId;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.QuarterlyReportView.Presentation;
import org.evenhand.reporting.QuarterlyReports;
import org.evenhand.reporting.RecommendationId;
import org.evenhand.reporting.RecommendationView;
import org.evenhand.reporting.ReportFormat;
import org.evenhand.reporting.ReportStatus;
import org.evenhand.reporting.Trends;
import org.evenhand.reporting.internal.Facts.Source;
import org.evenhand.reporting.internal.jooq.tables.records.MemberFormRecord;
import org.evenhand.reporting.internal.jooq.tables.records.QuarterlyReportRecord;
import org.evenhand.reporting.internal.jooq.tables.records.RecommendationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ReportDesk implements QuarterlyReports {

  private static final String RECOMMENDED = "RECOMMENDATION";
  private static final int LONGEST_WORDS = 10_000;
  private static final int LONGEST_TITLE = 500;

  private final DSLContext sql;
  private final Facts facts;
  private final Counting counting;
  private final Policies policies;
  private final ServiceAreas serviceAreas;
  private final Duties duties;
  private final Files files;
  private final ReportPage page;
  private final ReportSheets sheets;
  private final FairnessOfQuarter fairness;
  private final WhatStands stands;
  private final ReturnDesk returns;
  private final ToldBeside beside;

  ReportDesk(
      DSLContext sql,
      Facts facts,
      Counting counting,
      Policies policies,
      ServiceAreas serviceAreas,
      Duties duties,
      Files files,
      ReportPage page,
      ReportSheets sheets,
      FairnessOfQuarter fairness,
      WhatStands stands,
      ReturnDesk returns,
      ToldBeside beside) {
    this.sql = sql;
    this.facts = facts;
    this.counting = counting;
    this.policies = policies;
    this.serviceAreas = serviceAreas;
    this.duties = duties;
    this.files = files;
    this.page = page;
    this.sheets = sheets;
    this.fairness = fairness;
    this.stands = stands;
    this.returns = returns;
    this.beside = beside;
  }

  @Override
  @Transactional
  public Outcome<QuarterlyReportView> draft(Draft command, Actor by, Instant now) {
    QuarterlyReportRecord before =
        locked(QUARTERLY_REPORT.QUARTER.eq(command.quarter().firstDay()));
    LocalDate today = day(now);
    var refusals = new ArrayList<Refusal>();
    if (!command.quarter().over(today)) {
      refusals.add(Refusal.at("QUARTER_NOT_OVER", "quarter"));
    }
    refuse(refusals, Acts.text(command.commentary(), LONGEST_WORDS, "commentary"));
    if (before != null) {
      refuse(refusals, Acts.stale(command.expectedVersion(), before.getVersion()));
      refuse(refusals, wrong(before, ReportStatus.DRAFT, ReportStatus.REVIEWED));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    stands.look(now);
    returns.sweep(now);
    long position = facts.cutOff();
    var figures = new ArrayList<Figure>(counting.of(command.quarter(), today, Source.NOW));
    figures.addAll(beside.returns(command.quarter(), now));
    figures.addAll(beside.toldOnce(now));
    figures.addAll(quietServices(figures));
    String content = FrozenFigures.csv(command.quarter(), figures);
    Optional<PolicyInForce> policy = policies.inForce(now);
    QuarterlyReportRecord row = before == null ? sql.newRecord(QUARTERLY_REPORT) : before;
    if (before == null) {
      row.setId(Ids.next());
      row.setQuarter(command.quarter().firstDay());
    }
    row.setVersion(before == null ? 0 : before.getVersion() + 1);
    row.setStatus(ReportStatus.DRAFT.name());
    row.setCutOff(at(now));
    row.setPosition(position);
    row.setPolicyVersion(policy.map(p -> p.id().value()).orElse(null));
    row.setPolicyLabel(policy.map(PolicyInForce::label).orElse(null));
    row.setPolicyAdoptedOnly(policy.map(PolicyInForce::adoptedOnly).orElse(false));
    row.setPolicyReviewDue(
        policy
            .flatMap(p -> policies.find(p.id(), now))
            .map(PolicyVersionView::reviewDue)
            .orElse(null));
    int few =
        policy.map(PolicyInForce::figures).orElseGet(Figures::standard).get(FigureKey.SMALL_NUMBER);
    row.setSmallNumber(few);
    row.setEquality(FrozenRates.text(fairness.counted(command.quarter(), few)));
    row.setCommentary(command.commentary().strip());
    row.setContent(content);
    row.setDigest(FrozenFigures.digest(content));
    row.setDraftedBy(by.id().value());
    row.setDraftedAt(at(now));
    row.setReviewedBy(null);
    row.setReviewedAt(null);
    row.setReviewWords(null);
    row.store();
    return Outcome.done(view(row), policy.map(PolicyInForce::warnings).orElse(List.of()));
  }

  /** A service in which nothing happened is told too: its line says that there was none. */
  private List<Figure> quietServices(List<Figure> figures) {
    Set<ServiceAreaCode> told =
        figures.stream()
            .filter(figure -> figure.measure() == Measure.INCIDENTS)
            .map(Figure::serviceArea)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return serviceAreas.all().stream()
        .map(ServiceAreaView::code)
        .filter(area -> !told.contains(area))
        .map(area -> Figure.of(Measure.INCIDENTS, area, 0))
        .toList();
  }

  @Override
  @Transactional
  public Outcome<QuarterlyReportView> review(Review command, Actor by, Instant now) {
    return change(
        command.id(),
        command.expectedVersion(),
        (row, refusals) -> {
          refuse(refusals, wrong(row, ReportStatus.DRAFT));
          refuse(refusals, Acts.text(command.words(), LONGEST_WORDS, "words"));
          if (row.getDraftedBy().equals(by.id().value())) {
            refusals.add(Refusal.of("REVIEWER_DRAFTED_IT"));
          }
        },
        row -> {
          row.setStatus(ReportStatus.REVIEWED.name());
          row.setReviewedBy(by.id().value());
          row.setReviewedAt(at(now));
          row.setReviewWords(command.words().strip());
        });
  }

  @Override
  @Transactional
  public Outcome<QuarterlyReportView> present(Present command, Actor by, Instant now) {
    return change(
        command.id(),
        command.expectedVersion(),
        (row, refusals) -> {
          refuse(refusals, wrong(row, ReportStatus.REVIEWED, ReportStatus.PRESENTED));
          refuse(refusals, Acts.text(command.toWhom(), LONGEST_TITLE, "toWhom"));
          if (command.on().isAfter(day(now))) {
            refusals.add(Refusal.at("DATE_IN_FUTURE", "on"));
          }
          if (command.on().isBefore(day(row.getDraftedAt().toInstant()))) {
            refusals.add(Refusal.at("DATE_BEFORE_ANOTHER", "on"));
          }
        },
        row -> {
          row.setStatus(ReportStatus.PRESENTED.name());
          sql.insertInto(PRESENTATION)
              .set(PRESENTATION.ID, Ids.next())
              .set(PRESENTATION.REPORT, row.getId())
              .set(PRESENTATION.TO_WHOM, command.toWhom().strip())
              .set(PRESENTATION.PRESENTED_ON, command.on())
              .set(PRESENTATION.RECORDED_BY, by.id().value())
              .set(PRESENTATION.RECORDED_AT, at(now))
              .execute();
        });
  }

  @Override
  @Transactional
  public Outcome<QuarterlyReportView> publish(Publish command, Actor by, Instant now) {
    Outcome<QuarterlyReportView> published =
        change(
            command.id(),
            command.expectedVersion(),
            (row, refusals) -> refuse(refusals, wrong(row, ReportStatus.PRESENTED)),
            row -> {
              row.setStatus(ReportStatus.PUBLISHED.name());
              row.setPublishedBy(by.id().value());
              row.setPublishedAt(at(now));
            });
    if (published instanceof Outcome.Done<QuarterlyReportView>(var report, var ignored)) {
      keepDocuments(report, by, now);
      keepMemberForm(report.id().value());
    }
    return published;
  }

  /** What stands in the way of a change; decided before the first write. */
  private interface Rules {
    void check(QuarterlyReportRecord row, List<Refusal> refusals);
  }

  private interface Change {
    void to(QuarterlyReportRecord row);
  }

  private Outcome<QuarterlyReportView> change(
      QuarterlyReportId id, @Nullable Integer expected, Rules rules, Change change) {
    QuarterlyReportRecord row = locked(QUARTERLY_REPORT.ID.eq(id.value()));
    if (row == null) {
      return Outcome.refused(Refusal.notFound("QuarterlyReport", "report"));
    }
    var refusals = new ArrayList<Refusal>();
    refuse(refusals, Acts.stale(expected, row.getVersion()));
    rules.check(row, refusals);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    change.to(row);
    row.setVersion(row.getVersion() + 1);
    row.store();
    return Outcome.done(view(row), warnings(row));
  }

  private static @Nullable Refusal wrong(QuarterlyReportRecord row, ReportStatus... in) {
    ReportStatus status = ReportStatus.valueOf(row.getStatus());
    return Set.of(in).contains(status)
        ? null
        : Refusal.of("REPORT_WRONG_STATUS", Map.of("status", status.name()));
  }

  private static List<Warning> warnings(QuarterlyReportRecord row) {
    return PolicyInForce.warnings(
        Objects.requireNonNullElse(row.getPolicyLabel(), ""), row.getPolicyAdoptedOnly());
  }

  @Override
  @Transactional
  public Outcome<RecommendationView> recommend(Recommend command, Actor by, Instant now) {
    QuarterlyReportRecord report = row(QUARTERLY_REPORT.ID.eq(command.report().value()));
    if (report == null) {
      return Outcome.refused(Refusal.notFound("QuarterlyReport", "report"));
    }
    ServiceAreaCode area = command.serviceArea();
    var refusals = new ArrayList<Refusal>();
    refuse(refusals, wrong(report, ReportStatus.PRESENTED, ReportStatus.PUBLISHED));
    refuse(refusals, Acts.text(command.words(), LONGEST_WORDS, "words"));
    if (area != null && serviceAreas.find(area).isEmpty()) {
      refusals.add(Refusal.at("SERVICE_AREA_UNKNOWN", "serviceArea"));
    }
    if (command.dueOn().isBefore(day(now))) {
      refusals.add(Refusal.at("DAY_IN_THE_PAST", "dueOn"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    RecommendationRecord row = sql.newRecord(RECOMMENDATION);
    row.setId(Ids.next());
    row.setVersion(0);
    row.setReport(report.getId());
    row.setWords(command.words().strip());
    row.setOwnerRole(QuarterlyReports.ownerRole(area).name());
    row.setServiceArea(area == null ? null : area.value());
    row.setDueOn(command.dueOn());
    row.setMadeBy(by.id().value());
    row.setMadeAt(at(now));
    row.store();
    duties.open(
        DutyToOpen.byDay(
            RECOMMENDED,
            "Recommendation",
            row.getId(),
            null,
            QuarterlyReports.ownerRole(area),
            area,
            command.dueOn()),
        now);
    return Outcome.done(view(row, new Quarter(report.getQuarter())));
  }

  @Override
  @Transactional
  public Outcome<RecommendationView> close(Close command, Actor by, Instant now) {
    RecommendationRecord row =
        sql.selectFrom(RECOMMENDATION)
            .where(RECOMMENDATION.ID.eq(command.id().value()))
            .forUpdate()
            .fetchOne();
    if (row == null) {
      return Outcome.refused(Refusal.notFound("Recommendation", "recommendation"));
    }
    var refusals = new ArrayList<Refusal>();
    refuse(refusals, Acts.stale(command.expectedVersion(), row.getVersion()));
    if (row.getClosedAt() != null) {
      refusals.add(Refusal.of("RECOMMENDATION_CLOSED"));
    }
    if (!by.holds(Role.CMT_MEMBER) && !owns(by, row)) {
      refusals.add(Refusal.of("RECOMMENDATION_ANOTHERS"));
    }
    refuse(refusals, Acts.text(command.words(), LONGEST_WORDS, "words"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    row.setVersion(row.getVersion() + 1);
    row.setResult(command.done() ? "DONE" : "NOT_DONE");
    row.setClosingWords(command.words().strip());
    row.setClosedBy(by.id().value());
    row.setClosedAt(at(now));
    row.store();
    duties.discharge(RECOMMENDED, row.getId(), null, row.getResult(), now);
    return Outcome.done(view(row, quarterOf(row)));
  }

  private static boolean owns(Actor by, RecommendationRecord row) {
    String area = row.getServiceArea();
    return area == null
        ? by.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        : by.heads(new ServiceAreaCode(area));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<QuarterlyReportView> find(QuarterlyReportId id, Actor reader) {
    return Optional.ofNullable(row(QUARTERLY_REPORT.ID.eq(id.value())))
        .flatMap(row -> seen(row, reader));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<QuarterlyReportView> find(Quarter quarter, Actor reader) {
    return Optional.ofNullable(row(QUARTERLY_REPORT.QUARTER.eq(quarter.firstDay())))
        .flatMap(row -> seen(row, reader));
  }

  @Override
  @Transactional(readOnly = true)
  public List<QuarterlyReportView> all(Actor reader) {
    return sql
        .selectFrom(QUARTERLY_REPORT)
        .orderBy(QUARTERLY_REPORT.QUARTER.desc())
        .fetch()
        .stream()
        .flatMap(row -> seen(row, reader).stream())
        .toList();
  }

  /**
   * Who answers for the whole sees everything at once; a head of service sees what was presented,
   * as far as it is about their own areas.
   */
  private Optional<QuarterlyReportView> seen(QuarterlyReportRecord row, Actor reader) {
    QuarterlyReportView whole = view(row);
    if (reader.holdsAny(CountedFigures.SEE_ALL)) {
      return Optional.of(whole);
    }
    boolean presented =
        EnumSet.of(ReportStatus.PRESENTED, ReportStatus.PUBLISHED).contains(whole.status());
    return presented && !reader.headedAreas().isEmpty()
        ? Optional.of(
            withFigures(
                whole,
                whole.figures().stream()
                    .filter(f -> f.serviceArea() != null && reader.heads(f.serviceArea()))
                    .toList()))
        : Optional.empty();
  }

  @Override
  @Transactional
  public boolean countsTheSameAgain(QuarterlyReportId id) {
    QuarterlyReportRecord row = row(QUARTERLY_REPORT.ID.eq(id.value()));
    if (row == null) {
      return false;
    }
    var quarter = new Quarter(row.getQuarter());
    Instant cutOff = row.getCutOff().toInstant();
    var again =
        new ArrayList<Figure>(counting.of(quarter, day(cutOff), facts.asOf(row.getPosition())));
    again.addAll(beside.returns(quarter, cutOff));
    List<Figure> then = FrozenFigures.read(row.getContent());
    Set<Told> told = then.stream().map(Told::of).collect(Collectors.toSet());
    return counted(quarter, then, told).equals(counted(quarter, again, told))
        && FrozenFigures.digest(row.getContent()).equals(row.getDigest());
  }

  /** A measure, and for a rate by what it is broken down: rates were told as totals only, once. */
  private record Told(Measure measure, @Nullable Axis axis) {
    static Told of(Figure figure) {
      return new Told(
          figure.measure(), figure.measure().unit() == Measure.Unit.RATE ? figure.axis() : null);
    }
  }

  /** What can be counted again, as text; what the report did not know yet is left out. */
  private static String counted(Quarter quarter, List<Figure> figures, Set<Told> told) {
    return FrozenFigures.csv(
        quarter,
        figures.stream()
            .filter(figure -> told.contains(Told.of(figure)) && figure.measure().countedAgain())
            .filter(figure -> figure.number().signum() != 0)
            .toList());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Trends.Need> trainingNeeds(QuarterlyReportId id, Actor reader) {
    QuarterlyReportRecord row = row(QUARTERLY_REPORT.ID.eq(id.value()));
    return row == null || seen(row, reader).isEmpty()
        ? List.of()
        : CountedTrends.needs(FrozenFigures.read(row.getContent()), reader);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> csv(QuarterlyReportId id, Actor reader) {
    return find(id, reader).map(report -> FrozenFigures.csv(report.quarter(), report.figures()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> page(QuarterlyReportId id, Actor reader) {
    return reading(id, reader).map(reading -> page.html(reading, Locale.UK));
  }

  private Optional<ReportReading> reading(QuarterlyReportId id, Actor reader) {
    QuarterlyReportRecord row = row(QUARTERLY_REPORT.ID.eq(id.value()));
    return row == null
        ? Optional.empty()
        : seen(row, reader)
            .map(
                report ->
                    new ReportReading(
                        report,
                        CountedTrends.needs(FrozenFigures.read(row.getContent()), reader),
                        reader.holdsAny(CountedFigures.SEE_ALL)
                            ? FrozenRates.read(row.getEquality())
                            : List.of(),
                        recommendations(id, reader),
                        followedUp(id, reader)));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<ReportFormat, FileId> documents(QuarterlyReportId id, Actor reader) {
    var documents = new EnumMap<ReportFormat, FileId>(ReportFormat.class);
    if (reader.holdsAny(CountedFigures.SEE_ALL)) {
      sql.selectFrom(REPORT_DOCUMENT)
          .where(REPORT_DOCUMENT.REPORT.eq(id.value()))
          .forEach(
              r -> documents.put(ReportFormat.valueOf(r.getFormat()), new FileId(r.getFile())));
    }
    return documents;
  }

  /** Made once, in the transaction that publishes it. */
  private void keepDocuments(QuarterlyReportView report, Actor by, Instant now) {
    ReportReading reading = reading(report.id(), by).orElseThrow();
    for (ReportFormat format : ReportFormat.values()) {
      byte[] content =
          switch (format) {
            case HTML -> bytes(page.html(reading, Locale.UK));
            case PDF -> page.pdf(reading, Locale.UK);
            case CSV -> bytes(FrozenFigures.csv(report.quarter(), report.figures()));
            case CSV_SCHEMA -> FrozenFigures.schema();
            case ODS -> sheets.ods(reading, Locale.UK);
          };
      String name = "quarterly-report-" + report.quarter().firstDay() + "." + format.ending();
      FileView file =
          files.make(
              name,
              format.type(),
              new GlobalId("QuarterlyReport", report.id().value()),
              null,
              out -> out.write(content),
              by,
              now);
      sql.insertInto(REPORT_DOCUMENT)
          .set(REPORT_DOCUMENT.REPORT, report.id().value())
          .set(REPORT_DOCUMENT.FORMAT, format.name())
          .set(REPORT_DOCUMENT.FILE, file.id().value())
          .execute();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Of a report that was published before members' form was kept, it is made when first read. */
  @Override
  @Transactional
  public Optional<MemberTables> forMembers(Quarter quarter) {
    QuarterlyReportRecord row = row(QUARTERLY_REPORT.QUARTER.eq(quarter.firstDay()));
    if (row == null || row.getPublishedAt() == null) {
      return Optional.empty();
    }
    MemberFormRecord kept = memberForm(row.getId());
    if (kept == null) {
      keepMemberForm(row.getId());
      kept = Objects.requireNonNull(memberForm(row.getId()));
    }
    return Optional.of(
        new MemberTables(
            quarter,
            row.getPublishedAt().toInstant(),
            row.getSmallNumber(),
            FrozenTables.read(kept.getContent()),
            kept.getContent(),
            kept.getDigest()));
  }

  private @Nullable MemberFormRecord memberForm(UUID report) {
    return sql.selectFrom(MEMBER_FORM).where(MEMBER_FORM.REPORT.eq(report)).fetchOne();
  }

  /** Made once, whoever is first. */
  private void keepMemberForm(UUID report) {
    QuarterlyReportRecord row =
        Objects.requireNonNull(row(QUARTERLY_REPORT.ID.eq(report)), "the report");
    String content =
        FrozenTables.csv(
            new Quarter(row.getQuarter()),
            new TablesForMembers(FrozenFigures.read(row.getContent()), row.getSmallNumber()).all());
    sql.insertInto(MEMBER_FORM)
        .set(MEMBER_FORM.REPORT, report)
        .set(MEMBER_FORM.CONTENT, content)
        .set(MEMBER_FORM.DIGEST, FrozenFigures.digest(content))
        .onConflictDoNothing()
        .execute();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<RecommendationView> recommendation(RecommendationId id, Actor reader) {
    return recommended(RECOMMENDATION.ID.eq(id.value()), reader).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<RecommendationView> recommendations(QuarterlyReportId report, Actor reader) {
    return recommended(RECOMMENDATION.REPORT.eq(report.value()), reader);
  }

  @Override
  @Transactional(readOnly = true)
  public List<RecommendationView> followedUp(QuarterlyReportId report, Actor reader) {
    QuarterlyReportRecord row = row(QUARTERLY_REPORT.ID.eq(report.value()));
    if (row == null) {
      return List.of();
    }
    OffsetDateTime cutOff = row.getCutOff();
    OffsetDateTime since =
        sql.select(DSL.max(QUARTERLY_REPORT.CUT_OFF))
            .from(QUARTERLY_REPORT)
            .where(QUARTERLY_REPORT.QUARTER.lt(row.getQuarter()))
            .fetchOne(0, OffsetDateTime.class);
    Condition open = RECOMMENDATION.CLOSED_AT.isNull().or(RECOMMENDATION.CLOSED_AT.gt(cutOff));
    Condition closed = since == null ? DSL.noCondition() : RECOMMENDATION.CLOSED_AT.gt(since);
    return recommended(
            RECOMMENDATION
                .REPORT
                .ne(row.getId())
                .and(RECOMMENDATION.MADE_AT.le(cutOff))
                .and(open.or(closed)),
            reader)
        .stream()
        .map(
            r ->
                r.closing() != null && r.closing().at().isAfter(cutOff.toInstant())
                    ? new RecommendationView(
                        r.id(),
                        r.version(),
                        r.report(),
                        r.quarter(),
                        r.words(),
                        r.ownerRole(),
                        r.serviceArea(),
                        r.dueOn(),
                        r.madeBy(),
                        r.madeAt(),
                        null)
                    : r)
        .toList();
  }

  private List<RecommendationView> recommended(Condition which, Actor reader) {
    return sql
        .select(RECOMMENDATION.asterisk(), QUARTERLY_REPORT.QUARTER)
        .from(RECOMMENDATION)
        .join(QUARTERLY_REPORT)
        .on(QUARTERLY_REPORT.ID.eq(RECOMMENDATION.REPORT))
        .where(which)
        .orderBy(RECOMMENDATION.MADE_AT, RECOMMENDATION.ID)
        .fetch(r -> view(r.into(RECOMMENDATION), new Quarter(r.get(QUARTERLY_REPORT.QUARTER))))
        .stream()
        .filter(
            r ->
                reader.holdsAny(CountedFigures.SEE_ALL)
                    || (r.serviceArea() != null && reader.heads(r.serviceArea())))
        .toList();
  }

  private Quarter quarterOf(RecommendationRecord row) {
    return new Quarter(
        Objects.requireNonNull(row(QUARTERLY_REPORT.ID.eq(row.getReport()))).getQuarter());
  }

  private @Nullable QuarterlyReportRecord row(Condition which) {
    return sql.selectFrom(QUARTERLY_REPORT).where(which).fetchOne();
  }

  /** For an act: nobody else changes it meanwhile. */
  private @Nullable QuarterlyReportRecord locked(Condition which) {
    return sql.selectFrom(QUARTERLY_REPORT).where(which).forUpdate().fetchOne();
  }

  private QuarterlyReportView view(QuarterlyReportRecord row) {
    return new QuarterlyReportView(
        new QuarterlyReportId(row.getId()),
        row.getVersion(),
        new Quarter(row.getQuarter()),
        ReportStatus.valueOf(row.getStatus()),
        row.getCutOff().toInstant(),
        row.getPolicyVersion(),
        row.getPolicyLabel(),
        row.getPolicyAdoptedOnly(),
        row.getPolicyReviewDue(),
        row.getCommentary(),
        FrozenFigures.read(row.getContent()),
        row.getDigest(),
        new ActorId(row.getDraftedBy()),
        row.getDraftedAt().toInstant(),
        actor(row.getReviewedBy()),
        instant(row.getReviewedAt()),
        row.getReviewWords(),
        sql.selectFrom(PRESENTATION)
            .where(PRESENTATION.REPORT.eq(row.getId()))
            .orderBy(PRESENTATION.PRESENTED_ON, PRESENTATION.ID)
            .fetch(
                p ->
                    new Presentation(
                        p.getToWhom(),
                        p.getPresentedOn(),
                        new ActorId(p.getRecordedBy()),
                        p.getRecordedAt().toInstant())),
        actor(row.getPublishedBy()),
        instant(row.getPublishedAt()));
  }

  private static QuarterlyReportView withFigures(QuarterlyReportView v, List<Figure> figures) {
    return new QuarterlyReportView(
        v.id(),
        v.version(),
        v.quarter(),
        v.status(),
        v.cutOff(),
        v.policyVersionId(),
        v.policyLabel(),
        v.policyAdoptedOnly(),
        v.policyReviewDue(),
        v.commentary(),
        figures,
        v.digest(),
        v.draftedBy(),
        v.draftedAt(),
        v.reviewedBy(),
        v.reviewedAt(),
        v.reviewWords(),
        v.presentations(),
        v.publishedBy(),
        v.publishedAt());
  }

  private static RecommendationView view(RecommendationRecord row, Quarter quarter) {
    String area = row.getServiceArea();
    OffsetDateTime closedAt = row.getClosedAt();
    return new RecommendationView(
        new RecommendationId(row.getId()),
        row.getVersion(),
        new QuarterlyReportId(row.getReport()),
        quarter,
        row.getWords(),
        Role.valueOf(row.getOwnerRole()),
        area == null ? null : new ServiceAreaCode(area),
        row.getDueOn(),
        new ActorId(row.getMadeBy()),
        row.getMadeAt().toInstant(),
        closedAt == null
            ? null
            : new RecommendationView.Closing(
                row.getResult().equals("DONE"),
                row.getClosingWords(),
                new ActorId(row.getClosedBy()),
                closedAt.toInstant()));
  }

  private static void refuse(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static @Nullable ActorId actor(@Nullable String id) {
    return id == null ? null : new ActorId(id);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
