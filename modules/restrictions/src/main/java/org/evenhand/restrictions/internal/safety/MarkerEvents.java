package org.evenhand.restrictions.internal.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.DutyHandler;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentChanged;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.MatterRecorded;
import org.evenhand.intake.ToldOfIncident;
import org.evenhand.restrictions.MarkerEndCause;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens elsewhere and touches a marker: its incident turns out otherwise (T27), the tenancy
 * that caused it ends (T17), its last day passes.
 */
@Component
class MarkerEvents implements DutyHandler, ToldOfIncident {

  /** Local: where an account was only put right. */
  private static final int WORKING_DAYS = 5;

  private final MarkerReading reading;
  private final MarkerDesk desk;
  private final MarkerDuties due;
  private final AuditTrail auditTrail;
  private final WorkingDays workingDays;

  MarkerEvents(
      MarkerReading reading,
      MarkerDesk desk,
      MarkerDuties due,
      AuditTrail auditTrail,
      WorkingDays workingDays) {
    this.reading = reading;
    this.desk = desk;
    this.due = due;
    this.auditTrail = auditTrail;
    this.workingDays = workingDays;
  }

  /** Nothing ends by itself: a person decides, at once where the ground is gone. */
  @EventListener
  void on(IncidentChanged change) {
    LocalDate today = MarkerDuties.today(change.at());
    for (MarkerView marker : reading.restingOn(change.incidentId())) {
      if (change.gone()) {
        due.discharge(marker, MarkerDuties.GROUND_GONE, change.at(), MarkerDuties.GROUND_CORRECTED);
        due.open(MarkerDuties.GROUND_GONE, marker, today, change.at(), change.at());
      } else if (!due.owes(marker, MarkerDuties.GROUND_GONE)) {
        due.open(
            MarkerDuties.GROUND_CORRECTED,
            marker,
            workingDays.plus(today, WORKING_DAYS),
            change.at());
      }
    }
  }

  @EventListener
  void on(MatterRecorded recorded) {
    if (recorded.concluded()) {
      for (MarkerView marker : reading.causedBy(recorded.matterId())) {
        end(marker, MarkerEndCause.TENANCY_ENDED, recorded.at());
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(MarkerDuties.ENDS, MarkerDuties.REVIEW);
  }

  @Override
  public void fellDue(DutyView duty, Instant now) {
    MarkerView marker = reading.find(new MarkerId(duty.subject())).orElse(null);
    if (marker == null) {
      return;
    }
    MarkerView.Ending ending = marker.ending();
    if (duty.kind().equals(MarkerDuties.ENDS)) {
      if (ending != null
          && ending.cause() == MarkerEndCause.EXPIRED
          && due.owes(marker, MarkerDuties.ENDS)) {
        end(marker, MarkerEndCause.EXPIRED, now);
      }
    } else if (ending == null) {
      due.open(MarkerDuties.REVIEW_OVERDUE, marker, MarkerDuties.today(now), now, now);
    }
  }

  private void end(MarkerView marker, MarkerEndCause cause, Instant now) {
    desk.end(marker, cause, null, ActorId.SYSTEM, now);
    auditTrail.recordSystemAct(
        "markerEnd", MarkerDuties.SUBJECT, marker.id().value(), person(marker), now);
  }

  private static java.util.@Nullable UUID person(MarkerView marker) {
    CustomerId customer = marker.customerId();
    return customer == null ? null : customer.value();
  }

  /** Whoever acknowledged a marker that rests on the incident. */
  @Override
  public List<Told> toldOf(IncidentView incident) {
    return reading.restingOn(incident.id()).stream()
        .filter(marker -> !reading.holders(marker.id()).isEmpty())
        .map(
            marker ->
                new Told(
                    CorrectionRecipient.STAFF,
                    marker.reference(),
                    MarkerDuties.SUBJECT,
                    marker.id().value()))
        .toList();
  }
}
