package org.evenhand.policy.internal;

import static org.evenhand.policy.internal.jooq.Tables.POLICY_VERSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.PolicyVersionInForce;
import org.evenhand.policy.ChangeKind;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionPublished;
import org.evenhand.policy.PolicyVersionStatus;
import org.evenhand.policy.PolicyVersionView;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which version was, is and will be in force. The line of versions is short and kept in memory for
 * a second; an act that writes reads it afresh, so what it binds to is exact. The terms of a
 * version in use never change, so they are kept as long as there is room.
 */
@Component
class PoliciesOnRecord implements Policies, PolicyVersionInForce {

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** A version in use, without its documents. */
  private record Begin(UUID id, String label, Instant from, @Nullable Instant approvedAt) {
    boolean adoptedOnly(Instant at) {
      return approvedAt == null || at.isBefore(approvedAt);
    }
  }

  private record Line(List<Begin> latestFirst, long readAt) {}

  private final DSLContext jooq;
  private final PolicyReading reading;
  private final Cache<UUID, PolicyTerms> terms = Caffeine.newBuilder().maximumSize(50).build();
  private volatile @Nullable Line line;

  PoliciesOnRecord(DSLContext jooq, PolicyReading reading) {
    this.jooq = jooq;
    this.reading = reading;
  }

  @Override
  public Optional<PolicyInForce> inForce(Instant at) {
    return begun(at).map(b -> inForce(b, b.adoptedOnly(at)));
  }

  @Override
  public Optional<UUID> at(Instant instant) {
    return begun(instant).map(Begin::id);
  }

  @Override
  public Optional<PolicyVersionView> find(PolicyVersionId id, Instant now) {
    return reading.find(id.value(), now);
  }

  @Override
  public Optional<PolicyVersionView> findByLabel(String label, Instant now) {
    return reading.byLabel(label, now);
  }

  @Override
  public Optional<PolicyVersionView> versionInForce(Instant at) {
    return reading.inForce(at);
  }

  @Override
  public Optional<PolicyInForce> terms(PolicyVersionId id) {
    return published().stream()
        .filter(b -> b.id().equals(id.value()))
        .findFirst()
        .map(b -> inForce(b, b.approvedAt() == null));
  }

  @Override
  public Page<PolicyVersionView> versions(
      List<PolicyVersionStatus> statuses,
      @Nullable ChangeKind changeKind,
      Page.Request request,
      Instant now) {
    return reading.page(statuses, changeKind, request, now);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void readAfresh(PolicyVersionPublished published) {
    line = null;
  }

  private PolicyInForce inForce(Begin begin, boolean adoptedOnly) {
    PolicyTerms said = terms.get(begin.id(), this::readTerms);
    return new PolicyInForce(
        new PolicyVersionId(begin.id()),
        begin.label(),
        adoptedOnly,
        said.figures(),
        said.authority(),
        said.carveOuts());
  }

  private Optional<Begin> begun(Instant at) {
    return published().stream().filter(b -> !b.from().isAfter(at)).findFirst();
  }

  private List<Begin> published() {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return read();
    }
    Line known = line;
    if (known == null || System.nanoTime() - known.readAt() > FRESH.toNanos()) {
      known = new Line(read(), System.nanoTime());
      line = known;
    }
    return known.latestFirst();
  }

  private List<Begin> read() {
    return jooq.select(
            POLICY_VERSION.ID,
            POLICY_VERSION.LABEL,
            POLICY_VERSION.IN_FORCE_FROM,
            POLICY_VERSION.APPROVED_AT)
        .from(POLICY_VERSION)
        .where(POLICY_VERSION.IN_FORCE_FROM.isNotNull())
        .orderBy(POLICY_VERSION.IN_FORCE_FROM.desc())
        .fetch(
            r -> {
              OffsetDateTime approvedAt = r.value4();
              return new Begin(
                  r.value1(),
                  r.value2(),
                  r.value3().toInstant(),
                  approvedAt == null ? null : approvedAt.toInstant());
            });
  }

  private PolicyTerms readTerms(UUID id) {
    return jooq.select(
            POLICY_VERSION.DOCUMENT,
            POLICY_VERSION.FIGURES,
            POLICY_VERSION.AUTHORITY,
            POLICY_VERSION.CARVE_OUTS)
        .from(POLICY_VERSION)
        .where(POLICY_VERSION.ID.eq(id))
        .fetchSingle(r -> PolicyTerms.read(r.value1(), r.value2(), r.value3(), r.value4()));
  }
}
