package org.evenhand.sharing.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;

/** Seals private keys with the council's secret (JWE, AES-256 in GCM), and opens them again. */
final class KeySafe {

  private KeySafe() {}

  static String sealed(byte[] privateKey, byte[] secret) {
    try {
      var jwe =
          new JWEObject(
              new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(privateKey));
      jwe.encrypt(new DirectEncrypter(secret));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a key cannot be sealed", e);
    }
  }

  /** Empty where it was sealed with another secret. */
  static Optional<byte[]> opened(String sealed, byte[] secret) {
    try {
      JWEObject jwe = JWEObject.parse(sealed);
      jwe.decrypt(new DirectDecrypter(secret));
      return Optional.of(jwe.getPayload().toBytes());
    } catch (JOSEException | ParseException e) {
      return Optional.empty();
    }
  }
}
