package org.evenhand.intake.internal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.ToldOfIncident;
import org.springframework.stereotype.Component;

/**
 * Whom intake told of an incident: the police and the hate-incident route, and whoever reported the
 * concern, once they had their answer.
 */
@Component
class IntakeTold implements ToldOfIncident {

  private final OnwardReports onward;
  private final ConcernReading concerns;

  IntakeTold(OnwardReports onward, ConcernReading concerns) {
    this.onward = onward;
    this.concerns = concerns;
  }

  @Override
  public List<Told> toldOf(IncidentView incident) {
    var told = new ArrayList<Told>();
    for (ObligationView obligation : onward.of(List.of(incident.id()))) {
      if (obligation.status() == ObligationStatus.REPORTED) {
        told.add(
            new Told(
                obligation.kind() == ObligationKind.POLICE_REPORT
                    ? CorrectionRecipient.POLICE
                    : CorrectionRecipient.HATE_INCIDENT_ROUTE,
                obligation.reportedTo() + ", " + obligation.reference(),
                "Obligation",
                obligation.id().value()));
      }
    }
    concerns
        .find(incident.concernId())
        .filter(c -> c.status() != ConcernStatus.REPORTED)
        .map(IntakeTold::reporter)
        .ifPresent(told::add);
    return told;
  }

  private static Told reporter(ConcernView concern) {
    return new Told(
        CorrectionRecipient.REPORTER,
        concern.reportedBy().value(),
        "Concern",
        concern.id().value());
  }
}
