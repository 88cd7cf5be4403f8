package org.evenhand.intake.internal;

import static org.evenhand.foundation.Role.DATA_PROTECTION_OFFICER;
import static org.evenhand.foundation.Role.LEGAL;
import static org.evenhand.foundation.Role.MONITORING_OFFICER;
import static org.evenhand.intake.internal.jooq.Tables.CUSTOMER;
import static org.evenhand.intake.internal.jooq.Tables.LEGAL_HOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.HoldingRecords;
import org.evenhand.intake.LegalHoldId;
import org.evenhand.intake.LegalHoldView;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LegalHoldDesk implements HoldingRecords {

  static final String REVIEW = "LEGAL_HOLD_REVIEW";

  private final StoredLegalHolds stored;
  private final CustomerReading customers;
  private final MergeReading merges;
  private final Duties duties;
  private final DSLContext sql;

  LegalHoldDesk(
      StoredLegalHolds stored,
      CustomerReading customers,
      MergeReading merges,
      Duties duties,
      DSLContext sql) {
    this.stored = stored;
    this.customers = customers;
    this.merges = merges;
    this.duties = duties;
    this.sql = sql;
  }

  @Override
  @Transactional
  public Outcome<LegalHoldView> place(HoldToPlace command, Actor actor, Instant now) {
    boolean known = customers.find(command.customerId()).isPresent();
    if (known) {
      alone(sql, merges.records(command.customerId()));
    }
    var checked =
        new Checked()
            .refuse(!known, Refusal.notFound("Customer", "customer"))
            .refuse(known ? merges.erased(command.customerId(), "customer") : null)
            .needed(command.reason(), Checked.ACCOUNT, "reason")
            .refuse(reviewDay(command.reviewOn(), now));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    LegalHold hold =
        stored.save(
            new LegalHold(
                LegalHoldId.next().value(),
                null,
                command.customerId().value(),
                command.reason().strip(),
                command.reviewOn(),
                now,
                actor.id().value(),
                seat(actor),
                null,
                null,
                null,
                null,
                null));
    review(hold, now);
    return done(hold);
  }

  @Override
  @Transactional
  public Outcome<LegalHoldView> review(
      LegalHoldId id, int expectedVersion, LocalDate reviewOn, Actor actor, Instant now) {
    Optional<LegalHold> found = stored.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("LegalHold", "id"));
    }
    var checked = standing(found.get(), expectedVersion).refuse(reviewDay(reviewOn, now));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    duties.discharge(REVIEW, id.value(), null, null, now);
    LegalHold hold = stored.save(found.get().standingUntil(reviewOn, now, actor.id().value()));
    review(hold, now);
    return done(hold);
  }

  @Override
  @Transactional
  public Outcome<LegalHoldView> release(
      LegalHoldId id, int expectedVersion, String reason, Actor actor, Instant now) {
    Optional<LegalHold> found = stored.findById(id.value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("LegalHold", "id"));
    }
    var checked = standing(found.get(), expectedVersion).needed(reason, Checked.ACCOUNT, "reason");
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    duties.discharge(REVIEW, id.value(), null, null, now);
    return done(stored.save(found.get().released(reason.strip(), now, actor.id().value())));
  }

  @Override
  public Optional<LegalHoldView> find(LegalHoldId id) {
    return sql.selectFrom(LEGAL_HOLD)
        .where(LEGAL_HOLD.ID.eq(id.value()))
        .fetchOptional(LegalHoldDesk::view);
  }

  @Override
  public Map<CustomerId, List<LegalHoldView>> of(Collection<CustomerId> persons) {
    var each = new LinkedHashMap<CustomerId, List<LegalHoldView>>();
    Map<CustomerId, CustomerId> heads = merges.kept(persons);
    Map<CustomerId, List<CustomerId>> records =
        merges.under(persons.stream().map(p -> heads.getOrDefault(p, p)).distinct().toList());
    List<LegalHoldView> all =
        sql.selectFrom(LEGAL_HOLD)
            .where(
                LEGAL_HOLD.CUSTOMER.eq(
                    DSL.any(
                        records.values().stream()
                            .flatMap(List::stream)
                            .map(CustomerId::value)
                            .toArray(UUID[]::new))))
            .orderBy(LEGAL_HOLD.ID)
            .fetch(LegalHoldDesk::view);
    for (CustomerId person : persons) {
      List<CustomerId> theirs = records.getOrDefault(heads.getOrDefault(person, person), List.of());
      each.put(person, all.stream().filter(h -> theirs.contains(h.customerId())).toList());
    }
    return each;
  }

  /**
   * Whoever erases and whoever holds back wait for each other, and so does whoever records
   * something new of this person.
   */
  static void alone(DSLContext sql, List<CustomerId> records) {
    sql.select(CUSTOMER.ID)
        .from(CUSTOMER)
        .where(
            CUSTOMER.ID.eq(DSL.any(records.stream().map(CustomerId::value).toArray(UUID[]::new))))
        .orderBy(CUSTOMER.ID)
        .forUpdate()
        .fetch();
  }

  private static Checked standing(LegalHold hold, int expectedVersion) {
    return new Checked()
        .refuse(Acts.stale(expectedVersion, hold.version() == null ? 0 : hold.version()))
        .refuse(hold.releasedAt() != null, Refusal.at("HOLD_RELEASED", "id"));
  }

  private static List<Refusal> reviewDay(LocalDate day, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    return new Checked()
        .refuse(
            !day.isAfter(today) || day.isAfter(today.plusYears(1)),
            Refusal.at("REVIEW_DAY_UNSUITABLE", "reviewOn"))
        .refusals();
  }

  private void review(LegalHold hold, Instant now) {
    duties.open(
        DutyToOpen.byDay(
            REVIEW,
            "LegalHold",
            hold.id(),
            hold.customer(),
            hold.placedAs(),
            null,
            hold.reviewOn()),
        now);
  }

  private Outcome<LegalHoldView> done(LegalHold hold) {
    return Outcome.done(find(new LegalHoldId(hold.id())).orElseThrow());
  }

  private static Role seat(Actor actor) {
    return Stream.of(LEGAL, DATA_PROTECTION_OFFICER, MONITORING_OFFICER)
        .filter(actor::holds)
        .findFirst()
        .orElse(DATA_PROTECTION_OFFICER);
  }

  private static LegalHoldView view(Record r) {
    return new LegalHoldView(
        new LegalHoldId(r.get(LEGAL_HOLD.ID)),
        r.get(LEGAL_HOLD.VERSION),
        new CustomerId(r.get(LEGAL_HOLD.CUSTOMER)),
        r.get(LEGAL_HOLD.REASON),
        r.get(LEGAL_HOLD.REVIEW_ON),
        r.get(LEGAL_HOLD.PLACED_AT).toInstant(),
        new ActorId(r.get(LEGAL_HOLD.PLACED_BY)),
        Role.valueOf(r.get(LEGAL_HOLD.PLACED_AS)),
        Rows.instant(r.get(LEGAL_HOLD.REVIEWED_AT)),
        Rows.actor(r.get(LEGAL_HOLD.REVIEWED_BY)),
        Rows.instant(r.get(LEGAL_HOLD.RELEASED_AT)),
        Rows.actor(r.get(LEGAL_HOLD.RELEASED_BY)),
        r.get(LEGAL_HOLD.RELEASE_REASON));
  }
}
