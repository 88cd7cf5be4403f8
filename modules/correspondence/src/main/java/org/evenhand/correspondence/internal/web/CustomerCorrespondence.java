package org.evenhand.correspondence.internal.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.dataloader.DataLoader;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.internal.NoticeReads;
import org.evenhand.correspondence.internal.PolicyShareReads;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Page;
import org.evenhand.intake.CustomerView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What a customer was sent, for any number of customers with one statement for each page size. */
@Controller
class CustomerCorrespondence {

  /** One customer's page. */
  record Wanted(UUID customer, Page.Request page) {}

  /** Kept apart by type, so that each is a loader of its own. */
  record NoticePage(Page<NoticeView> page) {}

  /** As above. */
  record PolicySharePage(Page<PolicyShareView> page) {}

  private final Sight sight;

  CustomerCorrespondence(
      BatchLoaderRegistry loaders,
      NoticeReads notices,
      PolicyShareReads shares,
      AuditTrail auditTrail,
      Sight sight) {
    this.sight = sight;
    loaders
        .forTypePair(Wanted.class, NoticePage.class)
        .registerMappedBatchLoader(
            (wanted, environment) ->
                Mono.fromCallable(
                    () -> {
                      auditTrail.recordRead("customer.notices", "Notice", customers(wanted));
                      Map<Wanted, NoticePage> pages = new HashMap<>();
                      load(wanted, notices::firstPages, notices::page)
                          .forEach((w, p) -> pages.put(w, new NoticePage(p)));
                      return pages;
                    }));
    loaders
        .forTypePair(Wanted.class, PolicySharePage.class)
        .registerMappedBatchLoader(
            (wanted, environment) ->
                Mono.fromCallable(
                    () -> {
                      auditTrail.recordRead(
                          "customer.policyShares", "PolicyShare", customers(wanted));
                      Map<Wanted, PolicySharePage> pages = new HashMap<>();
                      load(wanted, shares::firstPages, shares::page)
                          .forEach((w, p) -> pages.put(w, new PolicySharePage(p)));
                      return pages;
                    }));
  }

  @SchemaMapping(typeName = "Customer", field = "notices")
  CompletableFuture<@Nullable Page<NoticeView>> notices(
      CustomerView customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataLoader<Wanted, NoticePage> loader) {
    if (!sight.whole()) {
      return CompletableFuture.completedFuture(null);
    }
    return loader
        .load(new Wanted(customer.id().value(), Page.request(first, after)))
        .thenApply(found -> found == null ? null : found.page());
  }

  @SchemaMapping(typeName = "Customer", field = "policyShares")
  CompletableFuture<@Nullable Page<PolicyShareView>> policyShares(
      CustomerView customer,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataLoader<Wanted, PolicySharePage> loader) {
    if (!sight.any()) {
      return CompletableFuture.completedFuture(null);
    }
    return loader
        .load(new Wanted(customer.id().value(), Page.request(first, after)))
        .thenApply(found -> found == null ? null : found.page());
  }

  /** First pages of one size together; a later page belongs to one customer anyway. */
  private static <T> Map<Wanted, Page<T>> load(
      Set<Wanted> wanted,
      BiFunction<Collection<UUID>, Page.Request, Map<UUID, Page<T>>> firstPages,
      BiFunction<UUID, Page.Request, Page<T>> laterPage) {
    Map<Wanted, Page<T>> pages = new HashMap<>();
    Map<Page.Request, Set<UUID>> together = new LinkedHashMap<>();
    for (Wanted one : wanted) {
      if (one.page().after() == null) {
        together.computeIfAbsent(one.page(), r -> new LinkedHashSet<>()).add(one.customer());
      } else {
        pages.put(one, laterPage.apply(one.customer(), one.page()));
      }
    }
    together.forEach(
        (request, customers) ->
            firstPages
                .apply(customers, request)
                .forEach((customer, page) -> pages.put(new Wanted(customer, request), page)));
    return pages;
  }

  private static List<UUID> customers(Set<Wanted> wanted) {
    return wanted.stream().map(Wanted::customer).distinct().toList();
  }
}
