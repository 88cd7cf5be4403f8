package org.evenhand.restrictions.internal.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.ReadingRestrictions.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees which actions, and the log of it (T20): heads of service those of their own areas and
 * those that reach into them, those who steer and check all. The front line asks the contact check.
 */
@Component
class RestrictionSight implements NodeSource {

  private static final Role[] SEE_ALL = {
    Role.HEAD_OF_CUSTOMER_SERVICES,
    Role.CMT_MEMBER,
    Role.DATA_PROTECTION_OFFICER,
    Role.LEGAL,
    Role.AUDITOR
  };

  private final ReadingRestrictions reading;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;

  RestrictionSight(ReadingRestrictions reading, CurrentActor currentActor, AuditTrail auditTrail) {
    this.reading = reading;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
  }

  @Override
  public String type() {
    return "Restriction";
  }

  @Override
  public Optional<RestrictionView> find(UUID id) {
    return find("node", new RestrictionId(id));
  }

  Optional<RestrictionView> find(String act, RestrictionId id) {
    Actor actor = currentActor.get();
    Optional<RestrictionView> found = reading.find(id).filter(view -> sees(actor, view));
    found.ifPresent(view -> log(act, List.of(view)));
    return found;
  }

  /** For the answer of an act, whose entry the act itself makes. */
  RestrictionView get(UUID id) {
    return reading.find(new RestrictionId(id)).orElseThrow();
  }

  Page<RestrictionView> page(Filter filter, Page.Request request) {
    Actor actor = currentActor.get();
    Page<RestrictionView> page =
        reading.page(
            new Filter(
                filter.customer(),
                filter.consideration(),
                filter.statuses(),
                filter.service(),
                filter.type(),
                filter.reviewDueBy(),
                actor.holdsAny(SEE_ALL) ? null : actor.headedAreas()),
            request);
    log("restrictions", page.nodes());
    return page;
  }

  /** Those that the caller may see of several customers; empty for a role that sees none. */
  Optional<List<RestrictionView>> ofCustomers(Collection<CustomerId> customers) {
    Actor actor = currentActor.get();
    if (!seesAny(actor)) {
      return Optional.empty();
    }
    List<RestrictionView> seen =
        reading.ofCustomers(customers).stream().filter(view -> sees(actor, view)).toList();
    log("customer.restrictions", seen);
    return Optional.of(seen);
  }

  /** Those that the caller may see out of these; empty for a role that sees none. */
  Optional<List<RestrictionView>> outOf(String act, List<RestrictionView> views) {
    Actor actor = currentActor.get();
    if (!seesAny(actor)) {
      return Optional.empty();
    }
    List<RestrictionView> seen = views.stream().filter(view -> sees(actor, view)).toList();
    log(act, seen);
    return Optional.of(seen);
  }

  private void log(String act, List<RestrictionView> views) {
    auditTrail.recordRead(
        act,
        "Restriction",
        views.stream().map(view -> view.customerId().value()).distinct().toList());
  }

  /** Whether the caller sees the actions of everybody. */
  boolean seesAll() {
    return currentActor.get().holdsAny(SEE_ALL);
  }

  /** Whether the caller sees any action of anybody. */
  boolean seesAny() {
    return seesAny(currentActor.get());
  }

  private static boolean seesAny(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holds(Role.HEAD_OF_SERVICE);
  }

  private static boolean sees(Actor actor, RestrictionView view) {
    return actor.holdsAny(SEE_ALL) || reaches(view, actor.headedAreas());
  }

  private static boolean reaches(RestrictionView view, @Nullable Set<ServiceAreaCode> areas) {
    return areas != null
        && !areas.isEmpty()
        && (areas.contains(view.leadService())
            || view.scope().wholeCouncil()
            || view.scope().serviceAreas().stream().anyMatch(areas::contains));
  }
}
