package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.policy.PolicyVersionId;
import org.jspecify.annotations.Nullable;

/** Training on the policy and the CRM, and who read and accepted the policy (P4.1, PP.1). */
public interface Training {

  /** A session that was held. */
  record Session(
      TrainingKind kind,
      String title,
      LocalDate heldOn,
      @Nullable ServiceAreaCode serviceArea,
      Set<OfficerId> attended) {
    public Session {
      attended = Set.copyOf(attended);
    }
  }

  /**
   * Records a session. Refused: DATE_IN_FUTURE, a missing title, SERVICE_AREA_UNKNOWN, officers who
   * are unknown (OFFICER_UNKNOWN), a training nobody attended (NOBODY_ATTENDED).
   */
  Outcome<TrainingSessionView> record(Session command, Actor by, Instant now);

  Optional<TrainingSessionView> find(TrainingSessionId id);

  /** Latest first, in the areas that the reader may see; those for all are in each. */
  List<TrainingSessionView> sessions(Actor reader);

  /**
   * Records that the caller read and accepts this version; a second time it changes nothing.
   * Refused: NOT_FOUND, a version that is only a draft (POLICY_VERSION_IS_DRAFT).
   */
  Outcome<PolicyAcceptanceView> accept(PolicyVersionId version, Actor by, Instant now);

  /** Who accepted this version, earliest first. */
  List<PolicyAcceptanceView> acceptances(PolicyVersionId version);

  Optional<PolicyAcceptanceView> acceptance(java.util.UUID id);
}
