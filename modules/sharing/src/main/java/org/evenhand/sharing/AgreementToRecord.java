package org.evenhand.sharing;

import java.time.LocalDate;
import java.util.Set;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it shall stand.
 *
 * @param id null to record a new one
 * @param expectedVersion the version that was read; null to record a new one
 * @param exports the forms that it pins; empty where it names none
 */
public record AgreementToRecord(
    @Nullable SharingAgreementId id,
    @Nullable Integer expectedVersion,
    PartnerId partner,
    SharingPurpose purpose,
    Set<SafetyLimb> limbs,
    LawfulBasis lawfulBasis,
    @Nullable String legalPower,
    @Nullable String extraConditions,
    String reference,
    LocalDate from,
    LocalDate until,
    Set<TypeId> exports) {
  public AgreementToRecord {
    exports = Set.copyOf(exports);
    limbs = Set.copyOf(limbs);
  }
}
