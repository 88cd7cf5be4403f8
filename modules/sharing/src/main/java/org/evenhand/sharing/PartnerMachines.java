package org.evenhand.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's machine client may do: follow what it is told, and answer. A client speaks for
 * the partner that it is bound to by record and for no other, and sees what was shared for the
 * purposes that its token names ({@link ReferralScopes}); all else looks as if it did not exist
 * (question 23).
 */
public interface PartnerMachines {

  /** A client and whom it speaks for. */
  record Binding(java.util.UUID id, PartnerId partner, String client) {}

  /**
   * Lets a machine client speak for a partner. Refused: {@code NOT_FOUND}, {@code TEXT_MISSING},
   * {@code CLIENT_BOUND_ALREADY}.
   */
  Outcome<Binding> bind(PartnerId partner, String client, Actor by, Instant now);

  Optional<Binding> binding(java.util.UUID id);

  /**
   * What comes behind a position, in the order in which it was committed; nothing that is read
   * later ever stands before it. Notes that each was fetched. Empty for a client that is bound to
   * nobody or whose token names no purpose.
   */
  List<ReferralChange> changes(Actor client, long after, int most, Instant now);

  /** Received, whole and readable. A second time it changes nothing. */
  Outcome<ReferralVersionView> acknowledge(ReferralVersionId id, Actor client, Instant now);

  /** Not taken, with a code. Refused after it was acknowledged. */
  Outcome<ReferralVersionView> reject(
      ReferralVersionId id, RejectionCode because, Actor client, Instant now);

  /**
   * Seals the same version anew for the key that the partner has now, and puts it behind everything
   * else. It stays one disclosure with one id.
   */
  Outcome<ReferralVersionView> redeliver(ReferralVersionId id, Actor client, Instant now);

  /**
   * What came of it, and under what the partner keeps it (question 24). Refused before it was
   * acknowledged, and for a reference that is empty or longer than 500 characters.
   *
   * @param reference such as a crime number; null where there is none
   */
  Outcome<ReferralVersionView> outcome(
      ReferralVersionId id,
      ReferralOutcome outcome,
      @Nullable String reference,
      Actor client,
      Instant now);

  /** Whether what that version told is still true; empty for what is not known or not theirs. */
  Optional<Standing> standing(ReferralVersionId id, Actor client, Instant now);

  /** Which version is the latest, and whether it holds. */
  record Standing(ReferralTruth standing, int latest) {}

  Optional<ReferralVersionView> version(ReferralVersionId id);

  /** The council's public keys for referrals, as JWKs; old ones too. */
  List<String> signingKeys();

  /** The council's public OpenPGP keys for referrals, in their armour; old ones too. */
  List<String> openPgpKeys();
}
