package org.evenhand.restrictions.internal.law;

import java.util.List;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.restrictions.BreachView;
import org.evenhand.restrictions.Breaches;
import org.evenhand.restrictions.RestrictionView;
import org.springframework.stereotype.Component;

/**
 * The breaches that were reported of an exclusion, or of one that it extends, each with proof that
 * the person was told and proof of the breach (T10). What was recorded against the wrong person, or
 * void, proves nothing (T27).
 */
@Component
class BreachesOnRecord implements BreachesOfExclusion {

  private final Breaches breaches;
  private final Incidents incidents;
  private final Customers customers;

  BreachesOnRecord(Breaches breaches, Incidents incidents, Customers customers) {
    this.breaches = breaches;
    this.incidents = incidents;
    this.customers = customers;
  }

  @Override
  public List<IncidentView> of(RestrictionView exclusion) {
    List<CustomerId> theirs = customers.recordsOf(exclusion.customerId());
    return incidents
        .find(breaches.of(exclusion.id()).stream().map(BreachView::incidentId).distinct().toList())
        .stream()
        .filter(IncidentView::stands)
        .filter(incident -> incident.customerId() != null && theirs.contains(incident.customerId()))
        .toList();
  }
}
