package org.evenhand.appeals.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.LateDecision;
import org.evenhand.foundation.CaseFileContributor;
import org.springframework.stereotype.Component;

/** When an appeal came in, and what was decided about its lateness (F7). */
@Component
class AppealsInCaseFile implements CaseFileContributor {

  private final AppealReads appeals;

  AppealsInCaseFile(AppealReads appeals) {
    this.appeals = appeals;
  }

  @Override
  public List<Entry> contribute(UUID caseId, UUID personId) {
    var entries = new ArrayList<Entry>();
    for (AppealView appeal : appeals.ofCustomer(personId)) {
      if (appeal.caseId() != null && !Objects.equals(appeal.caseId(), caseId)) {
        continue;
      }
      Map<String, String> reference = Map.of("reference", appeal.reference());
      entries.add(
          new Entry(
              appeal.recordedAt(),
              appeal.inTime() ? "APPEAL_LODGED" : "APPEAL_LODGED_LATE",
              reference,
              "Appeal",
              appeal.id().value(),
              appeal.recordedBy()));
      LateDecision decision = appeal.lateDecision();
      if (decision != null) {
        entries.add(
            new Entry(
                decision.at(),
                decision.accepted() ? "APPEAL_TAKEN_IN_LATE" : "APPEAL_LEFT_OUT_OF_TIME",
                reference,
                "Appeal",
                appeal.id().value(),
                decision.by()));
      }
    }
    return entries;
  }
}
