package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.spi.SharingPurpose;
import org.jspecify.annotations.Nullable;

/** Agreements for a purpose, each with one partner (T22). */
public interface SharingAgreements {

  Optional<SharingAgreementView> find(SharingAgreementId id);

  /**
   * The agreement under which something may be shared with a partner for a purpose on a day; empty
   * where there is none, or where the partner may not receive on that day.
   */
  Optional<SharingAgreementView> live(PartnerId partner, SharingPurpose purpose, LocalDate on);

  /** Latest first, by partner. */
  Map<PartnerId, List<SharingAgreementView>> of(Collection<PartnerId> partners);

  /**
   * Latest first.
   *
   * @param partner null for all
   * @param purpose null for all
   * @param liveOn only those under which something may be shared on that day; null for all
   */
  Page<SharingAgreementView> page(
      @Nullable PartnerId partner,
      @Nullable SharingPurpose purpose,
      @Nullable LocalDate liveOn,
      Page.Request request);

  /**
   * Records an agreement or changes one. Refused with a partner that is no signatory or whose
   * signature does not last as long as the agreement, without a limb, without the legal power that
   * its basis needs, or beside another for the same purpose on the same days. Partner and purpose
   * never change. Runs inside {@link org.evenhand.foundation.Acts}.
   */
  Outcome<SharingAgreementView> record(AgreementToRecord agreement, Actor by, Instant now);
}
