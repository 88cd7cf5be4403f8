package org.evenhand.sharing.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.sharing.SealFormat;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a partner's key, of one of the kinds that are taken. The algorithm follows
 * from the kind and the use; nobody can ask for another.
 *
 * @param lastDay until when it may be used, as it says itself; null where it says nothing
 */
record PublicKey(
    SealFormat format,
    String keyId,
    String algorithm,
    String text,
    String thumbprint,
    @Nullable LocalDate lastDay) {

  private static final int LONGEST = 5_000;
  private static final int LONGEST_NAME = 200;
  private static final int FEWEST_RSA_BITS = 3072;
  private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384);

  /** Says what is wrong with it and never repeats it: it may be a private key. */
  static Outcome<PublicKey> read(String text, org.evenhand.sharing.KeyUse use, Instant now) {
    return OpenPgpKey.looksLikeOne(text) ? OpenPgpKey.read(text, use, now) : jwk(text, use);
  }

  private static Outcome<PublicKey> jwk(String text, org.evenhand.sharing.KeyUse use) {
    JWK key;
    try {
      if (text.length() > LONGEST) {
        return refused("KEY_MALFORMED");
      }
      key = JWK.parse(text);
    } catch (ParseException | IllegalArgumentException e) {
      return refused("KEY_MALFORMED");
    }
    if (key.isPrivate()) {
      return refused("KEY_IS_PRIVATE");
    }
    String algorithm;
    switch (key) {
      case RSAKey rsa -> {
        if (rsa.size() < FEWEST_RSA_BITS) {
          return refused("KEY_TOO_WEAK");
        }
        algorithm =
            use == org.evenhand.sharing.KeyUse.ENCRYPTION
                ? JWEAlgorithm.RSA_OAEP_256.getName()
                : JWSAlgorithm.PS256.getName();
      }
      case ECKey ec when CURVES.contains(ec.getCurve()) ->
          algorithm =
              use == org.evenhand.sharing.KeyUse.ENCRYPTION
                  ? JWEAlgorithm.ECDH_ES_A256KW.getName()
                  : (ec.getCurve().equals(Curve.P_256) ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384)
                      .getName();
      default -> {
        return refused("KEY_KIND_NOT_TAKEN");
      }
    }
    KeyUse meant =
        use == org.evenhand.sharing.KeyUse.ENCRYPTION ? KeyUse.ENCRYPTION : KeyUse.SIGNATURE;
    if (key.getKeyUse() != null && !key.getKeyUse().equals(meant)) {
      return refused("KEY_FOR_ANOTHER_USE");
    }
    if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm)) {
      return refused("KEY_FOR_ANOTHER_ALGORITHM");
    }
    String name = key.getKeyID();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      return refused("KEY_WITHOUT_NAME");
    }
    try {
      return Outcome.done(
          new PublicKey(
              SealFormat.JOSE,
              name,
              algorithm,
              key.toPublicJWK().toJSONString(),
              key.computeThumbprint().toString(),
              null));
    } catch (JOSEException e) {
      return refused("KEY_MALFORMED");
    }
  }

  /** Whether somebody who read this out read out this key's thumbprint. */
  boolean isReadOutAs(String said) {
    return format == SealFormat.OPENPGP
        ? thumbprint.equals(OpenPgpKey.plainFingerprint(said))
        : thumbprint.equals(said.strip());
  }

  private static Outcome<PublicKey> refused(String code) {
    return Outcome.refused(Refusal.at(code, "publicKey"));
  }
}
