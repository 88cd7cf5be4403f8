package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT;
import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.LEGAL_HOLD;
import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;
import static org.evenhand.intake.internal.jooq.Tables.REPORT_OUTCOME;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.ObligationKind;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Contacts, concerns, incidents, adjustments and legal holds of a person for the chronology of
 * their case (F7). They belong to the person, so they are part of each of their cases.
 */
@Component
class IntakeCaseFile implements CaseFileContributor {

  private final DSLContext sql;

  IntakeCaseFile(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    sql.select(
            CONTACT.ID,
            CONTACT.AT,
            CONTACT.CHANNEL,
            CONTACT.DIRECTION,
            CONTACT.CAUSE,
            CONTACT.SERVICE_AREA,
            CONTACT.LOGGED_BY)
        .from(CONTACT)
        .where(CONTACT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))
        .forEach(
            r ->
                entries.add(
                    entry(
                        r.value2().toInstant(),
                        "CONTACT",
                        parameters(
                            "channel", r.value3(),
                            "direction", r.value4(),
                            "cause", r.value5(),
                            "serviceArea", r.value6()),
                        "Contact",
                        r.value1(),
                        r.value7())));
    sql.select(
            INCIDENT.ID,
            INCIDENT.OCCURRED_ON,
            INCIDENT.OCCURRED_AT,
            INCIDENT.BEHAVIOURS,
            INCIDENT.CHANNEL,
            INCIDENT.SERVICE_AREA,
            INCIDENT.RECORDED_BY)
        .from(INCIDENT)
        .where(INCIDENT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))
        .forEach(
            r ->
                entries.add(
                    entry(
                        happened(r.value2(), r.value3()),
                        "INCIDENT",
                        parameters(
                            "behaviours", String.join(", ", r.value4()),
                            "channel", r.value5(),
                            "serviceArea", r.value6()),
                        "Incident",
                        r.value1(),
                        r.value7())));
    sql.select(CORRECTION.INCIDENT, CORRECTION.AT, CORRECTION.KIND, CORRECTION.BY_ACTOR)
        .from(CORRECTION)
        .where(CORRECTION.CUSTOMER_BEFORE.eq(personId))
        .forEach(
            r ->
                entries.add(
                    entry(
                        r.value2().toInstant(),
                        "INCIDENT_" + r.value3(),
                        parameters(),
                        "Incident",
                        r.value1(),
                        r.value4())));
    sql.select(
            CONCERN.ID,
            CONCERN.REPORTED_AT,
            CONCERN.REFERENCE,
            CONCERN.REPORTED_BY,
            CONCERN.TRIAGED_AT,
            CONCERN.STATUS,
            CONCERN.TRIAGED_BY)
        .from(CONCERN)
        .where(CONCERN.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))
        .forEach(
            r -> {
              entries.add(
                  entry(
                      r.value2().toInstant(),
                      "CONCERN_REPORTED",
                      parameters("reference", r.value3()),
                      "Concern",
                      r.value1(),
                      r.value4()));
              OffsetDateTime triagedAt = r.value5();
              if (triagedAt != null) {
                entries.add(
                    entry(
                        triagedAt.toInstant(),
                        "CONCERN_TRIAGED",
                        parameters("reference", r.value3(), "status", r.value6()),
                        "Concern",
                        r.value1(),
                        r.value7()));
              }
            });
    reportedOnward(personId, entries);
    sql.select(
            ADJUSTMENT.ID,
            ADJUSTMENT.REQUESTED_ON,
            ADJUSTMENT.CODE,
            ADJUSTMENT.REQUESTED_BY,
            ADJUSTMENT.DECIDED_AT,
            ADJUSTMENT.STATUS,
            ADJUSTMENT.DECIDED_BY)
        .from(ADJUSTMENT)
        .where(ADJUSTMENT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))
        .forEach(
            r -> {
              entries.add(
                  entry(
                      happened(r.value2(), null),
                      "ADJUSTMENT_REQUESTED",
                      parameters("what", r.value3()),
                      "Adjustment",
                      r.value1(),
                      r.value4()));
              OffsetDateTime decidedAt = r.value5();
              if (decidedAt != null) {
                entries.add(
                    entry(
                        decidedAt.toInstant(),
                        "ADJUSTMENT_DECIDED",
                        parameters("what", r.value3(), "status", r.value6()),
                        "Adjustment",
                        r.value1(),
                        r.value7()));
              }
            });
    sql.select(
            LEGAL_HOLD.ID,
            LEGAL_HOLD.PLACED_AT,
            LEGAL_HOLD.PLACED_BY,
            LEGAL_HOLD.RELEASED_AT,
            LEGAL_HOLD.RELEASED_BY)
        .from(LEGAL_HOLD)
        .where(LEGAL_HOLD.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))
        .forEach(
            r -> {
              entries.add(
                  entry(
                      r.value2().toInstant(),
                      "LEGAL_HOLD_PLACED",
                      parameters(),
                      "LegalHold",
                      r.value1(),
                      r.value3()));
              OffsetDateTime releasedAt = r.value4();
              if (releasedAt != null) {
                entries.add(
                    entry(
                        releasedAt.toInstant(),
                        "LEGAL_HOLD_RELEASED",
                        parameters(),
                        "LegalHold",
                        r.value1(),
                        r.value5()));
              }
            });
    return entries;
  }

  /** Reports to the police and by the hate-incident route, and what came of them (question 24). */
  private void reportedOnward(UUID personId, List<Entry> entries) {
    Condition theirs =
        OBLIGATION
            .KIND
            .in(ObligationKind.POLICE_REPORT.name(), ObligationKind.HATE_INCIDENT_REPORT.name())
            .and(
                OBLIGATION.INCIDENT.in(
                    select(INCIDENT.ID)
                        .from(INCIDENT)
                        .where(
                            INCIDENT.CUSTOMER.eq(
                                DSL.any(MergeReading.recordsOf(new CustomerId(personId)))))));
    sql.selectFrom(OBLIGATION)
        .where(theirs)
        .and(OBLIGATION.ANSWERED_AT.isNotNull())
        .forEach(
            r ->
                entries.add(
                    r.getReportedAt() != null
                        ? entry(
                            r.getReportedAt().toInstant(),
                            "REPORTED_ONWARD",
                            parameters(
                                "kind", r.getKind(),
                                "to", r.getReportedTo(),
                                "reference", r.getReference()),
                            "Obligation",
                            r.getId(),
                            r.getAnsweredBy())
                        : entry(
                            r.getAnsweredAt().toInstant(),
                            "NOT_REPORTED_ONWARD",
                            parameters("kind", r.getKind()),
                            "Obligation",
                            r.getId(),
                            r.getAnsweredBy())));
    sql.select(
            OBLIGATION.ID,
            OBLIGATION.KIND,
            REPORT_OUTCOME.TOLD_ON,
            REPORT_OUTCOME.OUTCOME,
            REPORT_OUTCOME.CRIME_NUMBER,
            REPORT_OUTCOME.RECORDED_BY)
        .from(REPORT_OUTCOME)
        .join(OBLIGATION)
        .on(OBLIGATION.ID.eq(REPORT_OUTCOME.OBLIGATION))
        .where(theirs)
        .forEach(
            r ->
                entries.add(
                    entry(
                        happened(r.value3(), null),
                        r.value5() == null ? "REPORT_OUTCOME" : "REPORT_OUTCOME_WITH_CRIME_NUMBER",
                        parameters(
                            "kind", r.value2(), "outcome", r.value4(), "crimeNumber", r.value5()),
                        "Obligation",
                        r.value1(),
                        r.value6())));
  }

  private static Entry entry(
      Instant at,
      String code,
      Map<String, String> parameters,
      String type,
      UUID id,
      @Nullable String by) {
    return new Entry(at, code, parameters, type, id, by == null ? null : new ActorId(by));
  }

  private static Instant happened(LocalDate on, @Nullable LocalTime at) {
    return on.atTime(at == null ? LocalTime.MIDNIGHT : at).atZone(WorkingDays.LONDON).toInstant();
  }

  private static Map<String, String> parameters(@Nullable String... namesAndValues) {
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i];
      String value = namesAndValues[i + 1];
      if (name != null && value != null) {
        parameters.put(name, value);
      }
    }
    return parameters;
  }
}
