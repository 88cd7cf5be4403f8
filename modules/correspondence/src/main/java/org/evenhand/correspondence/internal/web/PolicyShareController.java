package org.evenhand.correspondence.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.correspondence.PolicyToShare;
import org.evenhand.correspondence.internal.web.Inputs.PolicyShareInput;
import org.evenhand.correspondence.internal.web.Payloads.PolicySharePayload;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionView;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PolicyShareController implements NodeSource {

  private static final String TYPE = "PolicyShare";

  private final Acts acts;
  private final PolicyShares shares;
  private final Customers customers;
  private final Policies policies;
  private final AuditTrail auditTrail;
  private final Sight sight;
  private final Clock clock;

  PolicyShareController(
      Acts acts,
      PolicyShares shares,
      Customers customers,
      Policies policies,
      AuditTrail auditTrail,
      Sight sight,
      Clock clock) {
    this.acts = acts;
    this.shares = shares;
    this.customers = customers;
    this.policies = policies;
    this.auditTrail = auditTrail;
    this.sight = sight;
    this.clock = clock;
  }

  @MutationMapping
  PolicySharePayload policyShare(@Argument PolicyShareInput input) {
    Optional<UUID> customer = GlobalId.uuid("Customer", input.customer());
    if (customer.isEmpty()) {
      return PolicySharePayload.of(Outcome.refused(Refusal.notFound("Customer", "customer")));
    }
    UUID version = null;
    if (input.policyVersion() != null) {
      version = GlobalId.uuid("PolicyVersion", input.policyVersion()).orElse(null);
      if (version == null) {
        return PolicySharePayload.of(
            Outcome.refused(Refusal.notFound("PolicyVersion", "policyVersion")));
      }
    }
    var share =
        new PolicyToShare(
            customer.get(), version, input.method(), input.sharedAt(), input.whatWillFollow());
    return PolicySharePayload.of(
        acts.act("policyShare", input.idempotencyKey(), input)
            .<PolicyShareView>on(
                TYPE,
                s -> s.id().value(),
                again -> shares.find(new PolicyShareId(again)).orElseThrow())
            .about(PolicyShareView::customerId)
            .perform(() -> shares.share(share)));
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<PolicyShareView> find(UUID id) {
    if (!sight.any()) {
      return Optional.empty();
    }
    Optional<PolicyShareView> found = shares.find(new PolicyShareId(id));
    found.ifPresent(s -> auditTrail.recordRead("policyShare", TYPE, List.of(s.customerId())));
    return found;
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(PolicyShareView share) {
    return GlobalId.of(TYPE, share.id().value());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<PolicyShareView, CustomerView> customer(List<PolicyShareView> of) {
    Map<CustomerId, CustomerView> byId = new HashMap<>();
    customers
        .find(of.stream().map(s -> new CustomerId(s.customerId())).distinct().toList())
        .forEach(c -> byId.put(c.id(), c));
    Map<PolicyShareView, CustomerView> found = new HashMap<>();
    for (PolicyShareView share : of) {
      CustomerView customer = byId.get(new CustomerId(share.customerId()));
      if (customer != null) {
        found.put(share, customer);
      }
    }
    return found;
  }

  @BatchMapping(typeName = TYPE, field = "policyVersion")
  Map<PolicyShareView, PolicyVersionView> policyVersion(List<PolicyShareView> of) {
    Map<UUID, Optional<PolicyVersionView>> byId = new HashMap<>();
    Map<PolicyShareView, PolicyVersionView> found = new HashMap<>();
    for (PolicyShareView share : of) {
      byId.computeIfAbsent(share.policyVersionId(), id -> policies.find(id, clock.instant()))
          .ifPresent(version -> found.put(share, version));
    }
    return found;
  }
}
