package org.evenhand.sharing;

import java.time.LocalDate;

/**
 * A key that a partner handed over.
 *
 * @param publicKey a JWK in JSON, with {@code kid}, or an OpenPGP certificate in its armour
 * @param thumbprint what the partner's designated officer read out; has to be the key's
 * @param from first day
 * @param until last day, at most three years later
 */
public record PartnerKeyToAdd(
    PartnerId partner,
    KeyUse use,
    String publicKey,
    String thumbprint,
    LocalDate from,
    LocalDate until) {}
