package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The list of contents is signed as a detached JWS (RFC 7515, appendix F) with Ed25519 (RFC 8037),
 * by nothing but the JDK.
 */
final class PackSignature {

  static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private PackSignature() {}

  /** The public key as a JWK, its members in the order of the thumbprint (RFC 7638). */
  static String jwk(byte[] publicKey) {
    byte[] x = Arrays.copyOfRange(publicKey, X509_PREFIX.length, publicKey.length);
    return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + ENCODER.encodeToString(x) + "\"}";
  }

  static String thumbprint(String jwk) {
    try {
      return ENCODER.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String sign(byte[] content, PrivateKey key, String thumbprint)
      throws GeneralSecurityException {
    String header =
        ENCODER.encodeToString(
            ("{\"alg\":\"EdDSA\",\"kid\":\"" + thumbprint + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(key);
    signature.update(signed(header, content));
    return header + ".." + ENCODER.encodeToString(signature.sign());
  }

  /**
   * Whether this key signed that content.
   *
   * @param x the key's 32 bytes in base64url, as in its JWK
   */
  static boolean holds(String jws, byte[] content, String x) {
    String[] parts = jws.strip().split("\\.", -1);
    if (parts.length != 3 || !parts[1].isEmpty()) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey(Base64.getUrlDecoder().decode(x)));
      signature.update(signed(parts[0], content));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static PublicKey publicKey(byte[] x) throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + x.length);
    System.arraycopy(x, 0, encoded, X509_PREFIX.length, x.length);
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static byte[] signed(String header, byte[] content) {
    return (header + "." + ENCODER.encodeToString(content)).getBytes(StandardCharsets.US_ASCII);
  }
}
