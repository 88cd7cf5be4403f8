package org.evenhand.intake.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.SubjectCapacity;
import org.jspecify.annotations.Nullable;

/** Who deals with a concern, and what they may decide (P5.1, T19). */
final class TriageRules {

  private TriageRules() {}

  /** Who owns a concern about that service area: there is always somebody (P5.1). */
  static Role ownerOf(@Nullable ServiceAreaCode area) {
    return area == null ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE;
  }

  /** As {@link #ownerOf(ServiceAreaCode)}, but never somebody whom it is about (T19). */
  static Role ownerOf(
      @Nullable ServiceAreaCode area,
      @Nullable SubjectCapacity capacity,
      @Nullable ActorId subject) {
    if (capacity == SubjectCapacity.HEAD_OF_CUSTOMER_SERVICES) {
      return Role.MONITORING_OFFICER;
    }
    return capacity == SubjectCapacity.HEAD_OF_SERVICE || subject != null
        ? Role.HEAD_OF_CUSTOMER_SERVICES
        : ownerOf(area);
  }

  static boolean owns(Actor actor, ConcernView concern) {
    ServiceAreaCode area = concern.serviceArea();
    return concern.ownerRole() == Role.HEAD_OF_SERVICE && area != null
        ? actor.heads(area)
        : actor.holds(concern.ownerRole());
  }

  /** Whether this person may deal with this concern at all now: guards the act and offers it. */
  static List<Refusal> mayTriage(ConcernView concern, Actor actor) {
    return new Checked()
        .refuse(!owns(actor, concern), AuthorityRefusal.of("NOT_THE_OWNER", concern.ownerRole()))
        .refuse(concern.status() != ConcernStatus.REPORTED, Refusal.of("CONCERN_TRIAGED"))
        .refusals();
  }

  /** Whether further incidents may be added now. */
  static List<Refusal> mayAddIncident(ConcernView concern) {
    return new Checked()
        .refuse(
            concern.status() == ConcernStatus.NO_FURTHER_ACTION
                || concern.status() == ConcernStatus.ROUTED_ELSEWHERE,
            Refusal.of("CONCERN_CLOSED"))
        .refusals();
  }

  /**
   * Whether what was decided holds together.
   *
   * @param customer who it is about as far as known, after what the triage says
   */
  static List<Refusal> decision(
      Triage triage, ConcernView concern, @Nullable CustomerView customer) {
    var checked = new Checked().needed(triage.feedback(), Checked.ACCOUNT, "feedback");
    SubjectCapacity capacity =
        triage.subjectCapacity() != null ? triage.subjectCapacity() : concern.subjectCapacity();
    checked.refuse(
        concern.customerId() != null
            && triage.customerId() != null
            && !concern.customerId().equals(triage.customerId()),
        Refusal.at("CUSTOMER_ALREADY_NAMED", "customer"));
    if (triage.outcome() == TriageOutcome.ACCEPT) {
      checked.bounded(triage.reason(), Checked.ACCOUNT, "reason");
    } else {
      checked.needed(triage.reason(), Checked.ACCOUNT, "reason");
    }
    boolean memberOfUnknownCapacity =
        customer != null && customer.electedMember() && capacity == null;
    switch (triage.outcome()) {
      case ACCEPT -> {
        Optional<ConcernRoute> elsewhere = Optional.ofNullable(capacity).flatMap(ConcernRoute::of);
        checked
            .refuse(triage.route() != null, Refusal.at("ROUTE_DOES_NOT_FIT", "route"))
            .refuse(customer == null, Refusal.at("CUSTOMER_NOT_IDENTIFIED", "customer"))
            .refuse(memberOfUnknownCapacity, Refusal.at("CAPACITY_MISSING", "subjectCapacity"));
        elsewhere.ifPresent(
            route ->
                checked.refuse(
                    true,
                    Refusal.at("BELONGS_ELSEWHERE", Map.of("route", route.name()), "outcome")));
      }
      case NO_FURTHER_ACTION ->
          checked.refuse(triage.route() != null, Refusal.at("ROUTE_DOES_NOT_FIT", "route"));
      case ROUTE_ELSEWHERE -> {
        checked
            .refuse(triage.route() == null, Refusal.at("ROUTE_MISSING", "route"))
            .refuse(capacity == null, Refusal.at("CAPACITY_MISSING", "subjectCapacity"));
        if (triage.route() != null && capacity != null) {
          checked.refuse(
              !ConcernRoute.of(capacity).equals(Optional.of(triage.route())),
              Refusal.at("ROUTE_DOES_NOT_FIT", "route"));
        }
      }
    }
    return checked.refusals();
  }
}
