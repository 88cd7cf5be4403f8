package org.evenhand.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Outcome;

/** Recording that the policy was given to somebody (P2.2), with or without a warning (P8.3.8). */
public interface PolicyShares {

  /**
   * Publishes {@link PolicyShared}. Refused: {@code NOT_FOUND} (customer or version), {@code
   * NO_POLICY_IN_FORCE}, {@code POLICY_SHARED_IN_THE_FUTURE}, {@code POLICY_VERSION_NOT_PUBLISHED},
   * {@code MAY_NOT_WARN} (F15), {@code NOTICE_WORDS_NOT_NEUTRAL}, {@code TEXT_MISSING}, {@code
   * TEXT_TOO_LONG}. Runs inside an act.
   */
  Outcome<PolicyShareView> share(PolicyToShare share);

  Optional<PolicyShareView> find(PolicyShareId id);

  /** Latest first. */
  List<PolicyShareView> ofCustomer(UUID customerId);

  /** Of several records, latest first, in one statement. */
  List<PolicyShareView> ofCustomers(Collection<UUID> customerIds);
}
