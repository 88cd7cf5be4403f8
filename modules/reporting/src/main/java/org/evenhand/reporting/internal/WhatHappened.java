package org.evenhand.reporting.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.foundation.DutyDischarged;
import org.evenhand.foundation.DutyOpened;
import org.evenhand.intake.AdjustmentDecided;
import org.evenhand.intake.AdjustmentRequested;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactHistory;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.ContactReweighed;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.IncidentAttributed;
import org.evenhand.intake.IncidentCorrected;
import org.evenhand.intake.IncidentMoved;
import org.evenhand.intake.IncidentRecorded;
import org.evenhand.intake.IncidentVoided;
import org.evenhand.intake.ObligationAnswered;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.reporting.Axis;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of incidents, contacts, adjustments and duties after they were committed. */
@Component
class WhatHappened {

  private final Facts facts;
  private final BehaviourCatalogue catalogue;
  private final ContactHistory contacts;

  WhatHappened(Facts facts, BehaviourCatalogue catalogue, ContactHistory contacts) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.contacts = contacts;
  }

  @ApplicationModuleListener(id = "reporting.incident-recorded")
  void on(IncidentRecorded event) {
    facts.note(
        Note.of(Heard.INCIDENT, event.incidentId().value(), event.at())
            .by(value(event.customerId()))
            .in(event.serviceArea())
            .on(event.occurredOn())
            .tagged(Axis.CHANNEL, event.channel().name())
            .tagged(Axis.BEHAVIOUR, event.behaviours())
            .tagged(Axis.FAMILY, families(event.behaviours()))
            .tagged(Axis.STRAND, event.hateStrands().stream().map(HateStrand::name).toList()));
  }

  private List<String> families(Collection<String> behaviours) {
    Map<String, BehaviourView> known = catalogue.named(behaviours);
    return known.values().stream()
        .map(BehaviourView::family)
        .filter(Objects::nonNull)
        .map(Enum::name)
        .toList();
  }

  @ApplicationModuleListener(id = "reporting.incident-attributed")
  void on(IncidentAttributed event) {
    facts.note(
        Note.of(Heard.ATTRIBUTION, event.incidentId().value(), event.at())
            .by(event.customerId().value()));
  }

  /** Figures follow corrections (T27). */
  @ApplicationModuleListener(id = "reporting.incident-corrected")
  void on(IncidentCorrected event) {
    facts.note(
        Note.of(Heard.CORRECTION, event.incidentId().value(), event.at())
            .in(event.serviceArea())
            .on(event.occurredOn())
            .tagged(Axis.BEHAVIOUR, event.behaviours())
            .tagged(Axis.FAMILY, families(event.behaviours())));
  }

  @ApplicationModuleListener(id = "reporting.incident-moved")
  void on(IncidentMoved event) {
    facts.note(
        Note.of(Heard.ATTRIBUTION, event.incidentId().value(), event.at())
            .by(value(event.after())));
  }

  @ApplicationModuleListener(id = "reporting.incident-voided")
  void on(IncidentVoided event) {
    facts.note(Note.of(Heard.VOID, event.incidentId().value(), event.at()));
  }

  /** Contacts that the council began are its own. */
  @ApplicationModuleListener(id = "reporting.contact-logged")
  void on(ContactLogged event) {
    if (event.direction() == ContactDirection.IN) {
      facts.note(
          Note.of(Heard.CONTACT, event.contactId().value(), event.at())
              .by(event.customerId().value())
              .in(event.serviceArea())
              .flagged(event.causedByUs())
              .tagged(Axis.CAUSE, event.cause().name())
              .tagged(Axis.CHANNEL, event.channel().name()));
    }
  }

  /** P6.3a: a contact may turn out to have been caused by us, or not. */
  @ApplicationModuleListener(id = "reporting.contact-reweighed")
  void on(ContactReweighed event) {
    contacts.find(event.contacts()).stream()
        .filter(contact -> contact.direction() == ContactDirection.IN)
        .forEach(
            contact ->
                facts.note(
                    Note.of(Heard.REWEIGHED, contact.id().value(), event.at())
                        .flagged(contact.causedByUs())));
  }

  /** T23: two records that turn out to be one person are one of the people counted. */
  @ApplicationModuleListener(id = "reporting.customers-merged")
  void on(CustomersMerged event) {
    facts.note(
        Note.of(Heard.MERGE, event.mergeId().value(), event.at())
            .by(event.merged().value())
            .of(event.kept().value()));
  }

  @ApplicationModuleListener(id = "reporting.customers-unmerged")
  void on(CustomersUnmerged event) {
    facts.note(Note.of(Heard.UNMERGE, event.mergeId().value(), event.at()));
  }

  @ApplicationModuleListener(id = "reporting.adjustment-requested")
  void on(AdjustmentRequested event) {
    facts.note(
        Note.of(Heard.ADJUSTMENT, event.adjustmentId().value(), event.at())
            .by(event.customerId().value())
            .due(event.decideBy()));
  }

  @ApplicationModuleListener(id = "reporting.adjustment-decided")
  void on(AdjustmentDecided event) {
    facts.note(
        Note.of(Heard.ADJUSTMENT_DECISION, event.adjustmentId().value(), event.at())
            .by(event.customerId().value())
            .tagged(Axis.DECISION, event.status().name()));
  }

  @ApplicationModuleListener(id = "reporting.obligation-answered")
  void on(ObligationAnswered event) {
    facts.note(
        Note.of(Heard.ONWARD_REPORT, event.obligationId().value(), event.at())
            .of(event.incidentId().value())
            .flagged(event.status() == ObligationStatus.REPORTED)
            .tagged(Axis.OBLIGATION, event.kind().name())
            .tagged(Axis.REPORT, event.status().name()));
  }

  @ApplicationModuleListener(id = "reporting.duty-opened")
  void on(DutyOpened event) {
    facts.note(
        Note.of(Heard.DUTY, event.dutyId(), event.at())
            .by(event.person())
            .in(event.serviceArea())
            .of(event.subject())
            .due(event.dueOn())
            .tagged(
                Obligations.ALL.contains(event.kind()) ? Axis.OBLIGATION : Axis.DUTY,
                event.kind()));
  }

  @ApplicationModuleListener(id = "reporting.duty-discharged")
  void on(DutyDischarged event) {
    facts.note(Note.of(Heard.DISCHARGE, event.dutyId(), event.at()));
  }

  private static @Nullable UUID value(@Nullable CustomerId customer) {
    return customer == null ? null : customer.value();
  }
}
