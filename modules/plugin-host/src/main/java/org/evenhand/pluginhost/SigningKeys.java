package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that plugins may be signed with. Each is pinned by its thumbprint and signs only
 * for plugins whose ids begin as it is allowed to; who issued it does not matter.
 */
public interface SigningKeys {

  /**
   * A certificate to trust.
   *
   * @param certificate in PEM
   * @param thumbprint as its owner read it out; colons and case do not matter
   * @param takesOverFrom the certificate whose plugins it goes on with: the recorded handover
   */
  record ToTrust(
      String certificate,
      String thumbprint,
      List<String> idPrefixes,
      @Nullable SigningKeyId takesOverFrom) {
    public ToTrust {
      idPrefixes = List.copyOf(idPrefixes);
    }
  }

  /** All of them, revoked ones too, the newest first. */
  List<SigningKeyView> all();

  Optional<SigningKeyView> find(SigningKeyId id);

  /**
   * Trusts a certificate.
   *
   * <p>Refused: no certificate (CERTIFICATE_MALFORMED), one that is over (CERTIFICATE_OVER) or weak
   * (CERTIFICATE_KEY_WEAK), another thumbprint (CERTIFICATE_THUMBPRINT_DIFFERS), one that is known
   * (CERTIFICATE_TRUSTED_ALREADY, CERTIFICATE_REVOKED_BEFORE), no ids or ill-formed ones
   * (ID_PREFIXES_MISSING, ID_PREFIX_MALFORMED), a handover from nothing (NOT_FOUND) or from one for
   * other ids (TAKES_OVER_FROM_SAME_IDS).
   */
  Outcome<SigningKeyView> trust(ToTrust key, Actor by, Instant now);

  /**
   * Trusts a certificate no more: the plugins that it signed are disabled with it, on every node.
   *
   * <p>Refused: none under this id (NOT_FOUND), revoked before (SIGNING_KEY_REVOKED_ALREADY), no
   * reason or too long a one.
   */
  Outcome<SigningKeyView> revoke(SigningKeyId id, String reason, Actor by, Instant now);
}
