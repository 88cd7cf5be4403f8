package org.evenhand.policy.internal;

import static org.evenhand.policy.internal.jooq.Tables.READ_CONFIRMATION;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has read which version and will follow it (PP.1). A confirmation is given once. */
@Component
public class ReadConfirmations {

  private static final Set<PolicyVersionStatus> READABLE =
      EnumSet.of(PolicyVersionStatus.ADOPTED, PolicyVersionStatus.APPROVED);

  private final DSLContext jooq;
  private final PolicyReading reading;

  ReadConfirmations(DSLContext jooq, PolicyReading reading) {
    this.jooq = jooq;
    this.reading = reading;
  }

  /** Refused for a draft and for a version that another has superseded. */
  @Transactional
  public Outcome<PolicyVersionView> confirm(PolicyVersionId id, Actor actor, Instant now) {
    Optional<PolicyVersionView> found = reading.find(id.value(), now);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("PolicyVersion", "policyVersionId"));
    }
    PolicyVersionView version = found.get();
    if (!READABLE.contains(version.status())) {
      return Outcome.refused(
          Refusal.of("POLICY_VERSION_WRONG_STATUS", Map.of("status", version.status().name())));
    }
    jooq.insertInto(READ_CONFIRMATION)
        .set(READ_CONFIRMATION.POLICY_VERSION, id.value())
        .set(READ_CONFIRMATION.ACTOR, actor.id().value())
        .set(READ_CONFIRMATION.CONFIRMED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
    return Outcome.done(version);
  }

  /** How many people confirmed; versions that nobody confirmed are not in it. */
  public Map<UUID, Integer> counted(Collection<UUID> versions) {
    return jooq.select(READ_CONFIRMATION.POLICY_VERSION, count())
        .from(READ_CONFIRMATION)
        .where(READ_CONFIRMATION.POLICY_VERSION.in(versions))
        .groupBy(READ_CONFIRMATION.POLICY_VERSION)
        .fetchMap(r -> r.value1(), r -> r.value2());
  }

  /** When this person confirmed; versions that they did not confirm are not in it. */
  public Map<UUID, Instant> confirmedBy(ActorId actor, Collection<UUID> versions) {
    return jooq.select(READ_CONFIRMATION.POLICY_VERSION, READ_CONFIRMATION.CONFIRMED_AT)
        .from(READ_CONFIRMATION)
        .where(READ_CONFIRMATION.POLICY_VERSION.in(versions))
        .and(READ_CONFIRMATION.ACTOR.eq(actor.value()))
        .fetchMap(r -> r.value1(), r -> r.value2().toInstant());
  }
}
