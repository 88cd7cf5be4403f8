package org.evenhand.sharing;

import java.time.Instant;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;

/**
 * Referrals that were made up, for the machine of a sandbox partner to be tried on: in the real
 * forms, under its own keys, on the same ways, with all that may become of one. They are about
 * nobody, say so wherever they are seen, and are no disclosures. A sandbox partner is told of
 * nobody who lives, and no other partner is told of what was made up.
 */
public interface Sandbox {

  /** What the machine wants to be told. */
  sealed interface Wanted {
    /** Something new. */
    record First(TypeId export, SharingPurpose purpose) implements Wanted {}

    /** What it was told before, anew. */
    record Correction(ReferralVersionId of) implements Wanted {}

    /** That what it was told before holds no longer. */
    record Withdrawal(ReferralVersionId of) implements Wanted {}
  }

  /**
   * Makes one up and tells it. Runs inside {@code Acts}.
   *
   * <p>Refused: CLIENT_NOT_BOUND, PARTNER_NOT_SANDBOX, NOT_FOUND, FORM_FOR_ANOTHER_KIND,
   * FORM_NOT_FOR_PURPOSE, PURPOSE_OUTSIDE_SCOPE, REFERRAL_NOT_IN_THIS_STATE, NO_KEY_OF_PARTNER,
   * SANDBOX_USED_UP after two hundred within a day.
   */
  Outcome<ReferralVersionView> tell(Wanted wanted, Actor client, Instant now);
}
