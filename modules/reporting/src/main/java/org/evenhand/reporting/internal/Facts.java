package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.CONTACT_FACT;
import static org.evenhand.reporting.internal.jooq.Tables.INCIDENT_FACT;
import static org.evenhand.reporting.internal.jooq.Tables.NOTED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.FactKeeping;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what happened and keeps one fact for each incident and contact. A fact is always made from
 * everything noted about its subject, by the same statement as when all are made again; so it does
 * not matter how often or in which order something is heard.
 */
@Component
class Facts implements FactKeeping {

  static final String INCIDENT = "INCIDENT";
  static final String ATTRIBUTION = "ATTRIBUTION";
  static final String CORRECTION = "CORRECTION";
  static final String VOID = "VOID";
  static final String CONTACT = "CONTACT";

  /** Any number that no other lock of the application uses. */
  private static final long LOCK = 0x6576_656e_6661_6374L;

  private final DSLContext sql;

  Facts(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional
  void noteIncident(
      UUID incident,
      @Nullable UUID person,
      @Nullable ServiceAreaCode area,
      LocalDate day,
      Instant at) {
    note(INCIDENT, incident, at, person, area, day, null);
    makeIncidents(NOTED.SUBJECT.eq(incident));
  }

  /** What an incident says now about where and when. */
  @Transactional
  void noteCorrection(UUID incident, @Nullable ServiceAreaCode area, LocalDate day, Instant at) {
    note(CORRECTION, incident, at, null, area, day, null);
    makeIncidents(NOTED.SUBJECT.eq(incident));
  }

  /** An incident that counts no more. */
  @Transactional
  void noteVoid(UUID incident, Instant at) {
    note(VOID, incident, at, null, null, null, null);
    sql.deleteFrom(INCIDENT_FACT).where(INCIDENT_FACT.INCIDENT.eq(incident)).execute();
  }

  /**
   * @param person null where it turned out to be nobody known
   */
  @Transactional
  void noteAttribution(UUID incident, @Nullable UUID person, Instant at) {
    note(ATTRIBUTION, incident, at, person, null, null, null);
    makeIncidents(NOTED.SUBJECT.eq(incident));
  }

  @Transactional
  void noteContact(
      UUID contact,
      UUID person,
      ServiceAreaCode area,
      LocalDate day,
      boolean causedByUs,
      Instant at) {
    note(CONTACT, contact, at, person, area, day, causedByUs);
    makeContacts(NOTED.SUBJECT.eq(contact));
  }

  private void note(
      String kind,
      UUID subject,
      Instant at,
      @Nullable UUID person,
      @Nullable ServiceAreaCode area,
      @Nullable LocalDate day,
      @Nullable Boolean causedByUs) {
    // Shared with other notes, so that a rebuild waits for them and they for it; then one by one
    // for
    // each subject, so that what is noted about it is seen whole.
    sql.fetch("select pg_advisory_xact_lock_shared({0})", DSL.inline(LOCK));
    sql.fetch(
        "select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val(subject.toString()));
    sql.insertInto(NOTED)
        .set(NOTED.KIND, kind)
        .set(NOTED.SUBJECT, subject)
        .set(NOTED.AT, at.atOffset(ZoneOffset.UTC))
        .set(NOTED.PERSON, person)
        .set(NOTED.SERVICE_AREA, area == null ? null : area.value())
        .set(NOTED.DAY, day)
        .set(NOTED.CAUSED_BY_US, causedByUs)
        .onConflictDoNothing()
        .execute();
  }

  @Override
  @Transactional
  public int rebuild() {
    sql.fetch("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
    sql.deleteFrom(INCIDENT_FACT).execute();
    sql.deleteFrom(CONTACT_FACT).execute();
    return makeIncidents(DSL.noCondition()) + makeContacts(DSL.noCondition());
  }

  /**
   * The last attribution says whose it is, also that it is nobody's known; without one, what was
   * known when it was recorded. The last correction says where and when. A void one makes no fact.
   */
  private int makeIncidents(Condition which) {
    var later = NOTED.as("later");
    var corrected = NOTED.as("corrected");
    var voided = NOTED.as("voided");
    Condition attributions = later.KIND.eq(ATTRIBUTION).and(later.SUBJECT.eq(NOTED.SUBJECT));
    Condition corrections = corrected.KIND.eq(CORRECTION).and(corrected.SUBJECT.eq(NOTED.SUBJECT));
    Field<UUID> attributed =
        DSL.field(
            DSL.select(later.PERSON)
                .from(later)
                .where(attributions)
                .orderBy(later.AT.desc())
                .limit(1));
    Field<LocalDate> day =
        DSL.coalesce(
            DSL.field(
                DSL.select(corrected.DAY)
                    .from(corrected)
                    .where(corrections)
                    .orderBy(corrected.AT.desc())
                    .limit(1)),
            NOTED.DAY);
    var f = INCIDENT_FACT;
    return sql.insertInto(f, f.INCIDENT, f.PERSON, f.SERVICE_AREA, f.DAY, f.QUARTER)
        .select(
            DSL.select(
                    NOTED.SUBJECT,
                    DSL.when(
                            DSL.exists(DSL.selectOne().from(later).where(attributions)), attributed)
                        .otherwise(NOTED.PERSON),
                    NOTED.SERVICE_AREA,
                    day,
                    quarter(day))
                .distinctOn(NOTED.SUBJECT)
                .from(NOTED)
                .where(NOTED.KIND.eq(INCIDENT))
                .and(which)
                .andNotExists(
                    DSL.selectOne()
                        .from(voided)
                        .where(voided.KIND.eq(VOID), voided.SUBJECT.eq(NOTED.SUBJECT)))
                .orderBy(NOTED.SUBJECT, NOTED.AT))
        .onConflict(f.INCIDENT)
        .doUpdate()
        .set(f.PERSON, DSL.excluded(f.PERSON))
        .set(f.SERVICE_AREA, DSL.excluded(f.SERVICE_AREA))
        .set(f.DAY, DSL.excluded(f.DAY))
        .set(f.QUARTER, DSL.excluded(f.QUARTER))
        .execute();
  }

  private int makeContacts(Condition which) {
    var f = CONTACT_FACT;
    return sql.insertInto(f, f.CONTACT, f.PERSON, f.SERVICE_AREA, f.DAY, f.QUARTER, f.CAUSED_BY_US)
        .select(
            DSL.select(
                    NOTED.SUBJECT,
                    NOTED.PERSON,
                    NOTED.SERVICE_AREA,
                    NOTED.DAY,
                    quarter(NOTED.DAY),
                    NOTED.CAUSED_BY_US)
                .distinctOn(NOTED.SUBJECT)
                .from(NOTED)
                .where(NOTED.KIND.eq(CONTACT))
                .and(which)
                .orderBy(NOTED.SUBJECT, NOTED.AT))
        .onConflict(f.CONTACT)
        .doNothing()
        .execute();
  }

  private static Field<LocalDate> quarter(Field<LocalDate> day) {
    return DSL.trunc(day, DatePart.QUARTER);
  }
}
