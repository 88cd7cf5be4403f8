package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.EvidenceId;
import org.evenhand.intake.EvidenceView;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.KeepingEvidence;
import org.evenhand.intake.internal.ConcernActs;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What speaks for or against an account, seen by need (T20). */
@Controller
class EvidenceController {

  record EvidenceAttachInput(
      @Nullable String idempotencyKey,
      String subject,
      String file,
      String what,
      String givenBy,
      @Nullable LocalDate madeOn,
      boolean firstHand) {}

  record EvidenceAttachPayload(
      @Nullable EvidenceView evidence, List<Refusal> refusals, List<Warning> warnings) {
    static EvidenceAttachPayload of(Outcome<EvidenceView> outcome) {
      return new EvidenceAttachPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final KeepingEvidence keeping;
  private final Files files;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  EvidenceController(KeepingEvidence keeping, Files files, Reader reader, Acts acts, Clock clock) {
    this.keeping = keeping;
    this.files = files;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  @MutationMapping
  EvidenceAttachPayload evidenceAttach(@Argument EvidenceAttachInput input) {
    var given = new Given();
    FileId file = given.id("File", FileId::new, input.file(), "file");
    Outcome<EvidenceView> refused = given.refused();
    if (refused != null) {
      return EvidenceAttachPayload.of(refused);
    }
    Optional<GlobalId> subject = GlobalId.parse(input.subject());
    if (subject.isEmpty()) {
      return EvidenceAttachPayload.of(Outcome.refused(Refusal.notFound("Incident", "subject")));
    }
    return EvidenceAttachPayload.of(
        acts.act("evidenceAttach", input.idempotencyKey(), input)
            .<EvidenceView>on(
                "Evidence",
                e -> e.id().value(),
                id -> keeping.find(new EvidenceId(id)).orElseThrow())
            .about(e -> files.find(e.fileId()).map(FileView::person).orElse(null))
            .perform(
                () ->
                    keeping.attach(
                        new KeepingEvidence.Attach(
                            subject.get(),
                            file,
                            input.what(),
                            input.givenBy(),
                            input.madeOn(),
                            input.firstHand()),
                        reader.actor(),
                        clock.instant())));
  }

  @BatchMapping(typeName = "Incident", field = "evidence")
  Map<IncidentView, List<EvidenceView>> ofIncidents(List<IncidentView> of) {
    var found = of(of.stream().map(i -> i.id().value()).toList());
    var each = new HashMap<IncidentView, List<EvidenceView>>();
    of.stream()
        .filter(i -> CorrectionController.inDetail(i, reader))
        .forEach(i -> each.put(i, found.getOrDefault(i.id().value(), List.of())));
    return each;
  }

  @BatchMapping(typeName = "Concern", field = "evidence")
  Map<ConcernView, List<EvidenceView>> ofConcerns(List<ConcernView> of) {
    var found = of(of.stream().map(c -> c.id().value()).toList());
    var each = new HashMap<ConcernView, List<EvidenceView>>();
    of.stream()
        .filter(c -> ConcernActs.maySee(c, reader.actor()))
        .forEach(c -> each.put(c, found.getOrDefault(c.id().value(), List.of())));
    return each;
  }

  @BatchMapping(typeName = "Contact", field = "evidence")
  Map<ContactView, List<EvidenceView>> ofContacts(List<ContactView> of) {
    var found = of(of.stream().map(c -> c.id().value()).toList());
    var each = new HashMap<ContactView, List<EvidenceView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id().value(), List.of())));
    return each;
  }

  private Map<UUID, List<EvidenceView>> of(List<UUID> subjects) {
    return keeping.of(subjects).stream().collect(Collectors.groupingBy(e -> e.subject().id()));
  }

  @SchemaMapping(typeName = "Evidence", field = "id")
  String id(EvidenceView evidence) {
    return GlobalId.of("Evidence", evidence.id().value());
  }

  @SchemaMapping(typeName = "Evidence", field = "attachedBy")
  String attachedBy(EvidenceView evidence) {
    return evidence.attachedBy().value();
  }

  @BatchMapping(typeName = "Evidence", field = "file")
  Map<EvidenceView, FileView> file(List<EvidenceView> of) {
    var found = files.named(of.stream().map(EvidenceView::fileId).toList());
    var each = new HashMap<EvidenceView, FileView>();
    of.forEach(e -> each.put(e, Objects.requireNonNull(found.get(e.fileId()))));
    return each;
  }
}
