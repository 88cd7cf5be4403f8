package org.evenhand.correspondence.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.intake.ChallengeableRecord;
import org.evenhand.intake.CustomerId;
import org.springframework.stereotype.Component;

/**
 * A customer can say that a warning, or that the policy was shared with them, is not so (T27, F20).
 * It belongs to no one service, so the head of customer services decides.
 */
@Component
class ChallengeableWarnings implements ChallengeableRecord {

  private final PolicyShares shares;

  ChallengeableWarnings(PolicyShares shares) {
    this.shares = shares;
  }

  @Override
  public String type() {
    return "PolicyShare";
  }

  @Override
  public Optional<Fact> find(UUID id) {
    return shares
        .find(new PolicyShareId(id))
        .map(s -> new Fact(new CustomerId(s.customerId()), null, s.recordedBy()));
  }
}
