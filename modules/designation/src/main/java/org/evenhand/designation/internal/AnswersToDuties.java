package org.evenhand.designation.internal;

import java.util.Map;
import org.evenhand.foundation.DutyAnswers;
import org.evenhand.foundation.StaffNoticeKind;
import org.springframework.stereotype.Component;

/**
 * How the duties of a case are answered. The head of customer services answers advice with their
 * receipt (P4.2, T4): that they read the notice of it in their inbox is none.
 */
@Component
class AnswersToDuties implements DutyAnswers {

  @Override
  public Map<String, Answer> byKind() {
    var advise = new Answer(StaffNoticeKind.DUTY, "considerationAdvise");
    var receipt = new Answer(StaffNoticeKind.ADVICE, "adviceAcknowledge");
    return Map.of(
        CaseDuty.ADVISE_CONSIDERED.name(), advise,
        CaseDuty.ADVISE_DETERMINED.name(), advise,
        CaseDuty.ACKNOWLEDGE_CONSIDERED.name(), receipt,
        CaseDuty.ACKNOWLEDGE_DETERMINED.name(), receipt,
        CaseDuty.CONSIDERATION_CLOSE.name(),
            new Answer(StaffNoticeKind.DUTY, "considerationDetermine"));
  }
}
