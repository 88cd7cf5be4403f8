package org.evenhand.sharing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What is taken to partners by the way that each chose, besides being there for their machines to
 * fetch (T22). It is tried until it is there, refused, or acknowledged.
 */
public interface ReferralDeliveries {

  /** The ways that there are, by id. */
  List<DeliveryWay> ways();

  /** Of each version its sendings, oldest first. */
  Map<ReferralVersionId, List<ReferralDeliveryView>> of(Collection<ReferralVersionId> versions);

  /**
   * What waits to be tried again, or was refused, is tried at once. Runs inside {@code Acts};
   * refused where the version differs, and where nothing of it waits.
   */
  Outcome<ReferralView> again(
      ReferralId id, @Nullable Integer expectedVersion, Actor by, Instant now);
}
