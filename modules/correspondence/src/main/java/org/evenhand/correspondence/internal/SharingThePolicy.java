package org.evenhand.correspondence.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShared;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.PolicyToShare;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SharingThePolicy implements PolicyShares {

  private final PolicyShareReads reads;
  private final Policies policies;
  private final Customers customers;
  private final PartsCheck partsCheck;
  private final CurrentActor currentActor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SharingThePolicy(
      PolicyShareReads reads,
      Policies policies,
      Customers customers,
      PartsCheck partsCheck,
      CurrentActor currentActor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.reads = reads;
    this.policies = policies;
    this.customers = customers;
    this.partsCheck = partsCheck;
    this.currentActor = currentActor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<PolicyShareView> share(PolicyToShare share) {
    Instant now = clock.instant();
    Actor actor = currentActor.get();
    var refusals = new ArrayList<Refusal>();
    if (customers.find(new CustomerId(share.customerId())).isEmpty()) {
      refusals.add(Refusal.notFound("Customer", "customer"));
    }
    if (share.sharedAt().isAfter(now)) {
      refusals.add(Refusal.at("POLICY_SHARED_IN_THE_FUTURE", "sharedAt"));
    }
    Optional<PolicyVersionView> version = version(share, now, refusals);
    String warning = share.whatWillFollow();
    if (warning != null) {
      refusals.addAll(warningRefusals(warning, now, actor));
    }
    if (!refusals.isEmpty() || version.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var view =
        new PolicyShareView(
            new PolicyShareId(Ids.next()),
            share.customerId(),
            version.get().id().value(),
            version.get().label(),
            share.method(),
            share.sharedAt(),
            warning != null,
            warning,
            now,
            actor.id());
    reads.keep(view);
    events.publishEvent(
        new PolicyShared(
            view.id().value(),
            view.customerId(),
            view.policyVersionId(),
            view.withWarning(),
            view.sharedAt(),
            now,
            actor.id()));
    return Outcome.done(view);
  }

  private Optional<PolicyVersionView> version(
      PolicyToShare share, Instant now, List<Refusal> refusals) {
    UUID named = share.policyVersionId();
    if (named == null) {
      Optional<PolicyVersionView> inForce = policies.versionInForce(share.sharedAt());
      if (inForce.isEmpty()) {
        refusals.add(Policies.noneInForce());
      }
      return inForce;
    }
    Optional<PolicyVersionView> version = policies.find(new PolicyVersionId(named), now);
    if (version.isEmpty()) {
      refusals.add(Refusal.notFound("PolicyVersion", "policyVersion"));
    } else if (version.get().status() == PolicyVersionStatus.DRAFT) {
      refusals.add(Refusal.at("POLICY_VERSION_NOT_PUBLISHED", "policyVersion"));
    }
    return version;
  }

  /**
   * Who warns is somebody whom the authority matrix lets warn (F15); the words are neutral (T28).
   */
  private List<Refusal> warningRefusals(String warning, Instant now, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    Refusal text = Acts.text(warning, PartsCheck.LONGEST_TEXT, "whatWillFollow");
    if (text != null) {
      refusals.add(text);
    }
    refusals.addAll(partsCheck.wordRefusals(warning, "whatWillFollow"));
    Optional<AuthorityMatrix> authority = policies.inForce(now).map(PolicyInForce::authority);
    if (authority.isEmpty()) {
      refusals.add(Policies.noneInForce());
    } else if (!authority.get().may(actor, DecisionKind.WARN, DecisionScope.SERVICE)) {
      refusals.add(
          AuthorityRefusal.of(
              "MAY_NOT_WARN",
              authority.get().whoMay(DecisionKind.WARN, DecisionScope.SERVICE).stream()
                  .sorted()
                  .toArray(Role[]::new)));
    }
    return refusals;
  }

  @Override
  public Optional<PolicyShareView> find(PolicyShareId id) {
    return reads.find(id.value());
  }

  @Override
  public List<PolicyShareView> ofCustomer(UUID customerId) {
    return reads.ofCustomers(List.of(customerId));
  }

  @Override
  public List<PolicyShareView> ofCustomers(Collection<UUID> customerIds) {
    return reads.ofCustomers(customerIds);
  }
}
