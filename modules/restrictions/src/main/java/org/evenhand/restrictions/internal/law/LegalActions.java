package org.evenhand.restrictions.internal.law;

import static org.evenhand.restrictions.internal.jooq.Sequences.LEGAL_ACTION_NUMBER;
import static org.evenhand.restrictions.internal.jooq.Tables.LEGAL_ACTION;
import static org.evenhand.restrictions.internal.jooq.Tables.LEGAL_ACTION_STEP;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectFrom;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.LegalActionId;
import org.evenhand.restrictions.LegalActionView;
import org.evenhand.restrictions.LegalActionView.Stage;
import org.evenhand.restrictions.RecordingLegalAction;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.jooq.tables.records.LegalActionRecord;
import org.evenhand.restrictions.internal.jooq.tables.records.LegalActionStepRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other legal action on record (P9.5). */
@Service
public class LegalActions implements RecordingLegalAction {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_LINE = 200;

  private static final Field<Result<LegalActionStepRecord>> STEPS =
      multiset(
              selectFrom(LEGAL_ACTION_STEP)
                  .where(LEGAL_ACTION_STEP.LEGAL_ACTION_ID.eq(LEGAL_ACTION.ID))
                  .orderBy(LEGAL_ACTION_STEP.AT, LEGAL_ACTION_STEP.ID))
          .as("steps");

  private final Customers customers;
  private final Restrictions restrictions;
  private final LawDuties due;
  private final CurrentActor currentActor;
  private final DSLContext dsl;
  private final Clock clock;

