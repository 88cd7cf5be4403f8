package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** Reporting concerns about behaviour, and dealing with them as their owner (P5.1, P6, P7). */
public interface ReportingConcerns {

  /**
   * @param occurredAt the time of day; null where it is not known
   * @param contactId the contact in which it happened, if it was logged
   * @param harassment repeated contact that may be harassment: the police are told after
   *     consultation (P9.4)
   * @param staffInjury what it did to somebody at work; null where nobody was hurt
   * @param sourceGrade null takes the one that fits the reporter: a contractor's is the provider's
   */
  record IncidentToRecord(
      LocalDate occurredOn,
      @Nullable LocalTime occurredAt,
      Channel channel,
      @Nullable ContactId contactId,
      List<String> behaviours,
      @Nullable String otherBehaviour,
      @Nullable StatutoryTopic rightBeingUsed,
      Set<Affected> affected,
      @Nullable String affectedNote,
      Impact impact,
      boolean customerDistressed,
      String account,
      @Nullable SourceGrade sourceGrade,
      Confidence identityConfidence,
      boolean tested,
      @Nullable Assault assault,
      Set<HateStrand> hateStrands,
      @Nullable PerceivedBy hatePerceivedBy,
      boolean harassment,
      @Nullable StaffInjury staffInjury) {

    /** Of one that is no harassment and hurt nobody at work. */
    public IncidentToRecord(
        LocalDate occurredOn,
        @Nullable LocalTime occurredAt,
        Channel channel,
        @Nullable ContactId contactId,
        List<String> behaviours,
        @Nullable String otherBehaviour,
        @Nullable StatutoryTopic rightBeingUsed,
        Set<Affected> affected,
        @Nullable String affectedNote,
        Impact impact,
        boolean customerDistressed,
        String account,
        @Nullable SourceGrade sourceGrade,
        Confidence identityConfidence,
        boolean tested,
        @Nullable Assault assault,
        Set<HateStrand> hateStrands,
        @Nullable PerceivedBy hatePerceivedBy) {
      this(
          occurredOn,
          occurredAt,
          channel,
          contactId,
          behaviours,
          otherBehaviour,
          rightBeingUsed,
          affected,
          affectedNote,
          impact,
          customerDistressed,
          account,
          sourceGrade,
          identityConfidence,
          tested,
          assault,
          hateStrands,
          hatePerceivedBy,
          false,
          null);
    }

    public IncidentToRecord {
      behaviours = List.copyOf(behaviours);
      affected = Set.copyOf(affected);
      hateStrands = Set.copyOf(hateStrands);
    }
  }

  /**
   * @param customerId who it is about; null where that is not known, then {@code unknownPerson}
   *     says how to recognise them
   * @param subjectCapacity null where the reporter cannot say; asked at triage for an elected
   *     member
   * @param serviceArea null goes to the head of customer services
   * @param subjectActor the officer or member whom it is about, by the subject of their token; they
   *     never see or decide it (T19)
   */
  record ConcernToReport(
      @Nullable CustomerId customerId,
      @Nullable String unknownPerson,
      @Nullable SubjectCapacity subjectCapacity,
      @Nullable ServiceAreaCode serviceArea,
      @Nullable String summary,
      List<IncidentToRecord> incidents,
      boolean disclosedDisability,
      @Nullable ActorId subjectActor) {

    /** About nobody whom the council employs or elected by name. */
    public ConcernToReport(
        @Nullable CustomerId customerId,
        @Nullable String unknownPerson,
        @Nullable SubjectCapacity subjectCapacity,
        @Nullable ServiceAreaCode serviceArea,
        @Nullable String summary,
        List<IncidentToRecord> incidents,
        boolean disclosedDisability) {
      this(
          customerId,
          unknownPerson,
          subjectCapacity,
          serviceArea,
          summary,
          incidents,
          disclosedDisability,
          null);
    }

    /** A concern in which no disability was disclosed. */
    public ConcernToReport(
        @Nullable CustomerId customerId,
        @Nullable String unknownPerson,
        @Nullable SubjectCapacity subjectCapacity,
        @Nullable ServiceAreaCode serviceArea,
        @Nullable String summary,
        List<IncidentToRecord> incidents) {
      this(customerId, unknownPerson, subjectCapacity, serviceArea, summary, incidents, false);
    }

    public ConcernToReport {
      incidents = List.copyOf(incidents);
    }
  }

  /** What the owner decides. */
  enum TriageOutcome {
    ACCEPT,
    NO_FURTHER_ACTION,
    ROUTE_ELSEWHERE
  }

  /**
   * @param customerId who it turned out to be; null leaves it as it is
   * @param subjectCapacity as what they acted; null leaves it as it is
   * @param route where to, for {@link TriageOutcome#ROUTE_ELSEWHERE}
   * @param reason needed unless it is accepted
   * @param feedback what the reporter is told, always
   */
  record Triage(
      ConcernId id,
      int expectedVersion,
      TriageOutcome outcome,
      @Nullable CustomerId customerId,
      @Nullable SubjectCapacity subjectCapacity,
      @Nullable ConcernRoute route,
      @Nullable String reason,
      String feedback) {}

  /**
   * Reports a concern with the incidents behind it. It always has an owner (P5.1): one about a head
   * of service or a named officer goes to the head of customer services, one about the head of
   * customer services to the monitoring officer, and whom it is about never sees it (T19). An
   * assault opens the duty to report to the police at once (P9.5), hate strands the duty to report
   * within the policy's clock (P7.2).
   *
   * <p>Refused: nobody to be about (PERSON_MISSING), no incident (INCIDENT_MISSING), a service area
   * that does not exist, and for an incident: an unknown behaviour, OTHER without words, strands
   * without whose perception, using a right (USING_A_RIGHT_IS_NO_INCIDENT, F18, T25), asking openly
   * to record taken for covert recording (F18), or a behaviour of repetition on a first contact
   * (PATTERN_ON_FIRST_CONTACT, F18).
   */
  Outcome<ConcernView> report(ConcernToReport command, Actor actor, Instant now);

  /** Adds an incident to a concern that is not closed, by the same rules. */
  Outcome<IncidentView> recordIncident(
      ConcernId concern, IncidentToRecord command, Actor actor, Instant now);

  /**
   * The owner takes a concern up, lays it down with a reason, or sends it to where it belongs.
   *
   * <p>Refused: anybody but the owner (an authority refusal), a concern that is dealt with
   * (CONCERN_TRIAGED), acceptance while it is not known who it was (CUSTOMER_NOT_IDENTIFIED), an
   * elected member whose capacity nobody stated (CAPACITY_MISSING), a route that does not fit the
   * capacity (ROUTE_DOES_NOT_FIT, T19), a missing reason.
   */
  Outcome<ConcernView> triage(Triage command, Actor actor, Instant now);
}
