package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.BREACH;
import static org.evenhand.restrictions.internal.jooq.Tables.COURT_TERMS;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_CONTACT;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_IDENTIFIER;
import static org.evenhand.restrictions.internal.jooq.Tables.FRONT_DESK_PERSON;
import static org.evenhand.restrictions.internal.jooq.Tables.IMPOSED;
import static org.evenhand.restrictions.internal.jooq.Tables.INJUNCTION;
import static org.evenhand.restrictions.internal.jooq.Tables.LEGAL_ACTION;
import static org.evenhand.restrictions.internal.jooq.Tables.LEGAL_ACTION_STEP;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER;
import static org.evenhand.restrictions.internal.jooq.Tables.MARKER_CHALLENGE;
import static org.evenhand.restrictions.internal.jooq.Tables.REVIEW_REQUEST;
import static org.evenhand.restrictions.internal.jooq.Tables.TOLD_BY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.ErasingContent;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.KeptRecords;
import org.evenhand.foundation.RecordClass;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.RecordsErased;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Restrictions with all that was decided and recorded on them, staff-safety markers of people, and
 * what courts and the law said (T26). A decision that followed rests on the one that it replaced.
 * What the front line was told is erased with any of them: then it cannot be told again.
 */
@Component
class RecordsOfRestrictions implements KeptRecords {

  private static final Set<String> AT_THE_DESK =
      Set.of("Restriction", "Marker", "CourtTerms", "Customer", "Adjustment");

  private final DSLContext sql;
  private final ErasingContent erasing;
  private final FrontDeskWriter frontDesk;
  private final Customers customers;

  RecordsOfRestrictions(
      DSLContext sql, ErasingContent erasing, FrontDeskWriter frontDesk, Customers customers) {
    this.sql = sql;
    this.erasing = erasing;
    this.frontDesk = frontDesk;
    this.customers = customers;
  }

  @Override
  public Set<String> types() {
    return Set.of("Restriction", "Marker", "CourtTerms", "Injunction", "LegalAction");
  }

  @Override
  public Collection<Kept> of(Collection<UUID> persons) {
    UUID[] asked = array(persons);
    var kept = new ArrayList<Kept>();
    restrictions(asked, kept);
    markers(asked, kept);
    law(asked, kept);
    return kept;
  }

