package org.evenhand.designation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.Scrutiny;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Page;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Considerations as somebody signed in may see them; each person read is logged first (T20). */
@Component
public class CaseSight {

  private static final String TYPE = "Consideration";

  private final StoredConsiderations stored;
  private final Surroundings surroundings;
  private final Scrutinising scrutinising;
  private final FollowUps followUps;
  private final WarningDesk warningDesk;
  private final Customers customers;
  private final Policies policies;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final Clock clock;

  CaseSight(
      StoredConsiderations stored,
      Surroundings surroundings,
      Scrutinising scrutinising,
      FollowUps followUps,
      WarningDesk warningDesk,
      Customers customers,
      Policies policies,
      Duties duties,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      Clock clock) {
    this.stored = stored;
    this.surroundings = surroundings;
    this.scrutinising = scrutinising;
    this.followUps = followUps;
    this.warningDesk = warningDesk;
    this.customers = customers;
    this.policies = policies;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** Empty if there is none, or none that this person may know of. */
  public Optional<ConsiderationView> find(String query, ConsiderationId id) {
    Optional<ConsiderationView> seen =
        stored.find(id).filter(Sight.of(currentActor.get())::includes);
    seen.ifPresent(view -> log(query, List.of(view)));
    return seen;
  }

  /**
   * @param mine only what the caller leads, opened or determined
   */
  public Page<ConsiderationView> page(
      String query, StoredConsiderations.Filter filter, boolean mine, Page.Request request) {
    Actor actor = currentActor.get();
    var narrowed =
        mine
            ? new StoredConsiderations.Filter(
                filter.status(),
                filter.service(),
                filter.customerId(),
                new StoredConsiderations.Mine(actor.id(), actor.headedAreas()))
            : filter;
    Page<ConsiderationView> page = stored.page(Sight.of(actor), narrowed, request);
    log(query, page.nodes());
    return page;
  }

  /** A customer's, latest opened first; empty for somebody who sees none at all. */
  public Optional<Page<ConsiderationView>> ofCustomer(CustomerId customer, Page.Request request) {
    return Sight.ofAny(currentActor.get())
        ? Optional.of(
            page(
                "customer.considerations",
                new StoredConsiderations.Filter(null, null, customer.value(), null),
                false,
                request))
        : Optional.empty();
  }

  /** As it stands, to answer an act with; the act's own entry in the log names the person. */
  public ConsiderationView get(UUID id) {
    return stored.find(new ConsiderationId(id)).orElseThrow();
  }

  public Readiness readiness(ConsiderationView view) {
    return Preconditions.of(view, surroundings.of(view, clock.instant()));
  }

  /** Whether it would stand up, piece of evidence by piece. */
  public Scrutiny scrutiny(ConsiderationView view, Readiness readiness) {
    return scrutinising.of(view, readiness);
  }

  /** Of the customer considered, latest first: warnings of every record, in a case or in none. */
  public List<WarningView> warnings(ConsiderationView view) {
    Actor actor = currentActor.get();
    return followUps.warningsOf(persons(view)).stream()
        .filter(w -> warningDesk.maySee(w, actor))
        .toList();
  }

  public List<MonitoringView> monitoring(ConsiderationView view) {
    return followUps.monitoringOf(persons(view)).stream()
        .filter(m -> m.considerationId().equals(view.id()))
        .toList();
  }

  public List<StrategyMeetingView> meetings(ConsiderationView view) {
    return followUps.meetingsOf(persons(view)).stream()
        .filter(m -> m.considerationId().equals(view.id()))
        .toList();
  }

  private List<CustomerId> persons(ConsiderationView view) {
    return WarningDesk.persons(view)
        .flatMap(person -> customers.recordsOf(person).stream())
        .distinct()
        .toList();
  }

  /** Of one customer; empty for somebody who sees no cases at all. */
  public Optional<List<WarningView>> warnings(CustomerId customer) {
    Actor actor = currentActor.get();
    if (!Sight.ofAny(actor)) {
      return Optional.empty();
    }
    List<WarningView> seen =
        followUps.warningsOf(customers.recordsOf(customer)).stream()
            .filter(w -> warningDesk.maySee(w, actor))
            .toList();
    if (!seen.isEmpty()) {
      auditTrail.recordRead("customer.warnings", "ConductWarning", List.of(customer.value()));
    }
    return Optional.of(seen);
  }

  public List<AvailableAction> availableActions(WarningView warning) {
    Actor actor = currentActor.get();
    return new GivenWarning(warning, warningDesk.involved(warning, actor))
        .availableActions(
            actor,
            due(warning.id().value(), CaseDuty.DECIDE_WARNING_CHALLENGE),
            due(warning.id().value(), CaseDuty.TELL_CHALLENGE_OUTCOME));
  }

  public List<AvailableAction> availableActions(MonitoringView monitoring) {
    Actor actor = currentActor.get();
    ConsiderationView view = stored.find(monitoring.considerationId()).orElseThrow();
    return List.of(
        AvailableAction.of(
            AllowedMonitoringAct.END.name(),
            AllowedMonitoringAct.END.mutation(),
            AllowedMonitoringAct.END.refusals(monitoring, view, actor),
            due(monitoring.id().value(), CaseDuty.REVIEW_MONITORING)));
  }

  private @Nullable LocalDate due(UUID subject, String kind) {
    return duties.openFor(subject).stream()
        .filter(d -> d.kind().equals(kind))
        .map(DutyView::dueOn)
        .findFirst()
        .orElse(null);
  }

  /** What the person signed in may do with it now, and why not the rest. */
  public List<AvailableAction> availableActions(ConsiderationView view) {
    Instant now = clock.instant();
    PolicyInForce policy = policies.inForce(now).orElse(null);
    Map<String, LocalDate> due = new HashMap<>();
    for (DutyView duty : duties.openFor(view.id().value())) {
      due.put(duty.kind(), duty.dueOn());
    }
    List<AvailableAction> actions = new ArrayList<>(ofCase(view, policy, due));
    LocalDate again = due.get(CorrectedIncidents.DUTY);
    if (again != null) {
      actions.add(
          AvailableAction.of(
              "RECHECK",
              "considerationRecheck",
              CorrectedIncidents.mayRecheck(view, currentActor.get()),
              again));
    }
    return actions;
  }

  private List<AvailableAction> ofCase(
      ConsiderationView view, @Nullable PolicyInForce policy, Map<String, LocalDate> due) {
    return new Consideration(view)
        .availableActions(
            currentActor.get(),
            policy,
            act ->
                switch (act) {
                  case DETERMINE -> due.get(CaseDuty.CONSIDERATION_CLOSE.name());
                  case RECORD_REPRESENTATION -> due.get(CaseDuty.HEAR_AFTERWARDS.name());
                  default -> due.get(act.name());
                });
  }

  private void log(String query, Collection<ConsiderationView> views) {
    var persons = new ArrayList<UUID>();
    for (ConsiderationView view : views) {
      persons.add(view.customerId().value());
      view.boundMembers().stream()
          .map(BoundMember::memberId)
          .map(CustomerId::value)
          .forEach(persons::add);
    }
    auditTrail.recordRead(query, TYPE, persons);
  }
}
