package org.evenhand.designation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;

/** Looking at determinations again when what they rest on turns out otherwise (T27, F5). */
public interface Rechecking {

  /** Decides whether a determination still stands. */
  record Recheck(ConsiderationId id, int expectedVersion, RecheckOutcome outcome, String reasons) {}

  /**
   * Decides whether a determination stands on what is left. While this waits, and when it falls,
   * nothing restrictive may be imposed on it.
   *
   * <p>Refused: who may not know of the case (NOT_FOUND), anybody but the head of the lead service
   * or of customer services (NOT_YOURS_TO_DO), where nothing is to be looked at
   * (NOTHING_TO_RECHECK), <em>stands</em> while a finding lacks what it needs
   * (FINDINGS_WITHOUT_EVIDENCE, naming what), no reasons.
   *
   * @return the version of the recheck is what {@code expectedVersion} names
   */
  Outcome<ConsiderationView> recheck(Recheck command, Actor actor, Instant now);

  /** Of these considerations, oldest first. */
  List<RecheckView> of(Collection<ConsiderationView> considerations);
}