  LegalActions(
      Customers customers,
      Restrictions restrictions,
      LawDuties due,
      CurrentActor currentActor,
      DSLContext dsl,
      Clock clock) {
    this.customers = customers;
    this.restrictions = restrictions;
    this.due = due;
    this.currentActor = currentActor;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<LegalActionView> record(LegalActionToRecord wanted) {
    Instant now = clock.instant();
    LegalActionId existing = wanted.id();
    Optional<LegalActionView> before = existing == null ? Optional.empty() : find(existing);
    if (existing != null && before.isEmpty()) {
      return Outcome.refused(Refusal.notFound("LegalAction", "id"));
    }
    List<Refusal> refusals = refusals(wanted, before, LawDuties.today(now));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    LegalActionRecord row = dsl.newRecord(LEGAL_ACTION);
    row.setKind(wanted.kind().name());
    row.setAbout(wanted.about().strip());
    row.setAuthority(wanted.authority().strip());
    row.setAuthorisedBy(wanted.authorisedBy().strip());
    row.setExternalReference(wanted.externalReference());
    row.setStage(wanted.stage().name());
    row.setOutcome(wanted.outcome());
    row.setNextStepOn(wanted.nextStepOn());
    LegalActionId id = existing == null ? LegalActionId.next() : existing;
    if (before.isEmpty()) {
      row.setId(id.value());
      row.setVersion(0);
      row.setReference(String.format(Locale.ROOT, "LA-%05d", dsl.nextval(LEGAL_ACTION_NUMBER)));
      row.setCustomerId(wanted.customerId().value());
      row.setRestrictionId(wanted.restriction() == null ? null : wanted.restriction().value());
      row.setRecordedAt(now.atOffset(ZoneOffset.UTC));
      row.insert();
    } else {
      row.setVersion(before.get().version() + 1);
      int changed =
          dsl.update(LEGAL_ACTION)
              .set(row)
              .where(LEGAL_ACTION.ID.eq(id.value()))
              .and(LEGAL_ACTION.VERSION.eq(before.get().version()))
              .execute();
      if (changed == 0) {
        throw new OptimisticLockingFailureException("the legal action was changed meanwhile");
      }
    }
    dsl.insertInto(LEGAL_ACTION_STEP)
        .set(LEGAL_ACTION_STEP.ID, Ids.next())
        .set(LEGAL_ACTION_STEP.LEGAL_ACTION_ID, id.value())
        .set(LEGAL_ACTION_STEP.STAGE, wanted.stage().name())
        .set(LEGAL_ACTION_STEP.NOTE, wanted.note().strip())
        .set(LEGAL_ACTION_STEP.BY_ACTOR, currentActor.get().id().value())
        .set(LEGAL_ACTION_STEP.AT, now.atOffset(ZoneOffset.UTC))
        .execute();
    LegalActionView recorded = find(id).orElseThrow();
    due.discharge(
        LawDuties.NEXT_STEP, id.value(), recorded.reference(), wanted.stage().name(), now);
    if (recorded.nextStepOn() != null) {
      due.open(
          LawDuties.NEXT_STEP,
          LawDuties.LEGAL_ACTION,
          id.value(),
          recorded.customerId(),
          recorded.nextStepOn(),
          now);
    }
    return Outcome.done(recorded);
  }

  private List<Refusal> refusals(
      LegalActionToRecord wanted, Optional<LegalActionView> before, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    before.ifPresent(
        b -> {
          if (wanted.expectedVersion() == null) {
            refusals.add(Refusal.at("VERSION_MISSING", "expectedVersion"));
          }
          add(refusals, Acts.stale(wanted.expectedVersion(), b.version()));
          refusals.addAll(LegalActionAct.RECORD.refusals(b));
          if (!b.customerId().equals(wanted.customerId())) {
            refusals.add(Refusal.at("LEGAL_ACTION_OF_SOMEBODY_ELSE", "customer"));
          }
        });
    if (customers.find(wanted.customerId()).isEmpty()) {
      refusals.add(Refusal.notFound("Customer", "customer"));
    }
    RestrictionId restriction = wanted.restriction();
    if (restriction != null) {
      Optional<RestrictionView> found = restrictions.find(restriction);
      if (found.isEmpty()
          || !customers.recordsOf(wanted.customerId()).contains(found.get().customerId())) {
        refusals.add(Refusal.notFound("Restriction", "restriction"));
      }
    }
    add(refusals, Acts.text(wanted.about(), LONGEST, "about"));
    add(refusals, Acts.text(wanted.authority(), LONGEST_LINE, "authority"));
    add(refusals, Acts.text(wanted.authorisedBy(), LONGEST_LINE, "authorisedBy"));
    add(refusals, Acts.text(wanted.note(), LONGEST, "note"));
    if (wanted.stage() == Stage.CONCLUDED) {
      if (wanted.outcome() == null || wanted.outcome().isBlank()) {
        refusals.add(Refusal.at("OUTCOME_MISSING", "outcome"));
      }
    }
    if (wanted.nextStepOn() != null) {
      if (wanted.stage().over()) {
        refusals.add(Refusal.at("NO_STEP_AFTER_THE_END", "nextStepOn"));
      } else if (wanted.nextStepOn().isBefore(today)) {
        refusals.add(Refusal.at("REVIEW_BEFORE_START", "nextStepOn"));
      }
    }
    return refusals;
  }

  public Optional<LegalActionView> find(LegalActionId id) {
    return read(LEGAL_ACTION.ID.eq(id.value())).stream().findFirst();
  }

  /** Of these records, newest first. */
  public List<LegalActionView> of(Collection<CustomerId> records) {
    return records.isEmpty()
        ? List.of()
        : read(LEGAL_ACTION.CUSTOMER_ID.in(records.stream().map(CustomerId::value).toList()));
  }

  private List<LegalActionView> read(Condition where) {
    return dsl.select(LEGAL_ACTION.asterisk(), STEPS)
        .from(LEGAL_ACTION)
        .where(where)
        .orderBy(LEGAL_ACTION.ID.desc())
        .fetch(LegalActions::view);
  }

  private static LegalActionView view(Record row) {
    UUID restriction = row.get(LEGAL_ACTION.RESTRICTION_ID);
    return new LegalActionView(
        new LegalActionId(row.get(LEGAL_ACTION.ID)),
        row.get(LEGAL_ACTION.VERSION),
        row.get(LEGAL_ACTION.REFERENCE),
        new CustomerId(row.get(LEGAL_ACTION.CUSTOMER_ID)),
        restriction == null ? null : new RestrictionId(restriction),
        LegalActionView.Kind.valueOf(row.get(LEGAL_ACTION.KIND)),
        row.get(LEGAL_ACTION.ABOUT),
        row.get(LEGAL_ACTION.AUTHORITY),
        row.get(LEGAL_ACTION.AUTHORISED_BY),
        row.get(LEGAL_ACTION.EXTERNAL_REFERENCE),
        Stage.valueOf(row.get(LEGAL_ACTION.STAGE)),
        row.get(LEGAL_ACTION.OUTCOME),
        row.get(LEGAL_ACTION.NEXT_STEP_ON),
        row.get(LEGAL_ACTION.RECORDED_AT).toInstant(),
        row.get(STEPS)
            .map(
                step ->
                    new LegalActionView.Step(
                        step.getId(),
                        Stage.valueOf(step.getStage()),
                        step.getNote(),
                        new ActorId(step.getByActor()),
                        step.getAt().toInstant())));
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }
}
