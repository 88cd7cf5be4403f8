package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentDecided;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.AdjustmentRequested;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AdjustmentDesk implements DecidingAdjustments {

  static final String DECISION = "ADJUSTMENT_DECISION";

  private final StoredAdjustments stored;
  private final StoredCustomers customers;
  private final AdjustmentReading reading;
  private final CustomerReading customerReading;
  private final MergeReading merges;
  private final OffersDue offers;
  private final Policies policies;
  private final Duties duties;
  private final WorkingDays workingDays;
  private final ServiceAreas serviceAreas;
  private final ApplicationEventPublisher events;

  AdjustmentDesk(
      StoredAdjustments stored,
      StoredCustomers customers,
      AdjustmentReading reading,
      CustomerReading customerReading,
      MergeReading merges,
      OffersDue offers,
      Policies policies,
      Duties duties,
      WorkingDays workingDays,
      ServiceAreas serviceAreas,
      ApplicationEventPublisher events) {
    this.stored = stored;
    this.customers = customers;
    this.reading = reading;
    this.customerReading = customerReading;
    this.merges = merges;
    this.offers = offers;
    this.policies = policies;
    this.duties = duties;
    this.workingDays = workingDays;
    this.serviceAreas = serviceAreas;
    this.events = events;
  }

  @Override
  @Transactional
  public Outcome<AdjustmentView> request(AdjustmentToRequest command, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Optional<PolicyInForce> policy = policies.inForce(now);
    Set<Channel> unusable = AdjustmentReading.unusable(command.what(), command.channelsUnusable());
    var both = EnumSet.noneOf(Channel.class);
    both.addAll(command.channelsNeeded());
    both.retainAll(unusable);
    var checked =
        new Checked()
            .refuse(
                !customers.existsById(command.customerId().value()),
                Refusal.notFound("Customer", "customer"))
            .refuse(merges.moved(command.customerId(), "customer"))
            .bounded(command.description(), Checked.ACCOUNT, "description")
            .refuse(
                command.what() == AdjustmentCode.OTHER
                    && Checked.tidy(command.description()) == null,
                Refusal.at("TEXT_MISSING", "description"))
            .refuse(!both.isEmpty(), Refusal.at("CHANNELS_CONTRADICT", "channelsUnusable"))
            .refuse(
                unusable.size() == Channel.values().length,
                Refusal.at("NO_CHANNEL_LEFT", "channelsUnusable"))
            .notAfter(command.requestedOn(), today, "requestedOn")
            .refuse(policy.isEmpty(), Policies.noneInForce());
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    LocalDate decideBy =
        workingDays.plus(
            command.requestedOn(),
            policy.orElseThrow().figures().get(FigureKey.ADJUSTMENT_DECISION));
    AdjustmentId id = AdjustmentId.next();
    stored.save(
        new Adjustment(
            id.value(),
            null,
            command.customerId().value(),
            command.what(),
            Checked.tidy(command.description()),
            Rows.names(command.channelsNeeded()),
            Rows.names(unusable),
            AdjustmentStatus.REQUESTED,
            command.requestedOn(),
            actor.id().value(),
            decideBy,
            null,
            null,
            null,
            null,
            null));
    duties.open(
        DutyToOpen.byDay(
            DECISION,
            "Adjustment",
            id.value(),
            command.customerId().value(),
            Role.HEAD_OF_CUSTOMER_SERVICES,
            null,
            decideBy),
        now);
    offers.met(
        Offer.ADJUSTMENT, command.customerId(), id.toString(), OfferAnswer.ACCEPTED.name(), now);
    events.publishEvent(
        new AdjustmentRequested(id, command.customerId(), decideBy, now, actor.id()));
    return Outcome.done(reading.find(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<AdjustmentView> decide(AdjustmentDecision command, Actor actor, Instant now) {
    Optional<Adjustment> found = stored.findById(command.id().value());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Adjustment", "id"));
    }
    Adjustment adjustment = found.get();
    int version = adjustment.version() == null ? 0 : adjustment.version();
    var checked =
        new Checked()
            .refuse(Acts.stale(command.expectedVersion(), version))
            .needed(command.reason(), Checked.ACCOUNT, "reason")
            .refuse(
                adjustment.status() != AdjustmentStatus.REQUESTED,
                Refusal.of("ADJUSTMENT_DECIDED"));
    Optional<PolicyInForce> policy = policies.inForce(now);
    checked.refuse(policy.isEmpty(), Policies.noneInForce());
    Role[] whoMay =
        policy
            .map(p -> p.authority().whoMay(DecisionKind.ADJUSTMENT, DecisionScope.SERVICE))
            .stream()
            .flatMap(roles -> roles.stream().sorted())
            .toArray(Role[]::new);
    Optional<Role> as = actor.actsAs(whoMay);
    checked.refuse(
        policy.isPresent() && as.isEmpty(), AuthorityRefusal.of("NOT_AUTHORISED", whoMay));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    AdjustmentStatus status =
        command.agreed() ? AdjustmentStatus.AGREED : AdjustmentStatus.DECLINED;
    stored.save(
        adjustment.decided(
            status,
            now,
            actor.id().value(),
            as.orElseThrow().name(),
            command.reason().strip(),
            policy.orElseThrow().id().value()));
    duties.discharge(DECISION, command.id().value(), null, status.name(), now);
    events.publishEvent(
        new AdjustmentDecided(
            command.id(), new CustomerId(adjustment.customer()), status, now, actor.id()));
    return Outcome.done(reading.find(command.id()).orElseThrow(), policy.orElseThrow().warnings());
  }

  @Override
  @Transactional
  public Outcome<CustomerView> disclosed(
      CustomerId customer, @Nullable ServiceAreaCode serviceArea, Actor actor, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    CustomerId kept = merges.keptOf(customer);
    Optional<CustomerView> found = customerReading.find(kept);
    var checked =
        new Checked()
            .refuse(found.isEmpty(), Refusal.notFound("Customer", "customer"))
            .refuse(
                serviceArea != null
                    && serviceAreas.find(serviceArea).filter(a -> a.exists(today)).isEmpty(),
                Refusal.notFound("ServiceArea", "serviceArea"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    offers.open(Offer.ADJUSTMENT, kept, serviceArea, now);
    return Outcome.done(found.orElseThrow(), merges.keptInstead(customer));
  }

  @Override
  @Transactional
  public Outcome<CustomerView> recordOffer(
      CustomerId customer,
      Offer offer,
      OfferAnswer answer,
      @Nullable String note,
      Actor actor,
      Instant now) {
    Optional<CustomerView> found = customerReading.find(customer);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Customer", "customer"));
    }
    var checked =
        new Checked()
            .bounded(note, Checked.LINE, "note")
            .refuse(!offers.isDue(offer, customer), Refusal.at("NO_OFFER_DUE", "offer"));
    if (checked.refused()) {
      return Outcome.refused(checked.refusals());
    }
    String why = Checked.tidy(note);
    offers.met(offer, customer, null, why == null ? answer.name() : answer + ": " + why, now);
    return Outcome.done(found.get());
  }
}
