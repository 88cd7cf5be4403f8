package org.evenhand.sharing;

import java.time.LocalDate;
import java.util.Set;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with one partner for one purpose (T22).
 *
 * @param limbs whose safety it covers; at least one
 * @param legalPower the enactment; null where the basis needs none
 * @param extraConditions what else must hold for special-category or criminal-offence data; null
 *     where none is shared
 * @param reference under which the signed document is kept
 * @param from first day
 * @param until last day
 * @param exports the forms that it pins, each standing for one major version of its schema; empty
 *     where it names none, and then any form for this partner and purpose may be used
 * @param partnerStanding how the partner stands to the protocol now
 * @param partnerValidUntil last day on which the partner's signature counts; null where it signed
 *     none
 */
public record SharingAgreementView(
    SharingAgreementId id,
    int version,
    PartnerId partner,
    SharingPurpose purpose,
    Set<SafetyLimb> limbs,
    LawfulBasis lawfulBasis,
    @Nullable String legalPower,
    @Nullable String extraConditions,
    String reference,
    LocalDate from,
    LocalDate until,
    Set<TypeId> exports,
    ProtocolStanding partnerStanding,
    @Nullable LocalDate partnerValidUntil) {
  public SharingAgreementView {
    limbs = Set.copyOf(limbs);
    exports = Set.copyOf(exports);
  }

  /** Whether something may be shared under it on that day (T22). */
  public boolean live(LocalDate on) {
    return !on.isBefore(from)
        && !on.isAfter(until)
        && partnerStanding.mayReceive()
        && (partnerValidUntil == null || !on.isAfter(partnerValidUntil));
  }

  /** Whether something may be shared under it in that form. */
  public boolean covers(TypeId export) {
    return exports.isEmpty() || exports.contains(export);
  }
}
