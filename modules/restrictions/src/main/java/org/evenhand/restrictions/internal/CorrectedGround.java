package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.designation.DeterminationRechecked;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.RecheckOutcome;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentChanged;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.ToldOfIncident;
import org.evenhand.spi.Nature;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a corrected incident does to actions that rest on it (T27, F5): somebody decides whether
 * they stand, at once where it was somebody else's or void. Until then the due list shows them as
 * overdue. Nothing is lifted by itself: a person decides.
 */
@Component
class CorrectedGround implements ToldOfIncident {

  /** Local: where an account was only put right. */
  private static final int WORKING_DAYS = 5;

  private final ImposedActions actions;
  private final Considerations considerations;
  private final Customers customers;
  private final Duties duties;
  private final WorkingDays workingDays;

  CorrectedGround(
      ImposedActions actions,
      Considerations considerations,
      Customers customers,
      Duties duties,
      WorkingDays workingDays) {
    this.actions = actions;
    this.considerations = considerations;
    this.customers = customers;
    this.duties = duties;
    this.workingDays = workingDays;
  }

  /** After the cases have lost the incident, so that what is left of them can be told. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(IncidentChanged change) {
    if (change.before() == null) {
      return;
    }
    for (ConsiderationView view : considerations.restingOn(change.incidentId())) {
      for (ImposedAction action : standing(view, change.before(), change.at())) {
        decideOn(action, left(action).isEmpty(), change.gone(), change.at());
      }
    }
  }

  /** A determination that falls takes the ground from everything that rests on it. */
  @EventListener
  void on(DeterminationRechecked rechecked) {
    if (rechecked.outcome() == RecheckOutcome.FALLS) {
      considerations
          .find(rechecked.considerationId())
          .ifPresent(
              view ->
                  standing(view, null, rechecked.at())
                      .forEach(a -> decideOn(a, true, true, rechecked.at())));
    }
  }

  /** Those that narrow somebody's contact and have not ended; of a group, the person's own. */
  private List<ImposedAction> standing(
      ConsiderationView view, @Nullable CustomerId whose, Instant now) {
    return actions.ofConsideration(view.id().value()).stream()
        .filter(a -> a.decided().nature() != Nature.SUPPORTIVE)
        .filter(a -> !Standing.at(a, now).ended())
        .filter(
            a ->
                whose == null
                    || view.boundMembers().isEmpty()
                    || whose.equals(view.customerId())
                    || a.decided().customerId().equals(whose.value()))
        .toList();
  }

  /** The incidents that still speak for it; in a group, the member's own (T15). */
  private Set<IncidentId> left(ImposedAction action) {
    ImposingBasis basis =
        considerations.basis(RestrictionDecisions.considerationId(action)).orElseThrow();
    UUID whose = action.decided().customerId();
    boolean ofMember =
        customers.find(basis.customerId()).filter(CorrectedGround::group).isPresent()
            && !whose.equals(basis.customerId().value());
    return ofMember
        ? basis.boundMembers().stream()
            .filter(m -> m.memberId().value().equals(whose))
            .findFirst()
            .map(BoundMember::incidentIds)
            .orElse(Set.of())
        : basis.incidentIds();
  }

  private void decideOn(ImposedAction action, boolean nothingLeft, boolean atOnce, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    if (nothingLeft) {
      duties.discharge(
          DutyKinds.GROUND_CORRECTED,
          action.id(),
          action.decided().reference(),
          DutyKinds.GROUND_GONE,
          now);
    }
    if (nothingLeft || !owes(action, DutyKinds.GROUND_GONE)) {
      duties.open(
          new DutyToOpen(
              nothingLeft ? DutyKinds.GROUND_GONE : DutyKinds.GROUND_CORRECTED,
              DutyKinds.SUBJECT,
              action.id(),
              action.decided().customerId(),
              RestrictionDecisions.owner(action),
              null,
              RestrictionDecisions.area(action),
              atOnce ? today : workingDays.plus(today, WORKING_DAYS),
              atOnce ? now : null),
          now);
    }
  }

  private boolean owes(ImposedAction action, String kind) {
    return duties.openFor(action.id()).stream().anyMatch(d -> d.kind().equals(kind));
  }

  private static boolean group(CustomerView customer) {
    return customer.kind() == CustomerKind.GROUP;
  }

  /** The front line, and whoever else was told of an action that rests on the incident. */
  @Override
  public List<Told> toldOf(IncidentView incident) {
    var told = new ArrayList<Told>();
    for (ConsiderationView view : considerations.restingOn(incident.id())) {
      actions.ofConsideration(view.id().value()).stream()
          .filter(a -> a.decided().nature() != Nature.SUPPORTIVE)
          .filter(a -> a.progress().effectiveFrom() != null)
          .forEach(
              a ->
                  told.add(
                      new Told(
                          CorrectionRecipient.STAFF,
                          a.decided().reference(),
                          DutyKinds.SUBJECT,
                          a.id())));
    }
    return told;
  }
}
