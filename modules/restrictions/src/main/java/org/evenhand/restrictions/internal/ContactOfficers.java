package org.evenhand.restrictions.internal;

import static org.evenhand.restrictions.internal.jooq.Tables.CONTACT_OFFICER_ITEM;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerRecorded;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DispositionView;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionStatus;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Single points of contact at work (P8.3.10, T14): what waits for them and by when, who stands in
 * today, and that somebody is named before nobody is left.
 */
@Service
public class ContactOfficers implements DutyHandler {

  private static final int WORKING_DAYS_TO_NAME = 2;

  private final ImposedActions actions;
  private final Officers officers;
  private final Customers customers;
  private final DisposingContacts dispositions;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final DSLContext dsl;
  private final Clock clock;

  ContactOfficers(
      ImposedActions actions,
      Officers officers,
      Customers customers,
      DisposingContacts dispositions,
      Duties duties,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      WorkingDays workingDays,
      DSLContext dsl,
      Clock clock) {
    this.actions = actions;
    this.officers = officers;
    this.customers = customers;
    this.dispositions = dispositions;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.dsl = dsl;
    this.clock = clock;
  }

  // The queue

  /** As what somebody is named. */
  public enum Part {
    CONTACT_OFFICER,
    DEPUTY
  }

  /**
   * A customer whose point of contact the asker is.
   *
   * @param covering whether it is the asker who answers today
   */
  public record Customer(
      RestrictionId restriction,
      CustomerId customerId,
      Part as,
      boolean covering,
      OfficerId officer,
      OfficerId deputy,
      int answerWithin,
      @Nullable LocalDate uncoveredFrom) {}

  /** A contact that waits for an answer. */
  public record Waiting(
      ContactId contactId,
      CustomerId customerId,
      RestrictionId restriction,
      Part as,
      boolean covering,
      Instant receivedAt,
      LocalDate dueOn,
      boolean overdue) {}

  /** What waits for whoever asks. */
  public record Queue(List<Customer> customers, List<Waiting> waiting) {}

  /** The asker's own queue, the first due first; reading it is logged for each customer in it. */
  @Transactional
  public Queue mine() {
    Instant now = clock.instant();
    LocalDate today = day(now);
    Optional<OfficerView> me = officers.find(currentActor.get().id());
    if (me.isEmpty()) {
      return new Queue(List.of(), List.of());
    }
    Map<UUID, Customer> each = new HashMap<>();
    for (ImposedAction action : live(now)) {
      ContactOfficer.of(action)
          .filter(named -> named.names(me.get().id()))
          .ifPresent(named -> each.put(action.id(), customer(action, named, me.get(), today)));
    }
    auditTrail.recordRead(
        "spocQueue",
        "Customer",
        each.values().stream().map(c -> c.customerId().value()).distinct().toList());
    List<Customer> all =
        each.values().stream()
            .sorted(java.util.Comparator.comparing(c -> c.restriction().value()))
            .toList();
    return new Queue(all, waiting(each, today));
  }

  private Customer customer(
      ImposedAction action, ContactOfficer named, OfficerView me, LocalDate today) {
    OfficerView officer = officers.find(named.officer()).orElse(null);
    OfficerView deputy = officers.find(named.deputy()).orElse(null);
    boolean officerThere = officer != null && officer.isThere(today);
    Part as = named.officer().equals(me.id()) ? Part.CONTACT_OFFICER : Part.DEPUTY;
    return new Customer(
        new RestrictionId(action.id()),
        new CustomerId(action.decided().customerId()),
        as,
        me.isThere(today) && (as == Part.CONTACT_OFFICER) == officerThere,
        named.officer(),
        named.deputy(),
        named.answerWithin(),
        ContactOfficer.uncoveredFrom(officer, deputy, today));
  }

  private List<Waiting> waiting(Map<UUID, Customer> mine, LocalDate today) {
    var items =
        dsl.selectFrom(CONTACT_OFFICER_ITEM)
            .where(CONTACT_OFFICER_ITEM.RESTRICTION_ID.in(mine.keySet()))
            .orderBy(CONTACT_OFFICER_ITEM.DUE_ON, CONTACT_OFFICER_ITEM.RECEIVED_AT)
            .fetch();
    Set<ContactId> settled =
        settled(items.stream().map(item -> new ContactId(item.getContactId())).toList());
    var waiting = new ArrayList<Waiting>();
    for (var item : items) {
      Customer whose = mine.get(item.getRestrictionId());
      ContactId contact = new ContactId(item.getContactId());
      if (whose != null && !settled.contains(contact)) {
        waiting.add(
            new Waiting(
                contact,
                new CustomerId(item.getCustomerId()),
                whose.restriction(),
                whose.as(),
                whose.covering(),
                item.getReceivedAt().toInstant(),
                item.getDueOn(),
                today.isAfter(item.getDueOn())));
      }
    }
    return waiting;
  }

