package org.evenhand.correspondence.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.correspondence.PolicyShareId;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PolicyShares;
import org.evenhand.intake.ChallengeableRecord;
import org.evenhand.intake.CustomerId;
import org.springframework.stereotype.Component;

/**
 * A customer can say that the policy was not shared with them (T27). It belongs to no one service,
 * so the head of customer services decides. Shared with a warning, it is the warning that is
 * challenged, on a clock and by a decider of its own (P9.2, F20).
 */
@Component
class ChallengeableShares implements ChallengeableRecord {

  private final PolicyShares shares;

  ChallengeableShares(PolicyShares shares) {
    this.shares = shares;
  }

  @Override
  public String type() {
    return "PolicyShare";
  }

  @Override
  public Optional<String> challengedBy(UUID id) {
    return shares
        .find(new PolicyShareId(id))
        .filter(PolicyShareView::withWarning)
        .map(s -> "warningChallenge");
  }

  @Override
  public Optional<Fact> find(UUID id) {
    return shares
        .find(new PolicyShareId(id))
        .map(s -> new Fact(new CustomerId(s.customerId()), null, s.recordedBy()));
  }
}
