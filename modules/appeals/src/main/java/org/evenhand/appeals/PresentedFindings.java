package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;

/**
 * Findings as they were presented to a member of the Corporate Management Team (P10.4).
 *
 * @param presentedTo the subject of the member's token
 * @param customersCase what the customer says, at its strongest
 * @param grounds one finding for each ground
 * @param decideBy the council's own, local clock for deciding (T7)
 */
public record PresentedFindings(
    ActorId presentedTo,
    String presentedToName,
    String customersCase,
    String summary,
    List<GroundFinding> grounds,
    List<DecisionOption> options,
    LocalDate decideBy,
    ActorId by,
    Instant at) {
  public PresentedFindings {
    grounds = List.copyOf(grounds);
    options = List.copyOf(options);
  }
}
