package org.evenhand.foundation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.foundation.internal.ActingNow;
import org.evenhand.foundation.internal.ServiceAreaCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Who is acting in this call. Roles come from the claims {@code roles} and {@code service_areas},
 * what a machine's token is good for from {@code scope}; unknown role names and malformed area
 * codes are ignored, so a token issued for something else opens nothing.
 */
@Component
public class CurrentActor {

  private final ActingNow actingNow;

  /** By the token itself: one that was taken apart once is not taken apart again. */
  private final Cache<Jwt, Actor> substantive =
      Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

  CurrentActor(ActingNow actingNow) {
    this.actingNow = actingNow;
  }

  /**
   * The person signed in, with the posts they stand in for.
   *
   * @throws AccessDeniedException if nobody is signed in
   */
  public Actor get() {
    return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
  }

  /** As {@link #get()}, or empty where nobody is signed in: a sweep, a listener, a public page. */
  public Optional<Actor> find() {
    return Optional.ofNullable(token()).map(t -> fromClaims(t, actingNow.of(subject(t))));
  }

  /** The person signed in with the roles of the token only: enough for most calls, and no read. */
  public Actor substantive() {
    Jwt token = token();
    if (token == null) {
      throw new AccessDeniedException("nobody is signed in");
    }
    return substantive.get(token, t -> fromClaims(t, List.of()));
  }

  /** The id for history and audit: the person signed in, or the system itself. */
  public ActorId idOrSystem() {
    Jwt token = token();
    return token == null ? ActorId.SYSTEM : subject(token);
  }

  private static @Nullable Jwt token() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken signedIn
        ? signedIn.getToken()
        : null;
  }

  private static Actor fromClaims(Jwt token, List<Actor.Acting> acting) {
    var roles = EnumSet.noneOf(Role.class);
    for (String claimed : claim(token, "roles")) {
      for (Role role : Role.values()) {
        if (role.name().equals(claimed.toUpperCase(Locale.ROOT))) {
          roles.add(role);
        }
      }
    }
    Set<ServiceAreaCode> areas = new TreeSet<>();
    claim(token, "service_areas")
        .forEach(code -> ServiceAreaCodes.parse(code).ifPresent(areas::add));
    ActorId id = subject(token);
    String name = token.getClaimAsString("name");
    return new Actor(
        id, name == null ? id.value() : name, roles, areas, acting, words(token, "scope"));
  }

  private static ActorId subject(Jwt token) {
    String subject = token.getSubject();
    if (subject == null) {
      throw new AccessDeniedException("the token names nobody");
    }
    return new ActorId(subject);
  }

  /** A list, or one text with blanks between as RFC 9068 writes scopes. */
  private static Set<String> words(Jwt token, String name) {
    return claim(token, name).stream()
        .flatMap(text -> Arrays.stream(text.split(" ")))
        .filter(word -> !word.isBlank())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> claim(Jwt token, String name) {
    List<String> values = token.getClaimAsStringList(name);
    return values == null ? List.of() : new ArrayList<>(values);
  }
}
