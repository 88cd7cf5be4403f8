package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.FileLink;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.sharing.EvidencePackId;
import org.evenhand.sharing.EvidencePackPurpose;
import org.evenhand.sharing.EvidencePackView;
import org.evenhand.sharing.EvidencePacks;
import org.evenhand.sharing.EvidencePacks.PackToMake;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Evidence packs for the Ombudsman, a court, the commissioner, an auditor (F7, question 31). */
@Controller
class EvidencePackController {

  private final EvidencePacks packs;
  private final Considerations considerations;
  private final Files files;
  private final Acts acts;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  EvidencePackController(
      EvidencePacks packs,
      Considerations considerations,
      Files files,
      Acts acts,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.packs = packs;
    this.considerations = considerations;
    this.files = files;
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record EvidencePackInput(
      @Nullable String idempotencyKey,
      String consideration,
      EvidencePackPurpose purpose,
      String recipient,
      String requestedBy,
      @Nullable String reference) {}

  record EvidencePackPayload(
      @Nullable EvidencePackView evidencePack, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  EvidencePackPayload evidencePack(@Argument EvidencePackInput input) {
    Optional<ConsiderationId> id =
        GlobalId.uuid("Consideration", input.consideration()).map(ConsiderationId::new);
    Outcome<EvidencePackView> outcome =
        id.isEmpty()
            ? Outcome.refused(Refusal.notFound("Consideration", "consideration"))
            : acts.act("evidencePack", input.idempotencyKey(), input)
                .because(input.purpose().name())
                .<EvidencePackView>on(
                    "EvidencePack",
                    pack -> pack.id().value(),
                    done -> packs.find(new EvidencePackId(done)).orElseThrow())
                .about(pack -> pack.customerId().value())
                .perform(
                    () ->
                        packs.make(
                            new PackToMake(
                                id.get(),
                                input.purpose(),
                                input.recipient(),
                                input.requestedBy(),
                                input.reference()),
                            currentActor.get(),
                            clock.instant()));
    return new EvidencePackPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @QueryMapping
  List<EvidencePackView> evidencePacks(@Argument String consideration) {
    List<EvidencePackView> found =
        GlobalId.uuid("Consideration", consideration)
            .map(ConsiderationId::new)
            .map(packs::of)
            .orElse(List.of());
    auditTrail.recordRead(
        "evidencePacks",
        "Customer",
        found.stream().map(pack -> pack.customerId().value()).distinct().toList());
    return found;
  }

  @SchemaMapping(typeName = "EvidencePack", field = "id")
  String id(EvidencePackView pack) {
    return GlobalId.of("EvidencePack", pack.id().value());
  }

  @BatchMapping(typeName = "EvidencePack", field = "consideration")
  Map<EvidencePackView, ConsiderationView> consideration(List<EvidencePackView> of) {
    Map<ConsiderationId, ConsiderationView> found =
        of.stream()
            .map(EvidencePackView::caseId)
            .distinct()
            .flatMap(id -> considerations.find(id).stream())
            .collect(Collectors.toMap(ConsiderationView::id, Function.identity()));
    return of.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), pack -> Objects.requireNonNull(found.get(pack.caseId()))));
  }

  @SchemaMapping(typeName = "EvidencePack", field = "madeBy")
  String madeBy(EvidencePackView pack) {
    return pack.madeBy().value();
  }

  @BatchMapping(typeName = "EvidencePack", field = "size")
  Map<EvidencePackView, Double> size(List<EvidencePackView> of) {
    return each(of, file -> (double) file.size());
  }

  @BatchMapping(typeName = "EvidencePack", field = "digest")
  Map<EvidencePackView, String> digest(List<EvidencePackView> of) {
    return each(of, FileView::digest);
  }

  @SchemaMapping(typeName = "EvidencePack", field = "download")
  FileLink download(EvidencePackView pack) {
    return files.link(pack.fileId(), currentActor.get(), clock.instant());
  }

  private <T> Map<EvidencePackView, T> each(List<EvidencePackView> of, Function<FileView, T> what) {
    var found = files.named(of.stream().map(EvidencePackView::fileId).toList());
    return of.stream()
        .filter(pack -> found.containsKey(pack.fileId()))
        .collect(
            Collectors.toMap(Function.identity(), pack -> what.apply(found.get(pack.fileId()))));
  }
}
