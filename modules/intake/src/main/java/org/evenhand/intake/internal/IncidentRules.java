package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.Affected;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.StatutoryTopic;

/** What may be recorded as an incident, and what never (P6.1, P7.1, F18, T18, T25). */
final class IncidentRules {

  private IncidentRules() {}

  /**
   * @param anythingEarlier whether there was an earlier contact or incident with this customer that
   *     may be counted; without one, no pattern can be found
   * @param at where the incident stands in the input
   */
  static List<Refusal> refusals(
      IncidentToRecord incident, boolean anythingEarlier, LocalDate today, String... at) {
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
    var behaviours = EnumSet.noneOf(Behaviour.class);
    for (String code : incident.behaviours()) {
      Optional<Behaviour> known = behaviour(code);
      checked.refuse(known.isEmpty(), Refusal.notFound("Behaviour", path));
      known.ifPresent(behaviours::add);
    }
    boolean other = behaviours.contains(Behaviour.OTHER);
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
    for (Behaviour behaviour : behaviours) {
      checked.refuse(
          behaviour.patternOnly && !anythingEarlier,
          Refusal.at("PATTERN_ON_FIRST_CONTACT", Map.of("behaviour", behaviour.name()), path));
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
      Checked checked, IncidentToRecord incident, Set<Behaviour> behaviours, String... at) {
    boolean someoneWasWronged =
        behaviours.contains(Behaviour.OFFENSIVE_REMARKS)
            || incident.assault() != null
            || !incident.hateStrands().isEmpty();
    boolean theRightIsCounted = behaviours.stream().anyMatch(b -> b.patternOnly);
    checked
        .refuse(
            !someoneWasWronged || theRightIsCounted,
            Refusal.at(
                "USING_A_RIGHT_IS_NO_INCIDENT",
                Map.of("right", String.valueOf(incident.rightBeingUsed())),
                Checked.in(at, "behaviours")))
        .refuse(
            incident.rightBeingUsed() == StatutoryTopic.REQUEST_TO_RECORD
                && behaviours.contains(Behaviour.COVERT_RECORDING),
            Refusal.at("ASKED_OPENLY_TO_RECORD", Checked.in(at, "behaviours")));
  }

  private static Optional<Behaviour> behaviour(String code) {
    return Arrays.stream(Behaviour.values()).filter(b -> b.name().equals(code)).findFirst();
  }
}
