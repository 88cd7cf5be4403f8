package org.evenhand.sharing.internal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the private halves of the council's keys are sealed with.
 *
 * @param keySecret 32 bytes in Base64; the application does not start without it
 */
@ConfigurationProperties("evenhand.sharing")
record KeySettings(@Nullable String keySecret) {

  byte[] secret() {
    if (keySecret == null || keySecret.isBlank()) {
      throw new IllegalStateException("evenhand.sharing.key-secret is not set");
    }
    return Base64.getDecoder().decode(keySecret.strip());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "KeySettings[]";
  }
}
