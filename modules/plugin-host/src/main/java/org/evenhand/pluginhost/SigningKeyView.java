package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that plugins may be signed with, or might once.
 *
 * @param thumbprint SHA-256 of the certificate, in lower-case hexadecimal
 * @param subject whose it is, by its own account
 * @param validUntil after which nothing new that it signed is installed
 * @param idPrefixes ids of plugins it signs for: each as it stands, and all that go on after a
 *     hyphen
 * @param takesOverFrom whose plugins it may go on with; null for none
 * @param revokedAt null while it is trusted; the three are null together
 */
public record SigningKeyView(
    SigningKeyId id,
    String thumbprint,
    String subject,
    Instant validUntil,
    List<String> idPrefixes,
    @Nullable SigningKeyId takesOverFrom,
    Instant trustedAt,
    ActorId trustedBy,
    @Nullable Instant revokedAt,
    @Nullable ActorId revokedBy,
    @Nullable String revokedBecause) {
  public SigningKeyView {
    idPrefixes = List.copyOf(idPrefixes);
  }
}
