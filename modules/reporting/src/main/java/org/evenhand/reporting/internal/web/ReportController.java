package org.evenhand.reporting.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.reporting.MemberTables;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.QuarterlyReportId;
import org.evenhand.reporting.QuarterlyReportView;
import org.evenhand.reporting.QuarterlyReports;
import org.evenhand.reporting.RecommendationId;
import org.evenhand.reporting.RecommendationView;
import org.evenhand.reporting.ReportFormat;
import org.evenhand.reporting.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Quarterly reports and what was recommended on them (PR.1, P4.3). */
@Controller
class ReportController {

  static final String REPORT = "QuarterlyReport";
  static final String RECOMMENDATION = "Recommendation";

  private final QuarterlyReports reports;
  private final Files files;
  private final ServiceAreas serviceAreas;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  ReportController(
      QuarterlyReports reports,
      Files files,
      ServiceAreas serviceAreas,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.reports = reports;
    this.files = files;
    this.serviceAreas = serviceAreas;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record ReportDraftInput(
      @Nullable String idempotencyKey,
      LocalDate quarter,
      String commentary,
      @Nullable Integer expectedVersion) {}

  record ReportReviewInput(
      @Nullable String idempotencyKey,
      String report,
      String words,
      @Nullable Integer expectedVersion) {}

  record ReportPresentInput(
      @Nullable String idempotencyKey,
      String report,
      String toWhom,
      LocalDate on,
      @Nullable Integer expectedVersion) {}

  record ReportPublishInput(
      @Nullable String idempotencyKey, String report, @Nullable Integer expectedVersion) {}

  record RecommendationRecordInput(
      @Nullable String idempotencyKey,
      String report,
      String words,
      @Nullable String serviceArea,
      LocalDate dueOn) {}

  record RecommendationCloseInput(
      @Nullable String idempotencyKey,
      String recommendation,
      boolean done,
      String words,
      @Nullable Integer expectedVersion) {}

  record ReportPayload(
      @Nullable QuarterlyReportView report, List<Refusal> refusals, List<Warning> warnings) {
    static ReportPayload of(Outcome<QuarterlyReportView> outcome) {
      return new ReportPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record RecommendationPayload(
      @Nullable RecommendationView recommendation, List<Refusal> refusals, List<Warning> warnings) {
    static RecommendationPayload of(Outcome<RecommendationView> outcome) {
      return new RecommendationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  @Nullable QuarterlyReportView quarterlyReport(@Argument LocalDate quarter) {
    return reports.find(Quarter.of(quarter), currentActor.get()).orElse(null);
  }

  @QueryMapping
  List<QuarterlyReportView> quarterlyReports() {
    return reports.all(currentActor.get());
  }

  @QueryMapping
  @Nullable MemberTables memberTables(@Argument LocalDate quarter) {
    return reports.forMembers(Quarter.of(quarter)).orElse(null);
  }

  @BatchMapping(typeName = "MemberRow", field = "serviceArea")
  Map<MemberTables.Row, ServiceAreaView> areaOfRow(List<MemberTables.Row> rows) {
    var areas =
        serviceAreas.named(
            rows.stream()
                .map(MemberTables.Row::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    var found = new HashMap<MemberTables.Row, ServiceAreaView>();
    for (MemberTables.Row row : rows) {
      ServiceAreaView area = row.serviceArea() == null ? null : areas.get(row.serviceArea());
      if (area != null) {
        found.put(row, area);
      }
    }
    return found;
  }

  @MutationMapping
  ReportPayload reportDraft(@Argument ReportDraftInput input) {
    return report(
        "reportDraft",
        input.idempotencyKey(),
        input,
        () ->
            reports.draft(
                new QuarterlyReports.Draft(
                    Quarter.of(input.quarter()), input.commentary(), input.expectedVersion()),
                actor(),
                clock.instant()));
  }

  @MutationMapping
  ReportPayload reportReview(@Argument ReportReviewInput input) {
    return report(
        "reportReview",
        input.idempotencyKey(),
        input,
        () ->
            reports.review(
                new QuarterlyReports.Review(
                    id(input.report()), input.words(), input.expectedVersion()),
                actor(),
                clock.instant()));
  }

  @MutationMapping
  ReportPayload reportPresent(@Argument ReportPresentInput input) {
    return report(
        "reportPresent",
        input.idempotencyKey(),
        input,
        () ->
            reports.present(
                new QuarterlyReports.Present(
                    id(input.report()), input.toWhom(), input.on(), input.expectedVersion()),
                actor(),
                clock.instant()));
  }

  @MutationMapping
  ReportPayload reportPublish(@Argument ReportPublishInput input) {
    return report(
        "reportPublish",
        input.idempotencyKey(),
        input,
        () ->
            reports.publish(
                new QuarterlyReports.Publish(id(input.report()), input.expectedVersion()),
                actor(),
                clock.instant()));
  }

  private ReportPayload report(
      String act,
      @Nullable String key,
      Object input,
      Supplier<Outcome<QuarterlyReportView>> doing) {
    return ReportPayload.of(
        acts.act(act, key, input)
            .<QuarterlyReportView>on(
                REPORT,
                report -> report.id().value(),
                done -> reports.find(new QuarterlyReportId(done), actor()).orElseThrow())
            .perform(doing));
  }

  @MutationMapping
  RecommendationPayload recommendationRecord(@Argument RecommendationRecordInput input) {
    Optional<ServiceAreaCode> area = Optional.ofNullable(input.serviceArea()).flatMap(Codes::area);
    if (input.serviceArea() != null && area.isEmpty()) {
      return RecommendationPayload.of(
          Outcome.refused(Refusal.at("SERVICE_AREA_UNKNOWN", "serviceArea")));
    }
    return recommendation(
        "recommendationRecord",
        input.idempotencyKey(),
        input,
        () ->
            reports.recommend(
                new QuarterlyReports.Recommend(
                    id(input.report()), input.words(), area.orElse(null), input.dueOn()),
                actor(),
                clock.instant()));
  }

  @MutationMapping
  RecommendationPayload recommendationClose(@Argument RecommendationCloseInput input) {
    return recommendation(
        "recommendationClose",
        input.idempotencyKey(),
        input,
        () ->
            reports.close(
                new QuarterlyReports.Close(
                    new RecommendationId(
                        GlobalId.uuid(RECOMMENDATION, input.recommendation()).orElse(NONE)),
                    input.done(),
                    input.words(),
                    input.expectedVersion()),
                actor(),
                clock.instant()));
  }

  private RecommendationPayload recommendation(
      String act, @Nullable String key, Object input, Supplier<Outcome<RecommendationView>> doing) {
    return RecommendationPayload.of(
        acts.act(act, key, input)
            .<RecommendationView>on(
                RECOMMENDATION,
                made -> made.id().value(),
                done -> reports.recommendation(new RecommendationId(done), actor()).orElseThrow())
            .perform(doing));
  }

  /** Nothing has this id: whatever was never given out is not found. */
  private static final UUID NONE = new UUID(0, 0);

  private static QuarterlyReportId id(String global) {
    return new QuarterlyReportId(GlobalId.uuid(REPORT, global).orElse(NONE));
  }

  private Actor actor() {
    return currentActor.get();
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "id")
  String reportId(QuarterlyReportView report) {
    return GlobalId.of(REPORT, report.id().value());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "draftedBy")
  String draftedBy(QuarterlyReportView report) {
    return report.draftedBy().value();
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "reviewedBy")
  @Nullable String reviewedBy(QuarterlyReportView report) {
    return report.reviewedBy() == null ? null : report.reviewedBy().value();
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "publishedBy")
  @Nullable String publishedBy(QuarterlyReportView report) {
    return report.publishedBy() == null ? null : report.publishedBy().value();
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "countsTheSameAgain")
  boolean countsTheSameAgain(QuarterlyReportView report) {
    return reports.countsTheSameAgain(report.id());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "csv")
  String csv(QuarterlyReportView report) {
    return reports.csv(report.id(), actor()).orElse("");
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "page")
  String page(QuarterlyReportView report) {
    return reports.page(report.id(), actor()).orElse("");
  }

  record ReportDocument(ReportFormat format, FileView file) {}

  @SchemaMapping(typeName = "QuarterlyReport", field = "documents")
  List<ReportDocument> documents(QuarterlyReportView report) {
    var kept = reports.documents(report.id(), actor());
    var found = files.named(kept.values());
    var documents = new ArrayList<ReportDocument>();
    kept.forEach(
        (format, id) -> {
          FileView file = found.get(id);
          if (file != null) {
            documents.add(new ReportDocument(format, file));
          }
        });
    return documents;
  }

  @SchemaMapping(typeName = "ReportDocument", field = "digest")
  String documentDigest(ReportDocument document) {
    return document.file().digest();
  }

  @SchemaMapping(typeName = "ReportDocument", field = "size")
  double documentSize(ReportDocument document) {
    return document.file().size();
  }

  @SchemaMapping(typeName = "ReportDocument", field = "download")
  FileLink download(ReportDocument document) {
    return files.link(document.file().id(), actor(), clock.instant());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "trainingNeeds")
  List<Trends.Need> trainingNeeds(QuarterlyReportView report) {
    return reports.trainingNeeds(report.id(), actor());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "recommendations")
  List<RecommendationView> recommendations(QuarterlyReportView report) {
    return reports.recommendations(report.id(), actor());
  }

  @SchemaMapping(typeName = "QuarterlyReport", field = "followedUp")
  List<RecommendationView> followedUp(QuarterlyReportView report) {
    return reports.followedUp(report.id(), actor());
  }

  @SchemaMapping(typeName = "ReportPresentation", field = "recordedBy")
  String presentedBy(QuarterlyReportView.Presentation presentation) {
    return presentation.recordedBy().value();
  }

  @SchemaMapping(typeName = "Recommendation", field = "id")
  String recommendationId(RecommendationView made) {
    return GlobalId.of(RECOMMENDATION, made.id().value());
  }

  @SchemaMapping(typeName = "Recommendation", field = "madeBy")
  String madeBy(RecommendationView made) {
    return made.madeBy().value();
  }

  @SchemaMapping(typeName = "RecommendationClosing", field = "by")
  String closedBy(RecommendationView.Closing closing) {
    return closing.by().value();
  }

  @BatchMapping(typeName = "Recommendation", field = "serviceArea")
  Map<RecommendationView, ServiceAreaView> serviceArea(List<RecommendationView> all) {
    var areas =
        serviceAreas.named(
            all.stream()
                .map(RecommendationView::serviceArea)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    var found = new HashMap<RecommendationView, ServiceAreaView>();
    for (RecommendationView made : all) {
      ServiceAreaView area = made.serviceArea() == null ? null : areas.get(made.serviceArea());
      if (area != null) {
        found.put(made, area);
      }
    }
    return found;
  }
}
