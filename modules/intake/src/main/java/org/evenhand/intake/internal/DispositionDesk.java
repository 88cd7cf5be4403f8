package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONTACT_DISPOSITION;
import static org.evenhand.intake.internal.jooq.Tables.MANAGED_CUSTOMER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.DispositionView;
import org.evenhand.intake.ReadFor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DispositionDesk implements DisposingContacts {

  private final StoredDispositions stored;
  private final StoredContacts contacts;
  private final ContactLog log;
  private final AnswersDue answers;
  private final DSLContext sql;

  DispositionDesk(
      StoredDispositions stored,
      StoredContacts contacts,
      ContactLog log,
      AnswersDue answers,
      DSLContext sql) {
    this.stored = stored;
    this.contacts = contacts;
    this.log = log;
    this.answers = answers;
    this.sql = sql;
  }

  @Override
  public Set<CustomerId> managed(Collection<CustomerId> customers) {
    Field<UUID> who = DSL.field(DSL.name("asked", "who"), UUID.class);
    return sql.select(who)
        .from(
            DSL.unnest(customers.stream().map(CustomerId::value).distinct().toArray(UUID[]::new))
                .as("asked", "who"))
        .whereExists(
            DSL.selectOne()
                .from(MANAGED_CUSTOMER)
                .where(MANAGED_CUSTOMER.ID.eq(DSL.any(MergeReading.recordsOf(who))))
                .and(MANAGED_CUSTOMER.UNTIL.isNull()))
        .fetchSet(r -> new CustomerId(r.value1()));
  }

  @Override
  @Transactional
  public Outcome<ContactView> dispose(ContactToDispose command, Actor actor, Instant now) {
    Sight sight = Sight.of(actor);
    Optional<Contact> found =
        contacts
            .findById(command.id().value())
            .filter(c -> sight.dealing(Rows.area(c.serviceArea()), new ActorId(c.loggedBy())));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Contact", "id"));
    }
    Contact contact = found.get();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<Disposition> before = stored.findByContact(contact.id());
    var checked =
        new Checked()
            .refuse(DispositionRules.refusals(command, contact, before.orElse(null), today));
    before.ifPresent(
        b ->
            checked
                .refuse(
                    command.expectedVersion() == null,
                    Refusal.at("VERSION_MISSING", "expectedVersion"))
                .refuse(
                    Acts.stale(command.expectedVersion(), b.version() == null ? 0 : b.version())));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    stored.save(
        before.orElseGet(() -> answers.needed(contact, now)).as(command, actor.id().value(), now));
    String outcome = command.outcome().name();
    answers.settled(AnswersDue.DISPOSITION, contact, outcome, now);
    if (command.outcome() == DispositionOutcome.TO_BE_ANSWERED && command.answerOn() != null) {
      answers.promised(contact, command.answerOn(), now);
    } else {
      answers.settled(AnswersDue.ANSWER, contact, outcome, now);
    }
    if (command.found().contains(ReadFor.NEW_INFORMATION) && !contact.offersNewInformation()) {
      contacts.save(contact.bringingNews());
    }
    return Outcome.done(log.find(command.id()).orElseThrow(), warnings(command));
  }

  /** What was found while reading and needs more than an answer (T13). */
  private static List<Warning> warnings(ContactToDispose command) {
    var warnings = new ArrayList<Warning>();
    if (command.found().contains(ReadFor.SAFEGUARDING)) {
      warnings.add(Warning.of("SAFEGUARDING_FOUND"));
    }
    if (command.found().contains(ReadFor.THREAT)) {
      warnings.add(Warning.of("THREAT_FOUND"));
    }
    if (command.found().contains(ReadFor.NEW_MATTER)) {
      warnings.add(Warning.of("NEW_MATTER_FOUND"));
    }
    return warnings;
  }

  @Override
  public List<DispositionView> of(Collection<ContactId> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.selectFrom(CONTACT_DISPOSITION)
            .where(
                CONTACT_DISPOSITION.CONTACT.eq(
                    DSL.any(ids.stream().map(ContactId::value).distinct().toArray(UUID[]::new))))
            .fetch(DispositionDesk::view);
  }

  private static DispositionView view(Record r) {
    return new DispositionView(
        new ContactId(r.get(CONTACT_DISPOSITION.CONTACT)),
        r.get(CONTACT_DISPOSITION.VERSION),
        r.get(CONTACT_DISPOSITION.OPENED_AT).toInstant(),
        r.get(CONTACT_DISPOSITION.DUE_ON),
        Rows.one(DispositionOutcome.class, r.get(CONTACT_DISPOSITION.OUTCOME)),
        r.get(CONTACT_DISPOSITION.REASON),
        r.get(CONTACT_DISPOSITION.ROUTED_TO),
        r.get(CONTACT_DISPOSITION.ANSWER_ON),
        Rows.set(ReadFor.class, r.get(CONTACT_DISPOSITION.READ_FOR)),
        Rows.set(ReadFor.class, r.get(CONTACT_DISPOSITION.FOUND)),
        Rows.actor(r.get(CONTACT_DISPOSITION.DISPOSED_BY)),
        Rows.instant(r.get(CONTACT_DISPOSITION.DISPOSED_AT)));
  }
}
