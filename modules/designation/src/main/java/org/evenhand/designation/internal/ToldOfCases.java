package org.evenhand.designation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.ToldOfIncident;
import org.springframework.stereotype.Component;

/**
 * Who was told of a case that rests on an incident (T27): the head of customer services, who was
 * advised, and the customer, by each notice of the case.
 */
@Component
class ToldOfCases implements ToldOfIncident {

  private final CorrectedIncidents corrected;
  private final StoredConsiderations stored;
  private final Notices notices;

  ToldOfCases(CorrectedIncidents corrected, StoredConsiderations stored, Notices notices) {
    this.corrected = corrected;
    this.stored = stored;
    this.notices = notices;
  }

  @Override
  public List<Told> toldOf(IncidentView incident) {
    var told = new ArrayList<Told>();
    for (UUID id : corrected.casesOn(incident.id())) {
      ConsiderationView view = stored.find(new ConsiderationId(id)).orElseThrow();
      if (!Preconditions.allIncidents(view).contains(incident.id())) {
        continue;
      }
      if (!view.advice().isEmpty()) {
        told.add(
            new Told(
                CorrectionRecipient.HEAD_OF_CUSTOMER_SERVICES,
                view.reference(),
                "Consideration",
                id));
      }
      for (NoticeView notice : notices.ofCase(id)) {
        told.add(
            new Told(
                CorrectionRecipient.CUSTOMER, notice.reference(), "Notice", notice.id().value()));
      }
    }
    return told;
  }
}
