package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.MATTER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterKind;
import org.evenhand.intake.MatterRecorded;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.intake.RecordingMatters;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MatterBook implements Matters, RecordingMatters {

  private final StoredMatters stored;
  private final StoredCustomers customers;
  private final ServiceAreas serviceAreas;
  private final MergeReading merges;
  private final DSLContext sql;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  MatterBook(
      StoredMatters stored,
      StoredCustomers customers,
      ServiceAreas serviceAreas,
      MergeReading merges,
      DSLContext sql,
      Clock clock,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.customers = customers;
    this.serviceAreas = serviceAreas;
    this.merges = merges;
    this.sql = sql;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Optional<MatterView> find(MatterId id) {
    return where(MATTER.ID.eq(id.value())).stream().findFirst();
  }

  @Override
  public List<MatterView> find(Collection<MatterId> ids) {
    return ids.isEmpty()
        ? List.of()
        : where(
            MATTER.ID.eq(
                DSL.any(ids.stream().map(MatterId::value).distinct().toArray(UUID[]::new))));
  }

  @Override
  public List<MatterView> of(CustomerId customer) {
    return where(MATTER.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(customer))));
  }

  @Override
  public List<MatterView> of(Collection<CustomerId> customers) {
    return customers.isEmpty()
        ? List.of()
        : where(
            MATTER.CUSTOMER.eq(
                DSL.any(
                    customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))));
  }

  @Override
  @Transactional
  public Outcome<MatterView> record(MatterToRecord command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    MatterId existing = command.id();
    Optional<Matter> before =
        existing == null ? Optional.empty() : stored.findById(existing.value());
    if (existing != null && before.filter(m -> isOf(command.customerId(), m)).isEmpty()) {
      return Outcome.refused(Refusal.notFound("Matter", "id"));
    }
    LocalDate decided = command.decisionReachedOn();
    LocalDate letter = command.closingLetterSentOn();
    var checked =
        new Checked()
            .refuse(
                !customers.existsById(command.customerId().value()),
                Refusal.notFound("Customer", "customer"))
            .refuse(
                serviceAreas.find(command.serviceArea()).filter(a -> a.exists(today)).isEmpty(),
                Refusal.notFound("ServiceArea", "serviceArea"))
            .needed(command.reference(), Checked.LINE, "reference")
            .needed(command.system(), Checked.LINE, "system")
            .bounded(command.subject(), Checked.LINE, "subject")
            .notAfter(decided, today, "decisionReachedOn")
            .notAfter(letter, today, "closingLetterSentOn")
            .refuse(
                (decided == null) != (command.decisionBy() == null),
                Refusal.at("DECISION_INCOMPLETE", "decisionBy"))
            .refuse(
                letter != null && (decided == null || letter.isBefore(decided)),
                Refusal.at("LETTER_BEFORE_DECISION", "closingLetterSentOn"));
    before.ifPresentOrElse(
        m ->
            checked
                .refuse(
                    command.expectedVersion() == null,
                    Refusal.at("VERSION_MISSING", "expectedVersion"))
                .refuse(Acts.stale(command.expectedVersion(), version(m))),
        () ->
            checked
                .refuse(merges.moved(command.customerId(), "customer"))
                .refuse(
                    sql.fetchExists(
                        MATTER,
                        MATTER
                            .CUSTOMER
                            .eq(DSL.any(MergeReading.recordsOf(command.customerId())))
                            .and(same(command.system(), command.reference()))),
                    Refusal.at("MATTER_ON_RECORD", "reference")));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    ActorId by = command.decisionBy();
    MatterKind kind =
        command.kind() != null ? command.kind() : before.map(Matter::kind).orElse(MatterKind.OTHER);
    Matter saved =
        stored.save(
            new Matter(
                before.map(Matter::id).orElseGet(() -> MatterId.next().value()),
                before.map(Matter::version).orElse(null),
                before.map(Matter::customer).orElse(command.customerId().value()),
                command.reference().strip(),
                command.system().strip(),
                Checked.tidy(command.subject()),
                command.serviceArea().value(),
                command.standardDue(),
                command.standardMissed(),
                decided,
                by == null ? null : by.value(),
                letter,
                kind));
    MatterView view = find(new MatterId(saved.id())).orElseThrow();
    events.publishEvent(
        new MatterRecorded(
            view.id(),
            view.customerId(),
            view.standardMissed(),
            view.concluded(),
            now,
            actor.id()));
    return Outcome.done(view);
  }

  /** A matter stays on the record on which it was made; each record of the person names it. */
  private boolean isOf(CustomerId customer, Matter matter) {
    return merges.records(customer).contains(new CustomerId(matter.customer()));
  }

  @Override
  public List<MatterView> named(String system, String reference) {
    return where(same(system, reference));
  }

  /** One case is one case, however somebody typed its system and number. */
  private static Condition same(String system, String reference) {
    return DSL.lower(MATTER.SYSTEM)
        .eq(DSL.lower(system.strip()))
        .and(DSL.lower(MATTER.REFERENCE).eq(DSL.lower(reference.strip())));
  }

  private List<MatterView> where(Condition which) {
    LocalDate today = LocalDate.now(clock.withZone(WorkingDays.LONDON));
    return sql.selectFrom(MATTER).where(which).orderBy(MATTER.ID).fetch(r -> view(r, today));
  }

  static MatterView view(Record r, LocalDate today) {
    LocalDate due = r.get(MATTER.STANDARD_DUE);
    LocalDate decided = r.get(MATTER.DECISION_REACHED_ON);
    LocalDate letter = r.get(MATTER.CLOSING_LETTER_SENT_ON);
    return new MatterView(
        new MatterId(r.get(MATTER.ID)),
        r.get(MATTER.VERSION),
        new CustomerId(r.get(MATTER.CUSTOMER)),
        r.get(MATTER.REFERENCE),
        r.get(MATTER.SYSTEM),
        r.get(MATTER.SUBJECT),
        new ServiceAreaCode(r.get(MATTER.SERVICE_AREA)),
        due,
        r.get(MATTER.STANDARD_MISSED) || late(due, decided, today),
        decided != null,
        decided,
        Rows.actor(r.get(MATTER.DECIDED_BY)),
        letter != null,
        letter,
        MatterKind.valueOf(r.get(MATTER.KIND)));
  }

  /** Whether the standard's day passed without a decision, whatever the other system says. */
  static boolean late(@Nullable LocalDate due, @Nullable LocalDate decided, LocalDate today) {
    return due != null && due.isBefore(decided == null ? today : decided);
  }

  private static int version(Matter matter) {
    return matter.version() == null ? 0 : matter.version();
  }
}
