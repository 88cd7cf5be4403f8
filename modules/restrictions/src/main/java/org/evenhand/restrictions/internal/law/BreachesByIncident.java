package org.evenhand.restrictions.internal.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.SourceGrade;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.spi.Channel;
import org.springframework.stereotype.Component;

/**
 * Incidents in person since the exclusion had effect that stand, were tested, and come from
 * somebody who was there: what a court can be shown (F5, F13).
 */
@Component
class BreachesByIncident implements BreachesOfExclusion {

  private final Incidents incidents;

  BreachesByIncident(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public List<IncidentView> of(RestrictionView exclusion) {
    Instant from = exclusion.effectiveFrom();
    if (from == null || exclusion.notifiedAt() == null) {
      return List.of();
    }
    LocalDate since = from.atZone(WorkingDays.LONDON).toLocalDate();
    return incidents.of(exclusion.customerId()).stream()
        .filter(incident -> incident.channel() == Channel.FACE_TO_FACE)
        .filter(incident -> !incident.occurredOn().isBefore(since))
        .filter(incident -> incident.tested() && incident.sourceGrade() == SourceGrade.FIRST_HAND)
        .toList();
  }
}
