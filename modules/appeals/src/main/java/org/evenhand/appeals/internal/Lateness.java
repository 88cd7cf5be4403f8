package org.evenhand.appeals.internal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;

/**
 * Who may decide whether a late appeal is taken in: whom the authority matrix names (F15, T8), and
 * nobody who had a part in the decision appealed against (T6).
 */
final class Lateness {

  private Lateness() {}

  /**
   * @param involved whether this person signed the notice or had a disqualifying part in the case
   */
  static List<Refusal> refusals(
      AppealStatus status, AuthorityMatrix authority, Actor actor, boolean involved) {
    var refusals = new ArrayList<Refusal>();
    if (status != AppealStatus.LATE) {
      refusals.add(Refusal.of("APPEAL_NOT_LATE"));
    }
    if (!authority.may(actor, DecisionKind.ACCEPT_LATE_APPEAL, DecisionScope.CORPORATE)) {
      refusals.add(
          AuthorityRefusal.of(
              "MAY_NOT_DECIDE_LATENESS",
              authority.whoMay(DecisionKind.ACCEPT_LATE_APPEAL, DecisionScope.CORPORATE).stream()
                  .sorted()
                  .toArray(Role[]::new)));
    }
    if (involved) {
      refusals.add(Refusal.of("APPEAL_DECIDER_INVOLVED"));
    }
    return refusals;
  }
}
