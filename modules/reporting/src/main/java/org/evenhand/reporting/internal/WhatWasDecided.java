package org.evenhand.reporting.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.appeals.AppealDetermined;
import org.evenhand.appeals.AppealFindingsPresented;
import org.evenhand.appeals.AppealLodged;
import org.evenhand.appeals.AppealWithdrawn;
import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.PolicyShared;
import org.evenhand.designation.ConsiderationClosed;
import org.evenhand.designation.ConsiderationOpened;
import org.evenhand.designation.DeterminationMade;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.reporting.Axis;
import org.evenhand.restrictions.RestrictionCameIntoForce;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionLapsed;
import org.evenhand.restrictions.RestrictionLifted;
import org.evenhand.restrictions.RestrictionReplaced;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears of cases, warnings, restrictions and appeals after they were committed. */
@Component
class WhatWasDecided {

  private final Facts facts;
  private final ConductConsidered considered;

  WhatWasDecided(Facts facts, ConductConsidered considered) {
    this.facts = facts;
    this.considered = considered;
  }

  @ApplicationModuleListener(id = "reporting.consideration-opened")
  void on(ConsiderationOpened event) {
    facts.note(
        Note.of(Heard.CASE, event.considerationId().value(), event.at())
            .by(event.customerId().value())
            .in(event.leadService())
            .flagged(event.corporate()));
  }

  @ApplicationModuleListener(id = "reporting.determination-made")
  void on(DeterminationMade event) {
    ConductConsidered.Conduct conduct = considered.of(event.considerationId());
    facts.note(
        Note.of(Heard.DETERMINATION, event.considerationId().value(), event.at())
            .by(event.customerId().value())
            .in(event.leadService())
            .flagged(event.corporate())
            .tagged(Axis.CATEGORY, event.category().name())
            .tagged(Axis.FAMILY, conduct.families())
            .tagged(Axis.IMPACT, conduct.impact()));
  }

  @ApplicationModuleListener(id = "reporting.consideration-closed")
  void on(ConsiderationClosed event) {
    facts.note(
        Note.of(Heard.CLOSING, event.considerationId().value(), event.at())
            .by(event.customerId().value())
            .tagged(Axis.CLOSING, event.cause().name()));
  }

  @ApplicationModuleListener(id = "reporting.notice-issued")
  void on(NoticeIssued event) {
    if (event.kind() == NoticeKind.WARNING) {
      facts.note(
          Note.of(Heard.WARNING, event.noticeId(), event.at())
              .by(event.customerId())
              .of(event.caseId()));
    }
  }

  @ApplicationModuleListener(id = "reporting.policy-shared")
  void on(PolicyShared event) {
    if (event.withWarning()) {
      facts.note(Note.of(Heard.WARNING, event.policyShareId(), event.at()).by(event.customerId()));
    }
  }

  @ApplicationModuleListener(id = "reporting.restriction-imposed")
  void on(RestrictionImposed event) {
    facts.note(
        Note.of(Heard.RESTRICTION, event.restrictionId().value(), event.at())
            .by(event.customerId().value())
            .in(event.serviceArea())
            .of(event.considerationId().value())
            .tagged(Axis.TYPE, event.type().value())
            .tagged(Axis.NATURE, event.nature().name()));
  }

  @ApplicationModuleListener(id = "reporting.restriction-replaced")
  void on(RestrictionReplaced event) {
    facts.note(
        Note.of(Heard.REPLACEMENT, event.restrictionId().value(), event.at())
            .by(event.customerId().value())
            .in(event.serviceArea())
            .of(event.earlier().value())
            .tagged(Axis.CHANGE, event.decision().name()));
  }

  @ApplicationModuleListener(id = "reporting.restriction-came-into-force")
  void on(RestrictionCameIntoForce event) {
    facts.note(
        Note.of(Heard.EFFECT, event.restrictionId().value(), event.at())
            .by(event.customerId().value())
            .in(event.serviceArea())
            .of(event.considerationId().value())
            .tagged(Axis.TYPE, event.type().value())
            .tagged(Axis.NATURE, event.nature().name()));
  }

  @ApplicationModuleListener(id = "reporting.restriction-lifted")
  void on(RestrictionLifted event) {
    ended(event.restrictionId(), event.customerId(), event.serviceArea(), "LIFTED", event.at());
  }

  @ApplicationModuleListener(id = "reporting.restriction-lapsed")
  void on(RestrictionLapsed event) {
    ended(event.restrictionId(), event.customerId(), event.serviceArea(), "LAPSED", event.at());
  }

  private void ended(
      RestrictionId restriction,
      CustomerId customer,
      ServiceAreaCode area,
      String how,
      Instant at) {
    facts.note(
        Note.of(Heard.ENDING, restriction.value(), at)
            .by(customer.value())
            .in(area)
            .tagged(Axis.ENDING, how));
  }

  @ApplicationModuleListener(id = "reporting.appeal-lodged")
  void on(AppealLodged event) {
    facts.note(
        appeal(Heard.APPEAL, event.appealId(), event.customerId(), event.caseId(), event.at())
            .flagged(!event.late()));
  }

  @ApplicationModuleListener(id = "reporting.appeal-findings-presented")
  void on(AppealFindingsPresented event) {
    facts.note(
        appeal(Heard.PRESENTATION, event.appealId(), event.customerId(), event.caseId(), event.at())
            .flagged(event.inTime()));
  }

  @ApplicationModuleListener(id = "reporting.appeal-determined")
  void on(AppealDetermined event) {
    facts.note(
        appeal(
                Heard.APPEAL_DETERMINATION,
                event.appealId(),
                event.customerId(),
                event.caseId(),
                event.at())
            .tagged(Axis.OUTCOME, event.outcome().name()));
  }

  @ApplicationModuleListener(id = "reporting.appeal-withdrawn")
  void on(AppealWithdrawn event) {
    facts.note(
        appeal(Heard.WITHDRAWAL, event.appealId(), event.customerId(), event.caseId(), event.at()));
  }

  private static Note appeal(
      Heard kind, UUID appeal, UUID customer, @Nullable UUID consideration, Instant at) {
    return Note.of(kind, appeal, at).by(customer).of(consideration);
  }
}
