package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.NoOpenRouteRefusal;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.InstalledTypes;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.ReadingRestrictions.Filter;
import org.evenhand.restrictions.internal.RouteTogether;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionFilter;
import org.evenhand.rules.OpenRoute;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where actions and their kinds are found. */
@Controller
class RestrictionQueries {

  private static final UUID NOBODY = new UUID(0, 0);

  private final RestrictionSight sight;
  private final ReadingRestrictions reading;
  private final InstalledTypes types;
  private final RouteTogether routes;
  private final Customers register;
  private final Clock clock;

  RestrictionQueries(
      RestrictionSight sight,
      ReadingRestrictions reading,
      InstalledTypes types,
      RouteTogether routes,
      Customers register,
      Clock clock) {
    this.sight = sight;
    this.reading = reading;
    this.types = types;
    this.routes = routes;
    this.register = register;
    this.clock = clock;
  }

  @QueryMapping
  @Nullable RestrictionView restriction(@Argument String id) {
    return GlobalId.uuid("Restriction", id)
        .flatMap(uuid -> sight.find("restriction", new RestrictionId(uuid)))
        .orElse(null);
  }

  @QueryMapping
  Page<RestrictionView> restrictions(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable RestrictionFilter filter) {
    var none = new Filter(null, null, Set.of(), null, null, null, null);
    return sight.page(filter == null ? none : filter(filter), Page.request(first, after));
  }

  /** An id or code that names nothing finds nothing, rather than everything. */
  private static Filter filter(RestrictionFilter given) {
    return new Filter(
        given.customer() == null
            ? null
            : new CustomerId(GlobalId.uuid("Customer", given.customer()).orElse(NOBODY)),
        given.consideration() == null
            ? null
            : new ConsiderationId(
                GlobalId.uuid("Consideration", given.consideration()).orElse(NOBODY)),
        given.statuses().isEmpty() ? Set.of() : EnumSet.copyOf(given.statuses()),
        given.serviceArea() == null ? null : area(given.serviceArea()),
        given.type(),
        given.reviewDueBy(),
        null);
  }

  private static ServiceAreaCode area(String code) {
    try {
      return new ServiceAreaCode(code);
    } catch (IllegalArgumentException e) {
      return new ServiceAreaCode("no-such-area");
    }
  }

  @QueryMapping
  List<Installed> restrictionTypes() {
    return types.all();
  }

  @BatchMapping(typeName = "Customer", field = "restrictions")
  Map<CustomerView, List<RestrictionView>> ofCustomer(List<CustomerView> customers) {
    Map<CustomerId, List<CustomerId>> records =
        register.recordsUnder(customers.stream().map(CustomerView::id).toList());
    Optional<List<RestrictionView>> seen =
        sight.ofCustomers(records.values().stream().flatMap(List::stream).distinct().toList());
    Map<CustomerView, List<RestrictionView>> all = new HashMap<>();
    seen.ifPresent(
        views ->
            customers.forEach(
                customer -> {
                  List<CustomerId> theirs = records.getOrDefault(customer.id(), List.of());
                  all.put(
                      customer,
                      views.stream().filter(v -> theirs.contains(v.customerId())).toList());
                }));
    return all;
  }

  /** Whether a way in is open with all that is in force; on whichever records it stands (P9.3). */
  record OpenRouteStanding(
      boolean open, @Nullable LocalDate noneOn, List<NoOpenRouteRefusal.ClosedChannel> closed) {}

  @BatchMapping(typeName = "Customer", field = "openRoute")
  Map<CustomerView, OpenRouteStanding> openRoute(List<CustomerView> customers) {
    Map<CustomerView, OpenRouteStanding> all = new HashMap<>();
    if (!sight.seesAny()) {
      return all;
    }
    Map<CustomerId, OpenRoute> found =
        routes.of(customers.stream().map(CustomerView::id).toList(), clock.instant());
    for (CustomerView customer : customers) {
      all.put(
          customer,
          found.get(customer.id()) instanceof OpenRoute.NoOpenRoute none
              ? new OpenRouteStanding(
                  false,
                  none.day(),
                  none.reasons().stream()
                      .map(
                          door ->
                              new NoOpenRouteRefusal.ClosedChannel(
                                  door.channel(), door.why().name()))
                      .toList())
              : new OpenRouteStanding(true, null, List.of()));
    }
    return all;
  }

  @BatchMapping(typeName = "Consideration", field = "restrictions")
  Map<ConsiderationView, List<RestrictionView>> ofConsideration(
      List<ConsiderationView> considerations) {
    List<RestrictionView> views =
        sight
            .outOf(
                "consideration.restrictions",
                reading.ofCases(considerations.stream().map(ConsiderationView::id).toList()))
            .orElse(List.of());
    Map<ConsiderationView, List<RestrictionView>> all = new HashMap<>();
    considerations.forEach(
        consideration ->
            all.put(
                consideration,
                views.stream()
                    .filter(view -> view.considerationId().equals(consideration.id()))
                    .toList()));
    return all;
  }

  @SchemaMapping(typeName = "Notice", field = "restrictions")
  @Nullable List<RestrictionView> ofNotice(NoticeView notice) {
    return sight.outOf("notice.restrictions", reading.ofNotice(notice.id())).orElse(null);
  }
}
