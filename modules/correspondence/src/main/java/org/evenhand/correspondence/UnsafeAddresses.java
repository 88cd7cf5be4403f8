package org.evenhand.correspondence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that are unsafe for a customer's post, as where the customer shares a home with
 * somebody of the case, or hides from somebody there. A letter to one is refused until another is
 * chosen, and one that was issued before goes into no batch and into no email. Acts run inside
 * {@code Acts}.
 */
public interface UnsafeAddresses {

  /**
   * Marks an address. Refused: {@code NOT_FOUND} (customer), {@code TEXT_MISSING}, {@code
   * TEXT_TOO_LONG}, {@code ADDRESS_MARKED_ALREADY}.
   */
  Outcome<UnsafeAddressView> mark(
      UUID customerId, String address, UnsafeBecause because, @Nullable String note);

  /**
   * Takes the mark away, with a reason. Refused: {@code NOT_FOUND}, {@code STALE}, {@code
   * ADDRESS_CLEARED_ALREADY}, {@code TEXT_MISSING}, {@code TEXT_TOO_LONG}.
   */
  Outcome<UnsafeAddressView> clear(
      UnsafeAddressId id, @Nullable Integer expectedVersion, String because);

  Optional<UnsafeAddressView> find(UnsafeAddressId id);

  /** Those that stand, of each customer on whichever of their records, oldest first. */
  Map<UUID, List<UnsafeAddressView>> of(Collection<UUID> customers);

  /** Whether no letter to this customer may go there. */
  boolean unsafe(UUID customerId, String address);
}
