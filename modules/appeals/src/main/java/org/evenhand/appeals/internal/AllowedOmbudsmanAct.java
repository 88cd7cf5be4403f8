package org.evenhand.appeals.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanRemedy;
import org.evenhand.appeals.OmbudsmanRequest;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may be done with a complaint to an Ombudsman, at which stage and from which
 * seat. It guards each act, and {@code availableActions} is read from it.
 */
public enum AllowedOmbudsmanAct {
  RECORD_REQUEST("ombudsmanRequestRecord"),
  SEND_REPLY("ombudsmanReplySend"),
  RECORD_DECISION("ombudsmanDecisionRecord"),
  ASSIGN_REMEDY("ombudsmanRemedyAssign"),
  COMPLETE_REMEDY("ombudsmanRemedyComplete");

  /** Who deals with the schemes for the council. */
  static final Role[] DEAL = {Role.HEAD_OF_CUSTOMER_SERVICES, Role.LEGAL};

  private final String mutation;

  AllowedOmbudsmanAct(String mutation) {
    this.mutation = mutation;
  }

  /** Every reason in stage or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(OmbudsmanComplaintView complaint, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    List<OmbudsmanRemedy> open = complaint.openRemedies();
    switch (this) {
      case RECORD_REQUEST, RECORD_DECISION -> {
        if (complaint.decision() != null) {
          refusals.add(Refusal.of("OMBUDSMAN_DECIDED"));
        }
      }
      case SEND_REPLY -> {
        if (complaint.openRequests().isEmpty()) {
          refusals.add(Refusal.of("OMBUDSMAN_NOTHING_TO_ANSWER"));
        }
      }
      case ASSIGN_REMEDY, COMPLETE_REMEDY -> {
        if (open.isEmpty()) {
          refusals.add(Refusal.of("REMEDY_NOT_OPEN"));
        }
      }
    }
    boolean owns = open.stream().anyMatch(r -> actor.id().equals(r.owner()));
    if (!(this == COMPLETE_REMEDY && owns)) {
      refusals.addAll(deals(actor));
    }
    return refusals;
  }

  /** The seat of whoever deals with the scheme. */
  static List<Refusal> deals(Actor actor) {
    return actor.holdsAny(DEAL)
        ? List.of()
        : List.of(AuthorityRefusal.of("OMBUDSMAN_NOT_YOURS", DEAL));
  }

  /** The whole table for one complaint and one person. */
  public static List<AvailableAction> all(OmbudsmanComplaintView complaint, Actor actor) {
    var all = new ArrayList<AvailableAction>();
    for (AllowedOmbudsmanAct act : values()) {
      all.add(
          AvailableAction.of(
              act.name(), act.mutation, act.refusals(complaint, actor), act.due(complaint)));
    }
    return all;
  }

  private @Nullable LocalDate due(OmbudsmanComplaintView complaint) {
    return switch (this) {
      case SEND_REPLY ->
          complaint.openRequests().stream()
              .map(OmbudsmanRequest::dueOn)
              .min(Comparator.naturalOrder())
              .orElse(null);
      case COMPLETE_REMEDY ->
          complaint.openRemedies().stream()
              .map(OmbudsmanRemedy::dueOn)
              .min(Comparator.naturalOrder())
              .orElse(null);
      case RECORD_REQUEST, RECORD_DECISION, ASSIGN_REMEDY -> null;
    };
  }
}
