package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.DecidingAdjustments.Offer;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What we owe a customer the offer of: an adjustment (F3), support (T25). One of each at a time for
 * a person, on whichever of their records.
 */
@Component
class OffersDue {

  private final Duties duties;
  private final Policies policies;
  private final WorkingDays workingDays;
  private final MergeReading merges;

  OffersDue(Duties duties, Policies policies, WorkingDays workingDays, MergeReading merges) {
    this.duties = duties;
    this.policies = policies;
    this.workingDays = workingDays;
    this.merges = merges;
  }

  /** Opens the duty unless it is open: a second disclosure never gives us more time. */
  void open(Offer offer, CustomerId customer, @Nullable ServiceAreaCode area, Instant now) {
    if (isDue(offer, customer)) {
      return;
    }
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    int days = figures(now).get(FigureKey.ADJUSTMENT_DECISION);
    duties.open(
        DutyToOpen.byDay(
            kind(offer),
            "Customer",
            customer.value(),
            customer.value(),
            area == null ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
            area,
            workingDays.plus(today, days)),
        now);
  }

  boolean isDue(Offer offer, CustomerId customer) {
    return merges.records(customer).stream()
        .flatMap(one -> duties.openFor(one.value()).stream())
        .anyMatch(d -> d.kind().equals(kind(offer)));
  }

  boolean met(
      Offer offer,
      CustomerId customer,
      @Nullable String reference,
      @Nullable String reason,
      Instant now) {
    boolean met = false;
    for (CustomerId one : merges.records(customer)) {
      met |= duties.discharge(kind(offer), one.value(), reference, reason, now);
    }
    return met;
  }

  /**
   * The figures in force, or the policy's own values: nobody waits for help for want of a policy.
   */
  Figures figures(Instant now) {
    return policies.inForce(now).map(PolicyInForce::figures).orElse(Figures.standard());
  }

  private static String kind(Offer offer) {
    return switch (offer) {
      case ADJUSTMENT -> "ADJUSTMENT_OFFER";
      case SUPPORT -> "SUPPORT_OFFER";
    };
  }
}
