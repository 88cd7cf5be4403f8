package org.evenhand.intake.internal.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.AgreeingIdentifier;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.CustomerMergeView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.intake.MergingCustomers.Merge;
import org.evenhand.intake.MergingCustomers.Unmerge;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Records that are about one person. */
@Controller
class MergeController {

  private final MergingCustomers merging;
  private final Customers customers;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  MergeController(
      MergingCustomers merging, Customers customers, Reader reader, Acts acts, Clock clock) {
    this.merging = merging;
    this.customers = customers;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record CustomerMergeInput(
      @Nullable String idempotencyKey,
      String kept,
      String merged,
      MergeGround ground,
      Confidence confidence,
      String why,
      @Nullable String evidence) {}

  record CustomerUnmergeInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, String why) {}

  record MergePayload(
      @Nullable CustomerMergeView merge, List<Refusal> refusals, List<Warning> warnings) {
    static MergePayload of(Outcome<CustomerMergeView> outcome) {
      return new MergePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @MutationMapping
  MergePayload customerMerge(@Argument CustomerMergeInput input) {
    var given = new Given();
    CustomerId kept = given.id("Customer", CustomerId::new, input.kept(), "kept");
    CustomerId merged = given.id("Customer", CustomerId::new, input.merged(), "merged");
    Outcome<CustomerMergeView> refused = given.refused();
    if (refused != null) {
      return MergePayload.of(refused);
    }
    return MergePayload.of(
        done("customerMerge", input.idempotencyKey(), input)
            .perform(
                () ->
                    merging.merge(
                        new Merge(
                            kept,
                            merged,
                            input.ground(),
                            input.confidence(),
                            input.why(),
                            input.evidence()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  MergePayload customerUnmerge(@Argument CustomerUnmergeInput input) {
    var given = new Given();
    CustomerMergeId id = given.id("CustomerMerge", CustomerMergeId::new, input.id(), "id");
    Outcome<CustomerMergeView> refused = given.refused();
    if (refused != null) {
      return MergePayload.of(refused);
    }
    return MergePayload.of(
        done("customerUnmerge", input.idempotencyKey(), input)
            .perform(
                () ->
                    merging.unmerge(
                        new Unmerge(id, input.expectedVersion(), input.why()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<CustomerMergeView> done(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<CustomerMergeView>on(
            "CustomerMerge",
            m -> m.id().value(),
            id -> merging.find(new CustomerMergeId(id)).orElseThrow())
        .about(m -> m.merged().value());
  }

  @BatchMapping(typeName = "Customer", field = "mergedInto")
  Map<CustomerView, CustomerView> mergedInto(List<CustomerView> of) {
    Map<CustomerId, CustomerId> kept =
        customers.keptRecords(of.stream().map(CustomerView::id).toList());
    Map<CustomerId, CustomerView> found = read(kept.values(), "customer.mergedInto");
    var each = new HashMap<CustomerView, CustomerView>();
    for (CustomerView customer : of) {
      CustomerId into = kept.get(customer.id());
      CustomerView view = into == null ? null : found.get(into);
      if (view != null) {
        each.put(customer, view);
      }
    }
    return each;
  }

  @BatchMapping(typeName = "Customer", field = "merges")
  Map<CustomerView, List<CustomerMergeView>> merges(List<CustomerView> of) {
    List<CustomerMergeView> all = merging.of(of.stream().map(CustomerView::id).toList());
    var each = new LinkedHashMap<CustomerView, List<CustomerMergeView>>();
    for (CustomerView customer : of) {
      var theirs = new ArrayList<CustomerMergeView>();
      for (CustomerMergeView merge : all) {
        if (merge.kept().equals(customer.id()) || merge.merged().equals(customer.id())) {
          theirs.add(merge);
        }
      }
      each.put(customer, theirs);
    }
    return each;
  }

  @SchemaMapping(typeName = "CustomerMerge", field = "id")
  String id(CustomerMergeView merge) {
    return GlobalId.of("CustomerMerge", merge.id().value());
  }

  @SchemaMapping(typeName = "CustomerMerge", field = "agreeing")
  List<AgreeingIdentifier> agreeing(CustomerMergeView merge) {
    return merge.agreeing().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "CustomerMerge", field = "mergedBy")
  String mergedBy(CustomerMergeView merge) {
    return merge.mergedBy().value();
  }

  @SchemaMapping(typeName = "CustomerMerge", field = "endedBy")
  @Nullable String endedBy(CustomerMergeView merge) {
    return merge.endedBy() == null ? null : merge.endedBy().value();
  }

  @BatchMapping(typeName = "CustomerMerge", field = "kept")
  Map<CustomerMergeView, CustomerView> kept(List<CustomerMergeView> of) {
    return reader.customersOf(of, CustomerMergeView::kept, "customerMerge.kept");
  }

  @BatchMapping(typeName = "CustomerMerge", field = "merged")
  Map<CustomerMergeView, CustomerView> merged(List<CustomerMergeView> of) {
    return reader.customersOf(of, CustomerMergeView::merged, "customerMerge.merged");
  }

  private Map<CustomerId, CustomerView> read(Collection<CustomerId> ids, String act) {
    Map<CustomerId, CustomerView> found =
        customers.find(ids).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    reader.log(act, "Customer", found.keySet());
    return found;
  }
}
