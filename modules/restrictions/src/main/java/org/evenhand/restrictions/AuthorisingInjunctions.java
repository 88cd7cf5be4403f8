package org.evenhand.restrictions;

import java.util.List;
import org.evenhand.foundation.Outcome;
import org.evenhand.restrictions.InjunctionView.Advice;
import org.evenhand.restrictions.InjunctionView.Breach;
import org.evenhand.restrictions.InjunctionView.CapacityDecision;
import org.evenhand.restrictions.InjunctionView.YouthConsultation;
import org.jspecify.annotations.Nullable;

/** Seeking an injunction where an exclusion is not kept to (P8.3.13, T11). Call within an act. */
public interface AuthorisingInjunctions {

  record InjunctionToAuthorise(
      RestrictionId exclusion,
      List<Breach> breaches,
      String reasons,
      Advice advice,
      @Nullable YouthConsultation youth,
      @Nullable CapacityDecision capacity) {
    public InjunctionToAuthorise {
      breaches = List.copyOf(breaches);
    }
  }

  /**
   * Refuses whatever the file lacks: an exclusion that was served and stands (NOT_AN_EXCLUSION,
   * EXCLUSION_ENDED, EXCLUSION_NOT_SERVED), a breach with proof (BREACH_WITH_PROOF_MISSING,
   * NOT_A_BREACH), legal advice, for somebody under 18 the youth-offending consultation
   * (YOUTH_CONSULTATION_MISSING), where capacity is in doubt the named decision; anybody under 10
   * (NEVER_UNDER_TEN); whom the scheme of delegation does not name (F15). A deputy decides while
   * the post is vacant or its holder is away.
   */
  Outcome<InjunctionView> authorise(InjunctionToAuthorise injunction);

  /** It is not sought any more. */
  Outcome<InjunctionView> withdraw(
      InjunctionId id, @Nullable Integer expectedVersion, String reason);
}
