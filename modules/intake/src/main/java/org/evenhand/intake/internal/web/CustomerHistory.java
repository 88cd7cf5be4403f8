package org.evenhand.intake.internal.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.evenhand.foundation.Page;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.internal.IntakePages;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Contacts, incidents and concerns of any number of customers, one statement for each of them. */
@Controller
class CustomerHistory {

  /** One customer's page. */
  record Wanted(CustomerId customer, Page.Request page) {}

  record ContactPage(Page<ContactView> page) {}

  record IncidentPage(Page<IncidentView> page) {}

  record ConcernPage(Page<ConcernView> page) {}

  CustomerHistory(BatchLoaderRegistry loaders, IntakePages pages, Reader reader) {
    register(
        loaders,
        ContactPage.class,
        ContactPage::new,
        (who, request) -> pages.contacts(who, reader.sight(), request));
    register(
        loaders,
        IncidentPage.class,
        IncidentPage::new,
        (who, request) -> pages.incidents(who, reader.sight(), request));
    register(
        loaders,
        ConcernPage.class,
        ConcernPage::new,
        (who, request) -> pages.concernsAbout(who, reader.sight(), request));
  }

  private static <T, P> void register(
      BatchLoaderRegistry loaders,
      Class<P> type,
      Function<Page<T>, P> wrap,
      BiFunction<Collection<CustomerId>, Page.Request, Map<CustomerId, Page<T>>> read) {
    loaders
        .forTypePair(Wanted.class, type)
        .registerMappedBatchLoader(
            (wanted, environment) -> Mono.fromSupplier(() -> load(wanted, wrap, read)));
  }

  private static <T, P> Map<Wanted, P> load(
      Set<Wanted> wanted,
      Function<Page<T>, P> wrap,
      BiFunction<Collection<CustomerId>, Page.Request, Map<CustomerId, Page<T>>> read) {
    Map<Page.Request, Set<CustomerId>> together = new LinkedHashMap<>();
    for (Wanted one : wanted) {
      together.computeIfAbsent(one.page(), request -> new LinkedHashSet<>()).add(one.customer());
    }
    Map<Wanted, P> pages = new HashMap<>();
    together.forEach(
        (request, customers) ->
            read.apply(customers, request)
                .forEach(
                    (customer, page) ->
                        pages.put(new Wanted(customer, request), wrap.apply(page))));
    return pages;
  }

  @SchemaMapping(typeName = "Customer", field = "contacts")
  CompletableFuture<Page<ContactView>> contacts(
      CustomerView customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataLoader<Wanted, ContactPage> loader) {
    return loader.load(wanted(customer, first, after)).thenApply(ContactPage::page);
  }

  @SchemaMapping(typeName = "Customer", field = "incidents")
  CompletableFuture<Page<IncidentView>> incidents(
      CustomerView customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataLoader<Wanted, IncidentPage> loader) {
    return loader.load(wanted(customer, first, after)).thenApply(IncidentPage::page);
  }

  @SchemaMapping(typeName = "Customer", field = "concerns")
  CompletableFuture<Page<ConcernView>> concerns(
      CustomerView customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataLoader<Wanted, ConcernPage> loader) {
    return loader.load(wanted(customer, first, after)).thenApply(ConcernPage::page);
  }

  private static Wanted wanted(
      CustomerView customer, @Nullable Integer first, @Nullable String after) {
    return new Wanted(customer.id(), Page.request(first, after));
  }
}
