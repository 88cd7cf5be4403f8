package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.EVIDENCE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.EvidenceId;
import org.evenhand.intake.EvidenceView;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.KeepingEvidence;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EvidenceDesk implements KeepingEvidence {

  private static final Set<String> SUBJECTS = Set.of("Concern", "Incident", "Contact");

  private final StoredEvidence stored;
  private final Files files;
  private final ObjectProvider<NodeSource> nodes;
  private final DSLContext sql;

  EvidenceDesk(
      StoredEvidence stored, Files files, ObjectProvider<NodeSource> nodes, DSLContext sql) {
    this.stored = stored;
    this.files = files;
    this.nodes = nodes;
    this.sql = sql;
  }

  @Override
  @Transactional
  public Outcome<EvidenceView> attach(Attach command, Actor actor, Instant now) {
    GlobalId subject = command.subject();
    Optional<?> about = visible(subject);
    var checked =
        new Checked()
            .refuse(about.isEmpty(), Refusal.notFound(subject.type(), "subject"))
            .refuse(Erasures.erased(sql, subject.id(), "subject"))
            .refuse(
                about.filter(a -> a instanceof IncidentView i && !i.stands()).isPresent(),
                Refusal.at("INCIDENT_VOID", "subject"))
            .refuse(files.usable(command.fileId(), actor, "file"))
            .needed(command.what(), Checked.LINE, "what")
            .needed(command.givenBy(), Checked.LINE, "givenBy")
            .notAfter(command.madeOn(), now.atZone(WorkingDays.LONDON).toLocalDate(), "madeOn");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    EvidenceId id = EvidenceId.next();
    CustomerId whose = whose(about.orElseThrow());
    stored.save(
        new Evidence(
            id.value(),
            null,
            subject.type(),
            subject.id(),
            command.fileId().value(),
            command.what().strip(),
            command.givenBy().strip(),
            command.madeOn(),
            command.firstHand(),
            actor.id().value(),
            now));
    files.keep(
        command.fileId(),
        new GlobalId("Evidence", id.value()),
        whose == null ? null : whose.value(),
        now);
    return Outcome.done(find(id).orElseThrow());
  }

  private Optional<?> visible(GlobalId subject) {
    return SUBJECTS.contains(subject.type())
        ? nodes.stream()
            .filter(source -> source.type().equals(subject.type()))
            .findFirst()
            .flatMap(source -> source.find(subject.id()))
        : Optional.empty();
  }

  private static @Nullable CustomerId whose(Object subject) {
    return switch (subject) {
      case IncidentView i -> i.customerId();
      case ConcernView c -> c.customerId();
      case ContactView c -> c.customerId();
      default -> throw new IllegalStateException("nothing to attach to");
    };
  }

  @Override
  public Optional<EvidenceView> find(EvidenceId id) {
    return where(EVIDENCE.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<EvidenceView> of(Collection<UUID> subjects) {
    return where(EVIDENCE.SUBJECT_ID.eq(DSL.any(subjects.toArray(UUID[]::new))));
  }

  private List<EvidenceView> where(Condition which) {
    return sql.selectFrom(EVIDENCE)
        .where(which)
        .orderBy(EVIDENCE.ATTACHED_AT, EVIDENCE.ID)
        .fetch(
            r ->
                new EvidenceView(
                    new EvidenceId(r.getId()),
                    new GlobalId(r.getSubjectType(), r.getSubjectId()),
                    new FileId(r.getFile()),
                    r.getWhat(),
                    r.getGivenBy(),
                    r.getMadeOn(),
                    r.getFirstHand(),
                    new ActorId(r.getAttachedBy()),
                    r.getAttachedAt().toInstant()));
  }
}
