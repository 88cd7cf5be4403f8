package org.evenhand.designation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/**
 * A warning as it stands: for which conduct, and what follows if it goes on (F20, P8.3.8).
 *
 * @param reference what letters quote
 * @param considerationId the case in which it was given; null for one given outside any
 * @param conduct what it names, in neutral words (T28), as corrected; null where the policy was
 *     shared with a warning that named nothing
 * @param incidentIds what it rests on; empty where it names nothing
 * @param policyVersionId the version it was given under; null where an action of that kind names it
 *     in words only
 * @param noticeId the letter; null where it was given another way
 * @param challenge null unless the customer challenged its facts
 */
public record WarningView(
    WarningId id,
    int version,
    String reference,
    CustomerId customerId,
    @Nullable ConsiderationId considerationId,
    @Nullable String conduct,
    Set<IncidentId> incidentIds,
    String whatFollows,
    @Nullable PolicyVersionId policyVersionId,
    @Nullable NoticeId noticeId,
    Instant issuedAt,
    ActorId issuedBy,
    @Nullable Challenge challenge) {

  /**
   * The customer says that a fact is wrong.
   *
   * @param decision null until somebody decided
   */
  public record Challenge(
      String grounds,
      LocalDate on,
      ActorId recordedBy,
      Instant recordedAt,
      @Nullable Decision decision) {}

  /**
   * What was decided about the challenge, by somebody who had no part in the warning.
   *
   * @param correctedConduct the conduct as it should have been named; null unless corrected
   * @param told null until the customer knows of it
   */
  public record Decision(
      ChallengeOutcome outcome,
      String reasons,
      @Nullable String correctedConduct,
      ActorId by,
      Role as,
      Instant at,
      @Nullable Told told) {}

  /** That the customer was told what came of the challenge. */
  public record Told(LocalDate on, String how, ActorId by) {}

  public WarningView {
    incidentIds = Set.copyOf(incidentIds);
  }

  public WarningStatus status() {
    if (challenge == null) {
      return WarningStatus.GIVEN;
    }
    return challenge.decision() == null
        ? WarningStatus.CHALLENGED
        : challenge.decision().outcome().then();
  }
}
