package org.evenhand.reporting.internal;

import java.util.UUID;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentAttributed;
import org.evenhand.intake.IncidentCorrected;
import org.evenhand.intake.IncidentMoved;
import org.evenhand.intake.IncidentRecorded;
import org.evenhand.intake.IncidentVoided;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of incidents and contacts after they were committed. */
@Component
class WhatHappened {

  private final Facts facts;

  WhatHappened(Facts facts) {
    this.facts = facts;
  }

  @ApplicationModuleListener(id = "reporting.incident-recorded")
  void on(IncidentRecorded event) {
    facts.noteIncident(
        event.incidentId().value(),
        value(event.customerId()),
        event.serviceArea(),
        event.occurredOn(),
        event.at());
  }

  @ApplicationModuleListener(id = "reporting.incident-attributed")
  void on(IncidentAttributed event) {
    facts.noteAttribution(event.incidentId().value(), event.customerId().value(), event.at());
  }

  /** Figures follow corrections (T27). */
  @ApplicationModuleListener(id = "reporting.incident-corrected")
  void on(IncidentCorrected event) {
    facts.noteCorrection(
        event.incidentId().value(), event.serviceArea(), event.occurredOn(), event.at());
  }

  @ApplicationModuleListener(id = "reporting.incident-moved")
  void on(IncidentMoved event) {
    facts.noteAttribution(event.incidentId().value(), value(event.after()), event.at());
  }

  @ApplicationModuleListener(id = "reporting.incident-voided")
  void on(IncidentVoided event) {
    facts.noteVoid(event.incidentId().value(), event.at());
  }

  /** Contacts that the council began are its own. */
  @ApplicationModuleListener(id = "reporting.contact-logged")
  void on(ContactLogged event) {
    if (event.direction() == ContactDirection.IN) {
      facts.noteContact(
          event.contactId().value(),
          event.customerId().value(),
          event.serviceArea(),
          event.at().atZone(WorkingDays.LONDON).toLocalDate(),
          event.causedByUs(),
          event.at());
    }
  }

  private static @Nullable UUID value(@Nullable CustomerId customer) {
    return customer == null ? null : customer.value();
  }
}
