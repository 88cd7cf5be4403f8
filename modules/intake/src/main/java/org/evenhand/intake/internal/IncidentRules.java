package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.Affected;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.StatutoryTopic;

/** What may be recorded as an incident, and what never (P6.1, P7.1, F18, T18, T25). */
final class IncidentRules {

  private IncidentRules() {}

  /**
   * @param catalogue the behaviours among those named that the catalogue knows, by their code
   * @param anythingEarlier whether there was an earlier contact or incident with this customer that
   *     may be counted; without one, no pattern can be found
   * @param at where the incident stands in the input
   */
  static List<Refusal> refusals(
      IncidentToRecord incident,
      Map<String, BehaviourView> catalogue,
      boolean anythingEarlier,
      LocalDate today,
      String... at) {
    var checked =
        new Checked()
            .needed(incident.account(), Checked.ACCOUNT, Checked.in(at, "account"))
            .bounded(incident.otherBehaviour(), Checked.LINE, Checked.in(at, "otherBehaviour"))
            .bounded(incident.affectedNote(), Checked.LINE, Checked.in(at, "affectedNote"))
            .bounded(incident.impact().note(), Checked.ACCOUNT, Checked.in(at, "impact", "note"))
            .minutes(incident.impact().minutesSpent(), Checked.in(at, "impact", "minutesSpent"))
            .notAfter(incident.occurredOn(), today, Checked.in(at, "occurredOn"));
    String[] path = Checked.in(at, "behaviours");
    checked.refuse(incident.behaviours().isEmpty(), Refusal.at("BEHAVIOUR_MISSING", path));
    var behaviours = new LinkedHashSet<BehaviourView>();
    for (String code : incident.behaviours()) {
      BehaviourView known = catalogue.get(code);
      if (known == null) {
        checked.refuse(Refusal.notFound("Behaviour", path));
      } else {
        behaviours.add(known);
        checked.refuse(
            !known.effectiveOn(incident.occurredOn()),
            Refusal.at("BEHAVIOUR_NOT_IN_USE", Map.of("behaviour", code), path));
      }
    }
    boolean other = behaviours.stream().anyMatch(BehaviourView::textNeeded);
    boolean words = Checked.tidy(incident.otherBehaviour()) != null;
    checked
        .refuse(other && !words, Refusal.at("TEXT_MISSING", Checked.in(at, "otherBehaviour")))
        .refuse(words && !other, Refusal.at("OTHER_NOT_NAMED", Checked.in(at, "otherBehaviour")))
        .refuse(
            !incident.hateStrands().isEmpty() && incident.hatePerceivedBy() == null,
            Refusal.at("PERCEPTION_MISSING", Checked.in(at, "hatePerceivedBy")))
        .refuse(
            incident.hateStrands().isEmpty() && incident.hatePerceivedBy() != null,
            Refusal.at("STRAND_MISSING", Checked.in(at, "hateStrands")));
    for (BehaviourView behaviour : behaviours) {
      checked.refuse(
          behaviour.patternOnly() && !anythingEarlier,
          Refusal.at("PATTERN_ON_FIRST_CONTACT", Map.of("behaviour", behaviour.code()), path));
    }
    checked.refuse(
        incident.staffInjury() != null
            && !incident.affected().contains(Affected.STAFF)
            && !incident.affected().contains(Affected.CONTRACTOR),
        Refusal.at("INJURED_AT_WORK_ONLY", Checked.in(at, "staffInjury")));
    if (incident.rightBeingUsed() != null) {
      rights(checked, incident, behaviours, at);
    }
    return checked.refusals();
  }

  /** A right is no incident; what was done to somebody while using it can be one (F18, T25). */
  private static void rights(
      Checked checked, IncidentToRecord incident, Set<BehaviourView> behaviours, String... at) {
    boolean someoneWasWronged =
        behaviours.stream().anyMatch(IncidentRules::wrongsSomebody)
            || incident.assault() != null
            || !incident.hateStrands().isEmpty();
    boolean theRightIsCounted = behaviours.stream().anyMatch(BehaviourView::patternOnly);
    checked
        .refuse(
            !someoneWasWronged || theRightIsCounted,
            Refusal.at(
                "USING_A_RIGHT_IS_NO_INCIDENT",
                Map.of("right", String.valueOf(incident.rightBeingUsed())),
                Checked.in(at, "behaviours")))
        .refuse(
            incident.rightBeingUsed() == StatutoryTopic.REQUEST_TO_RECORD
                && behaviours.stream().anyMatch(IncidentRules::recordsInSecret),
            Refusal.at("ASKED_OPENLY_TO_RECORD", Checked.in(at, "behaviours")));
  }

  /** How people are treated; recording without saying so is about openness, not about harm. */
  private static boolean wrongsSomebody(BehaviourView behaviour) {
    return behaviour.family() == ConductFamily.MANNER && !recordsInSecret(behaviour);
  }

  private static boolean recordsInSecret(BehaviourView behaviour) {
    return behaviour.code().equals(Behaviour.COVERT_RECORDING.name());
  }
}
