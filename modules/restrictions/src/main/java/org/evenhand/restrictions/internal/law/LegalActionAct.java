package org.evenhand.restrictions.internal.law;

import java.util.List;
import java.util.Map;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.restrictions.LegalActionView;

/** What may be done with legal action on record, in which state; the guard of the act. */
public enum LegalActionAct {
  RECORD("legalActionRecord");

  private final String mutation;

  LegalActionAct(String mutation) {
    this.mutation = mutation;
  }

  List<Refusal> refusals(LegalActionView action) {
    return action.stage().over()
        ? List.of(Refusal.of("LEGAL_ACTION_OVER", Map.of("action", action.reference())))
        : List.of();
  }

  public static List<AvailableAction> all(LegalActionView action) {
    return List.of(
        AvailableAction.of(
            RECORD.name(), RECORD.mutation, RECORD.refusals(action), action.nextStepOn()));
  }
}
