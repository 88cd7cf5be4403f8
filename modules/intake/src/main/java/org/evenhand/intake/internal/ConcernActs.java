package org.evenhand.intake.internal;

import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.intake.ConcernView;

/** What can be done with a concern now, from the rules that guard the acts. */
public final class ConcernActs {

  private ConcernActs() {}

  public static List<AvailableAction> of(ConcernView concern, Actor actor) {
    return List.of(
        AvailableAction.of("TRIAGE", "concernTriage", TriageRules.mayTriage(concern, actor), null),
        AvailableAction.of(
            "ADD_INCIDENT", "incidentRecord", TriageRules.mayAddIncident(concern), null));
  }

  /** Whether this concern is open to this person at all. */
  public static boolean maySee(ConcernView concern, Actor actor) {
    return ConcernDesk.maySee(concern, actor);
  }
}
