package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ACCURACY_CHALLENGE;
import static org.evenhand.intake.internal.jooq.Tables.ADJUSTMENT;
import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.CONCERN_ROUTE;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT_DISPOSITION;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION;
import static org.evenhand.intake.internal.jooq.Tables.CORRECTION_TELLING;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_IDENTIFIER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER_MERGE;
import static org.evenhand.intake.internal.jooq.Tables.EQUALITY_ANSWER;
import static org.evenhand.intake.internal.jooq.Tables.EVIDENCE;
import static org.evenhand.intake.internal.jooq.Tables.GROUP_MEMBERSHIP;
import static org.evenhand.intake.internal.jooq.Tables.HOUSEHOLD_LINK;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.LEGAL_HOLD;
import static org.evenhand.intake.internal.jooq.Tables.MANAGED_CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;
import static org.evenhand.intake.internal.jooq.Tables.REPORT_OUTCOME;
import static org.evenhand.intake.internal.jooq.Tables.REPRESENTATIVE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.CorrectionKind;
import org.evenhand.intake.CustomerCircumstancesChanged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentityChanged;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.RouteStatus;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What intake keeps of people (T26): each contact; each concern and each of its incidents;
 * challenges to accuracy; and who somebody is, with everything that only describes them.
 */
@Component
class IntakeRecords implements KeptRecords {

  private static final String UNFOUNDED = RecordClass.UNFOUNDED.name();

  /** A concern that was not taken up here, and what is told of in it. */
  private static final Field<String> CLASS_OF_CONCERN =
      when(CONCERN.STATUS.eq(ConcernStatus.NO_FURTHER_ACTION.name()), UNFOUNDED)
          .otherwise(RecordClass.INCIDENT.name());

  private static final Field<String> CLASS_OF_INCIDENT =
      when(INCIDENT.VOIDED_AT.isNotNull(), UNFOUNDED).otherwise(CLASS_OF_CONCERN);

  /** Null while it waits for its owner, or is on another route. */
  private static final Field<OffsetDateTime> CONCERN_ENDED =
      when(
          notExists(
              selectOne()
                  .from(CONCERN_ROUTE)
                  .where(CONCERN_ROUTE.CONCERN.eq(CONCERN.ID))
                  .and(CONCERN_ROUTE.STATUS.ne(RouteStatus.CONCLUDED.name()))),
          greatest(
              CONCERN.TRIAGED_AT,
              coalesce(
                  field(
                      select(max(CONCERN_ROUTE.CONCLUDED_AT))
                          .from(CONCERN_ROUTE)
                          .where(CONCERN_ROUTE.CONCERN.eq(CONCERN.ID))),
                  CONCERN.TRIAGED_AT)));

  private static final Condition NOTHING_TO_REPORT =
      notExists(
          selectOne()
              .from(OBLIGATION)
              .where(OBLIGATION.INCIDENT.eq(INCIDENT.ID))
              .and(OBLIGATION.STATUS.eq(ObligationStatus.OPEN.name())));

  private static final Condition NOBODY_TO_TELL =
      notExists(
          selectOne()
              .from(CORRECTION_TELLING)
              .join(CORRECTION)
              .on(CORRECTION.ID.eq(CORRECTION_TELLING.CORRECTION))
              .where(CORRECTION.INCIDENT.eq(INCIDENT.ID))
              .and(CORRECTION_TELLING.ANSWERED_AT.isNull()));

  private final DSLContext sql;
  private final ErasingContent erasing;
  private final ApplicationEventPublisher events;

