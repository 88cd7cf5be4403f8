package org.evenhand.sharing.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditProofs;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.FileView;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.sharing.EvidencePackId;
import org.evenhand.sharing.EvidencePackView;
import org.evenhand.sharing.EvidencePacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PackDesk implements EvidencePacks {

  private final Considerations considerations;
  private final PackAssembly assembly;
  private final PackRows rows;
  private final Files files;
  private final AuditTrail auditTrail;

  PackDesk(
      Considerations considerations,
      PackAssembly assembly,
      PackRows rows,
      Files files,
      AuditTrail auditTrail) {
    this.considerations = considerations;
    this.assembly = assembly;
    this.rows = rows;
    this.files = files;
    this.auditTrail = auditTrail;
  }

  @Override
  @Transactional
  public Outcome<EvidencePackView> make(PackToMake command, Actor actor, Instant now) {
    Optional<ConsiderationView> found = considerations.find(command.caseId());
    var reasons = new Reasons();
    if (found.isEmpty()) {
      reasons.add(Refusal.notFound("Consideration", "consideration"));
    }
    reasons.title(command.recipient(), "recipient");
    reasons.title(command.requestedBy(), "requestedBy");
    reasons.optionalTitle(command.reference(), "reference");
    if (!reasons.none()) {
      return reasons.refused();
    }
    ConsiderationView view = found.orElseThrow();
    auditTrail.recordRead("evidencePack", "Customer", assembly.persons(view));
    Optional<AuditProofs.Seal> head = assembly.head();
    CouncilKeys.Pair signing = assembly.key();
    EvidencePackId id = EvidencePackId.next();
    var pack =
        new EvidencePackView(
            id,
            view.id(),
            view.customerId(),
            command.purpose(),
            command.recipient().strip(),
            command.requestedBy().strip(),
            command.reference() == null ? null : command.reference().strip(),
            new FileId(new UUID(0, 0)),
            signing.thumbprint(),
            head.map(AuditProofs.Seal::digest).orElse(null),
            actor.id(),
            now);
    List<EvidencePackView> earlier = of(view.id());
    FileView file =
        files.make(
            "evidence-pack-" + view.reference() + ".zip",
            "application/zip",
            new GlobalId("EvidencePack", id.value()),
            view.customerId().value(),
            out -> assembly.write(view, pack, earlier, head.orElse(null), signing, out),
            actor,
            now);
    return Outcome.done(
        rows.save(
                new PackRow(
                    id.value(),
                    null,
                    view.id().value(),
                    view.customerId().value(),
                    pack.purpose(),
                    pack.recipient(),
                    pack.requestedBy(),
                    pack.reference(),
                    file.id().value(),
                    pack.keyThumbprint(),
                    pack.chainHead(),
                    actor.id().value(),
                    now))
            .view());
  }

  @Override
  public Optional<EvidencePackView> find(EvidencePackId id) {
    return rows.findById(id.value()).map(PackRow::view);
  }

  @Override
  public List<EvidencePackView> of(ConsiderationId caseId) {
    return rows.findByCaseIdOrderByMadeAt(caseId.value()).stream().map(PackRow::view).toList();
  }
}
