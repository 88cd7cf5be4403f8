package org.evenhand.foundation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which version of the policy an act is done under; the policy module answers. Every audit entry of
 * an act names it (PP.1, T24).
 */
@FunctionalInterface
public interface PolicyVersionInForce {
  /** Empty while no version is in force. */
  Optional<UUID> at(Instant instant);
}
