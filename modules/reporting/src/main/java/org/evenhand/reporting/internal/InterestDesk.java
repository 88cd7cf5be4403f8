package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.INTEREST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.UnusualRead;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.HouseholdMember;
import org.evenhand.intake.Households;
import org.evenhand.reporting.InterestId;
import org.evenhand.reporting.InterestKind;
import org.evenhand.reporting.InterestView;
import org.evenhand.reporting.Interests;
import org.evenhand.reporting.internal.jooq.tables.records.InterestRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InterestDesk implements Interests {

  private static final String TYPE = "Interest";

  private final DSLContext sql;
  private final Customers customers;
  private final Households households;
  private final AuditTrail auditTrail;

  InterestDesk(DSLContext sql, Customers customers, Households households, AuditTrail auditTrail) {
    this.sql = sql;
    this.customers = customers;
    this.households = households;
    this.auditTrail = auditTrail;
  }

  @Override
  @Transactional
  public Outcome<InterestView> declare(
      CustomerId customer, InterestKind kind, Actor by, Instant now) {
    if (customers.find(customer).isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    InterestRecord row = sql.newRecord(INTEREST);
    row.setId(Ids.next());
    row.setVersion(0);
    row.setActor(by.id().value());
    row.setPerson(customer.value());
    row.setKind(kind.name());
    row.setDeclaredAt(now.atOffset(ZoneOffset.UTC));
    int declared = sql.insertInto(INTEREST).set(row).onConflictDoNothing().execute();
    return declared == 0
        ? Outcome.refused(Refusal.at("INTEREST_ON_RECORD", "customer"))
        : Outcome.done(view(row));
  }

  @Override
  @Transactional
  public Outcome<InterestView> withdraw(
      InterestId id, @Nullable Integer expectedVersion, Actor by, Instant now) {
    InterestRecord row =
        sql.selectFrom(INTEREST)
            .where(INTEREST.ID.eq(id.value()))
            .and(INTEREST.ACTOR.eq(by.id().value()))
            .forUpdate()
            .fetchOne();
    if (row == null) {
      return Outcome.refused(Refusal.notFound(TYPE, "interest"));
    }
    var refusals = new ArrayList<Refusal>();
    Refusal stale = Acts.stale(expectedVersion, row.getVersion());
    if (stale != null) {
      refusals.add(stale);
    }
    if (row.getWithdrawnAt() != null) {
      refusals.add(Refusal.of("INTEREST_WITHDRAWN"));
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    row.setVersion(row.getVersion() + 1);
    row.setWithdrawnAt(now.atOffset(ZoneOffset.UTC));
    row.store();
    return Outcome.done(view(row));
  }

  @Override
  @Transactional(readOnly = true)
  public List<InterestView> of(Actor reader) {
    return sql.selectFrom(INTEREST)
        .where(INTEREST.ACTOR.eq(reader.id().value()))
        .orderBy(INTEREST.DECLARED_AT.desc(), INTEREST.ID.desc())
        .fetch(InterestDesk::view);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<InterestView> find(InterestId id, Actor reader) {
    return of(reader).stream().filter(interest -> interest.id().equals(id)).findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<UnusualRead> reads(LocalDate from, LocalDate until) {
    var interests = new ArrayList<UnusualRead.OfInterest>();
    for (InterestView interest : sql.selectFrom(INTEREST).fetch(InterestDesk::view)) {
      persons(interest, until)
          .forEach(
              person ->
                  interests.add(
                      new UnusualRead.OfInterest(
                          interest.actor(),
                          person.value(),
                          interest.declaredAt(),
                          interest.withdrawnAt())));
    }
    return auditTrail.readsOfInterest(from, until, interests);
  }

  /** All records of the person, and of whoever lives with them or is looked after. */
  private Set<CustomerId> persons(InterestView interest, LocalDate on) {
    var persons = new LinkedHashSet<>(customers.recordsOf(interest.customer()));
    persons.add(interest.customer());
    households.affectedBy(interest.customer(), on).stream()
        .map(HouseholdMember::personId)
        .forEach(persons::add);
    return persons;
  }

  private static InterestView view(InterestRecord row) {
    OffsetDateTime withdrawn = row.getWithdrawnAt();
    return new InterestView(
        new InterestId(row.getId()),
        row.getVersion(),
        new ActorId(row.getActor()),
        new CustomerId(row.getPerson()),
        InterestKind.valueOf(row.getKind()),
        row.getDeclaredAt().toInstant(),
        withdrawn == null ? null : withdrawn.toInstant());
  }
}
