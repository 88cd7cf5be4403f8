package org.evenhand.policy.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.policy.Acceptance;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A finding that somebody lets stand (F10). */
@Table(schema = "policy", value = "accepted_finding")
record AcceptedFinding(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID policyVersion,
    String code,
    String clause,
    String reason,
    Instant acceptedAt,
    String acceptedBy) {

  static AcceptedFinding of(UUID policyVersion, String code, String clause, Acceptance acceptance) {
    return new AcceptedFinding(
        Ids.next(),
        null,
        policyVersion,
        code,
        clause,
        acceptance.reason(),
        acceptance.at(),
        acceptance.by().value());
  }

  AcceptedFinding replacedBy(Acceptance acceptance) {
    return new AcceptedFinding(
        id,
        version,
        policyVersion,
        code,
        clause,
        acceptance.reason(),
        acceptance.at(),
        acceptance.by().value());
  }
}
