package org.evenhand.intake.internal;

import java.util.List;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.IncidentView;

/** What can be put right or decided now, from the rules that guard the acts. */
public final class CorrectionActs {

  private CorrectionActs() {}

  public static List<AvailableAction> of(IncidentView incident, Actor actor) {
    var refusals = CorrectionRules.mayCorrect(incident, actor);
    return List.of(
        AvailableAction.of("CORRECT", "incidentCorrect", refusals, null),
        AvailableAction.of("VOID", "incidentVoid", refusals, null));
  }

  public static List<AvailableAction> of(AccuracyChallengeView challenge, Actor actor) {
    return List.of(
        AvailableAction.of(
            "DECIDE",
            "accuracyDecide",
            CorrectionRules.mayDecide(challenge, actor),
            challenge.outcome() == null ? challenge.decideBy() : null));
  }

  /** Whether this challenge is open to this person at all. */
  public static boolean maySee(AccuracyChallengeView challenge, Actor actor) {
    return CorrectionDesk.maySee(challenge, actor);
  }

  /** Whether this telling is this person's to know of. */
  public static boolean maySee(CorrectionTellingView telling, Actor actor) {
    return Sight.of(actor).all() || CorrectionRules.answersFor(actor, telling.serviceArea());
  }
}
