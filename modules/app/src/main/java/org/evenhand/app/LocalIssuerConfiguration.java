package org.evenhand.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The local profile's own issuer of tokens: one client for each role, client credentials only. It
 * is for trying the product; it does not exist outside the local profile, nor where an issuer is
 * given.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@ConditionalOnExpression("'${evenhand.issuer-url:}'.isBlank()")
class LocalIssuerConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain issuer(HttpSecurity http) throws Exception {
    return http.securityMatcher("/oauth2/**", "/.well-known/**")
        .oauth2AuthorizationServer(server -> {})
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        LocalPeople.ALL.stream().map(LocalIssuerConfiguration::client).toList());
  }

  private static RegisteredClient client(LocalPeople.Person person) {
    return RegisteredClient.withId(UUID.nameUUIDFromBytes(person.client().getBytes()).toString())
        .clientId(person.client())
        .clientSecret("{noop}" + person.client())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(scopes -> scopes.addAll(person.scopes()))
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(8)).build())
        .build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> whoTheTokenSpeaksFor() {
    return context -> {
      LocalPeople.Person person = LocalPeople.byClient(context.getRegisteredClient().getClientId());
      context
          .getClaims()
          .subject(person.client())
          .audience(List.of(SecurityConfiguration.AUDIENCE))
          .claim("name", person.name())
          .claim("roles", List.of(person.role().name()))
          .claim("service_areas", person.serviceAreas());
      if (context.getAuthorizedScopes().isEmpty() && !person.scopes().isEmpty()) {
        // Whoever asks for no scope gets all that it may have.
        context.getClaims().claim("scope", person.scopes());
      }
    };
  }

  /** Kept beside the data, so that tokens outlive a restart. */
  @Bean
  JWKSource<SecurityContext> signingKey(@Value("${evenhand.data-folder:data}") String folder)
      throws IOException, JOSEException, ParseException {
    Path file = Settings.dataFolder(folder).resolve("local-issuer-key.json");
    if (!Files.exists(file)) {
      RSAKey key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
      Files.writeString(file, key.toJSONString());
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(Files.readString(file))));
  }

  @Bean
  JwtDecoder ownTokens(JWKSource<SecurityContext> signingKey) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(signingKey).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(new JwtTimestampValidator(), SecurityConfiguration.forThisApi())));
    return decoder;
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings() {
    return AuthorizationServerSettings.builder().build();
  }
}
