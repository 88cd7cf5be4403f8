package org.evenhand.app;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Bearer tokens for the API; nobody signs in here. Who may call what is said by the schema's {@code
 * @mayCall}, so {@code /graphql} itself is open: the public copy of the policy needs no token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** What a token must be meant for; an identity token is none. */
  static final String AUDIENCE = "evenhand-api";

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";

  @Bean
  @Order(10)
  SecurityFilterChain api(HttpSecurity http, RecentTokens recentTokens) throws Exception {
    return http.securityMatcher("/graphql", "/graphql/**", "/files/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(recentTokens)))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .anonymous(Customizer.withDefaults())
        .build();
  }

  /** The pages and catalogues that anybody may read; all else is closed. */
  @Bean
  @Order(20)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/graphiql",
                        "/graphiql/**",
                        "/webjars/**",
                        "/actuator/health")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  @Bean
  RecentTokens recentTokens(JwtDecoder jwtDecoder) {
    return new RecentTokens(jwtDecoder);
  }

  /** The council's own issuer. */
  @Bean
  @ConditionalOnExpression("!'${evenhand.issuer-url:}'.isBlank()")
  JwtDecoder issuedTokens(@Value("${evenhand.issuer-url}") String issuer) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(issuer), forThisApi()));
    return decoder;
  }

  static OAuth2TokenValidator<Jwt> forThisApi() {
    return new JwtClaimValidator<List<String>>(
        JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE));
  }
}
