package org.evenhand.sharing;

import java.time.Instant;

/**
 * One entry of what a partner's machine follows.
 *
 * @param position grows by one for each entry of this partner
 * @param synthetic whether it was made up for trying out a machine
 * @param format in which form it is sealed
 * @param sealed a JWE that holds a JWS, or an OpenPGP message in its armour; nobody but the partner
 *     can read it
 * @param keyName the partner's own name for the key that it is sealed with
 */
public record ReferralChange(
    long position,
    ReferralVersionId versionId,
    String reference,
    int number,
    VersionKind kind,
    boolean synthetic,
    SealFormat format,
    String sealed,
    String keyName,
    Instant at) {}
