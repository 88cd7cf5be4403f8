package org.evenhand.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Spares the signature check of a token that was checked within the last minute. A token is never
 * taken beyond its own expiry.
 */
final class RecentTokens implements JwtDecoder {

  private final JwtDecoder decoder;
  private final Cache<String, Jwt> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  RecentTokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    Jwt known = recent.getIfPresent(token);
    if (known != null
        && known.getExpiresAt() instanceof Instant expires
        && Instant.now().isBefore(expires)) {
      return known;
    }
    Jwt checked = decoder.decode(token);
    recent.put(token, checked);
    return checked;
  }
}
