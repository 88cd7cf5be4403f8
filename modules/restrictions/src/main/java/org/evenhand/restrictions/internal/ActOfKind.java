package org.evenhand.restrictions.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * The one table of acts that belong to a single kind of action (P8.3), beside {@link AllowedAct}
 * for those that every kind has. What happens at the desk is recorded by whoever was there; what is
 * written to the customer is written by those who decide (P9.2).
 */
public enum ActOfKind {
  /** A contact was not taken in its set time (P8.3.2). */
  RECORD_MISSED_SLOT("slotMissedRecord", "time-slot", Seat.FRONT_LINE, RestrictionStatus.IN_FORCE),
  /** A decided matter is not registered again (P8.3.5, T13). */
  REFUSE_REGISTRATION(
      "registrationRefuse", "no-same-matter", Seat.DECIDER, RestrictionStatus.IN_FORCE),
  /** A live contact was ended after a warning (P8.3.6). */
  RECORD_CONTACT_ENDED(
      "contactEndRecord", "end-contact", Seat.FRONT_LINE, RestrictionStatus.IN_FORCE),
  /** The customer leaves an agreement (P8.3.12, T25). */
  LEAVE_AGREEMENT(
      "agreementWithdraw",
      "voluntary-agreement",
      Seat.FRONT_LINE,
      RestrictionStatus.IMPOSED,
      RestrictionStatus.NOTIFIED,
      RestrictionStatus.IN_FORCE,
      RestrictionStatus.SUSPENDED);

  private enum Seat {
    FRONT_LINE,
    DECIDER
  }

  private final String mutation;
  private final TypeId kind;
  private final Seat seat;
  private final Set<RestrictionStatus> when;

  ActOfKind(
      String mutation, String kind, Seat seat, RestrictionStatus first, RestrictionStatus... more) {
    this.mutation = mutation;
    this.kind = TypeId.builtIn(kind);
    this.seat = seat;
    this.when = EnumSet.of(first, more);
  }

  boolean isFor(TypeId type) {
    return kind.equals(type);
  }

  /** Every reason in kind, state or seat why this person may not do this; empty if none. */
  List<Refusal> refusals(
      TypeId type, RestrictionStatus status, ServiceAreaCode leadService, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    if (!isFor(type)) {
      refusals.add(Refusal.at("NOT_OF_THIS_KIND", Map.of("kind", kind.value()), "restriction"));
    } else if (!when.contains(status)) {
      refusals.add(AllowedAct.wrongStatus(status));
    }
    boolean heads = actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES) || actor.heads(leadService);
    boolean frontLine =
        seat == Seat.FRONT_LINE && actor.holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE);
    if (!heads && !frontLine) {
      refusals.add(
          AuthorityRefusal.of(
              "NOT_YOURS_TO_DECIDE", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    return refusals;
  }

  /** The acts of this action's own kind for one person; none for most kinds. */
  public static List<AvailableAction> all(RestrictionView action, Actor actor) {
    var all = new ArrayList<AvailableAction>();
    for (ActOfKind act : values()) {
      if (act.isFor(action.type())) {
        @Nullable LocalDate never = null;
        all.add(
            AvailableAction.of(
                act.name(),
                act.mutation,
                act.refusals(action.type(), action.status(), action.leadService(), actor),
                never));
      }
    }
    return all;
  }
}
