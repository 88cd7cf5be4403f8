package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.Protection;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.MatterView;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.ClosedDays;
import org.jspecify.annotations.Nullable;

/**
 * All that a proposed action is judged against, read before anything is decided.
 *
 * @param customer whom it would bind
 * @param records all that are known to be about that person
 * @param protection the decision for a child or doubtful capacity; null unless made (T19)
 * @param incidents what the consideration rests on
 * @param live the customer's actions that have not ended, told or not
 * @param ended those that have
 * @param knownAreas the service areas that exist
 * @param closedDays of the years that are looked at
 * @param courtTerms what courts said, which nothing imposed may contradict (T11)
 * @param askedForWarning whether it was asked, since the last warning of the case, if there is new
 *     information (T3)
 */
record Surroundings(
    Actor actor,
    Instant now,
    LocalDate today,
    ImposingBasis basis,
    CustomerView customer,
    List<CustomerView> records,
    @Nullable Protection protection,
    PolicyInForce policy,
    List<IncidentView> incidents,
    List<MatterView> matters,
    List<AdjustmentView> undecidedAdjustments,
    List<AgreedAdjustment> adjustments,
    boolean represented,
    List<ImposedAction> live,
    List<ImposedAction> ended,
    Set<ServiceAreaCode> knownAreas,
    DeskDirectory directory,
    ClosedDays closedDays,
    List<CourtTermsInForce> courtTerms,
    boolean askedForWarning) {

  /** T19, F3: what is known on any record of the person holds for them. */
  boolean child() {
    return records.stream().anyMatch(record -> record.childOn(today));
  }

  boolean capacityInDoubt() {
    return records.stream().anyMatch(record -> record.circumstances().capacityInDoubt());
  }

  boolean vulnerable() {
    return records.stream().anyMatch(record -> record.circumstances().vulnerable());
  }

  /** Whether conduct that the case rests on is later than that moment. */
  boolean happenedSince(Instant moment) {
    return incidents.stream()
        .filter(IncidentView::stands)
        .anyMatch(incident -> happened(incident).isAfter(moment));
  }

  /** As early as it can have been: without a time, at the beginning of its day. */
  static Instant happened(IncidentView incident) {
    LocalTime time = incident.occurredAt();
    return (time == null
            ? incident.occurredOn().atStartOfDay()
            : incident.occurredOn().atTime(time))
        .atZone(WorkingDays.LONDON)
        .toInstant();
  }

  boolean ownMatter(UUID matter) {
    return matters.stream().anyMatch(m -> m.id().value().equals(matter));
  }
}
