package org.evenhand.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Spares the signature check of a token that was checked within the last minute. A token is never
 * taken beyond its own expiry.
 */
final class RecentTokens implements AuthenticationManager {

  private final JwtAuthenticationProvider provider;
  private final Cache<String, JwtAuthenticationToken> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  RecentTokens(JwtDecoder decoder) {
    provider = new JwtAuthenticationProvider(decoder);
  }

  @Override
  public Authentication authenticate(Authentication presented) throws AuthenticationException {
    String token = ((BearerTokenAuthenticationToken) presented).getToken();
    JwtAuthenticationToken known = recent.getIfPresent(token);
    if (known != null
        && known.getToken().getExpiresAt() instanceof Instant expires
        && Instant.now().isBefore(expires)) {
      return known;
    }
    Authentication checked = provider.authenticate(presented);
    if (checked instanceof JwtAuthenticationToken signedIn) {
      recent.put(token, signedIn);
    }
    return checked;
  }
}
