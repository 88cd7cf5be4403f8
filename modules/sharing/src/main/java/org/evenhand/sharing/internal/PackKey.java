package org.evenhand.sharing.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The council's key for packs: drawn when the first one is made, and the same on every node. */
@Component
class PackKey {

  /** Both halves, the public one as a JWK. */
  record Pair(PrivateKey secret, String jwk) {
    String thumbprint() {
      return PackSignature.thumbprint(jwk);
    }
  }

  private record Stored(byte[] privateKey, byte[] publicKey) {}

  private final JdbcClient jdbc;

  PackKey(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Pair get() {
    try {
      Stored stored =
          jdbc.sql("select private_key, public_key from sharing.pack_key")
              .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2)))
              .optional()
              .orElseGet(this::drawn);
      return new Pair(
          KeyFactory.getInstance(PackSignature.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(stored.privateKey())),
          PackSignature.jwk(stored.publicKey()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + PackSignature.ALGORITHM, e);
    }
  }

  /** Two nodes at once keep one key: the one that came first. */
  private Stored drawn() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(PackSignature.ALGORITHM).generateKeyPair();
      jdbc.sql(
              "insert into sharing.pack_key (private_key, public_key) values (?, ?)"
                  + " on conflict do nothing")
          .param(pair.getPrivate().getEncoded())
          .param(pair.getPublic().getEncoded())
          .update();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + PackSignature.ALGORITHM, e);
    }
    return jdbc.sql("select private_key, public_key from sharing.pack_key")
        .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2)))
        .single();
  }
}
