package org.evenhand.intake.internal;

import java.util.Map;
import org.evenhand.foundation.DutyAnswers;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNotices;
import org.evenhand.intake.ConcernTriaged;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ObligationKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What staff hear from here: whoever reported a concern hears that it was dealt with (P5.1), and
 * the owner of an obligation how to answer it (P9.5, T18).
 */
@Component
class TellingStaff implements DutyAnswers {

  private final ConcernReading concerns;
  private final StaffNotices staffNotices;

  TellingStaff(ConcernReading concerns, StaffNotices staffNotices) {
    this.concerns = concerns;
    this.staffNotices = staffNotices;
  }

  /** Nobody needs to be told of what they did themselves. */
  @EventListener
  void tellTheReporter(ConcernTriaged triaged) {
    ConcernView concern = concerns.find(triaged.concernId()).orElseThrow();
    if (concern.reportedBy().equals(triaged.by())) {
      return;
    }
    staffNotices.tell(
        StaffNotice.toOfficer(concern.reportedBy(), StaffNoticeKind.FEEDBACK, "CONCERN_DEALT_WITH")
            .about("Concern", concern.id().value())
            .with("reference", StaffNoticeValue.reference(concern.reference())),
        triaged.at());
  }

  @Override
  public Map<String, Answer> byKind() {
    var report = new Answer(StaffNoticeKind.DUTY, "obligationDischarge");
    var outcome = new Answer(StaffNoticeKind.DUTY, "obligationOutcomeRecord");
    return Map.of(
        ObligationKind.POLICE_REPORT.name(),
        report,
        ObligationKind.HATE_INCIDENT_REPORT.name(),
        report,
        LegalHoldDesk.REVIEW,
        new Answer(StaffNoticeKind.DUTY, "legalHoldReview"),
        RecordsDue.KIND,
        new Answer(StaffNoticeKind.DUTY, "recordsErase"),
        ObligationsDue.POLICE_OUTCOME,
        outcome,
        ObligationsDue.HATE_REPORT_OUTCOME,
        outcome);
  }
}
