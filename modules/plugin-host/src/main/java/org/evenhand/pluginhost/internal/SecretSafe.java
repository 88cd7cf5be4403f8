package org.evenhand.pluginhost.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets of plugins (AES-256 in GCM) with a key derived for them alone. What is sealed opens
 * only in the place that it was sealed for: moved to another plugin or setting it is worth nothing.
 */
final class SecretSafe {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable SecretKey key;
  private final @Nullable SecretKey fingerprints;

  private SecretSafe(@Nullable SecretKey key, @Nullable SecretKey fingerprints) {
    this.key = key;
    this.fingerprints = fingerprints;
  }

  /**
   * @param keySecret 32 bytes in Base64; null or blank for a safe that keeps nothing
   */
  static SecretSafe with(@Nullable String keySecret) {
    if (keySecret == null || keySecret.isBlank()) {
      return new SecretSafe(null, null);
    }
    byte[] secret = Base64.getDecoder().decode(keySecret.strip());
    return new SecretSafe(
        derived(secret, "AES", "evenhand plugin secrets"),
        derived(secret, "HmacSHA256", "evenhand plugin secret fingerprints"));
  }

  private static SecretKey derived(byte[] secret, String algorithm, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HKDF", e);
    }
  }

  /** False where this server was given no secret to seal with. */
  boolean keeps() {
    return key != null;
  }

  byte[] sealed(String secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] encrypted =
          cipher(Cipher.ENCRYPT_MODE, nonce, place)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = Arrays.copyOf(nonce, nonce.length + encrypted.length);
      System.arraycopy(encrypted, 0, sealed, nonce.length, encrypted.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in GCM", e);
    }
  }

  /** Empty where it was sealed with another key, for another place, or was changed since. */
  Optional<String> opened(byte[] sealed, String place) {
    if (key == null || sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, nonce, place)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The same for the same secret, and of no use to whoever would guess it without the key. */
  String fingerprint(String secret) {
    if (fingerprints == null) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprints);
      return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
