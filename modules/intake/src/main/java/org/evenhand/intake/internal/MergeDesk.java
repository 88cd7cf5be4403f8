package org.evenhand.intake.internal;

import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.AgreeingIdentifier;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerIdentity;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.CustomerMergeView;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.intake.MergingCustomers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MergeDesk implements MergingCustomers {

  private final StoredMerges stored;
  private final CustomerReading customers;
  private final MergeReading reading;
  private final ApplicationEventPublisher events;

  MergeDesk(
      StoredMerges stored,
      CustomerReading customers,
      MergeReading reading,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.customers = customers;
    this.reading = reading;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<CustomerMergeView> merge(Merge command, Actor actor, Instant now) {
    reading.alone();
    CustomerIdentity kept = customers.identity(command.kept()).orElse(null);
    CustomerIdentity merged = customers.identity(command.merged()).orElse(null);
    if (kept == null || merged == null) {
      return Outcome.refused(
          new Checked()
              .refuse(kept == null, Refusal.notFound("Customer", "kept"))
              .refuse(merged == null, Refusal.notFound("Customer", "merged"))
              .refusals());
    }
    if (command.kept().equals(command.merged())) {
      return Outcome.refused(Refusal.at("MERGED_INTO_ITSELF", "merged"));
    }
    CustomerId keptOfKept = reading.keptOf(command.kept());
    boolean circle = keptOfKept.equals(command.merged());
    List<CustomerId> keptRecords = customers.recordsOf(command.kept());
    List<CustomerId> mergedRecords = customers.recordsOf(command.merged());
    Set<AgreeingIdentifier> agreeing = agreeing(kept, merged, keptRecords, mergedRecords);
    var checked =
        new Checked()
            .refuse(circle, Refusal.at("MERGE_WOULD_CIRCLE", "kept"))
            .refuse(circle ? null : reading.moved(command.kept(), "kept"))
            .refuse(reading.moved(command.merged(), "merged"))
            .refuse(MergeRules.refusals(command, kept, merged, agreeing))
            .refuse(notTheirs(actor, both(keptRecords, mergedRecords)));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    CustomerMergeId id = CustomerMergeId.next();
    stored.save(
        new CustomerMerge(
            id.value(),
            null,
            command.kept().value(),
            command.merged().value(),
            command.ground(),
            Rows.names(agreeing),
            command.confidence(),
            command.why().strip(),
            Checked.tidy(command.evidence()),
            now,
            actor.id().value(),
            as(actor),
            null,
            null,
            null,
            null));
    events.publishEvent(new CustomersMerged(id, command.kept(), command.merged(), now, actor.id()));
    return Outcome.done(reading.find(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<CustomerMergeView> unmerge(Unmerge command, Actor actor, Instant now) {
    reading.alone();
    Optional<CustomerMerge> found = stored.findById(command.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("CustomerMerge", "id"));
    }
    CustomerMerge merge = found.get();
    CustomerId kept = new CustomerId(merge.kept());
    CustomerId merged = new CustomerId(merge.merged());
    var checked =
        new Checked()
            .refuse(
                Acts.stale(
                    command.expectedVersion(), merge.version() == null ? 0 : merge.version()))
            .refuse(merge.unmergedAt() != null, Refusal.at("MERGE_ENDED", "id"))
            .needed(command.why(), Checked.ACCOUNT, "why")
            .refuse(notTheirs(actor, customers.recordsOf(kept)));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    stored.save(merge.ended(now, actor.id().value(), as(actor), command.why().strip()));
    events.publishEvent(new CustomersUnmerged(command.id(), kept, merged, now, actor.id()));
    return Outcome.done(reading.find(command.id()).orElseThrow());
  }

  @Override
  public Optional<CustomerMergeView> find(CustomerMergeId id) {
    return reading.find(id);
  }

  @Override
  public List<CustomerMergeView> of(Collection<CustomerId> ids) {
    return reading.of(ids);
  }

  /** What any record of the one person has in common with any record of the other. */
  private Set<AgreeingIdentifier> agreeing(
      CustomerIdentity kept,
      CustomerIdentity merged,
      List<CustomerId> keptRecords,
      List<CustomerId> mergedRecords) {
    var common = new ArrayList<>(MergeRules.certain(kept));
    common.retainAll(MergeRules.certain(merged));
    return MergeRules.agreeing(
        kept, merged, reading.heldByOthers(common, both(keptRecords, mergedRecords)));
  }

  private static List<CustomerId> both(List<CustomerId> one, List<CustomerId> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  /** A head of service merges what is theirs alone; the head of customer services the rest. */
  private @Nullable Refusal notTheirs(Actor actor, List<CustomerId> records) {
    if (actor.holds(HEAD_OF_CUSTOMER_SERVICES)) {
      return null;
    }
    Set<String> headed =
        actor.headedAreas().stream().map(a -> a.value()).collect(Collectors.toSet());
    return !headed.isEmpty() && headed.containsAll(reading.servicesOf(records))
        ? null
        : AuthorityRefusal.of("NOT_YOURS_TO_MERGE", HEAD_OF_CUSTOMER_SERVICES);
  }

  private static String as(Actor actor) {
    return actor.actsAs(HEAD_OF_CUSTOMER_SERVICES, HEAD_OF_SERVICE).orElseThrow().name();
  }
}