  private void restrictions(UUID[] asked, List<Kept> kept) {
    Map<UUID, List<UUID>> letters =
        sql.select(TOLD_BY.RESTRICTION_ID, TOLD_BY.NOTICE_ID)
            .from(TOLD_BY)
            .join(IMPOSED)
            .on(IMPOSED.ID.eq(TOLD_BY.RESTRICTION_ID))
            .where(IMPOSED.CUSTOMER_ID.eq(any(asked)))
            .fetchGroups(TOLD_BY.RESTRICTION_ID, TOLD_BY.NOTICE_ID);
    Map<UUID, List<UUID>> breaches =
        sql.select(BREACH.RESTRICTION_ID, BREACH.INCIDENT_ID)
            .from(BREACH)
            .where(BREACH.CUSTOMER_ID.eq(any(asked)))
            .fetchGroups(BREACH.RESTRICTION_ID, BREACH.INCIDENT_ID);
    Field<Boolean> asks =
        field(
            exists(
                selectOne()
                    .from(REVIEW_REQUEST)
                    .where(REVIEW_REQUEST.RESTRICTION_ID.eq(IMPOSED.ID))
                    .and(REVIEW_REQUEST.REVIEW_ID.isNull())));
    sql.select(
            IMPOSED.ID,
            IMPOSED.CUSTOMER_ID,
            coalesce(IMPOSED.ENDED_AT, IMPOSED.REPLACED_FROM),
            asks,
            IMPOSED.CONSIDERATION_ID,
            IMPOSED.NOTICE_ID,
            IMPOSED.RESUME_NOTICE_ID,
            IMPOSED.FIRST_ID,
            IMPOSED.REPLACES_ID,
            IMPOSED.EVIDENCE_INCIDENT)
        .from(IMPOSED)
        .where(IMPOSED.CUSTOMER_ID.eq(any(asked)))
        .and(IMPOSED.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("Restriction", r.value1()),
                        r.value2(),
                        RecordClass.DECISION,
                        r.value4() ? null : day(r.value3()),
                        Stream.of(
                                Stream.of(
                                    r.value5(),
                                    r.value6(),
                                    r.value7(),
                                    r.value8(),
                                    r.value9(),
                                    r.value10()),
                                letters.getOrDefault(r.value1(), List.of()).stream(),
                                breaches.getOrDefault(r.value1(), List.of()).stream())
                            .flatMap(ids -> ids)
                            .filter(Objects::nonNull)
                            .filter(id -> !id.equals(r.value1()))
                            .collect(Collectors.toSet()))));
  }

  private void markers(UUID[] asked, List<Kept> kept) {
    Field<Boolean> challenged =
        field(
            exists(
                selectOne()
                    .from(MARKER_CHALLENGE)
                    .where(MARKER_CHALLENGE.MARKER_ID.eq(MARKER.ID))
                    .and(MARKER_CHALLENGE.OUTCOME.isNull())));
    sql.select(
            MARKER.ID,
            MARKER.CUSTOMER_ID,
            MARKER.ENDED_AT,
            MARKER.KEEP_UNTIL,
            MARKER.INCIDENT_ID,
            challenged)
        .from(MARKER)
        .where(MARKER.CUSTOMER_ID.eq(any(asked)))
        .and(MARKER.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    new Kept(
                        new GlobalId("Marker", r.value1()),
                        r.value2(),
                        RecordClass.MARKER,
                        r.value6() ? null : day(r.value3()),
                        r.value6() ? null : r.value4(),
                        Set.of(r.value5()))));
  }

  private void law(UUID[] asked, List<Kept> kept) {
    sql.selectFrom(COURT_TERMS)
        .where(COURT_TERMS.CUSTOMER_ID.eq(any(asked)))
        .and(COURT_TERMS.ERASED_AT.isNull())
        .forEach(
            t ->
                kept.add(
                    Kept.of(
                        new GlobalId("CourtTerms", t.getId()),
                        t.getCustomerId(),
                        RecordClass.DECISION,
                        t.getEndedAt() != null ? day(t.getEndedAt()) : t.getValidUntil(),
                        some(t.getInjunctionId()))));
    sql.selectFrom(INJUNCTION)
        .where(INJUNCTION.CUSTOMER_ID.eq(any(asked)))
        .and(INJUNCTION.ERASED_AT.isNull())
        .forEach(
            i ->
                kept.add(
                    Kept.of(
                        new GlobalId("Injunction", i.getId()),
                        i.getCustomerId(),
                        RecordClass.DECISION,
                        day(i.getWithdrawnAt() != null ? i.getWithdrawnAt() : i.getAuthorisedAt()),
                        some(i.getRestrictionId()))));
    Field<OffsetDateTime> concluded =
        when(
            LEGAL_ACTION.STAGE.in("CONCLUDED", "WITHDRAWN"),
            coalesce(
                field(
                    select(max(LEGAL_ACTION_STEP.AT))
                        .from(LEGAL_ACTION_STEP)
                        .where(LEGAL_ACTION_STEP.LEGAL_ACTION_ID.eq(LEGAL_ACTION.ID))),
                LEGAL_ACTION.RECORDED_AT));
    sql.select(LEGAL_ACTION.ID, LEGAL_ACTION.CUSTOMER_ID, concluded, LEGAL_ACTION.RESTRICTION_ID)
        .from(LEGAL_ACTION)
        .where(LEGAL_ACTION.CUSTOMER_ID.eq(any(asked)))
        .and(LEGAL_ACTION.ERASED_AT.isNull())
        .forEach(
            r ->
                kept.add(
                    Kept.of(
                        new GlobalId("LegalAction", r.value1()),
                        r.value2(),
                        RecordClass.DECISION,
                        day(r.value3()),
                        some(r.value4()))));
  }

  @Override
  public Set<UUID> neededByOthers(Collection<UUID> records, Collection<UUID> persons) {
    UUID[] which = array(records);
    UUID[] theirs = array(persons);
    var needed =
        new HashSet<>(
            sql.select(IMPOSED.CONSIDERATION_ID)
                .from(IMPOSED)
                .where(IMPOSED.CONSIDERATION_ID.eq(any(which)))
                .and(IMPOSED.CUSTOMER_ID.ne(org.jooq.impl.DSL.all(theirs)))
                .and(IMPOSED.ERASED_AT.isNull())
                .fetch(IMPOSED.CONSIDERATION_ID));
    needed.addAll(
        sql.select(MARKER.INCIDENT_ID)
            .from(MARKER)
            .where(MARKER.INCIDENT_ID.eq(any(which)))
            .and(
                MARKER
                    .CUSTOMER_ID
                    .isNull()
                    .or(MARKER.CUSTOMER_ID.ne(org.jooq.impl.DSL.all(theirs))))
            .and(MARKER.ERASED_AT.isNull())
            .fetch(MARKER.INCIDENT_ID));
    return needed;
  }

  @Override
  public Collection<UUID> personsPast(Map<RecordClass, LocalDate> endedBefore, LocalDate today) {
    OffsetDateTime decisions =
        endedBefore
            .getOrDefault(RecordClass.DECISION, LocalDate.of(1, 1, 1))
            .atStartOfDay(WorkingDays.LONDON)
            .toOffsetDateTime();
    var found =
        new HashSet<>(
            sql.selectDistinct(IMPOSED.CUSTOMER_ID)
                .from(IMPOSED)
                .where(IMPOSED.ERASED_AT.isNull())
                .and(IMPOSED.IMPOSED_AT.lt(decisions))
                .fetch(IMPOSED.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(MARKER.CUSTOMER_ID)
            .from(MARKER)
            .where(MARKER.ERASED_AT.isNull())
            .and(MARKER.CUSTOMER_ID.isNotNull())
            .and(MARKER.KEEP_UNTIL.lt(today))
            .fetch(MARKER.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(COURT_TERMS.CUSTOMER_ID)
            .from(COURT_TERMS)
            .where(COURT_TERMS.ERASED_AT.isNull())
            .and(COURT_TERMS.RECORDED_AT.lt(decisions))
            .fetch(COURT_TERMS.CUSTOMER_ID));
    found.addAll(
        sql.selectDistinct(LEGAL_ACTION.CUSTOMER_ID)
            .from(LEGAL_ACTION)
            .where(LEGAL_ACTION.ERASED_AT.isNull())
            .and(LEGAL_ACTION.RECORDED_AT.lt(decisions))
            .fetch(LEGAL_ACTION.CUSTOMER_ID));
    return found;
  }

  @Override
  public void erase(Collection<GlobalId> records, Instant now) {
    Set<UUID> restrictions = of("Restriction", records);
    erasing.erase("restrictions.imposed", "id", restrictions);
    for (String table :
        List.of(
            "review",
            "review_request",
            "breach",
            "review_meeting_item",
            "missed_slot",
            "registration_refused",
            "contact_ended",
            "agreement_left",
            "taken_over")) {
      erasing.erase("restrictions." + table, "restriction_id", restrictions);
    }
    Set<UUID> markers = of("Marker", records);
    erasing.erase("restrictions.marker", "id", markers);
    erasing.erase("restrictions.marker_review", "marker_id", markers);
    erasing.erase("restrictions.marker_challenge", "marker_id", markers);
    erasing.around(
        ids(MARKER_CHALLENGE.ID, MARKER_CHALLENGE, MARKER_CHALLENGE.MARKER_ID, markers).stream()
            .map(id -> new GlobalId("MarkerChallenge", id))
            .toList());
    erasing.erase("restrictions.court_terms", "id", of("CourtTerms", records));
    erasing.erase("restrictions.injunction", "id", of("Injunction", records));
    Set<UUID> actions = of("LegalAction", records);
    erasing.erase("restrictions.legal_action", "id", actions);
    erasing.erase("restrictions.legal_action_step", "legal_action_id", actions);
  }

  /** The last to be heard: every module has erased its part. */
  @EventListener
  void on(RecordsErased erased) {
    if (erased.records().stream().noneMatch(r -> AT_THE_DESK.contains(r.type()))) {
      return;
    }
    List<CustomerId> records = customers.recordsOf(erased.person());
    Set<UUID> persons = records.stream().map(CustomerId::value).collect(Collectors.toSet());
    sql.deleteFrom(FRONT_DESK_PERSON)
        .where(FRONT_DESK_PERSON.CUSTOMER_ID.eq(any(array(persons))))
        .execute();
    sql.deleteFrom(FRONT_DESK_IDENTIFIER)
        .where(FRONT_DESK_IDENTIFIER.CUSTOMER_ID.eq(any(array(persons))))
        .execute();
    erasing.erase("restrictions.front_desk_person", "customer_id", persons);
    Set<UUID> gone = of("Customer", erased.records());
    sql.deleteFrom(FRONT_DESK_CONTACT)
        .where(FRONT_DESK_CONTACT.CUSTOMER_ID.eq(any(array(gone))))
        .execute();
    erasing.erase("restrictions.nothing_in_force", "customer_id", gone);
    erasing.erase("restrictions.external_block", "customer_id", gone);
    frontDesk.person(erased.person());
  }

  private Set<UUID> ids(Field<UUID> id, Table<?> from, Field<UUID> of, Set<UUID> which) {
    return new HashSet<>(sql.select(id).from(from).where(of.eq(any(array(which)))).fetch(id));
  }

  private static Set<UUID> of(String type, Collection<GlobalId> records) {
    var ids = new HashSet<UUID>();
    records.stream().filter(r -> r.type().equals(type)).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  private static Set<UUID> some(@Nullable UUID... ids) {
    return Arrays.stream(ids).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return at == null ? null : at.atZoneSameInstant(WorkingDays.LONDON).toLocalDate();
  }
}
