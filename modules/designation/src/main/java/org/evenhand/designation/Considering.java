package org.evenhand.designation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * From a triaged concern to a decision with reasons (P8.0, P8.1). Every act is done by whoever is
 * signed in, inside one act of {@code Acts}; what is out of order is refused before anything is
 * written. Texts are bounded: reasons and accounts to 10,000 characters, names and short notes to
 * 500.
 */
public interface Considering {

  /**
   * Begins to consider a customer's behaviour (P4.2).
   *
   * @param leadService the service whose head leads; a head of service names an area of their own
   * @param otherServices others involved, beside those of the linked incidents
   * @param buildings codes of council buildings concerned (T5)
   * @param wholeCouncil whether action for the whole council is in question (T5)
   * @param organisationRisk what the wider organisation risks; null if nothing (T5)
   * @param concernIds triaged concerns about this customer
   * @param incidentIds incidents of this customer, beside those of the concerns
   * @param boundMembers for a group, the members considered, each with their own incidents (T15)
   * @param why why the behaviour is considered
   */
  record Open(
      CustomerId customerId,
      ServiceAreaCode leadService,
      Set<ServiceAreaCode> otherServices,
      Set<String> buildings,
      boolean wholeCouncil,
      @Nullable String organisationRisk,
      Set<ConcernId> concernIds,
      Set<IncidentId> incidentIds,
      List<BoundMember> boundMembers,
      String why) {
    public Open {
      otherServices = Set.copyOf(otherServices);
      buildings = Set.copyOf(buildings);
      concernIds = Set.copyOf(concernIds);
      incidentIds = Set.copyOf(incidentIds);
      boundMembers = List.copyOf(boundMembers);
    }
  }

  /**
   * Answers one of the five checks, or answers it again (P8.0).
   *
   * @param stage at which it is asked; other than the decision only for new information (T3)
   * @param evidence what shows it
   * @param files documents that show it, each sent by whoever answers
   * @param reason needed unless the answer is satisfied
   * @param decidedBy whose decision the underlying one was; needed to confirm that it is right,
   *     unless a matter of the customer says so (T3)
   */
  record RecordCheck(
      ConsiderationId id,
      CheckKind kind,
      CheckStage stage,
      CheckAnswer answer,
      String evidence,
      @Nullable String reason,
      @Nullable ActorId decidedBy,
      List<FileId> files,
      @Nullable Integer expectedVersion) {
    public RecordCheck {
      files = List.copyOf(files);
    }

    /** An answer before the decision, shown in words. */
    public RecordCheck(
        ConsiderationId id,
        CheckKind kind,
        CheckAnswer answer,
        String evidence,
        @Nullable String reason,
        @Nullable ActorId decidedBy,
        @Nullable Integer expectedVersion) {
      this(
          id,
          kind,
          CheckStage.DECISION,
          answer,
          evidence,
          reason,
          decidedBy,
          List.of(),
          expectedVersion);
    }
  }

  /**
   * Records a step in hearing the customer (F5).
   *
   * @param on the day on which it happened, never ahead
   * @param byDate the day to answer by, for an invitation; the day by which the customer is heard
   *     afterwards, where hearing is dispensed with
   * @param account how the customer was asked, or what they say; needed where they were or do
   * @param reason why safety forbids waiting; needed where hearing is dispensed with
   */
  record RecordRepresentation(
      ConsiderationId id,
      RepresentationKind kind,
      LocalDate on,
      @Nullable LocalDate byDate,
      @Nullable String account,
      @Nullable String reason,
      @Nullable Integer expectedVersion) {}

  /**
   * Weighs circumstances, others affected, and whether a warning is called for (P8.1, F3, F14,
   * F20).
   */
  record Assess(
      ConsiderationId id,
      CouldArise couldArise,
      String circumstances,
      Set<AffectedKind> affected,
      @Nullable String othersAffected,
      @Nullable String warningDispensedBecause,
      List<Assessment.UnrelatedMatter> unrelatedMatters,
      @Nullable Integer expectedVersion) {
    public Assess {
      affected = Set.copyOf(affected);
      unrelatedMatters = List.copyOf(unrelatedMatters);
    }

    /** The matters set aside, without the reasons. */
    public List<MatterId> setAside() {
      return unrelatedMatters.stream().map(Assessment.UnrelatedMatter::matterId).toList();
    }
  }

  /** States anew how far the case reaches (T5). Services of linked incidents stay in it. */
  record ChangeScope(
      ConsiderationId id,
      Set<ServiceAreaCode> otherServices,
      Set<String> buildings,
      boolean wholeCouncil,
      @Nullable String organisationRisk,
      @Nullable Integer expectedVersion) {
    public ChangeScope {
      otherServices = Set.copyOf(otherServices);
      buildings = Set.copyOf(buildings);
    }
  }

  /**
   * Names further incidents of the customer that belong to an open case (T2); those of a group's
   * members stay with the members.
   */
  record NameIncidents(
      ConsiderationId id, Set<IncidentId> incidentIds, @Nullable Integer expectedVersion) {
    public NameIncidents {
      incidentIds = Set.copyOf(incidentIds);
    }
  }

  /**
   * Records the safeguarding lead's decision and the notice to a parent or litigation friend (T19).
   */
  record RecordProtection(
      ConsiderationId id,
      String safeguardingLead,
      boolean mayProceed,
      String reasons,
      @Nullable String noticeTo,
      @Nullable LocalDate noticeOn,
      @Nullable Integer expectedVersion) {}

