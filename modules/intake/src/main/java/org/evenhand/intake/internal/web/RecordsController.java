package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerRecords;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasingRecords.RecordsToErase;
import org.evenhand.intake.ErasureId;
import org.evenhand.intake.ErasureView;
import org.evenhand.intake.HoldingRecords;
import org.evenhand.intake.HoldingRecords.HoldToPlace;
import org.evenhand.intake.LegalHoldId;
import org.evenhand.intake.LegalHoldView;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is kept for how long, what holds it back, and its erasing by a person (T26). */
@Controller
class RecordsController {

  private final ErasingRecords erasing;
  private final HoldingRecords holding;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  RecordsController(
      ErasingRecords erasing, HoldingRecords holding, Reader reader, Acts acts, Clock clock) {
    this.erasing = erasing;
    this.holding = holding;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record RecordsToEraseFilter(List<RecordClass> classes, @Nullable Boolean onLegalHold) {}

  record RecordsEraseInput(
      @Nullable String idempotencyKey, String customer, List<String> records, String reason) {}

  record LegalHoldPlaceInput(
      @Nullable String idempotencyKey, String customer, String reason, LocalDate reviewOn) {}

  record LegalHoldReviewInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, LocalDate reviewOn) {}

  record LegalHoldReleaseInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, String reason) {}

  record RecordsErasePayload(
      @Nullable ErasureView erasure, List<Refusal> refusals, List<Warning> warnings) {}

  record LegalHoldPayload(
      @Nullable LegalHoldView hold, List<Refusal> refusals, List<Warning> warnings) {
    static LegalHoldPayload of(Outcome<LegalHoldView> outcome) {
      return new LegalHoldPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  /** How many records of a class were erased together. */
  record ErasedCount(RecordClass recordClass, int count) {}

  @QueryMapping
  Page<CustomerRecords> recordsToErase(
      @Argument @Nullable RecordsToEraseFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after) {
    Page<CustomerRecords> page =
        erasing.due(
            filter == null ? List.of() : filter.classes(),
            filter == null ? null : filter.onLegalHold(),
            Page.request(first, after),
            clock.instant());
    reader.log("recordsToErase", "Customer", page.nodes().stream().map(r -> r.person()).toList());
    return page;
  }

  @QueryMapping
  @Nullable CustomerRecords recordsKept(@Argument String customer) {
    CustomerRecords kept =
        GlobalId.uuid("Customer", customer)
            .map(CustomerId::new)
            .flatMap(id -> erasing.kept(id, clock.instant()))
            .orElse(null);
    if (kept != null) {
      reader.log("recordsKept", "Customer", List.of(kept.person()));
    }
    return kept;
  }

  @MutationMapping
  RecordsErasePayload recordsErase(@Argument RecordsEraseInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    var refusals = new ArrayList<Refusal>();
    var records = new ArrayList<GlobalId>();
    for (int i = 0; i < input.records().size(); i++) {
      Optional<GlobalId> record = GlobalId.parse(input.records().get(i));
      if (record.isEmpty()) {
        refusals.add(Refusal.notFound("Node", "records", Integer.toString(i)));
      }
      record.ifPresent(records::add);
    }
    Outcome<ErasureView> refused = given.refused();
    if (refused != null) {
      refusals.addAll(0, refused.refusals());
    }
    Outcome<ErasureView> outcome =
        refusals.isEmpty()
            ? acts.act("recordsErase", input.idempotencyKey(), input)
                .<ErasureView>on(
                    "Erasure",
                    e -> e.id().value(),
                    id -> erasing.find(new ErasureId(id)).orElseThrow())
                .about(e -> e.person().value())
                .perform(
                    () ->
                        erasing.erase(
                            new RecordsToErase(customer, records, input.reason()),
                            reader.actor(),
                            clock.instant()))
            : Outcome.refused(refusals);
    return new RecordsErasePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  LegalHoldPayload legalHoldPlace(@Argument LegalHoldPlaceInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<LegalHoldView> refused = given.refused();
    return LegalHoldPayload.of(
        refused != null
            ? refused
            : hold("legalHoldPlace", input.idempotencyKey(), input)
                .perform(
                    () ->
                        holding.place(
                            new HoldToPlace(customer, input.reason(), input.reviewOn()),
                            reader.actor(),
                            clock.instant())));
  }

  @MutationMapping
  LegalHoldPayload legalHoldReview(@Argument LegalHoldReviewInput input) {
    var given = new Given();
    LegalHoldId id = given.id("LegalHold", LegalHoldId::new, input.id(), "id");
    Outcome<LegalHoldView> refused = given.refused();
    return LegalHoldPayload.of(
        refused != null
            ? refused
            : hold("legalHoldReview", input.idempotencyKey(), input)
                .perform(
                    () ->
                        holding.review(
                            id,
                            input.expectedVersion(),
                            input.reviewOn(),
                            reader.actor(),
                            clock.instant())));
  }

  @MutationMapping
  LegalHoldPayload legalHoldRelease(@Argument LegalHoldReleaseInput input) {
    var given = new Given();
    LegalHoldId id = given.id("LegalHold", LegalHoldId::new, input.id(), "id");
    Outcome<LegalHoldView> refused = given.refused();
    return LegalHoldPayload.of(
        refused != null
            ? refused
            : hold("legalHoldRelease", input.idempotencyKey(), input)
                .perform(
                    () ->
                        holding.release(
                            id,
                            input.expectedVersion(),
                            input.reason(),
                            reader.actor(),
                            clock.instant())));
  }

  private Acts.ActOn<LegalHoldView> hold(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<LegalHoldView>on(
            "LegalHold", h -> h.id().value(), id -> holding.find(new LegalHoldId(id)).orElseThrow())
        .about(h -> h.customerId().value());
  }

  @BatchMapping(typeName = "CustomerRecords", field = "customer")
  Map<CustomerRecords, CustomerView> customer(List<CustomerRecords> records) {
    return reader.customersOf(records, CustomerRecords::person, "recordsToErase.customer");
  }

  @SchemaMapping(typeName = "KeptRecord", field = "record")
  String record(CustomerRecords.Entry entry) {
    return entry.record().toString();
  }

  @SchemaMapping(typeName = "KeptRecord", field = "recordType")
  String recordType(CustomerRecords.Entry entry) {
    return entry.record().type();
  }

  @BatchMapping(typeName = "Customer", field = "legalHolds")
  Map<CustomerView, List<LegalHoldView>> legalHolds(List<CustomerView> of) {
    if (!Sight.ofCircumstances(reader.actor())) {
      return Map.of();
    }
    var found = holding.of(of.stream().map(CustomerView::id).toList());
    var each = new LinkedHashMap<CustomerView, List<LegalHoldView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @BatchMapping(typeName = "Customer", field = "erasures")
  Map<CustomerView, List<ErasureView>> erasures(List<CustomerView> of) {
    var found = erasing.erased(of.stream().map(CustomerView::id).toList());
    var each = new LinkedHashMap<CustomerView, List<ErasureView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "LegalHold", field = "id")
  String holdId(LegalHoldView hold) {
    return GlobalId.of("LegalHold", hold.id().value());
  }

  @BatchMapping(typeName = "LegalHold", field = "customer")
  Map<LegalHoldView, CustomerView> holdCustomer(List<LegalHoldView> holds) {
    return reader.customersOf(holds, LegalHoldView::customerId, "legalHold.customer");
  }

  @SchemaMapping(typeName = "LegalHold", field = "placedBy")
  String placedBy(LegalHoldView hold) {
    return hold.placedBy().value();
  }

  @SchemaMapping(typeName = "LegalHold", field = "reviewedBy")
  @Nullable String reviewedBy(LegalHoldView hold) {
    return hold.reviewedBy() == null ? null : hold.reviewedBy().value();
  }

  @SchemaMapping(typeName = "LegalHold", field = "releasedBy")
  @Nullable String releasedBy(LegalHoldView hold) {
    return hold.releasedBy() == null ? null : hold.releasedBy().value();
  }

  @SchemaMapping(typeName = "Erasure", field = "id")
  String erasureId(ErasureView erasure) {
    return GlobalId.of("Erasure", erasure.id().value());
  }

  @SchemaMapping(typeName = "Erasure", field = "erasedBy")
  String erasedBy(ErasureView erasure) {
    return erasure.erasedBy().value();
  }

  @SchemaMapping(typeName = "Erasure", field = "records")
  List<String> records(ErasureView erasure) {
    return erasure.records().stream().map(GlobalId::toString).toList();
  }

  @SchemaMapping(typeName = "Erasure", field = "counts")
  List<ErasedCount> counts(ErasureView erasure) {
    return erasure.counts().entrySet().stream()
        .map(e -> new ErasedCount(e.getKey(), e.getValue()))
        .sorted(java.util.Comparator.comparing(ErasedCount::recordClass))
        .toList();
  }
}
