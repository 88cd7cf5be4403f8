package org.evenhand.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a type is told about a customer to judge whether it suits them: closed, and without a name,
 * an address or any words. It grows only together with a type that uses more.
 *
 * @param on the day of the assessment
 * @param nature what the action is to be
 * @param scope the services it is to cover; empty means all
 * @param designated a determination of unreasonable behaviour stands
 * @param under18 the customer is a child (T19)
 * @param vulnerable vulnerability or different needs are recorded
 * @param adjustmentUndecided a request for a reasonable adjustment waits for a decision (F3)
 * @param unusableChannels channels that agreed adjustments say the customer cannot use
 * @param hasRepresentative somebody is recorded as speaking for the customer
 * @param tenant the customer rents their home from the council
 * @param concludedMatters matters with a decision that was explained
 * @param openMatters matters without one (F16)
 * @param inForce types of what is in force already
 * @param incidents what happened, newest first
 */
public record AssessmentFacts(
    LocalDate on,
    Nature nature,
    Set<Ref> scope,
    boolean designated,
    boolean under18,
    boolean vulnerable,
    boolean adjustmentUndecided,
    Set<Channel> unusableChannels,
    boolean hasRepresentative,
    boolean tenant,
    Set<Ref> concludedMatters,
    Set<Ref> openMatters,
    Set<TypeId> inForce,
    List<AssessedIncident> incidents) {
  public AssessmentFacts {
    scope = Names.sorted(scope);
    unusableChannels = Names.enums(unusableChannels, Channel.class);
    concludedMatters = Names.sorted(concludedMatters);
    openMatters = Names.sorted(openMatters);
    inForce = Names.sorted(inForce);
    incidents = List.copyOf(incidents);
  }
}
