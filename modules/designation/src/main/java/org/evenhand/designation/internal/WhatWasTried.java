package org.evenhand.designation.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.designation.MonitoringView;
import org.evenhand.designation.StrategyMeetingView;
import org.evenhand.designation.Tried;
import org.evenhand.designation.TriedKind;
import org.evenhand.designation.WarningStatus;
import org.evenhand.designation.WarningView;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentView;

/** How this module and those to its left say what they tried with somebody. */
final class WhatWasTried {

  private WhatWasTried() {}

  static Tried warning(WarningView w) {
    WarningStatus status = w.status();
    return new Tried(
        TriedKind.WARNING,
        null,
        null,
        day(w.issuedAt()),
        null,
        status != WarningStatus.WITHDRAWN,
        status == WarningStatus.GIVEN ? null : status.name(),
        w.reference());
  }

  static Tried monitoring(MonitoringView m, LocalDate today) {
    MonitoringView.Ending ending = m.ending();
    return new Tried(
        TriedKind.MONITORING,
        null,
        null,
        m.firstDay(),
        ending == null ? m.lastDay() : day(ending.at()),
        ending == null && !today.isAfter(m.lastDay()),
        ending == null ? null : ending.outcome().name(),
        null);
  }

  static Tried meeting(StrategyMeetingView m) {
    boolean waiting = m.actions().stream().anyMatch(a -> a.doneAt() == null);
    return new Tried(
        TriedKind.STRATEGY_MEETING,
        null,
        null,
        m.on(),
        null,
        waiting,
        m.approach() == null ? null : "APPROACH_AGREED",
        null);
  }

  static Tried adjustment(AdjustmentView a) {
    return new Tried(
        TriedKind.ADJUSTMENT,
        a.what().name(),
        null,
        a.requestedOn(),
        null,
        a.status() == AdjustmentStatus.AGREED,
        a.status().name(),
        null);
  }

  static Tried policyShared(PolicyShareView s) {
    return new Tried(
        TriedKind.POLICY_SHARED,
        null,
        null,
        day(s.sharedAt()),
        null,
        false,
        null,
        s.policyVersionLabel());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
