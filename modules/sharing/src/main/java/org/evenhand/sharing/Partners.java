package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.jspecify.annotations.Nullable;

/** The bodies that the council may share with under the protocol (P8.2, T22). */
public interface Partners {

  Optional<PartnerView> find(PartnerId id);

  /** Those that exist. */
  Map<PartnerId, PartnerView> find(Collection<PartnerId> ids);

  /**
   * By name.
   *
   * @param kind null for all
   * @param mayReceiveOn only those that may receive on that day; null for all
   */
  Page<PartnerView> page(
      @Nullable PartnerKind kind, @Nullable LocalDate mayReceiveOn, Page.Request request);

  /**
   * Records a partner or changes one. A signatory needs version, day of signature, last day,
   * designated officer and secure address; the day of signature is not in the future, and a
   * signature that has already run out is not recorded as a new one. Runs inside {@link
   * org.evenhand.foundation.Acts}.
   */
  Outcome<PartnerView> record(PartnerToRecord partner, Actor by, Instant now);
}
