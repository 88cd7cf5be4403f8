package org.evenhand.restrictions.internal.law;

import static org.evenhand.restrictions.internal.jooq.Sequences.INJUNCTION_NUMBER;
import static org.evenhand.restrictions.internal.jooq.Tables.INJUNCTION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.restrictions.AuthorisingInjunctions;
import org.evenhand.restrictions.InjunctionId;
import org.evenhand.restrictions.InjunctionSupport;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.jooq.tables.records.InjunctionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Injunctions that may be sought, and whether a file carries one. */
@Service
public class Injunctions implements AuthorisingInjunctions {

  private static final int LONGEST = 10_000;

  /** Local. */
  private static final int WORKING_DAYS_TO_APPLY = 5;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JavaType BREACHES =
      JSON.getTypeFactory().constructCollectionType(List.class, InjunctionView.Breach.class);

  private final Restrictions restrictions;
  private final Customers customers;
  private final BreachesOfExclusion breaches;
  private final Policies policies;
  private final LawDuties due;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final DSLContext dsl;
  private final Clock clock;

  Injunctions(
      Restrictions restrictions,
      Customers customers,
      BreachesOfExclusion breaches,
      Policies policies,
      LawDuties due,
      CurrentActor currentActor,
      WorkingDays workingDays,
      DSLContext dsl,
      Clock clock) {
    this.restrictions = restrictions;
    this.customers = customers;
    this.breaches = breaches;
    this.policies = policies;
    this.due = due;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.dsl = dsl;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Outcome<InjunctionView> authorise(InjunctionToAuthorise wanted) {
    Instant now = clock.instant();
    Actor actor = currentActor.get();
    Optional<PolicyInForce> policy = policies.inForce(now);
    var refusals = new ArrayList<>(InjunctionAct.AUTHORISE.refusals(null, actor, policy));
    Optional<InjunctionFile> file = file(wanted.exclusion(), now);
    if (file.isEmpty()) {
      refusals.add(Refusal.notFound("Restriction", "restriction"));
    } else {
      refusals.addAll(file.get().refusals(wanted));
    }
    if (!refusals.isEmpty() || file.isEmpty() || policy.isEmpty()) {
      return Outcome.refused(refusals);
    }
    CustomerView customer = file.get().customer();
    InjunctionId id = InjunctionId.next();
    insert(id, wanted, customer, policy.get(), actor, now);
    InjunctionView authorised = find(id).orElseThrow();
    due.open(
        LawDuties.APPLY_FOR_INJUNCTION,
        LawDuties.INJUNCTION,
        id.value(),
        customer.id(),
        workingDays.plus(LawDuties.today(now), WORKING_DAYS_TO_APPLY),
        now);
    var warnings = new ArrayList<>(policy.get().warnings());
    if (customer.dateOfBirth() == null) {
      warnings.add(Warning.of("AGE_NOT_KNOWN"));
    }
    return Outcome.done(authorised, warnings);
  }

  private void insert(
      InjunctionId id,
      InjunctionToAuthorise wanted,
      CustomerView customer,
      PolicyInForce policy,
      Actor actor,
      Instant now) {
    Set<Role> deciders = InjunctionAct.deciders(policy);
    Role as = actor.actsAs(deciders.stream().sorted().toArray(Role[]::new)).orElseThrow();
    var row = dsl.newRecord(INJUNCTION);
    row.setId(id.value());
    row.setVersion(0);
    row.setReference(String.format(Locale.ROOT, "INJ-%05d", dsl.nextval(INJUNCTION_NUMBER)));
    row.setRestrictionId(wanted.exclusion().value());
    row.setCustomerId(customer.id().value());
    row.setBreaches(JSON.writerFor(BREACHES).writeValueAsString(wanted.breaches()));
    row.setReasons(wanted.reasons());
    row.setAdviceBy(wanted.advice().by());
    row.setAdviceOn(wanted.advice().on());
    row.setAdvice(wanted.advice().advice());
    InjunctionView.YouthConsultation youth = wanted.youth();
    if (youth != null) {
      row.setYouthConsultedWith(youth.with());
      row.setYouthConsultedOn(youth.on());
      row.setYouthOutcome(youth.outcome());
    }
    InjunctionView.CapacityDecision capacity = wanted.capacity();
    if (capacity != null) {
      row.setCapacityLead(capacity.lead());
      row.setCapacityReasons(capacity.reasons());
      row.setLitigationFriend(capacity.litigationFriend());
    }
    row.setAuthorityRoles(deciders.stream().sorted().map(Enum::name).toArray(String[]::new));
    row.setAuthorityScheme(policy.authority().scheme());
    row.setPolicyVersion(policy.id().value());
    row.setAuthorisedBy(actor.id().value());
    row.setAuthorisedAs(as.name());
    row.setAsDeputy(!actor.roles().contains(as));
    row.setAuthorisedAt(now.atOffset(ZoneOffset.UTC));
    row.insert();
  }

  @Override
  @Transactional
  public Outcome<InjunctionView> withdraw(
      InjunctionId id, @Nullable Integer expectedVersion, String reason) {
    Instant now = clock.instant();
    Optional<InjunctionView> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Injunction", "injunction"));
    }
    InjunctionView injunction = found.get();
    var refusals =
        new ArrayList<>(
            InjunctionAct.WITHDRAW.refusals(injunction, currentActor.get(), policies.inForce(now)));
    Refusal stale = Acts.stale(expectedVersion, injunction.version());
    if (stale != null) {
      refusals.add(stale);
    }
    Refusal text = Acts.text(reason, LONGEST, "reason");
    if (text != null) {
      refusals.add(text);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    int changed =
        dsl.update(INJUNCTION)
            .set(INJUNCTION.WITHDRAWN_AT, now.atOffset(ZoneOffset.UTC))
            .set(INJUNCTION.WITHDRAWN_BY, currentActor.get().id().value())
            .set(INJUNCTION.WITHDRAWN_BECAUSE, reason)
            .set(INJUNCTION.VERSION, injunction.version() + 1)
            .where(INJUNCTION.ID.eq(id.value()))
            .and(INJUNCTION.VERSION.eq(injunction.version()))
            .execute();
    if (changed == 0) {
      throw new OptimisticLockingFailureException("the injunction was changed meanwhile");
    }
    due.discharge(
        LawDuties.APPLY_FOR_INJUNCTION, id.value(), injunction.reference(), "WITHDRAWN", now);
    return Outcome.done(find(id).orElseThrow());
  }

  /** Why a court's terms cannot be the ones that this was about; empty when they can. */
  List<Refusal> mayCarryOut(InjunctionId id, CustomerId customer) {
    Optional<InjunctionView> found = find(id);
    if (found.isEmpty() || !customers.recordsOf(customer).contains(found.get().customerId())) {
      return List.of(Refusal.notFound("Injunction", "injunction"));
    }
    return found.get().withdrawn() == null
        ? List.of()
        : List.of(Refusal.at("INJUNCTION_WITHDRAWN", "injunction"));
  }

  /** A court made terms on it. */
  void carriedOut(InjunctionId id, String termsReference, Instant now) {
    due.discharge(
        LawDuties.APPLY_FOR_INJUNCTION, id.value(), termsReference, "TERMS_RECORDED", now);
  }

  /** Question 26: point by point, whether the file supports an injunction; empty for no action. */
  @Transactional(readOnly = true)
  public Optional<InjunctionSupport> support(RestrictionId exclusion) {
    Instant now = clock.instant();
    boolean decidable =
        policies.inForce(now).map(InjunctionAct::deciders).filter(r -> !r.isEmpty()).isPresent();
    return file(exclusion, now).map(file -> file.support(decidable));
  }

  /** Whose action it is; empty for none. */
  public Optional<UUID> personOf(RestrictionId exclusion) {
    return restrictions.find(exclusion).map(view -> view.customerId().value());
  }

  private Optional<InjunctionFile> file(RestrictionId id, Instant now) {
    LocalDate today = LawDuties.today(now);
    return restrictions
        .find(id)
        .flatMap(
            exclusion ->
                customers
                    .find(exclusion.customerId())
                    .map(customer -> file(exclusion, customer, today)));
  }

  private InjunctionFile file(RestrictionView exclusion, CustomerView customer, LocalDate today) {
    boolean onRecord =
        !read(INJUNCTION
                .RESTRICTION_ID
                .eq(exclusion.id().value())
                .and(INJUNCTION.WITHDRAWN_AT.isNull()))
            .isEmpty();
    return new InjunctionFile(
        InjunctionFile.Exclusion.of(exclusion), customer, breaches.of(exclusion), onRecord, today);
  }

  // Reading

  public Optional<InjunctionView> find(InjunctionId id) {
    return read(INJUNCTION.ID.eq(id.value())).stream().findFirst();
  }

  /** Of these records, newest first. */
  public List<InjunctionView> of(Collection<CustomerId> records) {
    return records.isEmpty()
        ? List.of()
        : read(INJUNCTION.CUSTOMER_ID.in(records.stream().map(CustomerId::value).toList()));
  }

  private List<InjunctionView> read(Condition where) {
    return dsl.selectFrom(INJUNCTION)
        .where(where)
        .orderBy(INJUNCTION.ID.desc())
        .fetch(Injunctions::view);
  }

  private static InjunctionView view(InjunctionRecord row) {
    String youthWith = row.getYouthConsultedWith();
    String capacityLead = row.getCapacityLead();
    OffsetDateTime withdrawn = row.getWithdrawnAt();
    List<InjunctionView.Breach> breaches = JSON.readValue(row.getBreaches(), BREACHES);
    return new InjunctionView(
        new InjunctionId(row.getId()),
        row.getVersion(),
        row.getReference(),
        new RestrictionId(row.getRestrictionId()),
        new CustomerId(row.getCustomerId()),
        breaches,
        row.getReasons(),
        new InjunctionView.Advice(row.getAdviceBy(), row.getAdviceOn(), row.getAdvice()),
        youthWith == null
            ? null
            : new InjunctionView.YouthConsultation(
                youthWith, row.getYouthConsultedOn(), row.getYouthOutcome()),
        capacityLead == null
            ? null
            : new InjunctionView.CapacityDecision(
                capacityLead, row.getCapacityReasons(), row.getLitigationFriend()),
        new InjunctionView.AuthorityRead(
            Arrays.stream(row.getAuthorityRoles()).map(Role::valueOf).collect(Collectors.toSet()),
            row.getAuthorityScheme(),
            row.getPolicyVersion()),
        new ActorId(row.getAuthorisedBy()),
        Role.valueOf(row.getAuthorisedAs()),
        row.getAsDeputy(),
        row.getAuthorisedAt().toInstant(),
        withdrawn == null
            ? null
            : new InjunctionView.Withdrawal(
                withdrawn.toInstant(),
                new ActorId(row.getWithdrawnBy()),
                row.getWithdrawnBecause()));
  }
}
