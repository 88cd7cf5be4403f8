package org.evenhand.intake.internal;

import static org.evenhand.foundation.Role.AUDITOR;
import static org.evenhand.foundation.Role.CMT_MEMBER;
import static org.evenhand.foundation.Role.DATA_PROTECTION_OFFICER;
import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;
import static org.evenhand.foundation.Role.LEGAL;
import static org.evenhand.foundation.Role.OFFICER;

import java.util.Set;
import java.util.TreeSet;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see here, and no more than their work needs (T20): identity and their own
 * service's dealings for officers, their areas for heads of service, all of it for those who answer
 * for the whole. A concern is open to its owner, to whoever reported it, to the provider whose area
 * it is, and to those to whom it was routed.
 *
 * @param all everything
 * @param areas the services whose dealings with customers are open
 * @param concernAreas the services whose concerns are open
 * @param routed concerns that were routed to the monitoring officer are open
 */
public record Sight(
    String actor, boolean all, Set<String> areas, Set<String> concernAreas, boolean routed) {

  private static final Role[] SEE_ALL = {
    HEAD_OF_CUSTOMER_SERVICES, CMT_MEMBER, DATA_PROTECTION_OFFICER, LEGAL, AUDITOR
  };

  public Sight {
    areas = Set.copyOf(areas);
    concernAreas = Set.copyOf(concernAreas);
  }

  public static Sight of(Actor actor) {
    Set<String> areas = new TreeSet<>();
    Set<String> concernAreas = new TreeSet<>();
    for (ServiceAreaCode headed : actor.headedAreas()) {
      areas.add(headed.value());
      concernAreas.add(headed.value());
    }
    if (actor.holds(OFFICER)) {
      actor.serviceAreas().forEach(a -> areas.add(a.value()));
    }
    if (actor.holds(Role.CONTRACTOR)) {
      actor.serviceAreas().forEach(a -> concernAreas.add(a.value()));
    }
    return new Sight(
        actor.id().value(),
        actor.holdsAny(SEE_ALL),
        areas,
        concernAreas,
        actor.holds(Role.MONITORING_OFFICER));
  }

  /** Whether a service's dealing with a customer, which somebody wrote down, is open. */
  public boolean dealing(@Nullable ServiceAreaCode area, ActorId writtenBy) {
    return all || writtenBy.value().equals(actor) || (area != null && areas.contains(area.value()));
  }

  /** Whether this person may look customers up. */
  public static boolean intoRegister(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holdsAny(OFFICER, HEAD_OF_SERVICE);
  }

  /** Whether this person may know whom a concern is about. */
  public static boolean ofCustomers(Actor actor) {
    return intoRegister(actor) || actor.holds(Role.MONITORING_OFFICER);
  }

  /** Whether this person may know what must be weighed about a customer: those who decide. */
  public static boolean ofCircumstances(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holds(HEAD_OF_SERVICE);
  }
}
