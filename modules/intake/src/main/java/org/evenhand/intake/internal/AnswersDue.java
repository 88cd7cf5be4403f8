package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT_DISPOSITION;
import static org.evenhand.intake.internal.jooq.Tables.MANAGED_CUSTOMER;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CustomerCameUnderRestriction;
import org.evenhand.intake.CustomerFreeOfRestriction;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.DisposingContacts.ContactToDispose;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.policy.FigureKey;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which contacts need an answer, and by when: those of customers whom something restricts (F19).
 * The listeners run within the act that restricts, so that what it needs of us begins with it.
 */
@Component
class AnswersDue {

  static final String DISPOSITION = "CONTACT_DISPOSITION";
  static final String ANSWER = "CONTACT_ANSWER";

  private final StoredDispositions stored;
  private final StoredManagedCustomers managed;
  private final StoredContacts contacts;
  private final OffersDue figures;
  private final Duties duties;
  private final Assignments assignments;
  private final WorkingDays workingDays;
  private final DSLContext sql;
  private final Clock clock;

  AnswersDue(
      StoredDispositions stored,
      StoredManagedCustomers managed,
      StoredContacts contacts,
      OffersDue figures,
      Duties duties,
      Assignments assignments,
      WorkingDays workingDays,
      DSLContext sql,
      Clock clock) {
    this.stored = stored;
    this.managed = managed;
    this.contacts = contacts;
    this.figures = figures;
    this.duties = duties;
    this.assignments = assignments;
    this.workingDays = workingDays;
    this.sql = sql;
    this.clock = clock;
  }

  /** Whether something restricts the person, on whichever of their records. */
  boolean managed(UUID customer) {
    return sql.fetchExists(
        MANAGED_CUSTOMER,
        MANAGED_CUSTOMER
            .ID
            .eq(DSL.any(MergeReading.recordsOf(new CustomerId(customer))))
            .and(MANAGED_CUSTOMER.UNTIL.isNull()));
  }

  @EventListener
  void on(CustomerCameUnderRestriction event) {
    UUID customer = event.customerId().value();
    Optional<ManagedCustomer> before = managed.findById(customer);
    if (before.isEmpty() || before.get().until() != null) {
      Integer version = before.map(ManagedCustomer::version).orElse(null);
      managed.save(new ManagedCustomer(customer, version, event.at(), null));
    }
    Instant now = clock.instant();
    for (Contact contact : stillInTime(customer, now)) {
      open(contact, now);
    }
  }

  /** What is unanswered stays due: the customer wrote while we managed their contact. */
  @EventListener
  void on(CustomerFreeOfRestriction event) {
    managed
        .findById(event.customerId().value())
        .filter(m -> m.until() == null)
        .ifPresent(
            m -> managed.save(new ManagedCustomer(m.id(), m.version(), m.since(), event.at())));
  }

  /** Opens the need for an answer of a contact that was just logged, or notes the answer. */
  void logged(Contact contact, boolean answered, Actor actor, Instant now) {
    if (contact.direction() == ContactDirection.OUT || !managed(contact.customer())) {
      return;
    }
    if (answered) {
      var done =
          new ContactToDispose(
              new ContactId(contact.id()),
              null,
              DispositionOutcome.ANSWERED,
              null,
              null,
              null,
              Set.of(),
              Set.of());
      stored.save(needed(contact, now).as(done, actor.id().value(), now));
    } else {
      open(contact, now);
    }
  }

  Disposition needed(Contact contact, Instant now) {
    return Disposition.needed(Ids.next(), contact.id(), dueOn(contact, now), now);
  }

  /** Opens the duty to keep a promise by its day. */
  void promised(Contact contact, LocalDate day, Instant now) {
    duties.open(duty(ANSWER, contact, day), now);
  }

  void settled(String kind, Contact contact, String how, Instant now) {
    duties.discharge(kind, contact.id(), null, how, now);
  }

  private void open(Contact contact, Instant now) {
    Disposition needed = stored.save(needed(contact, now));
    duties.open(duty(DISPOSITION, contact, needed.dueOn()), now);
  }

  private DutyToOpen duty(String kind, Contact contact, LocalDate dueOn) {
    return new DutyToOpen(
        kind,
        "Contact",
        contact.id(),
        contact.customer(),
        Role.OFFICER,
        singlePointOfContact(contact.customer()),
        Rows.area(contact.serviceArea()),
        dueOn,
        null);
  }

  /** Who answers for this customer by name, if somebody does; else the service that had it. */
  private @Nullable ActorId singlePointOfContact(UUID customer) {
    LocalDate today = LocalDate.now(clock.withZone(WorkingDays.LONDON));
    return assignments.who(AssignmentKind.SPOC, new GlobalId("Customer", customer), today).stream()
        .filter(officer -> officer.worksHere(today))
        .findFirst()
        .map(OfficerView::actor)
        .orElse(null);
  }

  private LocalDate dueOn(Contact contact, Instant now) {
    int days = figures.figures(now).get(FigureKey.CONTACT_DISPOSITION);
    return workingDays.plus(contact.at().atZone(WorkingDays.LONDON).toLocalDate(), days);
  }

  /** Inbound contacts whose time for an answer has not run out, and which have none. */
  private List<Contact> stillInTime(UUID customer, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    int days = figures.figures(now).get(FigureKey.CONTACT_DISPOSITION);
    LocalDate first = today;
    while (!workingDays.plus(first.minusDays(1), days).isBefore(today)) {
      first = first.minusDays(1);
    }
    List<UUID> open =
        sql.select(CONTACT.ID)
            .from(CONTACT)
            .where(CONTACT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(new CustomerId(customer)))))
            .and(CONTACT.DIRECTION.eq(ContactDirection.IN.name()))
            .and(CONTACT.AT.ge(ContactLog.beginning(first)))
            .andNotExists(
                selectOne()
                    .from(CONTACT_DISPOSITION)
                    .where(CONTACT_DISPOSITION.CONTACT.eq(CONTACT.ID)))
            .orderBy(CONTACT.AT, CONTACT.ID)
            .fetch(CONTACT.ID);
    var found = new ArrayList<Contact>();
    contacts.findAllById(open).forEach(found::add);
    return found;
  }
}
