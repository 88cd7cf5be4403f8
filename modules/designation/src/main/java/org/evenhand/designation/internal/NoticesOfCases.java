package org.evenhand.designation.internal;

import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.foundation.Duties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The duty to give the customer the findings ends with the notice that gives them (P4.2). */
@Component
class NoticesOfCases {

  private final Duties duties;

  NoticesOfCases(Duties duties) {
    this.duties = duties;
  }

  @EventListener
  void findingsGiven(NoticeIssued issued) {
    boolean tellsFindings =
        issued.kind() == NoticeKind.DETERMINATION || issued.kind() == NoticeKind.RESTRICTIONS;
    if (issued.caseId() != null && tellsFindings) {
      duties.discharge(
          CaseDuty.TELL_CUSTOMER.name(),
          issued.caseId(),
          issued.noticeId().toString(),
          null,
          issued.at());
    }
  }
}
