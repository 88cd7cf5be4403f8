package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ACCURACY_CHALLENGE;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION_TELLING;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT_HISTORY;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.AccuracyChallengeId;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.AccuracyOutcome;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CorrectionKind;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CorrectionTellingId;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentCorrectionView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentVersion;
import org.evenhand.intake.SourceGrade;
import org.evenhand.spi.Channel;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was put right, what it said before, who is to be told, and what customers challenged. */
@Component
class CorrectionReading {

  private final DSLContext sql;

  CorrectionReading(DSLContext sql) {
    this.sql = sql;
  }

  List<IncidentCorrectionView> corrections(Collection<IncidentId> incidents) {
    return sql.selectFrom(CORRECTION)
        .where(CORRECTION.INCIDENT.eq(DSL.any(uuids(incidents))))
        .orderBy(CORRECTION.AT, CORRECTION.ID)
        .fetch(
            r ->
                new IncidentCorrectionView(
                    r.getId(),
                    new IncidentId(r.getIncident()),
                    CorrectionKind.valueOf(r.getKind()),
                    r.getReason(),
                    new ActorId(r.getByActor()),
                    r.getAt().toInstant()));
  }

  /** Those that a correction ended; that it became known whose it was changed no account. */
  List<IncidentVersion> earlierVersions(Collection<IncidentId> incidents) {
    var h = INCIDENT_HISTORY;
    return sql.selectFrom(h)
        .where(h.ID.eq(DSL.any(uuids(incidents))))
        .orderBy(h.KNOWN_FROM, h.VERSION)
        .fetch(
            r ->
                new IncidentVersion(
                    new IncidentId(r.getId()),
                    r.getVersion(),
                    r.getOccurredOn(),
                    r.getOccurredAt(),
                    Channel.valueOf(r.getChannel()),
                    Arrays.asList(r.getBehaviours()),
                    r.getOtherBehaviour(),
                    r.getAccount(),
                    SourceGrade.valueOf(r.getSourceGrade()),
                    Confidence.valueOf(r.getIdentityConfidence()),
                    r.getTested(),
                    r.getKnownFrom().toInstant(),
                    r.getKnownUntil().toInstant(),
                    new ActorId(r.getEndedBy())));
  }

  List<CorrectionTellingView> tellings(Condition which) {
    return sql.selectFrom(CORRECTION_TELLING)
        .where(which)
        .orderBy(CORRECTION_TELLING.OPENED_AT, CORRECTION_TELLING.ID)
        .fetch(CorrectionReading::telling);
  }

  List<AccuracyChallengeView> challenges(Condition which) {
    return sql.selectFrom(ACCURACY_CHALLENGE)
        .where(which)
        .orderBy(ACCURACY_CHALLENGE.TAKEN_AT, ACCURACY_CHALLENGE.ID)
        .fetch(CorrectionReading::challenge);
  }

  private static UUID[] uuids(Collection<IncidentId> incidents) {
    return incidents.stream().map(IncidentId::value).distinct().toArray(UUID[]::new);
  }

  private static CorrectionTellingView telling(Record r) {
    var t = CORRECTION_TELLING;
    UUID challenge = r.get(t.CHALLENGE);
    UUID customer = r.get(t.CUSTOMER);
    return new CorrectionTellingView(
        new CorrectionTellingId(r.get(t.ID)),
        r.get(t.VERSION),
        r.get(t.CORRECTION),
        challenge == null ? null : new AccuracyChallengeId(challenge),
        customer == null ? null : new CustomerId(customer),
        Rows.area(r.get(t.SERVICE_AREA)),
        CorrectionRecipient.valueOf(r.get(t.RECIPIENT)),
        r.get(t.RECIPIENT_NAME),
        new GlobalId(r.get(t.TOLD_THROUGH_TYPE), r.get(t.TOLD_THROUGH_ID)),
        r.get(t.DUE_ON),
        Rows.instant(r.get(t.TOLD_AT)),
        r.get(t.HOW),
        r.get(t.NOT_TOLD_BECAUSE),
        Rows.actor(r.get(t.ANSWERED_BY)),
        Rows.instant(r.get(t.ANSWERED_AT)));
  }

  static AccuracyChallengeView challenge(Record r) {
    var c = ACCURACY_CHALLENGE;
    return new AccuracyChallengeView(
        new AccuracyChallengeId(r.get(c.ID)),
        r.get(c.VERSION),
        new CustomerId(r.get(c.CUSTOMER)),
        new GlobalId(r.get(c.SUBJECT_TYPE), r.get(c.SUBJECT_ID)),
        Rows.area(r.get(c.SERVICE_AREA)),
        new ActorId(r.get(c.RECORDED_BY)),
        r.get(c.WORDS),
        r.get(c.RECEIVED_ON),
        new ActorId(r.get(c.TAKEN_BY)),
        r.get(c.TAKEN_AT).toInstant(),
        r.get(c.DECIDE_BY),
        Rows.one(AccuracyOutcome.class, r.get(c.OUTCOME)),
        r.get(c.REASONS),
        Rows.actor(r.get(c.DECIDED_BY)),
        Rows.instant(r.get(c.DECIDED_AT)));
  }
}
