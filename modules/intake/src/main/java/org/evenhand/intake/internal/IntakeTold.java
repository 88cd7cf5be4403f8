package org.evenhand.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Whom intake told of an incident: whomever it was reported to onward, and whoever reported the
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
                recipient(obligation.kind()),
                Stream.of(obligation.reportedTo(), obligation.reference(), obligation.crimeNumber())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", ")),
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

  private static CorrectionRecipient recipient(ObligationKind kind) {
    return switch (kind) {
      case POLICE_REPORT -> CorrectionRecipient.POLICE;
      case HATE_INCIDENT_REPORT -> CorrectionRecipient.HATE_INCIDENT_ROUTE;
      case HAT_RECORD -> CorrectionRecipient.HAT_RECORD;
      case RIDDOR_WATCH, RIDDOR_REPORT -> CorrectionRecipient.HEALTH_AND_SAFETY_REGULATOR;
      case SAFEGUARDING_REFERRAL -> CorrectionRecipient.SAFEGUARDING_LEAD;
    };
  }

  private static Told reporter(ConcernView concern) {
    return new Told(
        CorrectionRecipient.REPORTER,
        concern.reportedBy().value(),
        "Concern",
        concern.id().value());
  }
}
