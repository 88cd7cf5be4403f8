package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.DISCLOSURE_WAITING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernReported;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernTriaged;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DecidingAdjustments.Offer;
import org.evenhand.intake.FeedbackCode;
import org.evenhand.intake.IncidentAttributed;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentRecorded;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.SubjectCapacity;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConcernDesk implements ReportingConcerns {

  private static final int MOST_INCIDENTS = 50;

  /** In which role a concern counts as reported, for somebody who holds several. */
  private static final Role[] REPORTED_AS = Role.values();

  private final StoredConcerns stored;
  private final StoredIncidents storedIncidents;
  private final StoredContacts contacts;
  private final ConcernReading reading;
  private final IncidentReading incidents;
  private final CustomerReading customers;
  private final MergeReading merges;
  private final HouseholdBook households;
  private final ObligationsDue obligations;
  private final ConcernRouting routing;
  private final Feedback feedback;
  private final OffersDue offers;
  private final Catalogue catalogue;
  private final ServiceAreas serviceAreas;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  ConcernDesk(
      StoredConcerns stored,
      StoredIncidents storedIncidents,
      StoredContacts contacts,
      ConcernReading reading,
      IncidentReading incidents,
      CustomerReading customers,
      MergeReading merges,
      HouseholdBook households,
      ObligationsDue obligations,
      ConcernRouting routing,
      Feedback feedback,
      OffersDue offers,
      Catalogue catalogue,
      ServiceAreas serviceAreas,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.storedIncidents = storedIncidents;
    this.contacts = contacts;
    this.reading = reading;
    this.incidents = incidents;
    this.customers = customers;
    this.merges = merges;
    this.households = households;
    this.obligations = obligations;
    this.routing = routing;
    this.feedback = feedback;
    this.offers = offers;
    this.catalogue = catalogue;
    this.serviceAreas = serviceAreas;
    this.sql = sql;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<ConcernView> report(ConcernToReport command, Actor actor, Instant now) {
    CustomerId named = command.customerId();
    CustomerId customerId = named == null ? null : merges.keptOf(named);
    ServiceAreaCode area = command.serviceArea();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    String unknown = Checked.tidy(command.unknownPerson());
    Optional<CustomerView> customer =
        customerId == null ? Optional.empty() : customers.find(customerId);
    var checked =
        new Checked()
            .refuse(customerId == null && unknown == null, Refusal.at("PERSON_MISSING", "customer"))
            .refuse(
                customerId != null && unknown != null, Refusal.at("SUBJECT_TWICE", "unknownPerson"))
            .refuse(
                customerId != null && customer.isEmpty(), Refusal.notFound("Customer", "customer"))
            .refuse(customerId == null ? null : merges.erased(customerId, "customer"))
            .bounded(unknown, Checked.ACCOUNT, "unknownPerson")
            .bounded(command.summary(), Checked.LINE, "summary")
            .refuse(
                area != null && serviceAreas.find(area).filter(a -> a.exists(today)).isEmpty(),
                Refusal.notFound("ServiceArea", "serviceArea"))
            .refuse(
                command.subjectActor() != null
                    && (command.subjectCapacity() == null
                        || command.subjectCapacity() == SubjectCapacity.CUSTOMER),
                Refusal.at("CAPACITY_MISSING", "subjectCapacity"))
            .refuse(
                command.subjectCapacity() == SubjectCapacity.HEAD_OF_SERVICE && area == null,
                Refusal.at("AREA_MISSING", "serviceArea"))
            .refuse(command.incidents().isEmpty(), Refusal.at("INCIDENT_MISSING", "incidents"))
            .refuse(
                command.incidents().size() > MOST_INCIDENTS,
                Refusal.at(
                    "LIST_TOO_LONG",
                    Map.of("most", Integer.toString(MOST_INCIDENTS)),
                    "incidents"));
    if (command.incidents().size() <= MOST_INCIDENTS) {
      checked.refuse(
          incidentRefusals(customer.map(CustomerView::id), command.incidents(), false, now));
    }
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    ConcernId id = ConcernId.next();
    stored.save(
        new Concern(
            id.value(),
            null,
            freeReference(),
            customerId == null ? null : customerId.value(),
            unknown,
            command.subjectCapacity(),
            area == null ? null : area.value(),
            TriageRules.ownerOf(area, command.subjectCapacity(), command.subjectActor()),
            Checked.tidy(command.summary()),
            actor.id().value(),
            actor.actsAs(REPORTED_AS).orElse(Role.OFFICER),
            now,
            ConcernStatus.REPORTED,
            null,
            null,
            null,
            null,
            null,
            command.subjectActor() == null ? null : command.subjectActor().value()));
    events.publishEvent(new ConcernReported(id, customerId, area, now, actor.id()));
    for (IncidentToRecord incident : command.incidents()) {
      save(id, customerId, area, incident, actor, now);
    }
    if (command.disclosedDisability()) {
      disclosed(id, customerId, area, now);
    }
    var warnings = new ArrayList<>(customer.map(c -> warnings(c, now)).orElse(List.of()));
    if (named != null) {
      warnings.addAll(merges.keptInstead(named));
    }
    return Outcome.done(reading.find(id).orElseThrow(), warnings);
  }

  @Override
  @Transactional
  public Outcome<IncidentView> recordIncident(
      ConcernId concernId, IncidentToRecord command, Actor actor, Instant now) {
    Optional<ConcernView> found = reading.find(concernId).filter(c -> maySee(c, actor));
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Concern", "concern"));
    }
    ConcernView concern = found.get();
    var checked =
        new Checked()
            .refuse(TriageRules.mayAddIncident(concern))
            .refuse(
                incidentRefusals(
                    Optional.ofNullable(concern.customerId()), List.of(command), true, now));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    IncidentId id =
        save(concernId, concern.customerId(), concern.serviceArea(), command, actor, now);
    return Outcome.done(incidents.find(List.of(id)).getFirst());
  }

  @Override
  @Transactional
  public Outcome<ConcernView> triage(Triage command, Actor actor, Instant now) {
    Optional<Concern> found = stored.findById(command.id().value());
    Optional<ConcernView> known =
        reading.find(command.id()).filter(c -> !Sight.of(actor).isAboutThem(c));
    if (found.isEmpty() || known.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Concern", "id"));
    }
    Concern concern = found.get();
    ConcernView before = known.get();
    List<Refusal> notNow = TriageRules.mayTriage(before, actor);
    if (!notNow.isEmpty()) {
      return Outcome.refused(notNow);
    }
    CustomerId named = command.customerId() == null ? null : merges.keptOf(command.customerId());
    CustomerId about = before.customerId() != null ? before.customerId() : named;
    Optional<CustomerView> customer = about == null ? Optional.empty() : customers.find(about);
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), before.version()))
            .refuse(about != null && customer.isEmpty(), Refusal.notFound("Customer", "customer"))
            .refuse(TriageRules.decision(command, before, customer.orElse(null)));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    ConcernStatus status =
        switch (command.outcome()) {
          case ACCEPT -> ConcernStatus.ACCEPTED;
          case NO_FURTHER_ACTION -> ConcernStatus.NO_FURTHER_ACTION;
          case ROUTE_ELSEWHERE -> ConcernStatus.ROUTED_ELSEWHERE;
        };
    stored.save(
        concern.triaged(
            status,
            about == null ? null : about.value(),
            capacity(command, before),
            command.route(),
            Checked.tidy(command.reason()),
            command.feedback().strip(),
            actor.id().value(),
            now));
    ConcernView triaged = reading.find(command.id()).orElseThrow();
    if (status == ConcernStatus.ROUTED_ELSEWHERE) {
      routing.send(triaged, now);
    }
    feedback.keep(triaged, FeedbackCode.of(status), command.feedback().strip(), now);
    if (about != null && before.customerId() == null) {
      attribute(command.id(), about, before.serviceArea(), actor, now);
    }
    events.publishEvent(
        new ConcernTriaged(
            command.id(), about, before.serviceArea(), status, command.route(), now, actor.id()));
    return Outcome.done(
        reading.find(command.id()).orElseThrow(),
        status == ConcernStatus.ACCEPTED
            ? customer.map(c -> beforeDeciding(c, now)).orElse(List.of())
            : List.of());
  }

  /**
   * What is weighed before anything is decided: who they are (T19), and who else there is (F14).
   */
  private List<Warning> beforeDeciding(CustomerView customer, Instant now) {
    var warnings = new ArrayList<>(warnings(customer, now));
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    int others = households.affectedBy(customer.id(), today).size();
    if (others > 0) {
      warnings.add(
          new Warning("OTHERS_MAY_BE_AFFECTED", Map.of("people", Integer.toString(others))));
    }
    return warnings;
  }

  /** An accepted concern about somebody who is no elected member is about a customer as such. */
  private static @Nullable SubjectCapacity capacity(Triage command, ConcernView before) {
    SubjectCapacity stated =
        command.subjectCapacity() != null ? command.subjectCapacity() : before.subjectCapacity();
    return stated == null && command.outcome() == TriageOutcome.ACCEPT
        ? SubjectCapacity.CUSTOMER
        : stated;
  }

  static boolean maySee(ConcernView concern, Actor actor) {
    Sight sight = Sight.of(actor);
    if (sight.isAboutThem(concern)) {
      return false;
    }
    ServiceAreaCode area = concern.serviceArea();
    return sight.all()
        || concern.reportedBy().equals(actor.id())
        || (area != null && sight.concernAreas().contains(area.value()))
        || (sight.routed()
            && (concern.ownerRole() == Role.MONITORING_OFFICER
                || concern.route() == ConcernRoute.MONITORING_OFFICER));
  }

  /** Why these cannot be recorded about this customer; empty if they can. */
  List<Refusal> incidentRefusals(
      Optional<CustomerId> customer, List<IncidentToRecord> given, boolean alone, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    var days = new TreeSet<LocalDate>();
    customer.flatMap(incidents::firstDealing).ifPresent(days::add);
    given.forEach(i -> days.add(i.occurredOn()));
    Map<String, BehaviourView> known =
        catalogue.named(given.stream().flatMap(i -> i.behaviours().stream()).toList());
    var refusals = new ArrayList<Refusal>();
    for (int n = 0; n < given.size(); n++) {
      IncidentToRecord incident = given.get(n);
      boolean earlier = customer.isPresent() && days.first().isBefore(incident.occurredOn());
      String[] at = alone ? new String[] {"incident"} : place(n);
      refusals.addAll(IncidentRules.refusals(incident, known, earlier, today, at));
      ContactId contact = incident.contactId();
      boolean theirs =
          contact == null
              || contacts
                  .findById(contact.value())
                  .filter(c -> customer.isPresent() && isOf(customer.get(), c))
                  .isPresent();
      if (!theirs) {
        refusals.add(Refusal.notFound("Contact", Checked.in(at, "contact")));
      }
    }
    return refusals;
  }

  private boolean isOf(CustomerId customer, Contact contact) {
    return merges.records(customer).contains(new CustomerId(contact.customer()));
  }

  private static String[] place(int n) {
    return new String[] {"incidents", Integer.toString(n)};
  }

  private IncidentId save(
      ConcernId concern,
      @Nullable CustomerId customer,
      @Nullable ServiceAreaCode area,
      IncidentToRecord given,
      Actor actor,
      Instant now) {
    IncidentId id = IncidentId.next();
    SourceGrade grade =
        given.sourceGrade() != null
            ? given.sourceGrade()
            : actor.holds(Role.CONTRACTOR) ? SourceGrade.PROVIDER : SourceGrade.FIRST_HAND;
    Incident saved =
        storedIncidents.save(
            fresh(
                id,
                null,
                concern.value(),
                customer,
                area,
                given,
                inOrder(given),
                grade,
                actor.id().value(),
                now));
    obligations.openFor(saved, given, catalogue.opens(saved.behaviours()), now);
    if (given.customerDistressed() && customer != null) {
      offers.open(Offer.SUPPORT, customer, area, now);
    }
    events.publishEvent(
        new IncidentRecorded(
            id,
            concern,
            customer,
            area,
            given.occurredOn(),
            given.channel(),
            saved.behaviours(),
            grade,
            given.assault(),
            given.hateStrands(),
            now,
            actor.id()));
    return id;
  }

  /** The behaviours of what is given, each once, in the catalogue's order. */
  List<String> inOrder(IncidentToRecord given) {
    return Catalogue.inOrder(catalogue.named(given.behaviours()).values());
  }

  /**
   * What is given, as it is written.
   *
   * @param behaviours as {@link #inOrder} has them
   */
  static Incident fresh(
      IncidentId id,
      @Nullable Integer version,
      UUID concern,
      @Nullable CustomerId customer,
      @Nullable ServiceAreaCode area,
      IncidentToRecord given,
      List<String> behaviours,
      SourceGrade grade,
      String recordedBy,
      Instant recordedAt) {
    ContactId contact = given.contactId();
    return new Incident(
        id.value(),
        version,
        concern,
        customer == null ? null : customer.value(),
        area == null ? null : area.value(),
        given.occurredOn(),
        given.occurredAt(),
        given.channel(),
        contact == null ? null : contact.value(),
        behaviours,
        Checked.tidy(given.otherBehaviour()),
        given.rightBeingUsed(),
        Rows.names(given.affected()),
        Checked.tidy(given.affectedNote()),
        given.impact().minutesSpent(),
        given.impact().stress(),
        given.impact().hinderedPerformance(),
        given.impact().distress(),
        Checked.tidy(given.impact().note()),
        given.customerDistressed(),
        given.account().strip(),
        grade,
        given.identityConfidence(),
        given.tested(),
        given.assault(),
        Rows.names(given.hateStrands()),
        given.hatePerceivedBy(),
        recordedBy,
        recordedAt,
        null,
        null,
        null);
  }

  /** F3: an adjustment is offered; of somebody who has no name yet, once they have one. */
  private void disclosed(
      ConcernId concern,
      @Nullable CustomerId customer,
      @Nullable ServiceAreaCode area,
      Instant now) {
    if (customer != null) {
      offers.open(Offer.ADJUSTMENT, customer, area, now);
    } else {
      sql.insertInto(DISCLOSURE_WAITING)
          .set(DISCLOSURE_WAITING.CONCERN, concern.value())
          .set(DISCLOSURE_WAITING.DISCLOSED_AT, now.atOffset(ZoneOffset.UTC))
          .execute();
    }
  }

  /** F3: what was disclosed of somebody without a name is owed to them once they have one. */
  void nowKnown(
      ConcernId concern, CustomerId customer, @Nullable ServiceAreaCode area, Instant now) {
    boolean waited =
        sql.deleteFrom(DISCLOSURE_WAITING)
                .where(DISCLOSURE_WAITING.CONCERN.eq(concern.value()))
                .execute()
            > 0;
    if (waited) {
      offers.open(Offer.ADJUSTMENT, customer, area, now);
    }
  }

  private void attribute(
      ConcernId concern,
      CustomerId customer,
      @Nullable ServiceAreaCode area,
      Actor actor,
      Instant now) {
    nowKnown(concern, customer, area, now);
    Map<UUID, Incident> theirs = new LinkedHashMap<>();
    for (Incident incident : storedIncidents.findByConcern(concern.value())) {
      if (incident.customer() != null || incident.voidedAt() != null) {
        continue;
      }
      theirs.put(incident.id(), storedIncidents.save(incident.of(customer.value())));
    }
    for (Incident incident : theirs.values()) {
      if (incident.customerDistressed()) {
        offers.open(Offer.SUPPORT, customer, Rows.area(incident.serviceArea()), now);
      }
      events.publishEvent(
          new IncidentAttributed(new IncidentId(incident.id()), customer, now, actor.id()));
    }
  }

  /** What whoever deals with this must know before they go on (T19). */
  private static List<Warning> warnings(CustomerView customer, Instant now) {
    var warnings = new ArrayList<Warning>();
    if (customer.childOn(now.atZone(WorkingDays.LONDON).toLocalDate())) {
      warnings.add(Warning.of("CUSTOMER_IS_A_CHILD"));
    }
    if (customer.circumstances().capacityInDoubt()) {
      warnings.add(Warning.of("CAPACITY_IN_DOUBT"));
    }
    return warnings;
  }

  private String freeReference() {
    String reference = References.draw('K');
    while (sql.fetchExists(CONCERN, CONCERN.REFERENCE.eq(reference))) {
      reference = References.draw('K');
    }
    return reference;
  }
}
