package org.evenhand.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key of a partner. It is kept when it is retired: what was sent under it must
 * stay explainable.
 *
 * @param name the partner's own name for it (JWK {@code kid}; the key id of an OpenPGP certificate)
 * @param format in which form what is sealed with it is
 * @param algorithm the one algorithm that it is used with
 * @param publicKey as a JWK in JSON or in OpenPGP's armour, without private parts
 * @param thumbprint SHA-256 as in RFC 7638, or OpenPGP's fingerprint, to be compared over the
 *     telephone
 * @param from first day
 * @param until last day
 * @param retiredAt null while it was not retired
 */
public record PartnerKeyView(
    PartnerKeyId id,
    PartnerId partner,
    String name,
    KeyUse use,
    SealFormat format,
    String algorithm,
    String publicKey,
    String thumbprint,
    LocalDate from,
    LocalDate until,
    Instant addedAt,
    ActorId addedBy,
    @Nullable Instant retiredAt,
    @Nullable ActorId retiredBy,
    @Nullable String retiredBecause) {

  /** Whether it may be used on that day. */
  public boolean usable(LocalDate on) {
    return retiredAt == null && !on.isBefore(from) && !on.isAfter(until);
  }
}