  private Set<ContactId> settled(Collection<ContactId> contacts) {
    return dispositions.of(contacts).stream()
        .filter(DispositionView::settled)
        .map(DispositionView::contactId)
        .collect(Collectors.toSet());
  }

  // The service level

  /** A contact of a customer with a point of contact waits for that officer from now on. */
  @EventListener
  void on(ContactLogged logged) {
    ContactId contact = logged.contactId();
    if (logged.direction() != ContactDirection.IN || !settled(List.of(contact)).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<UUID> records =
        customers.recordsOf(logged.customerId()).stream().map(CustomerId::value).toList();
    for (ImposedAction action : actions.ofCustomers(records)) {
      if (Standing.at(action, now) == RestrictionStatus.IN_FORCE
          && covers(action, logged.serviceArea())) {
        ContactOfficer.of(action).ifPresent(named -> waitsFor(named, action, logged, now));
      }
    }
  }

  private void waitsFor(
      ContactOfficer named, ImposedAction action, ContactLogged logged, Instant now) {
    LocalDate dueOn = workingDays.plus(day(logged.at()), named.answerWithin());
    int added =
        dsl.insertInto(CONTACT_OFFICER_ITEM)
            .set(CONTACT_OFFICER_ITEM.CONTACT_ID, logged.contactId().value())
            .set(CONTACT_OFFICER_ITEM.RESTRICTION_ID, action.id())
            .set(CONTACT_OFFICER_ITEM.CUSTOMER_ID, logged.customerId().value())
            .set(CONTACT_OFFICER_ITEM.RECEIVED_AT, logged.at().atOffset(ZoneOffset.UTC))
            .set(CONTACT_OFFICER_ITEM.DUE_ON, dueOn)
            .onConflictDoNothing()
            .execute();
    if (added > 0) {
      duties.open(
          new DutyToOpen(
              DutyKinds.ANSWER_AS_CONTACT_OFFICER,
              "Contact",
              logged.contactId().value(),
              logged.customerId().value(),
              Role.OFFICER,
              whoAnswers(named, day(now)).map(OfficerView::actor).orElse(null),
              RestrictionDecisions.area(action),
              dueOn,
              null),
          now);
    }
  }

  private Optional<OfficerView> whoAnswers(ContactOfficer named, LocalDate today) {
    return officers
        .find(named.officer())
        .filter(officer -> officer.isThere(today))
        .or(() -> officers.find(named.deputy()).filter(deputy -> deputy.isThere(today)));
  }

  private static boolean covers(ImposedAction action, ServiceAreaCode area) {
    var decided = action.decided();
    return decided.wholeCouncil()
        || decided.serviceAreas().isEmpty()
        || decided.serviceAreas().contains(area.value());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DutyKinds.ANSWER_AS_CONTACT_OFFICER);
  }

  /** What was answered in the meantime is no longer due; the rest stays, overdue. */
  @Override
  public void fellDue(DutyView duty, Instant now) {
    if (!settled(List.of(new ContactId(duty.subject()))).isEmpty()) {
      duties.discharge(duty.kind(), duty.subject(), null, "ANSWERED", now);
    }
  }

  // Leavers

  /** T14: somebody named here leaves, or both are away at once: the owner names somebody else. */
  @EventListener
  void on(OfficerRecorded recorded) {
    Instant now = clock.instant();
    for (ImposedAction action : live(now)) {
      if (ContactOfficer.of(action).filter(one -> one.names(recorded.officerId())).isPresent()) {
        watchCover(action, now);
      }
    }
  }

  /** Somebody who is leaving already can be named only for want of knowing it. */
  @EventListener
  void on(RestrictionImposed imposed) {
    if (imposed.type().equals(ContactOfficer.KIND)) {
      actions
          .findById(imposed.restrictionId().value())
          .ifPresent(action -> watchCover(action, clock.instant()));
    }
  }

  private void watchCover(ImposedAction action, Instant now) {
    LocalDate today = day(now);
    ContactOfficer named = ContactOfficer.of(action).orElseThrow();
    LocalDate uncovered =
        ContactOfficer.uncoveredFrom(
            officers.find(named.officer()).orElse(null),
            officers.find(named.deputy()).orElse(null),
            today);
    if (uncovered == null) {
      duties.discharge(
          DutyKinds.NAME_A_CONTACT_OFFICER,
          action.id(),
          action.decided().reference(),
          "COVERED",
          now);
      return;
    }
    LocalDate soonest = workingDays.plus(today, WORKING_DAYS_TO_NAME);
    duties.open(
        DutyKinds.toOwner(
            DutyKinds.NAME_A_CONTACT_OFFICER,
            action,
            uncovered.isAfter(soonest) ? workingDays.onOrBefore(uncovered) : soonest),
        now);
  }

  private List<ImposedAction> live(Instant now) {
    return actions.notEndedOf(ContactOfficer.KIND.value()).stream()
        .filter(action -> !Standing.at(action, now).ended())
        .toList();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
