package org.evenhand.intake;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/** A kind of record whose accuracy a customer can challenge (T27); its module says whose it is. */
public interface ChallengeableRecord {

  /**
   * @param serviceArea whose head decides; null for the head of customer services
   * @param recordedBy who does not decide
   */
  record Fact(CustomerId customerId, @Nullable ServiceAreaCode serviceArea, ActorId recordedBy) {}

  /** The GraphQL type's name. */
  String type();

  /**
   * The act by which this one is challenged instead, where it has a way of its own; empty for
   * {@code accuracyChallenge}. So nothing is ever challenged in two ways at once.
   */
  default Optional<String> challengedBy(UUID id) {
    return Optional.empty();
  }

  /** Empty if there is none, or it is about nobody known. */
  Optional<Fact> find(UUID id);
}
