package org.evenhand.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;

/** Asking for reasonable adjustments, deciding on them, and offering them (F3). */
public interface DecidingAdjustments {

  record AdjustmentToRequest(
      CustomerId customerId,
      AdjustmentCode what,
      @Nullable String description,
      Set<Channel> channelsNeeded,
      Set<Channel> channelsUnusable,
      LocalDate requestedOn) {
    public AdjustmentToRequest {
      channelsNeeded = Set.copyOf(channelsNeeded);
      channelsUnusable = Set.copyOf(channelsUnusable);
    }
  }

  record AdjustmentDecision(AdjustmentId id, int expectedVersion, boolean agreed, String reason) {}

  /** What we owe somebody the offer of. */
  enum Offer {
    /** A reasonable adjustment, after a disability was disclosed (F3). */
    ADJUSTMENT,
    /** Support, after the customer was seen in distress (T25). */
    SUPPORT
  }

  enum OfferAnswer {
    ACCEPTED,
    DECLINED,
    ALREADY_IN_PLACE
  }

  /**
   * Records a request; the duty to decide opens with the clock of the policy in force (five working
   * days unless configured), and a duty to offer one is met by it.
   *
   * <p>Refused: OTHER without words, a channel that is both needed and unusable
   * (CHANNELS_CONTRADICT), no channel left (NO_CHANNEL_LEFT), a date in the future
   * (DATE_IN_FUTURE), NO_POLICY_IN_FORCE.
   */
  Outcome<AdjustmentView> request(AdjustmentToRequest command, Actor actor, Instant now);

  /**
   * Agrees to a request or declines it, with the reason, by somebody whom the policy's authority
   * matrix names (F15). Refused: one that is decided (ADJUSTMENT_DECIDED), no reason.
   */
  Outcome<AdjustmentView> decide(AdjustmentDecision command, Actor actor, Instant now);

  /**
   * Records that a disability was disclosed, in whatever way it reached us: a letter, a
   * representation, an appeal. The duty to offer an adjustment opens; one that is open stays as it
   * is (F3). What the disability is, is not recorded.
   */
  Outcome<CustomerView> disclosed(
      CustomerId customer, @Nullable ServiceAreaCode serviceArea, Actor actor, Instant now);

  /** Records that an offer was made and what came of it. Refused: none was due (NO_OFFER_DUE). */
  Outcome<CustomerView> recordOffer(
      CustomerId customer,
      Offer offer,
      OfferAnswer answer,
      @Nullable String note,
      Actor actor,
      Instant now);
}
