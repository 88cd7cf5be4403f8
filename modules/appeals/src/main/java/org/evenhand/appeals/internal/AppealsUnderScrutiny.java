package org.evenhand.appeals.internal;

import java.util.List;
import java.util.Map;
import org.evenhand.appeals.AppealView;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ReadinessContributor;
import org.evenhand.designation.ScrutinyPoint;
import org.springframework.stereotype.Component;

/** Whether each appeal of a case was answered (F4). */
@Component
class AppealsUnderScrutiny implements ReadinessContributor {

  private final AppealReads appeals;

  AppealsUnderScrutiny(AppealReads appeals) {
    this.appeals = appeals;
  }

  @Override
  public List<Evidence> evidence(ConsiderationId consideration) {
    return appeals.ofCase(consideration.value()).stream()
        .map(AppealsUnderScrutiny::evidence)
        .toList();
  }

  private static Evidence evidence(AppealView appeal) {
    return new Evidence(
        ScrutinyPoint.APPEAL_OFFERED_AND_ANSWERED,
        "APPEAL_ANSWERED",
        !appeal.status().pending(),
        Map.of("reference", appeal.reference()));
  }
}
