package org.evenhand.app;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
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
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

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

  /**
   * No more filters than the API needs, written out: each contact check passes through all of them.
   */
  @Bean
  @Order(10)
  SecurityFilterChain api(RecentTokens recentTokens) {
    var presented = new BearerTokenAuthenticationConverter();
    presented.setBearerTokenResolver(new BearerTokens());
    return new DefaultSecurityFilterChain(
        new OrRequestMatcher(path("/graphql"), path("/graphql/**"), path("/files/**")),
        new SecurityContextHolderFilter(new RequestAttributeSecurityContextRepository()),
        new HeaderWriterFilter(
            List.of(
                new XContentTypeOptionsHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY))),
        new BearerTokenAuthenticationFilter(recentTokens, presented));
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  /** As strict as the default, without a pattern for each look at a header. */
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(name -> printed(name, false));
    firewall.setAllowedHeaderValues(value -> printed(value, true));
    return firewall;
  }

  private static boolean printed(String text, boolean tabs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c <= '~';
      if (!plain
          && !(tabs && c == '\t')
          && (Character.isISOControl(c) || !Character.isDefined(text.codePointAt(i)))) {
        return false;
      }
    }
    return true;
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