  IntakeRecords(DSLContext sql, ErasingContent erasing, ApplicationEventPublisher events) {
    this.sql = sql;
    this.erasing = erasing;
    this.events = events;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        "Contact", "Concern", "Incident", "AccuracyChallenge", "Customer", "IncidentCorrection");
  }

  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    UUID[] asked = persons.stream().distinct().toArray(UUID[]::new);
    var kept = new ArrayList<Kept>();
    contacts(asked, kept);
    concerns(asked, kept);
    incidents(asked, kept);
    challenges(asked, kept);
    customers(asked, kept);
    mistaken(asked, kept);
    return kept;
  }

  private void contacts(UUID[] asked, List<Kept> kept) {
    sql.select(CONTACT.ID, CONTACT.CUSTOMER, CONTACT.AT, answerDue())
        .from(CONTACT)
        .where(CONTACT.CUSTOMER.eq(any(asked)))
        .and(CONTACT.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Contact", r.value1()),
                        r.value2(),
                        RecordClass.CONTACT,
                        r.value4() ? null : day(r.value3()),
                        Set.of())));
  }

  private static Field<Boolean> answerDue() {
    return field(
        exists(
            selectOne()
                .from(CONTACT_DISPOSITION)
                .where(CONTACT_DISPOSITION.CONTACT.eq(CONTACT.ID))
                .and(CONTACT_DISPOSITION.OUTCOME.isNull())));
  }

  private void concerns(UUID[] asked, List<Kept> kept) {
    sql.select(CONCERN.ID, CONCERN.CUSTOMER, CLASS_OF_CONCERN, CONCERN_ENDED)
        .from(CONCERN)
        .where(CONCERN.CUSTOMER.eq(any(asked)))
        .and(CONCERN.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Concern", r.value1()),
                        r.value2(),
                        RecordClass.valueOf(r.value3()),
                        day(r.value4()),
                        Set.of())));
  }

  /** An incident rests on the concern that tells of it and on the contact in which it happened. */
  private void incidents(UUID[] asked, List<Kept> kept) {
    Field<OffsetDateTime> answered =
        field(
            select(max(OBLIGATION.ANSWERED_AT))
                .from(OBLIGATION)
                .where(OBLIGATION.INCIDENT.eq(INCIDENT.ID)));
    Field<OffsetDateTime> news =
        field(
            select(max(REPORT_OUTCOME.RECORDED_AT))
                .from(REPORT_OUTCOME)
                .join(OBLIGATION)
                .on(OBLIGATION.ID.eq(REPORT_OUTCOME.OBLIGATION))
                .where(OBLIGATION.INCIDENT.eq(INCIDENT.ID)));
    Field<OffsetDateTime> ended =
        when(
            NOTHING_TO_REPORT.and(NOBODY_TO_TELL).and(CONCERN_ENDED.isNotNull()),
            greatest(
                coalesce(INCIDENT.VOIDED_AT, INCIDENT.RECORDED_AT),
                coalesce(answered, INCIDENT.RECORDED_AT),
                coalesce(news, INCIDENT.RECORDED_AT),
                coalesce(CONCERN_ENDED, INCIDENT.RECORDED_AT)));
    sql.select(
            INCIDENT.ID,
            INCIDENT.CUSTOMER,
            CLASS_OF_INCIDENT,
            ended,
            INCIDENT.CONCERN,
            INCIDENT.CONTACT)
        .from(INCIDENT)
        .join(CONCERN)
        .on(CONCERN.ID.eq(INCIDENT.CONCERN))
        .where(INCIDENT.CUSTOMER.eq(any(asked)))
        .and(INCIDENT.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Incident", r.value1()),
                        r.value2(),
                        RecordClass.valueOf(r.value3()),
                        day(r.value4()),
                        both(r.value5(), r.value6()))));
  }

  /** While it is undecided a challenge rests on what it is about. */
  private void challenges(UUID[] asked, List<Kept> kept) {
    sql.select(
            ACCURACY_CHALLENGE.ID,
            ACCURACY_CHALLENGE.CUSTOMER,
            ACCURACY_CHALLENGE.DECIDED_AT,
            ACCURACY_CHALLENGE.SUBJECT_ID,
            field(
                exists(
                    selectOne()
                        .from(CORRECTION_TELLING)
                        .where(CORRECTION_TELLING.CHALLENGE.eq(ACCURACY_CHALLENGE.ID))
                        .and(CORRECTION_TELLING.ANSWERED_AT.isNull()))))
        .from(ACCURACY_CHALLENGE)
        .where(ACCURACY_CHALLENGE.CUSTOMER.eq(any(asked)))
        .and(ACCURACY_CHALLENGE.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("AccuracyChallenge", r.value1()),
                        r.value2(),
                        RecordClass.CONTACT,
                        r.value5() ? null : day(r.value3()),
                        r.value3() == null ? Set.of(r.value4()) : Set.of())));
  }

  /**
   * That an incident was first taken for this person's: the shortest of all periods, counted from
   * the day on which it was put right (F5, T27).
   */
  private void mistaken(UUID[] asked, List<Kept> kept) {
    sql.select(
            CORRECTION.ID,
            CORRECTION.CUSTOMER_BEFORE,
            CORRECTION.AT,
            field(
                exists(
                    selectOne()
                        .from(CORRECTION_TELLING)
                        .where(CORRECTION_TELLING.CORRECTION.eq(CORRECTION.ID))
                        .and(CORRECTION_TELLING.ANSWERED_AT.isNull()))))
        .from(CORRECTION)
        .join(INCIDENT)
        .on(INCIDENT.ID.eq(CORRECTION.INCIDENT))
        .where(CORRECTION.CUSTOMER_BEFORE.eq(any(asked)))
        .and(CORRECTION.KIND.eq(CorrectionKind.MOVED.name()))
        .and(INCIDENT.CUSTOMER.isDistinctFrom(CORRECTION.CUSTOMER_BEFORE))
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("IncidentCorrection", r.value1()),
                        r.value2(),
                        RecordClass.UNFOUNDED,
                        r.value4() ? null : day(r.value3()),
                        Set.of())));
  }

  /**
   * Who somebody is: in use for as long as something restricts them, a request of theirs waits or a
   * group counts them in; then counted from their last dealing with us.
   */
  private void customers(UUID[] asked, List<Kept> kept) {
    Field<OffsetDateTime> lastContact =
        field(select(max(CONTACT.AT)).from(CONTACT).where(CONTACT.CUSTOMER.eq(CUSTOMER.ID)));
    Field<OffsetDateTime> lastConcern =
        field(
            select(max(CONCERN.REPORTED_AT)).from(CONCERN).where(CONCERN.CUSTOMER.eq(CUSTOMER.ID)));
    Field<Boolean> inUse =
        field(
            exists(
                    selectOne()
                        .from(MANAGED_CUSTOMER)
                        .where(MANAGED_CUSTOMER.ID.eq(CUSTOMER.ID))
                        .and(MANAGED_CUSTOMER.UNTIL.isNull()))
                .or(
                    exists(
                        selectOne()
                            .from(ADJUSTMENT)
                            .where(ADJUSTMENT.CUSTOMER.eq(CUSTOMER.ID))
                            .and(ADJUSTMENT.DECIDED_AT.isNull())))
                .or(
                    exists(
                        selectOne()
                            .from(GROUP_MEMBERSHIP)
                            .where(GROUP_MEMBERSHIP.MEMBER.eq(CUSTOMER.ID))
                            .and(GROUP_MEMBERSHIP.LEFT_ON.isNull()))));
    sql.select(CUSTOMER.ID, CUSTOMER.REGISTERED_ON, lastContact, lastConcern, inUse)
        .from(CUSTOMER)
        .where(CUSTOMER.ID.eq(any(asked)))
        .and(CUSTOMER.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Customer", r.value1()),
                        r.value1(),
                        RecordClass.CUSTOMER,
                        r.value5() ? null : latest(r.value2(), day(r.value3()), day(r.value4())),
                        Set.of())));
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    var found = new HashSet<UUID>();
    OffsetDateTime contacts = before(endedBefore, RecordClass.CONTACT);
    found.addAll(
        sql.selectDistinct(CONTACT.CUSTOMER)
            .from(CONTACT)
            .where(CONTACT.ERASED_AT.isNull())
            .and(CONTACT.AT.lt(contacts))
            .fetch(CONTACT.CUSTOMER));
    found.addAll(
        sql.selectDistinct(ACCURACY_CHALLENGE.CUSTOMER)
            .from(ACCURACY_CHALLENGE)
            .where(ACCURACY_CHALLENGE.ERASED_AT.isNull())
            .and(ACCURACY_CHALLENGE.DECIDED_AT.lt(contacts))
            .fetch(ACCURACY_CHALLENGE.CUSTOMER));
    found.addAll(
        sql.selectDistinct(CONCERN.CUSTOMER)
            .from(CONCERN)
            .where(CONCERN.ERASED_AT.isNull())
            .and(CONCERN.CUSTOMER.isNotNull())
            .and(CONCERN.TRIAGED_AT.lt(until(CLASS_OF_CONCERN, endedBefore)))
            .fetch(CONCERN.CUSTOMER));
    found.addAll(
        sql.selectDistinct(INCIDENT.CUSTOMER)
            .from(INCIDENT)
            .join(CONCERN)
            .on(CONCERN.ID.eq(INCIDENT.CONCERN))
            .where(INCIDENT.ERASED_AT.isNull())
            .and(INCIDENT.CUSTOMER.isNotNull())
            .and(CONCERN.TRIAGED_AT.lt(until(CLASS_OF_INCIDENT, endedBefore)))
            .fetch(INCIDENT.CUSTOMER));
    found.addAll(
        sql.selectDistinct(CORRECTION.CUSTOMER_BEFORE)
            .from(CORRECTION)
            .where(CORRECTION.CUSTOMER_BEFORE.isNotNull())
            .and(CORRECTION.KIND.eq(CorrectionKind.MOVED.name()))
            .and(CORRECTION.AT.lt(before(endedBefore, RecordClass.UNFOUNDED)))
            .fetch(CORRECTION.CUSTOMER_BEFORE));
    LocalDate registered = endedBefore.getOrDefault(RecordClass.CUSTOMER, LocalDate.MIN);
    found.addAll(
        sql.select(CUSTOMER.ID)
            .from(CUSTOMER)
            .where(CUSTOMER.ERASED_AT.isNull())
            .and(CUSTOMER.REGISTERED_ON.lt(registered))
            .andNotExists(
                selectOne()
                    .from(CONTACT)
                    .where(CONTACT.CUSTOMER.eq(CUSTOMER.ID))
                    .and(CONTACT.ERASED_AT.isNull()))
            .andNotExists(
                selectOne()
                    .from(CONCERN)
                    .where(CONCERN.CUSTOMER.eq(CUSTOMER.ID))
                    .and(CONCERN.ERASED_AT.isNull()))
            .fetch(CUSTOMER.ID));
    return found;
  }

  private static Field<OffsetDateTime> until(
      Field<String> recordClass, Map<RecordClass, LocalDate> endedBefore) {
    return when(recordClass.eq(UNFOUNDED), DSL.val(before(endedBefore, RecordClass.UNFOUNDED)))
        .otherwise(DSL.val(before(endedBefore, RecordClass.INCIDENT)));
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> contacts = of("Contact", records);
    erasing.erase("intake.contact", "id", contacts);
    erasing.erase("intake.contact_disposition", "contact", contacts);
    Set<UUID> concerns = of("Concern", records);
    erasing.erase("intake.concern", "id", concerns);
    erasing.erase("intake.concern_route", "concern", concerns);
    erasing.erase("intake.concern_feedback", "concern", concerns);
    Set<UUID> incidents = of("Incident", records);
    erasing.erase("intake.incident", "id", incidents);
    erasing.erase("intake.obligation", "incident", incidents);
    Set<UUID> obligations = ids(OBLIGATION.ID, OBLIGATION, OBLIGATION.INCIDENT, incidents);
    erasing.erase("intake.report_outcome", "obligation", obligations);
    erasing.erase("intake.correction", "incident", incidents);
    Set<UUID> corrections = ids(CORRECTION.ID, CORRECTION, CORRECTION.INCIDENT, incidents);
    erasing.erase("intake.correction_telling", "correction", corrections);
    Set<UUID> challenges = of("AccuracyChallenge", records);
    erasing.erase("intake.accuracy_challenge", "id", challenges);
    erasing.erase("intake.correction_telling", "challenge", challenges);
    Set<UUID> told =
        ids(CORRECTION_TELLING.ID, CORRECTION_TELLING, CORRECTION_TELLING.CORRECTION, corrections);
    told.addAll(
        ids(CORRECTION_TELLING.ID, CORRECTION_TELLING, CORRECTION_TELLING.CHALLENGE, challenges));
    var subjects = new HashSet<>(contacts);
    subjects.addAll(concerns);
    subjects.addAll(incidents);
    erasing.erase("intake.evidence", "subject_id", subjects);
    around("CorrectionTelling", told);
    around("Evidence", ids(EVIDENCE.ID, EVIDENCE, EVIDENCE.SUBJECT_ID, subjects));
    around("Obligation", obligations);
    cutLinks(of("IncidentCorrection", records));
    Set<UUID> customers = of("Customer", records);
    if (!customers.isEmpty()) {
      customers(customers, now);
    }
  }

  /** The incident is somebody else's, and nobody is told any more that it was taken for theirs. */
  private void cutLinks(Set<UUID> moves) {
    for (UUID move : moves) {
      sql.select(
              CORRECTION.CUSTOMER_BEFORE, CORRECTION.INCIDENT, INCIDENT.CONCERN, CONCERN.CUSTOMER)
          .from(CORRECTION)
          .join(INCIDENT)
          .on(INCIDENT.ID.eq(CORRECTION.INCIDENT))
          .join(CONCERN)
          .on(CONCERN.ID.eq(INCIDENT.CONCERN))
          .where(CORRECTION.ID.eq(move))
          .forEach(
              r -> {
                List<UUID> person = List.of(r.value1());
                erasing.cutLinks("intake.incident", "customer", person, List.of(r.value2()));
                if (!r.value1().equals(r.value4())) {
                  erasing.cutLinks("intake.concern", "customer", person, List.of(r.value3()));
                }
                Set<UUID> corrections =
                    ids(CORRECTION.ID, CORRECTION, CORRECTION.INCIDENT, Set.of(r.value2()));
                erasing.cutLinks(
                    "intake.correction_telling",
                    "customer",
                    person,
                    ids(
                        CORRECTION_TELLING.ID,
                        CORRECTION_TELLING,
                        CORRECTION_TELLING.CORRECTION,
                        corrections));
                erasing.cutLinks("intake.correction", "customer_before", person, corrections);
              });
    }
    erasing.erase("intake.correction", "id", moves);
  }

  private void customers(Set<UUID> customers, Instant now) {
    UUID[] ids = array(customers);
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    sql.update(CUSTOMER_IDENTIFIER)
        .set(CUSTOMER_IDENTIFIER.ENDED_ON, today)
        .where(CUSTOMER_IDENTIFIER.CUSTOMER.eq(any(ids)))
        .and(CUSTOMER_IDENTIFIER.ENDED_ON.isNull())
        .execute();
    sql.update(HOUSEHOLD_LINK)
        .set(HOUSEHOLD_LINK.ENDS_ON, greatest(HOUSEHOLD_LINK.STARTS_ON, DSL.val(today)))
        .where(HOUSEHOLD_LINK.CUSTOMER.eq(any(ids)).or(HOUSEHOLD_LINK.OTHER.eq(any(ids))))
        .and(HOUSEHOLD_LINK.ENDS_ON.isNull())
        .execute();
    sql.deleteFrom(EQUALITY_ANSWER).where(EQUALITY_ANSWER.CUSTOMER.eq(any(ids))).execute();
    erasing.erase("intake.customer", "id", customers);
    for (String table :
        List.of("customer_identifier", "representative", "adjustment", "matter", "legal_hold")) {
      erasing.erase("intake." + table, "customer", customers);
    }
    Set<UUID> matters = ids(MATTER.ID, MATTER, MATTER.CUSTOMER, customers);
    erasing.erase("intake.matter_link", "matter", matters);
    Set<UUID> merges = ids(CUSTOMER_MERGE.ID, CUSTOMER_MERGE, CUSTOMER_MERGE.KEPT, customers);
    merges.addAll(ids(CUSTOMER_MERGE.ID, CUSTOMER_MERGE, CUSTOMER_MERGE.MERGED, customers));
    erasing.erase("intake.customer_merge", "id", merges);
    around("Matter", matters);
    around("CustomerMerge", merges);
    around(
        "Representative",
        ids(REPRESENTATIVE.ID, REPRESENTATIVE, REPRESENTATIVE.CUSTOMER, customers));
    around("Adjustment", ids(ADJUSTMENT.ID, ADJUSTMENT, ADJUSTMENT.CUSTOMER, customers));
    around("LegalHold", ids(LEGAL_HOLD.ID, LEGAL_HOLD, LEGAL_HOLD.CUSTOMER, customers));
    for (UUID customer : customers) {
      var id = new CustomerId(customer);
      events.publishEvent(new CustomerIdentityChanged(id, now, ActorId.SYSTEM));
      events.publishEvent(new CustomerCircumstancesChanged(id, now, ActorId.SYSTEM));
    }
  }

  /** What hangs on a record has files, duties and entries in the audit trail under its own id. */
  private void around(String type, Set<UUID> ids) {
    erasing.around(ids.stream().map(id -> new GlobalId(type, id)).toList());
  }

  private Set<UUID> ids(Field<UUID> id, Table<?> from, Field<UUID> of, Set<UUID> which) {
    return new HashSet<>(sql.select(id).from(from).where(of.eq(any(array(which)))).fetch(id));
  }

  private static Set<UUID> of(String type, Collection<GlobalId> records) {
    var ids = new HashSet<UUID>();
    records.stream().filter(r -> r.type().equals(type)).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static UUID[] array(Set<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  private static Set<UUID> both(UUID one, @Nullable UUID other) {
    return other == null ? Set.of(one) : Set.of(one, other);
  }

  private static OffsetDateTime before(Map<RecordClass, LocalDate> days, RecordClass recordClass) {
    return ContactLog.beginning(days.getOrDefault(recordClass, LocalDate.of(1, 1, 1)));
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(WorkingDays.LONDON).toLocalDate();
  }

  private static LocalDate latest(
      LocalDate one, @Nullable LocalDate other, @Nullable LocalDate third) {
    LocalDate last = other != null && other.isAfter(one) ? other : one;
    return third != null && third.isAfter(last) ? third : last;
  }
}
