package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ACCURACY_CHALLENGE;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION_TELLING;
import static org.evenhand.intake.internal.jooq.Tables.EVIDENCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AccuracyChallengeId;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.AccuracyChallenged;
import org.evenhand.intake.AccuracyDecided;
import org.evenhand.intake.AccuracyOutcome;
import org.evenhand.intake.ChallengeableRecord;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionKind;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CorrectionTellingId;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentCorrected;
import org.evenhand.intake.IncidentCorrectionView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentMoved;
import org.evenhand.intake.IncidentVersion;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.IncidentVoided;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.ToldOfIncident;
import org.evenhand.policy.FigureKey;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CorrectionDesk implements CorrectingRecords {

  static final String TELL = "TELL_OF_CORRECTION";
  static final String DECIDE = "ACCURACY_DECISION";

  /** Local: the policy names no time for telling somebody what came of their challenge. */
  private static final int WORKING_DAYS_TO_TELL_OUTCOME = 5;

  private final StoredIncidents storedIncidents;
  private final StoredConcerns storedConcerns;
  private final StoredCorrections storedCorrections;
  private final StoredTellings storedTellings;
  private final StoredAccuracyChallenges storedChallenges;
  private final IncidentReading incidents;
  private final CorrectionReading reading;
  private final CustomerReading customers;
  private final MergeReading merges;
  private final ConcernDesk concerns;
  private final OnwardReports onward;
  private final OffersDue figures;
  private final Files files;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final ObjectProvider<ToldOfIncident> told;
  private final ObjectProvider<ChallengeableRecord> challengeable;
  private final ObjectProvider<NodeSource> nodes;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  CorrectionDesk(
      StoredIncidents storedIncidents,
      StoredConcerns storedConcerns,
      StoredCorrections storedCorrections,
      StoredTellings storedTellings,
      StoredAccuracyChallenges storedChallenges,
      IncidentReading incidents,
      CorrectionReading reading,
      CustomerReading customers,
      MergeReading merges,
      ConcernDesk concerns,
      OnwardReports onward,
      OffersDue figures,
      Files files,
      Duties duties,
      WorkingDays workingDays,
      ObjectProvider<ToldOfIncident> told,
      ObjectProvider<ChallengeableRecord> challengeable,
      ObjectProvider<NodeSource> nodes,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.storedIncidents = storedIncidents;
    this.storedConcerns = storedConcerns;
    this.storedCorrections = storedCorrections;
    this.storedTellings = storedTellings;
    this.storedChallenges = storedChallenges;
    this.incidents = incidents;
    this.reading = reading;
    this.customers = customers;
    this.merges = merges;
    this.concerns = concerns;
    this.onward = onward;
    this.figures = figures;
    this.files = files;
    this.duties = duties;
    this.workingDays = workingDays;
    this.told = told;
    this.challengeable = challengeable;
    this.nodes = nodes;
    this.sql = sql;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<IncidentView> correct(Correct command, Actor actor, Instant now) {
    Optional<IncidentView> found = find(command.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Incident", "id"));
    }
    IncidentView before = found.get();
    List<Refusal> notNow = CorrectionRules.mayCorrect(before, actor);
    if (!notNow.isEmpty()) {
      return Outcome.refused(notNow);
    }
    String unknown = Checked.tidy(command.somebodyUnknown());
    boolean moves = command.movedTo() != null || unknown != null;
    CustomerId named = command.movedTo() == null ? null : merges.keptOf(command.movedTo());
    CustomerId whose = moves ? named : before.customerId();
    IncidentToRecord content = command.content();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), before.version()))
            .refuse(Erasures.erased(sql, before.id().value(), "id"))
            .refuse(CorrectionRules.correction(command, before))
            .refuse(
                named != null && customers.find(named).isEmpty(),
                Refusal.notFound("Customer", "movedTo"));
    if (content != null) {
      checked.refuse(
          concerns.incidentRefusals(Optional.ofNullable(whose), List.of(content), true, now));
    }
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    List<ToldOfIncident.Told> whoWasTold = whoWasTold(before);
    Incident incident = storedIncidents.findById(command.id().value()).orElseThrow();
    if (content != null) {
      incident =
          ConcernDesk.fresh(
              before.id(),
              incident.version(),
              incident.concern(),
              before.customerId(),
              before.serviceArea(),
              content,
              concerns.inOrder(content),
              content.sourceGrade() == null ? before.sourceGrade() : content.sourceGrade(),
              incident.recordedBy(),
              incident.recordedAt());
    }
    if (moves) {
      incident = incident.moved(whose == null ? null : whose.value());
    }
    Incident saved = storedIncidents.save(incident);
    if (content != null) {
      note(
          CorrectionKind.CORRECTED,
          before,
          whose,
          command.reason(),
          moves ? List.of() : whoWasTold,
          actor,
          now);
      events.publishEvent(
          new IncidentCorrected(
              before.id(),
              before.customerId(),
              before.serviceArea(),
              saved.occurredOn(),
              saved.behaviours(),
              now,
              actor.id()));
    }
    if (moves) {
      note(CorrectionKind.MOVED, before, whose, command.reason(), whoWasTold, actor, now);
      reopenAbout(before.id(), whose, now);
      ConcernId went = moveConcern(before, whose, unknown, now);
      evidenceIsAbout(saved.id(), whose);
      events.publishEvent(
          new IncidentMoved(before.id(), before.customerId(), whose, went, now, actor.id()));
    }
    onward.follow(saved, content, command.reason().strip(), actor.id(), now);
    return Outcome.done(incidents.find(List.of(before.id())).getFirst());
  }

  @Override
  @Transactional
  public Outcome<IncidentView> makeVoid(MakeVoid command, Actor actor, Instant now) {
    Optional<IncidentView> found = find(command.id());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Incident", "id"));
    }
    IncidentView before = found.get();
    List<Refusal> notNow = CorrectionRules.mayCorrect(before, actor);
    if (!notNow.isEmpty()) {
      return Outcome.refused(notNow);
    }
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), before.version()))
            .refuse(Erasures.erased(sql, before.id().value(), "id"))
            .needed(command.reason(), Checked.ACCOUNT, "reason");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    List<ToldOfIncident.Told> whoWasTold = whoWasTold(before);
    String reason = command.reason().strip();
    Incident saved =
        storedIncidents.save(
            storedIncidents
                .findById(before.id().value())
                .orElseThrow()
                .voided(now, actor.id().value(), reason));
    note(CorrectionKind.VOIDED, before, before.customerId(), reason, whoWasTold, actor, now);
    onward.follow(saved, null, reason, actor.id(), now);
    events.publishEvent(new IncidentVoided(before.id(), before.customerId(), now, actor.id()));
    return Outcome.done(incidents.find(List.of(before.id())).getFirst());
  }

  /** As far as this person may know of it. */
  private Optional<IncidentView> find(IncidentId id) {
    return visible("Incident", id.value())
        .filter(IncidentView.class::isInstance)
        .map(IncidentView.class::cast);
  }

  private Optional<?> visible(String type, UUID id) {
    return nodes.stream()
        .filter(source -> source.type().equals(type))
        .findFirst()
        .flatMap(source -> source.find(id));
  }

  private List<ToldOfIncident.Told> whoWasTold(IncidentView incident) {
    return told.orderedStream().flatMap(t -> t.toldOf(incident).stream()).distinct().toList();
  }

  private void note(
      CorrectionKind kind,
      IncidentView before,
      @Nullable CustomerId after,
      String reason,
      List<ToldOfIncident.Told> whoWasTold,
      Actor actor,
      Instant now) {
    UUID id = Ids.next();
    CustomerId was = before.customerId();
    storedCorrections.save(
        new Correction(
            id,
            null,
            before.id().value(),
            kind,
            reason.strip(),
            was == null ? null : was.value(),
            after == null ? null : after.value(),
            actor.id().value(),
            now));
    LocalDate due =
        workingDays.plus(today(now), figures.figures(now).get(FigureKey.END_ACKNOWLEDGEMENT));
    for (ToldOfIncident.Told one : whoWasTold) {
      open(id, null, was == null ? null : was.value(), before.serviceArea(), one, due, now);
    }
  }

  private void open(
      @Nullable UUID correction,
      @Nullable UUID challenge,
      @Nullable UUID customer,
      @Nullable ServiceAreaCode area,
      ToldOfIncident.Told to,
      LocalDate due,
      Instant now) {
    CorrectionTelling telling =
        storedTellings.save(
            new CorrectionTelling(
                CorrectionTellingId.next().value(),
                null,
                correction,
                challenge,
                customer,
                area == null ? null : area.value(),
                to.recipient(),
                to.name(),
                to.throughType(),
                to.throughId(),
                now,
                due,
                null,
                null,
                null,
                null,
                null));
    duties.open(
        DutyToOpen.byDay(
            TELL,
            "CorrectionTelling",
            telling.id(),
            customer,
            CorrectionRules.ownerOf(area),
            area,
            due),
        now);
  }

  /** What is due about it is about somebody else from now on. */
  private void reopenAbout(IncidentId incident, @Nullable CustomerId whose, Instant now) {
    for (var duty : duties.openFor(incident.value())) {
      duties.discharge(duty.kind(), incident.value(), null, CorrectionKind.MOVED.name(), now);
      duties.open(
          new DutyToOpen(
              duty.kind(),
              duty.subjectType(),
              duty.subject(),
              whose == null ? null : whose.value(),
              duty.ownerRole(),
              duty.owner(),
              duty.serviceArea(),
              duty.dueOn(),
              duty.dueAt()),
          now);
    }
  }

  /** A concern with nothing else in it about the first person goes with its incident. */
  private @Nullable ConcernId moveConcern(
      IncidentView before, @Nullable CustomerId whose, @Nullable String unknown, Instant now) {
    Concern concern = storedConcerns.findById(before.concernId().value()).orElseThrow();
    boolean theirs = Objects.equals(concern.customer(), uuid(before.customerId()));
    boolean others =
        incidents.ofConcerns(List.of(before.concernId())).stream()
            .anyMatch(
                i ->
                    !i.id().equals(before.id())
                        && i.stands()
                        && Objects.equals(i.customerId(), before.customerId()));
    if (!theirs || others) {
      return null;
    }
    storedConcerns.save(concern.about(uuid(whose), unknown));
    if (whose != null) {
      concerns.nowKnown(before.concernId(), whose, before.serviceArea(), now);
    }
    return before.concernId();
  }

  private void evidenceIsAbout(UUID incident, @Nullable CustomerId whose) {
    sql.select(EVIDENCE.ID)
        .from(EVIDENCE)
        .where(EVIDENCE.SUBJECT_ID.eq(incident))
        .forEach(r -> files.nowAbout(new GlobalId("Evidence", r.value1()), uuid(whose)));
  }

  @Override
  @Transactional
  public Outcome<AccuracyChallengeView> challenge(Challenge command, Actor actor, Instant now) {
    Optional<ChallengeableRecord> kind =
        challengeable.stream().filter(c -> c.type().equals(command.subject().type())).findFirst();
    if (kind.isEmpty()) {
      return Outcome.refused(Refusal.at("CANNOT_BE_CHALLENGED", "subject"));
    }
    Optional<ChallengeableRecord.Fact> fact =
        visible(command.subject().type(), command.subject().id())
            .flatMap(seen -> kind.get().find(command.subject().id()));
    var checked =
        new Checked()
            .refuse(fact.isEmpty(), Refusal.notFound(command.subject().type(), "subject"))
            .refuse(Erasures.erased(sql, command.subject().id(), "subject"))
            .refuse(
                fact.filter(
                        f -> !customers.recordsOf(command.customerId()).contains(f.customerId()))
                    .isPresent(),
                Refusal.at("RECORD_OF_ANOTHER_CUSTOMER", "customer"))
            .refuse(
                kind.get().challengedBy(command.subject().id()).isPresent(),
                Refusal.at(
                    "CHALLENGED_ANOTHER_WAY",
                    Map.of("act", kind.get().challengedBy(command.subject().id()).orElse("")),
                    "subject"))
            .needed(command.words(), Checked.ACCOUNT, "words")
            .notAfter(command.receivedOn(), today(now), "receivedOn")
            .refuse(
                challengesAbout(List.of(command.subject().id())).stream()
                    .anyMatch(c -> c.outcome() == null),
                Refusal.at("ALREADY_CHALLENGED", "subject"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    ChallengeableRecord.Fact about = fact.orElseThrow();
    ServiceAreaCode area = about.serviceArea();
    AccuracyChallengeId id = AccuracyChallengeId.next();
    LocalDate decideBy = command.receivedOn().plusMonths(1);
    storedChallenges.save(
        new AccuracyChallenge(
            id.value(),
            null,
            command.customerId().value(),
            command.subject().type(),
            command.subject().id(),
            area == null ? null : area.value(),
            about.recordedBy().value(),
            command.words().strip(),
            command.receivedOn(),
            actor.id().value(),
            now,
            decideBy,
            null,
            null,
            null,
            null));
    duties.open(
        DutyToOpen.byDay(
            DECIDE,
            "AccuracyChallenge",
            id.value(),
            command.customerId().value(),
            CorrectionRules.ownerOf(area),
            area,
            decideBy),
        now);
    events.publishEvent(
        new AccuracyChallenged(id, command.customerId(), command.subject(), now, actor.id()));
    return Outcome.done(findChallenge(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<AccuracyChallengeView> decide(Decide command, Actor actor, Instant now) {
    Optional<AccuracyChallengeView> found =
        findChallenge(command.id()).filter(c -> maySee(c, actor));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("AccuracyChallenge", "id"));
    }
    AccuracyChallengeView challenge = found.get();
    List<Refusal> notNow = CorrectionRules.mayDecide(challenge, actor);
    if (!notNow.isEmpty()) {
      return Outcome.refused(notNow);
    }
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), challenge.version()))
            .needed(command.reasons(), Checked.ACCOUNT, "reasons")
            .refuse(
                command.outcome() == AccuracyOutcome.CORRECTED
                    && challenge.subject().type().equals("Incident")
                    && !correctedSince(challenge),
                Refusal.at("NOTHING_CORRECTED", "outcome"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    storedChallenges.save(
        storedChallenges
            .findById(command.id().value())
            .orElseThrow()
            .decided(command.outcome(), command.reasons().strip(), actor.id().value(), now));
    duties.discharge(DECIDE, command.id().value(), null, command.outcome().name(), now);
    open(
        null,
        command.id().value(),
        challenge.customerId().value(),
        challenge.serviceArea(),
        new ToldOfIncident.Told(
            CorrectionRecipient.CUSTOMER, null, "AccuracyChallenge", command.id().value()),
        workingDays.plus(today(now), WORKING_DAYS_TO_TELL_OUTCOME),
        now);
    events.publishEvent(
        new AccuracyDecided(
            command.id(),
            challenge.customerId(),
            challenge.subject(),
            command.outcome(),
            now,
            actor.id()));
    return Outcome.done(findChallenge(command.id()).orElseThrow());
  }

  private boolean correctedSince(AccuracyChallengeView challenge) {
    return sql.fetchExists(
        CORRECTION,
        CORRECTION
            .INCIDENT
            .eq(challenge.subject().id())
            .and(CORRECTION.AT.ge(challenge.takenAt().atOffset(ZoneOffset.UTC))));
  }

  @Override
  @Transactional
  public Outcome<CorrectionTellingView> tell(Tell command, Actor actor, Instant now) {
    Optional<CorrectionTellingView> found =
        findTelling(command.id()).filter(t -> CorrectionRules.answersFor(actor, t.serviceArea()));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("CorrectionTelling", "id"));
    }
    CorrectionTellingView telling = found.get();
    String how = Checked.tidy(command.how());
    String because = Checked.tidy(command.notToldBecause());
    boolean wasTold = command.toldAt() != null || how != null;
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), telling.version()))
            .refuse(telling.answeredAt() != null, Refusal.of("TELLING_ANSWERED"))
            .refuse(wasTold == (because != null), Refusal.of("TELLING_UNCLEAR"))
            .refuse(
                wasTold && (command.toldAt() == null || how == null),
                Refusal.of("TELLING_INCOMPLETE"))
            .bounded(how, Checked.LINE, "how")
            .bounded(because, Checked.ACCOUNT, "notToldBecause")
            .notAfter(command.toldAt(), now, "toldAt");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    storedTellings.save(
        storedTellings
            .findById(command.id().value())
            .orElseThrow()
            .answered(command.toldAt(), how, because, actor.id().value(), now));
    duties.discharge(TELL, command.id().value(), how, because == null ? "TOLD" : "NOT_TOLD", now);
    return Outcome.done(findTelling(command.id()).orElseThrow());
  }

  /** Whoever answers for it, whoever took it down, and those who see everything. */
  static boolean maySee(AccuracyChallengeView challenge, Actor actor) {
    return Sight.of(actor).dealing(challenge.serviceArea(), challenge.takenBy());
  }

  @Override
  public List<IncidentCorrectionView> corrections(Collection<IncidentId> of) {
    return reading.corrections(of);
  }

  @Override
  public List<IncidentVersion> earlierVersions(Collection<IncidentId> of) {
    return reading.earlierVersions(of);
  }

  @Override
  public List<CorrectionTellingView> tellings(Collection<UUID> corrections) {
    return reading.tellings(
        CORRECTION_TELLING.CORRECTION.eq(DSL.any(corrections.toArray(UUID[]::new))));
  }

  @Override
  public List<CorrectionTellingView> tellingsOf(Collection<AccuracyChallengeId> challenges) {
    return reading.tellings(
        CORRECTION_TELLING.CHALLENGE.eq(
            DSL.any(challenges.stream().map(AccuracyChallengeId::value).toArray(UUID[]::new))));
  }

  @Override
  public List<CorrectionTellingView> tellingsThrough(Collection<UUID> told) {
    return reading.tellings(
        CORRECTION_TELLING.TOLD_THROUGH_ID.eq(
            DSL.any(told.stream().distinct().toArray(UUID[]::new))));
  }

  @Override
  public Optional<CorrectionTellingView> findTelling(CorrectionTellingId id) {
    return reading.tellings(CORRECTION_TELLING.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public Optional<AccuracyChallengeView> findChallenge(AccuracyChallengeId id) {
    return reading.challenges(ACCURACY_CHALLENGE.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<AccuracyChallengeView> challengesAbout(Collection<UUID> subjects) {
    return reading.challenges(
        ACCURACY_CHALLENGE.SUBJECT_ID.eq(DSL.any(new ArrayList<>(subjects).toArray(UUID[]::new))));
  }

  private static @Nullable UUID uuid(@Nullable CustomerId customer) {
    return customer == null ? null : customer.value();
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
