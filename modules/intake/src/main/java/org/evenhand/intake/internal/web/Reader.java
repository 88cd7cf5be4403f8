package org.evenhand.intake.internal.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.internal.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows people's records to those who may see them, and logs that it did (T20). */
@Component
class Reader {

  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;
  private final Customers customers;

  Reader(CurrentActor currentActor, AuditTrail auditTrail, Customers customers) {
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
    this.customers = customers;
  }

  Actor actor() {
    return currentActor.get();
  }

  Sight sight() {
    return Sight.of(actor());
  }

  void log(String act, String objectType, Collection<CustomerId> whose) {
    auditTrail.recordRead(
        act, objectType, whose.stream().distinct().map(CustomerId::value).toList());
  }

  /** The customers behind these things, for those who may know whom they are about. */
  <T> Map<T, CustomerView> customersOf(
      List<T> things, Function<T, @Nullable CustomerId> whose, String act) {
    if (!Sight.ofCustomers(actor())) {
      return Map.of();
    }
    List<CustomerId> ids = things.stream().map(whose).filter(Objects::nonNull).distinct().toList();
    Map<CustomerId, CustomerView> found = new LinkedHashMap<>();
    customers.find(ids).forEach(c -> found.put(c.id(), c));
    log(act, "Customer", found.keySet());
    var each = new LinkedHashMap<T, CustomerView>();
    for (T thing : things) {
      CustomerId id = whose.apply(thing);
      CustomerView customer = id == null ? null : found.get(id);
      if (customer != null) {
        each.put(thing, customer);
      }
    }
    return each;
  }

  /** The service areas in which these things happened. */
  static <T> Map<T, ServiceAreaView> areas(
      List<T> things, Function<T, @Nullable ServiceAreaCode> where, ServiceAreas serviceAreas) {
    var found = serviceAreas.named(things.stream().map(where).filter(Objects::nonNull).toList());
    var each = new LinkedHashMap<T, ServiceAreaView>();
    for (T thing : things) {
      ServiceAreaCode code = where.apply(thing);
      ServiceAreaView area = code == null ? null : found.get(code);
      if (area != null) {
        each.put(thing, area);
      }
    }
    return each;
  }
}
