package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.restrictions.internal.ExternalBlock;
import org.evenhand.restrictions.internal.ExternalBlocks;
import org.evenhand.restrictions.internal.ExternalBlocks.Run;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.web.Inputs.ContactIdentityInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Blocks that other systems report, and what came of comparing them with the register. */
@Controller
class ExternalBlockController implements NodeSource {

  private static final Role[] SEE = {
    Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.LEGAL, Role.AUDITOR
  };

  private final Acts acts;
  private final ExternalBlocks blocks;
  private final ReadingRestrictions reading;
  private final RestrictionSight sight;
  private final Customers customers;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;

  ExternalBlockController(
      Acts acts,
      ExternalBlocks blocks,
      ReadingRestrictions reading,
      RestrictionSight sight,
      Customers customers,
      AuditTrail auditTrail,
      CurrentActor currentActor) {
    this.acts = acts;
    this.blocks = blocks;
    this.reading = reading;
    this.sight = sight;
    this.customers = customers;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
  }

  record ExternalBlockInput(
      String reference, ContactIdentityInput identity, @Nullable LocalDate since, String what) {}

  record ExternalBlocksReconcileInput(
      @Nullable String idempotencyKey,
      String system,
      Instant takenAt,
      List<String> serves,
      List<ExternalBlockInput> blocks) {}

  record ExternalBlocksReconcilePayload(
      @Nullable Run run, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  ExternalBlocksReconcilePayload externalBlocksReconcile(
      @Argument ExternalBlocksReconcileInput input) {
    var report =
        new ExternalBlocks.Report(
            input.system(),
            input.takenAt(),
            Set.copyOf(input.serves()),
            input.blocks().stream().map(ExternalBlockController::reported).toList());
    Outcome<Run> outcome =
        acts.act("externalBlocksReconcile", input.idempotencyKey(), input)
            .<Run>on("ExternalBlockRun", Run::id, blocks::run)
            .perform(() -> blocks.reconcile(report));
    return new ExternalBlocksReconcilePayload(
        outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private static ExternalBlocks.Reported reported(ExternalBlockInput block) {
    var identity = block.identity();
    return new ExternalBlocks.Reported(
        block.reference(),
        new ContactQuestion.Identity(
            identity.reference(),
            identity.telephone(),
            identity.email(),
            identity.name(),
            identity.dateOfBirth(),
            identity.addressLine(),
            identity.postcode(),
            identity.uprn()),
        block.since(),
        block.what());
  }

  @QueryMapping
  Page<Run> externalBlocks(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable String system) {
    return blocks.runs(system, Page.request(first, after));
  }

  @Override
  public String type() {
    return ExternalBlocks.TYPE;
  }

  @Override
  public Optional<ExternalBlock> find(UUID id) {
    if (!currentActor.get().holdsAny(SEE)) {
      return Optional.empty();
    }
    Optional<ExternalBlock> found = blocks.find(id);
    found.ifPresent(block -> log("node", List.of(block)));
    return found;
  }

  private void log(String act, List<ExternalBlock> read) {
    auditTrail.recordRead(
        act,
        ExternalBlocks.TYPE,
        read.stream().flatMap(block -> Optional.ofNullable(block.customer()).stream()).toList());
  }

  @SchemaMapping(typeName = "ExternalBlockRun", field = "id")
  String id(Run run) {
    return GlobalId.of("ExternalBlockRun", run.id());
  }

  /** As they were found; null for a machine, which only reports. */
  @BatchMapping(typeName = "ExternalBlockRun", field = "findings")
  Map<Run, List<ExternalBlock>> findings(List<Run> runs) {
    if (!currentActor.get().holdsAny(SEE)) {
      return Map.of();
    }
    Map<UUID, List<ExternalBlock>> found = blocks.of(runs.stream().map(Run::id).toList());
    log("externalBlocks", found.values().stream().flatMap(List::stream).toList());
    Map<Run, List<ExternalBlock>> all = new HashMap<>();
    runs.forEach(run -> all.put(run, found.getOrDefault(run.id(), List.of())));
    return all;
  }

  @BatchMapping(typeName = "ExternalBlockRun", field = "orphans")
  Map<Run, Integer> orphans(List<Run> runs) {
    Map<UUID, List<ExternalBlock>> found = blocks.of(runs.stream().map(Run::id).toList());
    Map<Run, Integer> all = new HashMap<>();
    runs.forEach(
        run ->
            all.put(
                run,
                (int)
                    found.getOrDefault(run.id(), List.of()).stream()
                        .filter(block -> block.finding().orphan())
                        .count()));
    return all;
  }

  @SchemaMapping(typeName = ExternalBlocks.TYPE, field = "id")
  String id(ExternalBlock block) {
    return GlobalId.of(ExternalBlocks.TYPE, block.subject());
  }

  @BatchMapping(typeName = ExternalBlocks.TYPE, field = "customer")
  Map<ExternalBlock, CustomerView> customers(List<ExternalBlock> asked) {
    Map<UUID, CustomerView> known = new HashMap<>();
    customers
        .find(
            asked.stream()
                .flatMap(block -> Optional.ofNullable(block.customer()).stream())
                .distinct()
                .map(CustomerId::new)
                .toList())
        .forEach(customer -> known.put(customer.id().value(), customer));
    Map<ExternalBlock, CustomerView> all = new HashMap<>();
    for (ExternalBlock block : asked) {
      CustomerView customer = block.customer() == null ? null : known.get(block.customer());
      if (customer != null) {
        all.put(block, customer);
      }
    }
    return all;
  }

  @BatchMapping(typeName = ExternalBlocks.TYPE, field = "restriction")
  Map<ExternalBlock, RestrictionView> restrictions(List<ExternalBlock> asked) {
    Map<UUID, RestrictionView> seen = new HashMap<>();
    sight
        .outOf(
            "externalBlock.restriction",
            reading.find(
                asked.stream()
                    .flatMap(block -> Optional.ofNullable(block.restriction()).stream())
                    .distinct()
                    .map(RestrictionId::new)
                    .toList()))
        .orElse(List.of())
        .forEach(view -> seen.put(view.id().value(), view));
    Map<ExternalBlock, RestrictionView> all = new HashMap<>();
    for (ExternalBlock block : asked) {
      RestrictionView view = block.restriction() == null ? null : seen.get(block.restriction());
      if (view != null) {
        all.put(block, view);
      }
    }
    return all;
  }
}
