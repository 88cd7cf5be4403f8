package org.evenhand.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it is asked for.
 *
 * @param export the form
 * @param emergency somebody's life or safety is at stake now, so no agreement is waited for (T22)
 * @param consentReason why there is none; null where it was given
 * @param specialData whether there is special-category or criminal-offence data in it
 * @param expiresOn the last day on which the partner may use it
 */
public record ReferralToPropose(
    CustomerId customer,
    PartnerId partner,
    TypeId export,
    SharingPurpose purpose,
    Set<SafetyLimb> limbs,
    LawfulBasis lawfulBasis,
    @Nullable String legalPower,
    boolean emergency,
    Consent consent,
    @Nullable String consentReason,
    boolean specialData,
    SharingGrounds grounds,
    List<FieldAnswer> answers,
    LocalDate expiresOn) {
  public ReferralToPropose {
    limbs = Set.copyOf(limbs);
    answers = List.copyOf(answers);
  }
}
