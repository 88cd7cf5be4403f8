package org.evenhand.designation.internal.web;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.internal.CaseSight;
import org.evenhand.designation.internal.StoredConsiderations.Filter;
import org.evenhand.designation.internal.web.Inputs.ConsiderationFilter;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Page;
import org.evenhand.intake.CustomerView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where considerations are found. */
@Controller
class ConsiderationQueries {

  private static final UUID NOBODY = new UUID(0, 0);

  private final CaseSight sight;

  ConsiderationQueries(CaseSight sight) {
    this.sight = sight;
  }

  @QueryMapping
  @Nullable ConsiderationView consideration(@Argument String id) {
    return GlobalId.uuid("Consideration", id)
        .flatMap(uuid -> sight.find("consideration", new ConsiderationId(uuid)))
        .orElse(null);
  }

  @QueryMapping
  Page<ConsiderationView> considerations(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable ConsiderationFilter filter) {
    return filter == null
        ? sight.page(
            "considerations", new Filter(null, null, null, null), false, Page.request(first, after))
        : sight.page(
            "considerations",
            new Filter(filter.status(), filter.service(), customer(filter), null),
            filter.mine(),
            Page.request(first, after));
  }

  /** An id that names nobody finds nothing, rather than everything. */
  private static @Nullable UUID customer(ConsiderationFilter filter) {
    return Optional.ofNullable(filter.customer())
        .map(id -> GlobalId.uuid("Customer", id).orElse(NOBODY))
        .orElse(null);
  }

  @SchemaMapping(typeName = "Customer", field = "considerations")
  @Nullable Page<ConsiderationView> ofCustomer(
      CustomerView customer, @Argument @Nullable Integer first, @Argument @Nullable String after) {
    return sight.ofCustomer(customer.id(), Page.request(first, after)).orElse(null);
  }
}
