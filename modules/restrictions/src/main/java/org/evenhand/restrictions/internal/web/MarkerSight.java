package org.evenhand.restrictions.internal.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.internal.safety.MarkerReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who sees which markers whole, and the log of it (T20): heads of service those of their own
 * services, those who steer and check all. The front line is told the precautions alone.
 */
@Component
class MarkerSight implements NodeSource {

  private static final Role[] SEE_ALL = {
    Role.HEAD_OF_CUSTOMER_SERVICES, Role.DATA_PROTECTION_OFFICER, Role.LEGAL, Role.AUDITOR
  };

  private final MarkerReading reading;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;

  MarkerSight(MarkerReading reading, CurrentActor currentActor, AuditTrail auditTrail) {
    this.reading = reading;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
  }

  @Override
  public String type() {
    return "Marker";
  }

  @Override
  public Optional<MarkerView> find(UUID id) {
    return find("node", id);
  }

  Optional<MarkerView> find(String act, UUID id) {
    Actor actor = currentActor.get();
    Optional<MarkerView> found =
        reading.find(new MarkerId(id)).filter(marker -> sees(actor, marker));
    found.ifPresent(
        marker -> auditTrail.recordReadOf(act, "Marker", marker.id().value(), person(marker)));
    return found;
  }

  /** For the answer of an act, whose entry the act itself makes. */
  MarkerView get(UUID id) {
    return reading.find(new MarkerId(id)).orElseThrow();
  }

  Page<MarkerView> page(
      String act,
      @Nullable CustomerId customer,
      @Nullable String uprn,
      @Nullable Boolean standing,
      Set<MarkerReading.ExceptionKind> exceptions,
      Page.Request request) {
    Actor actor = currentActor.get();
    Page<MarkerView> page =
        reading.page(
            new MarkerReading.Filter(
                customer,
                uprn,
                standing,
                actor.holdsAny(SEE_ALL) ? null : actor.headedAreas(),
                exceptions),
            request);
    log(act, page.nodes());
    return page;
  }

  /** Those of several records that the caller may see; empty for a role that sees none. */
  Optional<List<MarkerView>> of(Collection<CustomerId> customers) {
    Actor actor = currentActor.get();
    if (!actor.holdsAny(SEE_ALL) && !actor.holds(Role.HEAD_OF_SERVICE)) {
      return Optional.empty();
    }
    List<MarkerView> seen =
        reading.of(customers).stream().filter(marker -> sees(actor, marker)).toList();
    log("customer.markers", seen);
    return Optional.of(seen);
  }

  static @Nullable UUID person(MarkerView marker) {
    CustomerId customer = marker.customerId();
    return customer == null ? null : customer.value();
  }

  private void log(String act, List<MarkerView> markers) {
    auditTrail.recordRead(
        act,
        "Marker",
        markers.stream().map(MarkerSight::person).filter(Objects::nonNull).distinct().toList());
  }

  private static boolean sees(Actor actor, MarkerView marker) {
    return actor.holdsAny(SEE_ALL) || actor.headedAreas().contains(marker.leadService());
  }
}
