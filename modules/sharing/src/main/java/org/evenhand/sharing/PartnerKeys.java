package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;

/**
 * The keys of partners (T22): what is shared is sealed so that nobody but the partner can read it.
 * Keys overlap while a partner changes from one to the next, and are retired, never deleted.
 */
public interface PartnerKeys {

  Optional<PartnerKeyView> find(PartnerKeyId id);

  /** Of each partner, the one that begins latest first. */
  Map<PartnerId, List<PartnerKeyView>> of(Collection<PartnerId> partners);

  /**
   * The key to seal with on that day: of those that may be used, the one that begins latest. Empty
   * where there is none; then nothing can be sent.
   */
  Optional<PartnerKeyView> toSealWith(PartnerId partner, LocalDate on);

  /**
   * Adds the public half of a key. Refused: one with private parts ({@code KEY_IS_PRIVATE}; it is
   * not kept anywhere), of a kind or size that is not on the list ({@code KEY_KIND_NOT_TAKEN},
   * {@code KEY_TOO_WEAK}), without a name or with a name that is taken, one that somebody uses
   * already, one whose thumbprint is not what the partner read out, days that are over, reversed or
   * longer than three years. An OpenPGP certificate is refused too if nothing in it can be sealed
   * with because it is expired or revoked ({@code KEY_EXPIRED}, {@code KEY_REVOKED}), or if it
   * expires before its last day ({@code KEY_EXPIRES_EARLIER}). Runs inside {@link
   * org.evenhand.foundation.Acts}.
   */
  Outcome<PartnerKeyView> add(PartnerKeyToAdd key, Actor by, Instant now);

  /**
   * Retires a key at once, for a reason: lost, replaced, no longer trusted. Warns with {@code
   * NO_KEY_TO_SEAL_WITH} where nothing can be sent to the partner any more.
   */
  Outcome<PartnerKeyView> retire(PartnerKeyId id, String reason, Actor by, Instant now);
}
