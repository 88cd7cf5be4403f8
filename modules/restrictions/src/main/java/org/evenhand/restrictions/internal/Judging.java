package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.designation.CheckStage;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.GivingWarnings;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.Adjustments;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.Matters;
import org.evenhand.intake.Representatives;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.spi.Nature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a proposed decision against every rule, with all that it is judged against read first. */
@Component
class Judging {

  private final ImposedActions actions;
  private final InstalledTypes types;
  private final Considerations considerations;
  private final GivingWarnings warnings;
  private final Customers customers;
  private final Incidents incidents;
  private final Matters matters;
  private final Adjustments adjustments;
  private final Representatives representatives;
  private final ServiceAreas serviceAreas;
  private final Policies policies;
  private final FrontDeskWriter frontDesk;
  private final CourtTermsAtDesk courts;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final CouncilCalendar calendar;

  Judging(
      ImposedActions actions,
      InstalledTypes types,
      Considerations considerations,
      GivingWarnings warnings,
      Customers customers,
      Incidents incidents,
      Matters matters,
      Adjustments adjustments,
      Representatives representatives,
      ServiceAreas serviceAreas,
      Policies policies,
      FrontDeskWriter frontDesk,
      CourtTermsAtDesk courts,
      CurrentActor currentActor,
      WorkingDays workingDays) {
    this.actions = actions;
    this.types = types;
    this.considerations = considerations;
    this.warnings = warnings;
    this.customers = customers;
    this.incidents = incidents;
    this.matters = matters;
    this.adjustments = adjustments;
    this.representatives = representatives;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
    this.frontDesk = frontDesk;
    this.courts = courts;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.calendar = new CouncilCalendar(workingDays);
  }

  /** A proposal with what it was judged against. */
  record Judged(Proposal proposal, @Nullable Installed installed, Surroundings around) {}

  Outcome<Judged> judge(RestrictionToImpose proposed, Instant now) {
    return judge(proposed, Occasion.NEW, null, now);
  }

  /**
   * As above for a decision that follows another.
   *
   * @param follows the one whose place it would take, which does not count as standing beside it
   */
  Outcome<Judged> judge(
      RestrictionToImpose proposed,
      Occasion occasion,
      @Nullable ImposedAction follows,
      Instant now) {
    Optional<ImposingBasis> basis = considerations.basis(proposed.considerationId());
    if (basis.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Consideration", "consideration"));
    }
    Optional<PolicyInForce> policy = policies.inForce(now);
    if (policy.isEmpty()) {
      return Outcome.refused(Policies.noneInForce());
    }
    return judge(proposed, basis.get(), policy.get(), occasion, follows, now);
  }

  /** Whether the front line can go by what was decided before this register was kept. */
  Outcome<Judged> judgeTakenOver(
      RestrictionToImpose decided, ImposingBasis basis, PolicyInForce policy, Instant now) {
    return judge(decided, basis, policy, Occasion.TAKEN_OVER, null, now);
  }

  private Outcome<Judged> judge(
      RestrictionToImpose proposed,
      ImposingBasis basis,
      PolicyInForce policy,
      Occasion occasion,
      @Nullable ImposedAction follows,
      Instant now) {
    CustomerId bound = proposed.customerId() == null ? basis.customerId() : proposed.customerId();
    Optional<CustomerView> customer = customers.find(bound);
    if (customer.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    var around = surroundings(basis, customer.get(), policy, follows, now);
    Installed installed = types.find(proposed.type()).orElse(null);
    var proposal = new Proposal(proposed, installed, around, occasion);
    var warnings = new ArrayList<>(policy.warnings());
    warnings.addAll(proposal.warnings());
    if (usedForAnother(proposed, bound)) {
      warnings.add(Warning.of("REASONS_USED_FOR_ANOTHER"));
    }
    return Outcome.done(new Judged(proposal, installed, around), warnings);
  }

  private Surroundings surroundings(
      ImposingBasis basis,
      CustomerView customer,
      PolicyInForce policy,
      @Nullable ImposedAction follows,
      Instant now) {
    CustomerId id = customer.id();
    List<CustomerId> records = customers.recordsOf(id);
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Map<Boolean, List<ImposedAction>> others =
        actions.ofCustomers(records.stream().map(CustomerId::value).toList()).stream()
            .filter(action -> follows == null || !action.first().equals(follows.first()))
            .collect(Collectors.partitioningBy(action -> Standing.at(action, now).ended()));
    return new Surroundings(
        currentActor.get(),
        now,
        today,
        basis,
        customer,
        customers.find(records),
        considerations
            .find(basis.considerationId())
            .map(ConsiderationView::protection)
            .orElse(null),
        policy,
        incidents.find(own(basis, id)),
        matters.of(id),
        adjustments.undecided(id),
        adjustments.agreed(id).stream().map(FrontDeskWriter::adjustment).toList(),
        representatives.of(records).stream().anyMatch(r -> r.runsOn(today)),
        others.getOrDefault(false, List.of()),
        others.getOrDefault(true, List.of()),
        serviceAreas.all().stream().map(ServiceAreaView::code).collect(Collectors.toSet()),
        frontDesk.currentDirectory(workingDays),
        calendar.from(today),
        courts.on(records.stream().map(CustomerId::value).toList()),
        considerations.newInformationRuledOut(
            basis.considerationId(), CheckStage.WARNING, lastWarned(basis, records)));
  }

  private Instant lastWarned(ImposingBasis basis, List<CustomerId> records) {
    return warnings.of(records).stream()
        .filter(warning -> basis.considerationId().equals(warning.considerationId()))
        .map(WarningView::issuedAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private boolean usedForAnother(RestrictionToImpose proposed, CustomerId bound) {
    var reasons = proposed.reasons();
    return proposed.nature() != Nature.SUPPORTIVE
        && actions.reasonsUsedForAnother(
            reasons.whyThis(),
            reasons.whyNothingLess(),
            customers.recordsOf(bound).stream().map(CustomerId::value).toList());
  }

  /** T15: a member answers for incidents of their own only. */
  private static Set<IncidentId> own(ImposingBasis basis, CustomerId customer) {
    return basis.boundMembers().stream()
        .filter(m -> m.memberId().equals(customer))
        .findFirst()
        .map(m -> m.incidentIds())
        .orElse(basis.incidentIds());
  }
}
