package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it stands, which is its disclosure record too (P8.2, T22).
 *
 * @param customerId null for a synthetic one, which is about nobody
 * @param agreement under which it is shared; null for an emergency
 * @param dataProtection null until the data protection officer gave a view
 * @param decision null until decided
 * @param withdrawal null unless withdrawn
 */
public record ReferralView(
    ReferralId id,
    int version,
    String reference,
    @Nullable CustomerId customerId,
    PartnerId partner,
    @Nullable SharingAgreementId agreement,
    TypeId export,
    String schemaVersion,
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
    LocalDate expiresOn,
    ReferralStatus status,
    Instant proposedAt,
    ActorId proposedBy,
    @Nullable DataProtectionView dataProtection,
    @Nullable Decision decision,
    @Nullable Withdrawal withdrawal) {

  /** What the data protection officer says. */
  public record DataProtectionView(boolean inFavour, String reasons, ActorId by, Instant at) {}

  /** Whether it was shared, why, and by whom in which post. */
  public record Decision(boolean shared, String reasons, ActorId by, Role as, Instant at) {}

  /** That and why it holds no longer. */
  public record Withdrawal(String because, ActorId by, Instant at) {}

  public ReferralView {
    limbs = Set.copyOf(limbs);
    answers = List.copyOf(answers);
  }

  /** Whether it was made up for a partner's machine to be tried on; it discloses nothing. */
  public boolean synthetic() {
    return customerId == null;
  }

  /**
   * Whom it is about.
   *
   * @throws NullPointerException for a synthetic one
   */
  public CustomerId subject() {
    return Objects.requireNonNull(customerId);
  }

  /**
   * Whether the data protection officer's view is needed before it is decided: for data that the
   * law protects more, and where the person did not agree. An emergency does not wait for it.
   */
  public boolean needsView() {
    return !emergency && (specialData || consent != Consent.GIVEN);
  }
}
