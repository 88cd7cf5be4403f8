package org.evenhand.restrictions.internal.web;

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
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.InstalledTypes;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.ReadingRestrictions.Filter;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionFilter;
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

  RestrictionQueries(RestrictionSight sight, ReadingRestrictions reading, InstalledTypes types) {
    this.sight = sight;
    this.reading = reading;
    this.types = types;
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
    Optional<List<RestrictionView>> seen =
        sight.ofCustomers(customers.stream().map(CustomerView::id).toList());
    Map<CustomerView, List<RestrictionView>> all = new HashMap<>();
    seen.ifPresent(
        views ->
            customers.forEach(
                customer ->
                    all.put(
                        customer,
                        views.stream()
                            .filter(view -> view.customerId().equals(customer.id()))
                            .toList())));
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
