package org.evenhand.intake.internal.web;

import graphql.relay.Connection;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ConsultationAdvice;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ReportOutcome;
import org.evenhand.intake.ReportOutcomeView;
import org.evenhand.intake.ReportingOnward;
import org.evenhand.intake.internal.ObligationPages;
import org.evenhand.intake.internal.ObligationPages.ObligationFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * What is to be reported onward, page by page and counted; what is needed before it is, or shows
 * that it need not be; and what came of it (questions 24 and 25).
 */
@Controller
class ObligationController {

  private final ReportingOnward onward;
  private final Incidents incidents;
  private final CorrectingRecords correcting;
  private final ObligationPages pages;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  ObligationController(
      ReportingOnward onward,
      Incidents incidents,
      CorrectingRecords correcting,
      ObligationPages pages,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.onward = onward;
    this.incidents = incidents;
    this.correcting = correcting;
    this.pages = pages;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record ObligationConsultInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      ConsultationAdvice advice,
      String words) {}

  record ObligationAbsenceRecordInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      boolean neverAbsent,
      @Nullable LocalDate absentFrom,
      @Nullable LocalDate backOn) {}

  record ObligationOutcomeRecordInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      ReportOutcome outcome,
      @Nullable String crimeNumber,
      @Nullable String toldBy,
      LocalDate toldOn,
      @Nullable LocalDate askAgainOn,
      @Nullable String note) {}

  /** A page that knows what it was asked for, so that everything behind it can be counted. */
  record Found(Page<ObligationView> page, ObligationFilter filter)
      implements Connection<ObligationView> {

    @Override
    public List<Edge<ObligationView>> getEdges() {
      return page.edges();
    }

    @Override
    public PageInfo getPageInfo() {
      return page.pageInfo();
    }

    public @Nullable Integer getTotalCount() {
      return page.totalCount();
    }
  }

  record ObligationPayload(
      @Nullable ObligationView obligation, List<Refusal> refusals, List<Warning> warnings) {
    static ObligationPayload of(Outcome<ObligationView> outcome) {
      return new ObligationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  Found obligations(
      @Argument @Nullable ObligationFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingEnvironment asked) {
    ObligationFilter wanted = filter == null ? ObligationFilter.ALL : filter;
    Page<ObligationView> page =
        pages.page(
            wanted,
            reader.actor(),
            clock.instant(),
            Page.request(first, after),
            asked.getSelectionSet().contains("totalCount"));
    log("obligations", page.nodes());
    return new Found(page, wanted);
  }

  @SchemaMapping(typeName = "ObligationConnection", field = "counts")
  ObligationPages.Counts counts(Found found) {
    return pages.counts(found.filter(), reader.actor(), clock.instant());
  }

  @MutationMapping
  ObligationPayload obligationConsult(@Argument ObligationConsultInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        seenTo("obligationConsult", input.idempotencyKey(), input)
            .perform(
                () ->
                    onward.advise(
                        new ReportingOnward.Advice(
                            id, input.expectedVersion(), input.advice(), input.words()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ObligationPayload obligationAbsenceRecord(@Argument ObligationAbsenceRecordInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        seenTo("obligationAbsenceRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    onward.recordAbsence(
                        new ReportingOnward.Absence(
                            id,
                            input.expectedVersion(),
                            input.neverAbsent(),
                            input.absentFrom(),
                            input.backOn()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ObligationPayload obligationOutcomeRecord(@Argument ObligationOutcomeRecordInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        seenTo("obligationOutcomeRecord", input.idempotencyKey(), input)
            .perform(
                () ->
                    onward.recordNews(
                        new ReportingOnward.News(
                            id,
                            input.expectedVersion(),
                            input.outcome(),
                            input.crimeNumber(),
                            input.toldBy(),
                            input.toldOn(),
                            input.askAgainOn(),
                            input.note()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<ObligationView> seenTo(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<ObligationView>on(
            "Obligation",
            o -> o.id().value(),
            uuid -> onward.find(new ObligationId(uuid)).orElseThrow())
        .about(this::person);
  }

  private @Nullable UUID person(ObligationView obligation) {
    CustomerId customer = incidents.find(List.of(obligation.incidentId())).getFirst().customerId();
    return customer == null ? null : customer.value();
  }

  @SchemaMapping(typeName = "Obligation", field = "overdue")
  boolean overdue(ObligationView obligation) {
    return obligation.answeredAt() == null && !clock.instant().isBefore(obligation.dueAt());
  }

  @SchemaMapping(typeName = "Obligation", field = "minutesToReport")
  @Nullable Integer minutesToReport(ObligationView obligation) {
    Duration took = obligation.timeToReport();
    return took == null ? null : (int) took.toMinutes();
  }

  @BatchMapping(typeName = "Obligation", field = "outcomes")
  Map<ObligationView, List<ReportOutcomeView>> outcomes(List<ObligationView> of) {
    log("obligation.outcomes", of);
    Map<ObligationId, List<ReportOutcomeView>> found =
        onward.newsOf(of.stream().map(ObligationView::id).toList()).stream()
            .collect(Collectors.groupingBy(ReportOutcomeView::obligationId));
    var each = new HashMap<ObligationView, List<ReportOutcomeView>>();
    of.forEach(o -> each.put(o, found.getOrDefault(o.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "ReportNews", field = "recordedBy")
  String recordedBy(ReportOutcomeView news) {
    return news.recordedBy().value();
  }

  @BatchMapping(typeName = "Obligation", field = "correctionTellings")
  Map<ObligationView, List<CorrectionTellingView>> correctionTellings(List<ObligationView> of) {
    Map<UUID, List<CorrectionTellingView>> found =
        correcting.tellingsThrough(of.stream().map(o -> o.id().value()).toList()).stream()
            .collect(Collectors.groupingBy(t -> t.toldThrough().id()));
    var each = new HashMap<ObligationView, List<CorrectionTellingView>>();
    of.forEach(o -> each.put(o, found.getOrDefault(o.id().value(), List.of())));
    return each;
  }

  /** What is reported of somebody is part of their record. */
  private void log(String act, List<ObligationView> read) {
    reader.log(
        act,
        "Obligation",
        incidents.find(read.stream().map(ObligationView::incidentId).distinct().toList()).stream()
            .map(IncidentView::customerId)
            .filter(Objects::nonNull)
            .toList());
  }

  @SchemaMapping(typeName = "ObligationConsultation", field = "by")
  String by(ObligationView.Consultation consultation) {
    return consultation.by().value();
  }
}
