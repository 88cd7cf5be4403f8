package org.evenhand.restrictions.internal.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.restrictions.CourtTermsView;

/** What may be done with a court's terms, in which state and by whom; the guard of each act. */
public enum CourtTermsAct {
  CONFIRM("courtTermsConfirm"),
  END("courtTermsEnd");

  private final String mutation;

  CourtTermsAct(String mutation) {
    this.mutation = mutation;
  }

  List<Refusal> refusals(CourtTermsView terms, Actor actor, LocalDate today) {
    var refusals = new ArrayList<Refusal>();
    if (terms.over(today)) {
      refusals.add(Refusal.of("COURT_TERMS_OVER", Map.of("terms", terms.reference())));
    }
    if (!actor.holdsAny(Role.LEGAL, Role.HEAD_OF_CUSTOMER_SERVICES)) {
      refusals.add(
          AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.LEGAL, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    return refusals;
  }

  /** The whole table for one court's terms and one person. */
  public static List<AvailableAction> all(CourtTermsView terms, Actor actor, LocalDate today) {
    return Arrays.stream(values())
        .map(
            act ->
                AvailableAction.of(
                    act.name(),
                    act.mutation,
                    act.refusals(terms, actor, today),
                    act == CONFIRM && !terms.over(today) ? terms.checkOn() : null))
        .toList();
  }
}
