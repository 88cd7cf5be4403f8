package org.evenhand.sharing.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.spi.Artefact;

/**
 * Signs what a partner is told with the council's key (JWS, ES256) and seals it for the partner's
 * (JWE, AES-256 in GCM), or does both with OpenPGP where the partner's key is of that kind: nobody
 * between can read or change it, and the algorithms are those of the keys, never the message's
 * choice.
 */
final class ReferralSeal {

  static final String ISSUER = "evenhand";

  private ReferralSeal() {}

  /**
   * @param handling what the partner may do with it, in words
   * @param artefacts none for a withdrawal
   */
  static String sealed(
      ReferralView referral,
      ReferralVersionView version,
      String handling,
      List<Artefact> artefacts,
      CouncilKeys council,
      PartnerKeyView key,
      Instant now) {
    JWTClaimsSet claims = claims(referral, version, handling, artefacts);
    return switch (key.format()) {
      case JOSE -> jose(claims, council.forReferrals(), key);
      case OPENPGP ->
          openPgp(
              claims,
              referral.reference() + "-" + version.number() + ".json",
              council.forOpenPgp(),
              key,
              now);
    };
  }

  /** What is told, the same in either form. */
  private static JWTClaimsSet claims(
      ReferralView referral,
      ReferralVersionView version,
      String handling,
      List<Artefact> artefacts) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(referral.partner().toString())
        .jwtID(version.id().value().toString())
        .issueTime(Date.from(version.releasedAt()))
        .claim("referral", referral.reference())
        .claim("version", version.number())
        .claim("kind", version.kind().name())
        .claim("purpose", referral.purpose().name())
        .claim("lawfulBasis", referral.lawfulBasis().name())
        .claim("expiresOn", referral.expiresOn().toString())
        .claim("form", referral.export().value())
        .claim("schemaVersion", referral.schemaVersion())
        .claim("handling", handling)
        .claim("synthetic", referral.synthetic() ? true : null)
        .claim(
            "artefacts",
            artefacts.stream()
                .map(
                    one ->
                        Map.of(
                            "name",
                            one.name(),
                            "mediaType",
                            one.mediaType(),
                            "content",
                            Base64.getEncoder().encodeToString(one.content())))
                .toList())
        .build();
  }

  private static String openPgp(
      JWTClaimsSet claims,
      String fileName,
      PGPSecretKeyRing signing,
      PartnerKeyView key,
      Instant now) {
    try {
      return OpenPgpSeal.sealed(
          claims.toString().getBytes(StandardCharsets.UTF_8),
          fileName,
          signing,
          OpenPgpKey.kept(key.publicKey(), now),
          now);
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("a referral cannot be sealed with key " + key.id(), e);
    }
  }

  private static String jose(JWTClaimsSet claims, ECKey signing, PartnerKeyView key) {
    try {
      var jws =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(JOSEObjectType.JWT)
                  .keyID(signing.getKeyID())
                  .build(),
              claims);
      jws.sign(new ECDSASigner(signing));
      var jwe =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.parse(key.algorithm()), EncryptionMethod.A256GCM)
                  .contentType("JWT")
                  .keyID(key.name())
                  .build(),
              new Payload(jws));
      jwe.encrypt(encrypter(JWK.parse(key.publicKey())));
      return jwe.serialize();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("a referral cannot be sealed with key " + key.id(), e);
    }
  }

  private static JWEEncrypter encrypter(JWK key) throws JOSEException {
    return switch (key) {
      case RSAKey rsa -> new RSAEncrypter(rsa);
      case ECKey ec -> new ECDHEncrypter(ec);
      default -> throw new JOSEException("no key of this kind is taken");
    };
  }
}