  /** Tells the Head of Customer Services (P4.2, T4). */
  record Advise(
      ConsiderationId id,
      AdviceKind kind,
      @Nullable String note,
      @Nullable Integer expectedVersion) {}

  /** Records that the Head of Customer Services has read it (P4.2). */
  record Acknowledge(ConsiderationId id, AdviceKind kind, @Nullable Integer expectedVersion) {}

  /** Records somebody's part in the case that no other act shows (T6). */
  record Involve(
      ConsiderationId id,
      ActorId person,
      InvolvementKind kind,
      String note,
      @Nullable Integer expectedVersion) {}

  /**
   * Decides (P8.0, F15, F17). See {@link Determination} for the parts.
   *
   * @param restrictiveAllowed whether restrictive action may rest on it
   */
  record Determine(
      ConsiderationId id,
      Category category,
      GrievanceFinding grievance,
      String grievanceReasons,
      boolean hinders,
      String hindrance,
      ConductPattern pattern,
      @Nullable String ourShare,
      @Nullable String manner,
      boolean restrictiveAllowed,
      String reasons,
      @Nullable Integer expectedVersion) {}

  /** Closes a consideration; one that is open only where it should not have been opened. */
  record Close(
      ConsiderationId id, CloseCause cause, String reason, @Nullable Integer expectedVersion) {}

  /**
   * Opens the duty to advise the Head of Customer Services and starts the local clock (T7).
   * Publishes {@link ConsiderationOpened}. Refused: {@code NOT_FOUND}, {@code NO_POLICY_IN_FORCE},
   * {@code NOTHING_TO_CONSIDER}, {@code CONCERN_NOT_TRIAGED}, {@code CONCERN_OF_ANOTHER_CUSTOMER},
   * {@code INCIDENT_OF_ANOTHER_CUSTOMER}, {@code ALREADY_CONSIDERED}, {@code CAPACITY_NOT_STATED}
   * and {@code ANOTHER_ROUTE} (an elected member acting as such goes to the Monitoring Officer,
   * T19), {@code NOT_A_GROUP}, {@code NOT_A_MEMBER_OF_THE_GROUP}, {@code
   * MEMBER_WITHOUT_OWN_CONDUCT} (T15), {@code NOT_YOUR_SERVICE}.
   */
  Outcome<ConsiderationView> open(Open command);

  /**
   * Refused: {@code CHECK_REASON_MISSING}, {@code DECIDER_UNKNOWN}, {@code OWN_DECISION} and {@code
   * STAGE_NOT_ASKED} (T3), and a file that cannot be used.
   */
  Outcome<ConsiderationView> recordCheck(RecordCheck command);

  /**
   * Refused: {@code NOT_INVITED}, {@code REPLY_DAY_NOT_OVER}, {@code DAY_AHEAD}, {@code
   * DATE_MISSING}, {@code DATE_BEFORE_ANOTHER}, {@code TEXT_MISSING}.
   */
  Outcome<ConsiderationView> recordRepresentation(RecordRepresentation command);

  /** Refused: {@code MATTER_OF_ANOTHER_CUSTOMER}. */
  Outcome<ConsiderationView> assess(Assess command);

  Outcome<ConsiderationView> changeScope(ChangeScope command);

  /**
   * Refused beside what any act is: {@code NOTHING_TO_CONSIDER} without an incident, {@code
   * NOT_FOUND}, {@code INCIDENT_OF_ANOTHER_CUSTOMER}, {@code NAMED_TWICE} for one that is in the
   * case already, and what opening refuses of the concern behind one.
   */
  Outcome<ConsiderationView> nameIncidents(NameIncidents command);

  /** Refused: {@code NO_PROTECTION_NEEDED}, {@code NOTICE_INCOMPLETE}, {@code DAY_AHEAD}. */
  Outcome<ConsiderationView> recordProtection(RecordProtection command);

  /** Refused: {@code ALREADY_ADVISED}. Publishes {@link HeadOfCustomerServicesAdvised}. */
  Outcome<ConsiderationView> advise(Advise command);

  /** Refused: {@code NOT_ADVISED}, {@code ALREADY_ACKNOWLEDGED}. */
  Outcome<ConsiderationView> acknowledge(Acknowledge command);

  /** Refused: {@code INVOLVEMENT_RECORDED_BY_ACT} for what the acts themselves record. */
  Outcome<ConsiderationView> involve(Involve command);

  /**
   * Publishes {@link DeterminationMade}, opens the duties to tell the customer and, a second time,
   * the Head of Customer Services (T4). Warns {@code POLICY_ADOPTED_ONLY} (T24), {@code
   * REASONS_THIN} and {@code REASONS_USED_BEFORE} (F17), {@code WARNING_NAMES_NO_CONDUCT} (F20).
   *
   * <p>Refused: {@code DETERMINATION_STEPS_MISSING} with every step (F1), {@code
   * DECIDED_CORPORATELY} or {@code DECIDED_BY_LEAD_SERVICE} with who may (F15, T5), {@code
   * HINDRANCE_NOT_FOUND}, {@code PATTERN_CONTRADICTS_CATEGORY}, {@code OUR_SHARE_NOT_WEIGHED},
   * {@code CAUSE_NOT_FOUND}, {@code MANNER_FINDING_MISSING}, {@code MANNER_NOT_EVIDENCED}, {@code
   * NOTHING_TO_RESTRICT}, {@code NO_POLICY_IN_FORCE}.
   */
  Outcome<ConsiderationView> determine(Determine command);

  /** Refused: {@code ADVICE_NOT_ACKNOWLEDGED}. Publishes {@link ConsiderationClosed}. */
  Outcome<ConsiderationView> close(Close command);
}
