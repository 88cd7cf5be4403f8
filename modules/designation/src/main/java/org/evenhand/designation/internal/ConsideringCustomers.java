package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.designation.AdviceKind;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConsiderationClosed;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationOpened;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considering;
import org.evenhand.designation.Determination;
import org.evenhand.designation.DeterminationMade;
import org.evenhand.designation.HeadOfCustomerServicesAdvised;
import org.evenhand.designation.RepresentationKind;
import org.evenhand.designation.Scope;
import org.evenhand.designation.TakingOverCases;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Files;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class ConsideringCustomers implements Considering, TakingOverCases {

  private static final int MOST_NAMED = 200;
  private static final int MOST_FILES = 20;

  private final StoredConsiderations stored;
  private final Surroundings surroundings;
  private final CorrectedIncidents corrected;
  private final Customers customers;
  private final Concerns concerns;
  private final Incidents incidents;
  private final ServiceAreas serviceAreas;
  private final Buildings buildings;
  private final Policies policies;
  private final Duties duties;
  private final Files files;
  private final WorkingDays workingDays;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ConsideringCustomers(
      StoredConsiderations stored,
      Surroundings surroundings,
      CorrectedIncidents corrected,
      Customers customers,
      Concerns concerns,
      Incidents incidents,
      ServiceAreas serviceAreas,
      Buildings buildings,
      Policies policies,
      Duties duties,
      Files files,
      WorkingDays workingDays,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.stored = stored;
    this.surroundings = surroundings;
    this.corrected = corrected;
    this.customers = customers;
    this.concerns = concerns;
    this.incidents = incidents;
    this.serviceAreas = serviceAreas;
    this.buildings = buildings;
    this.policies = policies;
    this.duties = duties;
    this.files = files;
    this.workingDays = workingDays;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Outcome<ConsiderationView> open(Open command) {
    Actor actor = currentActor.get();
    Instant now = clock.instant();
    LocalDate today = today(now);
    CustomerView customer = customers.find(command.customerId()).orElse(null);
    if (customer == null) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    var refusals = new ArrayList<Refusal>();
    if (!actor.heads(command.leadService()) && !actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.add(
          new AuthorityRefusal(
              "NOT_YOUR_SERVICE",
              List.of(Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES),
              Map.of("service", command.leadService().value())));
    }
    addIfAny(refusals, Acts.text(command.why(), Consideration.LONGEST_TEXT, "why"));
    refusals.addAll(places(Set.of(command.leadService()), "leadService", today));
    refusals.addAll(
        reach(command.otherServices(), command.buildings(), command.organisationRisk(), today));
    var ground = new Ground(customer, command);
    refusals.addAll(ground.refusals());
    if (!actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.addAll(ground.decidedBefore());
    }
    if (stored.considered(command.customerId(), command.leadService())) {
      refusals.add(Refusal.of("ALREADY_CONSIDERED"));
    }
    PolicyInForce policy = policies.inForce(now).orElse(null);
    if (policy == null) {
      refusals.add(Policies.noneInForce());
    }
    if (policy == null || !refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var services = new LinkedHashSet<>(command.otherServices());
    services.addAll(ground.services());
    var consideration =
        Consideration.open(
            new ConsiderationId(Ids.next()),
            stored.nextReference(today),
            command,
            new Scope(
                command.leadService(),
                services,
                command.buildings(),
                command.wholeCouncil(),
                blankToNull(command.organisationRisk())),
            ground.ownIncidents(),
            workingDays.plus(today, policy.figures().get(FigureKey.CONSIDERATION_CLOCK)),
            actor,
            now);
    ConsiderationView view = stored.add(consideration);
    duties.open(duty(CaseDuty.CONSIDERATION_CLOSE, view, decider(view), view.determineBy()), now);
    if (view.adviceOn(AdviceKind.CONSIDERED).isEmpty()) {
      openDutyToAdvise(CaseDuty.ADVISE_CONSIDERED, view, now);
    }
    events.publishEvent(
        new ConsiderationOpened(
            view.id(),
            view.customerId(),
            view.leadService(),
            view.scope().corporate(),
            now,
            actor.id()));
    return Outcome.done(view);
  }

  @Override
  public ConsiderationView takeOver(CustomerId customer, Scope scope, String why) {
    Optional<ConsiderationId> before = stored.open(customer, scope.leadService());
    if (before.isPresent()) {
      return stored.find(before.get()).orElseThrow();
    }
    Actor hofcs = currentActor.get();
    Instant now = clock.instant();
    LocalDate today = today(now);
    PolicyInForce policy = policies.inForce(now).orElseThrow();
    ConsiderationView view =
        stored.add(
            Consideration.takenOver(
                new ConsiderationId(Ids.next()),
                stored.nextReference(today),
                customer,
                scope,
                why,
                workingDays.plus(today, policy.figures().get(FigureKey.CONSIDERATION_CLOCK)),
                hofcs,
                now));
    duties.open(duty(CaseDuty.CONSIDERATION_CLOSE, view, decider(view), view.determineBy()), now);
    events.publishEvent(
        new ConsiderationOpened(
            view.id(),
            view.customerId(),
            view.leadService(),
            view.scope().corporate(),
            now,
            hofcs.id()));
    return view;
  }

  @Override
  public Outcome<ConsiderationView> nameIncidents(NameIncidents command) {
    ConsiderationView view = stored.find(command.id()).orElse(null);
    if (view == null) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    var ground =
        new Ground(
            customers.find(view.customerId()).orElseThrow(),
            new Open(
                view.customerId(),
                view.leadService(),
                Set.of(),
                Set.of(),
                false,
                null,
                Set.of(),
                command.incidentIds(),
                List.of(),
                view.why()));
    List<Refusal> unfit = ground.refusals();
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) -> {
              Outcome<Consideration> named =
                  consideration.nameIncidents(command, ground.services(), actor, now);
              if (unfit.isEmpty()) {
                return named;
              }
              var refusals = new ArrayList<>(named.refusals());
              refusals.addAll(unfit);
              return Outcome.refused(refusals);
            });
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView done, var ignored)) {
      duties.open(
          duty(CaseDuty.CONSIDERATION_CLOSE, done, decider(done), done.determineBy()),
          clock.instant());
    }
    return outcome;
  }

  /** The concerns and incidents that a consideration is to rest on, and whether it can. */
  private final class Ground {
    private final CustomerView customer;
    private final Open command;
    private final List<ConcernView> named;
    private final List<IncidentView> all;
    private final Set<IncidentId> own = new LinkedHashSet<>();

    Ground(CustomerView customer, Open command) {
      this.customer = customer;
      this.command = command;
      this.named = concerns.find(command.concernIds());
      Set<IncidentId> ids = new HashSet<>(command.incidentIds());
      command.boundMembers().forEach(member -> ids.addAll(member.incidentIds()));
      var found =
          new ArrayList<>(incidents.find(ids).stream().filter(IncidentView::stands).toList());
      incidents.ofConcerns(command.concernIds()).stream()
          .filter(IncidentView::stands)
          .filter(incident -> !ids.contains(incident.id()))
          .filter(incident -> customer.id().equals(incident.customerId()))
          .forEach(found::add);
      this.all = List.copyOf(found);
      Set<IncidentId> ofMembers =
          command.boundMembers().stream()
              .flatMap(member -> member.incidentIds().stream())
              .collect(Collectors.toSet());
      all.stream().map(IncidentView::id).filter(id -> !ofMembers.contains(id)).forEach(own::add);
    }

    Set<IncidentId> ownIncidents() {
      return Set.copyOf(own);
    }

    Set<ServiceAreaCode> services() {
      return all.stream()
          .map(IncidentView::serviceArea)
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
    }

    List<Refusal> refusals() {
      var refusals = new ArrayList<Refusal>();
      if (command.concernIds().isEmpty()
          && command.incidentIds().isEmpty()
          && command.boundMembers().isEmpty()) {
        refusals.add(Refusal.of("NOTHING_TO_CONSIDER"));
      }
      if (command.concernIds().size() > MOST_NAMED
          || command.incidentIds().size() > MOST_NAMED
          || command.boundMembers().size() > MOST_NAMED) {
        refusals.add(Refusal.of("TOO_MANY_NAMED", Map.of("most", Integer.toString(MOST_NAMED))));
      }
      refusals.addAll(ofConcerns());
      refusals.addAll(ofIncidents());
      refusals.addAll(ofMembers());
      return refusals;
    }

    /**
     * T6, P10.5: a head of service does not have what was decided decided again until it suits. One
     * incident that was in no decision is enough.
     */
    private List<Refusal> decidedBefore() {
      var references = new TreeSet<String>();
      for (IncidentView incident : all) {
        Optional<String> decided =
            corrected.casesOn(incident.id()).stream()
                .flatMap(id -> stored.find(new ConsiderationId(id)).stream())
                .filter(view -> view.determination() != null)
                .filter(view -> Preconditions.allIncidents(view).contains(incident.id()))
                .map(ConsiderationView::reference)
                .findFirst();
        if (decided.isEmpty()) {
          return List.of();
        }
        references.add(decided.get());
      }
      return references.isEmpty()
          ? List.of()
          : List.of(
              new AuthorityRefusal(
                  "DECIDED_BEFORE",
                  List.of(Role.HEAD_OF_CUSTOMER_SERVICES),
                  Map.of("references", String.join(", ", references))));
    }

    private List<Refusal> ofConcerns() {
      var refusals = new ArrayList<Refusal>();
      Set<ConcernId> found = named.stream().map(ConcernView::id).collect(Collectors.toSet());
      if (!found.containsAll(command.concernIds())) {
        refusals.add(Refusal.notFound("Concern", "concerns"));
      }
      Set<ConcernId> behind = all.stream().map(IncidentView::concernId).collect(Collectors.toSet());
      behind.removeAll(found);
      var every = new ArrayList<>(named);
      every.addAll(concerns.find(behind));
      for (ConcernView concern : every) {
        refusals.addAll(of(concern, found.contains(concern.id())));
      }
      return refusals;
    }

    private List<Refusal> of(ConcernView concern, boolean namedItself) {
      Map<String, String> which = Map.of("reference", concern.reference());
      SubjectCapacity capacity = concern.subjectCapacity();
      Optional<ConcernRoute> route =
          capacity == null ? Optional.empty() : ConcernRoute.of(capacity);
      if (route.isPresent()) {
        return List.of(
            Refusal.at(
                "ANOTHER_ROUTE",
                Map.of("reference", concern.reference(), "route", route.get().name()),
                "concerns"));
      }
      if (concern.status() != ConcernStatus.ACCEPTED) {
        return List.of(Refusal.at("CONCERN_NOT_TRIAGED", which, "concerns"));
      }
      if (customer.electedMember() && capacity == null) {
        return List.of(Refusal.at("CAPACITY_NOT_STATED", which, "concerns"));
      }
      return namedItself && !customer.id().equals(concern.customerId()) && !ofMember(concern)
          ? List.of(Refusal.at("CONCERN_OF_ANOTHER_CUSTOMER", which, "concerns"))
          : List.of();
    }

    private boolean ofMember(ConcernView concern) {
      return command.boundMembers().stream()
          .anyMatch(member -> member.memberId().equals(concern.customerId()));
    }

    private List<Refusal> ofIncidents() {
      Set<IncidentId> found = all.stream().map(IncidentView::id).collect(Collectors.toSet());
      if (!found.containsAll(command.incidentIds())) {
        return List.of(Refusal.notFound("Incident", "incidents"));
      }
      boolean others =
          all.stream()
              .filter(incident -> own.contains(incident.id()))
              .anyMatch(incident -> !customer.id().equals(incident.customerId()));
      return others ? List.of(Refusal.at("INCIDENT_OF_ANOTHER_CUSTOMER", "incidents")) : List.of();
    }

    /** T15: a group's members answer for their own conduct, and nobody else's. */
    private List<Refusal> ofMembers() {
      if (command.boundMembers().isEmpty()) {
        return List.of();
      }
      if (customer.kind() != CustomerKind.GROUP) {
        return List.of(Refusal.at("NOT_A_GROUP", "boundMembers"));
      }
      var refusals = new ArrayList<Refusal>();
      Set<CustomerId> members = Set.copyOf(customer.members());
      for (int i = 0; i < command.boundMembers().size(); i++) {
        BoundMember bound = command.boundMembers().get(i);
        String at = Integer.toString(i);
        if (!members.contains(bound.memberId())) {
          refusals.add(Refusal.at("NOT_A_MEMBER_OF_THE_GROUP", "boundMembers", at, "member"));
        }
        if (bound.incidentIds().isEmpty() || !ownConduct(bound)) {
          refusals.add(Refusal.at("MEMBER_WITHOUT_OWN_CONDUCT", "boundMembers", at, "incidents"));
        }
      }
      long distinct = command.boundMembers().stream().map(BoundMember::memberId).distinct().count();
      if (distinct < command.boundMembers().size()) {
        refusals.add(Refusal.at("NAMED_TWICE", "boundMembers"));
      }
      return refusals;
    }

    private boolean ownConduct(BoundMember bound) {
      Set<IncidentId> theirs =
          all.stream()
              .filter(incident -> bound.memberId().equals(incident.customerId()))
              .map(IncidentView::id)
              .collect(Collectors.toSet());
      return theirs.containsAll(bound.incidentIds());
    }
  }

  @Override
  public Outcome<ConsiderationView> recordCheck(RecordCheck command) {
    Instant at = clock.instant();
    List<Refusal> unusable = unusable(command);
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) -> {
              Outcome<Consideration> answered =
                  consideration.recordCheck(
                      command, surroundings.of(consideration.view(), now), actor, now);
              if (unusable.isEmpty()) {
                return answered;
              }
              var refusals = new ArrayList<>(answered.refusals());
              refusals.addAll(unusable);
              return Outcome.refused(refusals);
            });
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      var owner = new GlobalId("Consideration", view.id().value());
      command.files().forEach(file -> files.keep(file, owner, view.customerId().value(), at));
    }
    return outcome;
  }

  /** A file is used by whoever sent it, and for one record only. */
  private List<Refusal> unusable(RecordCheck command) {
    var refusals = new ArrayList<Refusal>();
    if (command.files().size() > MOST_FILES) {
      return List.of(
          Refusal.at("TOO_MANY_NAMED", Map.of("most", Integer.toString(MOST_FILES)), "files"));
    }
    if (new HashSet<>(command.files()).size() < command.files().size()) {
      refusals.add(Refusal.at("NAMED_TWICE", "files"));
    }
    for (int i = 0; i < command.files().size(); i++) {
      addIfAny(
          refusals,
          files.usable(command.files().get(i), currentActor.get(), "files", Integer.toString(i)));
    }
    return refusals;
  }

  @Override
  public Outcome<ConsiderationView> recordRepresentation(RecordRepresentation command) {
    Instant at = clock.instant();
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) -> {
              Outcome<Consideration> heard =
                  consideration.recordRepresentation(command, actor, now);
              if (!beforeTheConduct(command, consideration.view())) {
                return heard;
              }
              var refusals = new ArrayList<>(heard.refusals());
              refusals.add(Refusal.at("BEFORE_THE_CONDUCT", "on"));
              return Outcome.refused(refusals);
            });
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      if (command.kind() == RepresentationKind.DISPENSED && command.byDate() != null) {
        duties.open(duty(CaseDuty.HEAR_AFTERWARDS, view, decider(view), command.byDate()), at);
      } else if (command.kind() != RepresentationKind.INVITED) {
        discharge(CaseDuty.HEAR_AFTERWARDS, view, command.kind().name(), at);
      }
    }
    return outcome;
  }

  /** F5: nobody was heard about what had not happened yet. */
  private boolean beforeTheConduct(RecordRepresentation command, ConsiderationView view) {
    return incidents.find(Preconditions.allIncidents(view)).stream()
        .filter(IncidentView::stands)
        .map(IncidentView::occurredOn)
        .min(LocalDate::compareTo)
        .filter(command.on()::isBefore)
        .isPresent();
  }

  @Override
  public Outcome<ConsiderationView> assess(Assess command) {
    return act(
        command.id(),
        (consideration, actor, now) ->
            consideration.assess(command, surroundings.of(consideration.view(), now), actor, now));
  }

  @Override
  public Outcome<ConsiderationView> changeScope(ChangeScope command) {
    Instant at = clock.instant();
    List<Refusal> unknown =
        reach(command.otherServices(), command.buildings(), command.organisationRisk(), today(at));
    if (!unknown.isEmpty()) {
      return Outcome.refused(unknown);
    }
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) ->
                consideration.changeScope(
                    command, surroundings.of(consideration.view(), now), actor, now));
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      duties.open(duty(CaseDuty.CONSIDERATION_CLOSE, view, decider(view), view.determineBy()), at);
    }
    return outcome;
  }

  @Override
  public Outcome<ConsiderationView> recordProtection(RecordProtection command) {
    return act(
        command.id(),
        (consideration, actor, now) ->
            consideration.recordProtection(
                command, surroundings.of(consideration.view(), now), actor, now));
  }

  @Override
  public Outcome<ConsiderationView> advise(Advise command) {
    Instant at = clock.instant();
    Outcome<ConsiderationView> outcome =
        act(command.id(), (consideration, actor, now) -> consideration.advise(command, actor, now));
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      boolean considered = command.kind() == AdviceKind.CONSIDERED;
      discharge(
          considered ? CaseDuty.ADVISE_CONSIDERED : CaseDuty.ADVISE_DETERMINED, view, null, at);
      duties.open(
          duty(
              considered ? CaseDuty.ACKNOWLEDGE_CONSIDERED : CaseDuty.ACKNOWLEDGE_DETERMINED,
              view,
              Role.HEAD_OF_CUSTOMER_SERVICES,
              workingDays.plus(today(at), CaseDuty.WORKING_DAYS_TO_READ)),
          at);
      events.publishEvent(
          new HeadOfCustomerServicesAdvised(
              view.id(), command.kind(), at, currentActor.get().id()));
    }
    return outcome;
  }

  @Override
  public Outcome<ConsiderationView> acknowledge(Acknowledge command) {
    Instant at = clock.instant();
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) -> consideration.acknowledge(command, actor, now));
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      discharge(
          command.kind() == AdviceKind.CONSIDERED
              ? CaseDuty.ACKNOWLEDGE_CONSIDERED
              : CaseDuty.ACKNOWLEDGE_DETERMINED,
          view,
          null,
          at);
    }
    return outcome;
  }

  @Override
  public Outcome<ConsiderationView> involve(Involve command) {
    return act(
        command.id(), (consideration, actor, now) -> consideration.involve(command, actor, now));
  }

  @Override
  public Outcome<ConsiderationView> determine(Determine command) {
    Instant at = clock.instant();
    PolicyInForce policy = policies.inForce(at).orElse(null);
    if (policy == null) {
      return Outcome.refused(Policies.noneInForce());
    }
    Outcome<ConsiderationView> outcome =
        act(
            command.id(),
            (consideration, actor, now) ->
                consideration.determine(
                    command, surroundings.of(consideration.view(), now), policy, actor, now));
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var warnings)) {
      determined(view, command.category(), at);
      if (stored.reasonsUsedElsewhere(view.id(), command.reasons())) {
        var all = new ArrayList<>(warnings);
        all.add(Warning.of("REASONS_USED_BEFORE"));
        return Outcome.done(view, all);
      }
    }
    return outcome;
  }

  private void determined(ConsiderationView view, Category category, Instant at) {
    discharge(CaseDuty.CONSIDERATION_CLOSE, view, category.name(), at);
    if (view.adviceOn(AdviceKind.DETERMINED).isEmpty()) {
      openDutyToAdvise(CaseDuty.ADVISE_DETERMINED, view, at);
    }
    duties.open(
        duty(
            CaseDuty.TELL_CUSTOMER,
            view,
            decider(view),
            workingDays.plus(today(at), CaseDuty.WORKING_DAYS_TO_TELL)),
        at);
    events.publishEvent(
        new DeterminationMade(
            view.id(),
            view.customerId(),
            category,
            view.leadService(),
            view.scope().corporate(),
            at,
            currentActor.get().id()));
  }

  @Override
  public Outcome<ConsiderationView> close(Close command) {
    Instant at = clock.instant();
    Outcome<ConsiderationView> outcome =
        act(command.id(), (consideration, actor, now) -> consideration.close(command, actor, now));
    if (outcome instanceof Outcome.Done<ConsiderationView>(ConsiderationView view, var ignored)) {
      for (CaseDuty kind : CaseDuty.values()) {
        if (kind.endsWithTheCase()) {
          discharge(kind, view, command.cause().name(), at);
        }
      }
      events.publishEvent(
          new ConsiderationClosed(
              view.id(), view.customerId(), command.cause(), at, currentActor.get().id()));
    }
    return outcome;
  }

  @FunctionalInterface
  private interface Act {
    Outcome<Consideration> on(Consideration consideration, Actor actor, Instant now);
  }

  /** Reads, acts, writes; a case that the actor may not know of is not found (T20). */
  private Outcome<ConsiderationView> act(ConsiderationId id, Act act) {
    Actor actor = currentActor.get();
    ConsiderationView view = stored.find(id).filter(Sight.of(actor)::includes).orElse(null);
    if (view == null) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    return act.on(new Consideration(view), actor, clock.instant()).map(stored::change);
  }

  private List<Refusal> reach(
      Set<ServiceAreaCode> others,
      Set<String> buildingCodes,
      @Nullable String organisationRisk,
      LocalDate today) {
    var refusals = new ArrayList<>(places(others, "otherServices", today));
    boolean allKnown =
        buildingCodes.size() <= MOST_NAMED
            && buildingCodes.stream().allMatch(code -> buildings.find(code).isPresent());
    if (!allKnown) {
      refusals.add(Refusal.notFound("Building", "buildings"));
    }
    if (organisationRisk != null && !organisationRisk.isBlank()) {
      addIfAny(
          refusals, Acts.text(organisationRisk, Consideration.LONGEST_TEXT, "organisationRisk"));
    }
    return refusals;
  }

  private List<Refusal> places(Collection<ServiceAreaCode> codes, String path, LocalDate today) {
    boolean allExist =
        codes.isEmpty()
            || serviceAreas.named(codes).values().stream()
                    .filter(area -> area.exists(today))
                    .count()
                == codes.size();
    return allExist ? List.of() : List.of(Refusal.notFound("ServiceArea", path));
  }

  private void openDutyToAdvise(CaseDuty kind, ConsiderationView view, Instant now) {
    duties.open(
        duty(
            kind,
            view,
            Role.HEAD_OF_SERVICE,
            workingDays.plus(today(now), CaseDuty.WORKING_DAYS_TO_ADVISE)),
        now);
  }

  private static DutyToOpen duty(
      CaseDuty kind, ConsiderationView view, Role owner, LocalDate dueOn) {
    return DutyToOpen.byDay(
        kind.name(),
        "Consideration",
        view.id().value(),
        view.customerId().value(),
        owner,
        view.leadService(),
        dueOn);
  }

  private void discharge(
      CaseDuty kind, ConsiderationView view, @Nullable String reason, Instant now) {
    duties.discharge(kind.name(), view.id().value(), view.reference(), reason, now);
  }

  private static Role decider(ConsiderationView view) {
    Determination made = view.determination();
    if (made != null) {
      return made.decidedAs();
    }
    return view.scope().corporate() ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static void addIfAny(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
