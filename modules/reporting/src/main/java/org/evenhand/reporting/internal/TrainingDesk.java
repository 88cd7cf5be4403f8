package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.POLICY_ACCEPTANCE;
import static org.evenhand.reporting.internal.jooq.Tables.TRAINING_SESSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.reporting.PolicyAcceptanceView;
import org.evenhand.reporting.Training;
import org.evenhand.reporting.TrainingKind;
import org.evenhand.reporting.TrainingSessionId;
import org.evenhand.reporting.TrainingSessionView;
import org.evenhand.reporting.internal.jooq.tables.records.PolicyAcceptanceRecord;
import org.evenhand.reporting.internal.jooq.tables.records.TrainingSessionRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TrainingDesk implements Training {

  private static final int LONGEST_TITLE = 500;

  private final DSLContext sql;
  private final Officers officers;
  private final ServiceAreas serviceAreas;
  private final Policies policies;

  TrainingDesk(DSLContext sql, Officers officers, ServiceAreas serviceAreas, Policies policies) {
    this.sql = sql;
    this.officers = officers;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
  }

  @Override
  @Transactional
  public Outcome<TrainingSessionView> record(Session command, Actor by, Instant now) {
    ServiceAreaCode area = command.serviceArea();
    List<OfficerView> attended = new ArrayList<>();
    var refusals = new ArrayList<Refusal>();
    Refusal title = Acts.text(command.title(), LONGEST_TITLE, "title");
    if (title != null) {
      refusals.add(title);
    }
    if (command.heldOn().isAfter(now.atZone(WorkingDays.LONDON).toLocalDate())) {
      refusals.add(Refusal.at("DATE_IN_FUTURE", "heldOn"));
    }
    if (area != null && serviceAreas.find(area).isEmpty()) {
      refusals.add(Refusal.at("SERVICE_AREA_UNKNOWN", "serviceArea"));
    }
    if (command.kind() != TrainingKind.PROMOTION && command.attended().isEmpty()) {
      refusals.add(Refusal.at("NOBODY_ATTENDED", "attended"));
    }
    for (OfficerId officer : command.attended()) {
      Optional<OfficerView> found = officers.find(officer);
      found.ifPresentOrElse(
          attended::add, () -> refusals.add(Refusal.at("OFFICER_UNKNOWN", "attended")));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    TrainingSessionRecord row = sql.newRecord(TRAINING_SESSION);
    row.setId(Ids.next());
    row.setKind(command.kind().name());
    row.setTitle(command.title().strip());
    row.setHeldOn(command.heldOn());
    row.setServiceArea(area == null ? null : area.value());
    row.setAttended(
        attended.stream().map(officer -> officer.actor().value()).sorted().toArray(String[]::new));
    row.setRecordedBy(by.id().value());
    row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
    row.store();
    return Outcome.done(session(row));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<TrainingSessionView> find(TrainingSessionId id) {
    return Optional.ofNullable(
        sql.selectFrom(TRAINING_SESSION)
            .where(TRAINING_SESSION.ID.eq(id.value()))
            .fetchOne(TrainingDesk::session));
  }

  @Override
  @Transactional(readOnly = true)
  public List<TrainingSessionView> sessions(Actor reader) {
    return sql
        .selectFrom(TRAINING_SESSION)
        .orderBy(TRAINING_SESSION.HELD_ON.desc(), TRAINING_SESSION.ID.desc())
        .fetch(TrainingDesk::session)
        .stream()
        .filter(
            session ->
                reader.holdsAny(CountedFigures.SEE_ALL)
                    || (session.serviceArea() == null && !reader.headedAreas().isEmpty())
                    || (session.serviceArea() != null && reader.heads(session.serviceArea())))
        .toList();
  }

  @Override
  @Transactional
  public Outcome<PolicyAcceptanceView> accept(PolicyVersionId version, Actor by, Instant now) {
    Optional<PolicyVersionView> found = policies.find(version, now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("PolicyVersion", "policyVersion"));
    }
    if (found.get().status() == PolicyVersionStatus.DRAFT) {
      return Outcome.refused(Refusal.at("POLICY_VERSION_IS_DRAFT", "policyVersion"));
    }
    sql.insertInto(POLICY_ACCEPTANCE)
        .set(POLICY_ACCEPTANCE.ID, Ids.next())
        .set(POLICY_ACCEPTANCE.POLICY_VERSION, version.value())
        .set(POLICY_ACCEPTANCE.ACTOR, by.id().value())
        .set(POLICY_ACCEPTANCE.ACCEPTED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return Outcome.done(
        Objects.requireNonNull(
            sql.selectFrom(POLICY_ACCEPTANCE)
                .where(POLICY_ACCEPTANCE.POLICY_VERSION.eq(version.value()))
                .and(POLICY_ACCEPTANCE.ACTOR.eq(by.id().value()))
                .fetchOne(TrainingDesk::accepted)));
  }

  @Override
  @Transactional(readOnly = true)
  public List<PolicyAcceptanceView> acceptances(PolicyVersionId version) {
    return sql.selectFrom(POLICY_ACCEPTANCE)
        .where(POLICY_ACCEPTANCE.POLICY_VERSION.eq(version.value()))
        .orderBy(POLICY_ACCEPTANCE.ACCEPTED_AT, POLICY_ACCEPTANCE.ID)
        .fetch(TrainingDesk::accepted);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PolicyAcceptanceView> acceptance(UUID id) {
    return Optional.ofNullable(
        sql.selectFrom(POLICY_ACCEPTANCE)
            .where(POLICY_ACCEPTANCE.ID.eq(id))
            .fetchOne(TrainingDesk::accepted));
  }

  private static TrainingSessionView session(TrainingSessionRecord row) {
    String area = row.getServiceArea();
    return new TrainingSessionView(
        new TrainingSessionId(row.getId()),
        TrainingKind.valueOf(row.getKind()),
        row.getTitle(),
        row.getHeldOn(),
        area == null ? null : new ServiceAreaCode(area),
        Arrays.stream(row.getAttended()).map(ActorId::new).toList(),
        new ActorId(row.getRecordedBy()),
        row.getRecordedAt().toInstant());
  }

  private static PolicyAcceptanceView accepted(PolicyAcceptanceRecord row) {
    return new PolicyAcceptanceView(
        row.getId(),
        new PolicyVersionId(row.getPolicyVersion()),
        new ActorId(row.getActor()),
        row.getAcceptedAt().toInstant());
  }
}
