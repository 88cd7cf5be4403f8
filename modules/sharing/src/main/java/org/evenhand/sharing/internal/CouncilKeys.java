package org.evenhand.sharing.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.evenhand.sharing.SigningKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the council's keys when they are first needed, and keeps them sealed. */
@Component
@EnableConfigurationProperties(KeySettings.class)
class CouncilKeys implements SigningKeys {

  private enum Use {
    PACKS,
    REFERRALS,
    OPENPGP
  }

  /** Both halves of the key for packs, the public one as a JWK. */
  record Pair(PrivateKey secret, String jwk) {
    String thumbprint() {
      return PackSignature.thumbprint(jwk);
    }
  }

  private record Drawn(String thumbprint, String publicKey, byte[] privateKey) {}

  private record Stored(String publicKey, @Nullable String sealed) {}

  private final JdbcClient jdbc;
  private final KeySettings settings;
  private final Clock clock;

  CouncilKeys(JdbcClient jdbc, KeySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean open() {
    List<String> sealed =
        jdbc.sql("select sealed from sharing.council_key where sealed is not null")
            .query(String.class)
            .list();
    return sealed.stream().allMatch(one -> KeySafe.opened(one, settings.secret()).isPresent());
  }

  /** Ed25519, for evidence packs. */
  Pair forPacks() {
    Stored stored = stored(Use.PACKS);
    try {
      return new Pair(
          KeyFactory.getInstance(PackSignature.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(privateHalf(stored))),
          stored.publicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + PackSignature.ALGORITHM, e);
    }
  }

  /** P-256, for referrals; its id is its thumbprint. */
  ECKey forReferrals() {
    try {
      return ECKey.parse(new String(privateHalf(stored(Use.REFERRALS)), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("the key for referrals cannot be read", e);
    }
  }

  /** Public halves of all keys for referrals, those that sign no more too, as JWKs. */
  List<String> ofReferrals() {
    return publicHalves(Use.REFERRALS);
  }

  private List<String> publicHalves(Use use) {
    return jdbc.sql(
            "select public_key from sharing.council_key where key_use = ? order by drawn_at")
        .param(use.name())
        .query(String.class)
        .list();
  }

  /** P-256 too, for partners with OpenPGP; drawn when the first of them hands over a key. */
  PGPSecretKeyRing forOpenPgp() {
    try {
      return new PGPSecretKeyRing(
          privateHalf(stored(Use.OPENPGP)), new BcKeyFingerprintCalculator());
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("the OpenPGP key for referrals cannot be read", e);
    }
  }

  /** Public halves of all OpenPGP keys for referrals, in their armour. */
  List<String> ofOpenPgp() {
    return publicHalves(Use.OPENPGP);
  }

  private byte[] privateHalf(Stored stored) {
    return KeySafe.opened(String.valueOf(stored.sealed()), settings.secret())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "evenhand.sharing.key-secret does not open the council's signing key"));
  }

  private Stored stored(Use use) {
    return find(use).stream()
        .findFirst()
        .orElseGet(
            () -> {
              keep(
                  use,
                  switch (use) {
                    case PACKS -> drawnForPacks();
                    case REFERRALS -> drawnForReferrals();
                    case OPENPGP -> drawnForOpenPgp(clock.instant());
                  });
              return find(use).getFirst();
            });
  }

  private List<Stored> find(Use use) {
    return jdbc.sql(
            "select public_key, sealed from sharing.council_key"
                + " where key_use = ? and sealed is not null")
        .param(use.name())
        .query((row, n) -> new Stored(row.getString(1), row.getString(2)))
        .list();
  }

  /** Two nodes at once keep one key: the one that came first. */
  private void keep(Use use, Drawn drawn) {
    jdbc.sql(
            "insert into sharing.council_key (thumbprint, key_use, public_key, sealed, drawn_at)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")
        .params(
            drawn.thumbprint(),
            use.name(),
            drawn.publicKey(),
            KeySafe.sealed(drawn.privateKey(), settings.secret()),
            Timestamp.from(clock.instant()))
        .update();
  }

  private static Drawn drawnForPacks() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(PackSignature.ALGORITHM).generateKeyPair();
      String jwk = PackSignature.jwk(pair.getPublic().getEncoded());
      return new Drawn(PackSignature.thumbprint(jwk), jwk, pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + PackSignature.ALGORITHM, e);
    }
  }

  private static Drawn drawnForOpenPgp(Instant now) {
    try {
      PGPSecretKeyRing ring = OpenPgpSeal.drawn(now);
      var publicHalf = new ByteArrayOutputStream();
      for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext(); ) {
        keys.next().encode(publicHalf);
      }
      return new Drawn(
          OpenPgpKey.fingerprint(ring.getPublicKey()),
          OpenPgpKey.armoured(publicHalf.toByteArray()),
          ring.getEncoded());
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("every JDK can hold such a key", e);
    }
  }

  private static Drawn drawnForReferrals() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      return new Drawn(
          key.getKeyID(),
          key.toPublicJWK().toJSONString(),
          key.toJSONString().getBytes(StandardCharsets.UTF_8));
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }
}
