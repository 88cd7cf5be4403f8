package org.evenhand.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.EvenhandApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product as the local profile starts it, spoken to over HTTP with tokens from its own issuer;
 * one for all whole-system tests, one after the other. Its clock begins on a Wednesday at ten and
 * only tests move it.
 */
@SpringBootTest(
    classes = EvenhandApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
@Execution(ExecutionMode.SAME_THREAD)
@Import(RunningEvenhand.HandedInTime.class)
abstract class RunningEvenhand {

  static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-25T10:00:00Z");

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<String, String> TOKENS = new HashMap<>();

  static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired MovableClock clock;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    String folder =
        java.nio.file.Files.createTempDirectory(
                java.nio.file.Files.createDirectories(java.nio.file.Path.of("target")), "running")
            .toAbsolutePath()
            .toString();
    registry.add("evenhand.data-folder", () -> folder);
    registry.add("evenhand.sweeps.enabled", () -> "false");
    registry.add(
        "evenhand.plugins.folder",
        () -> System.getProperty("evenhand.root") + "/plugins/target/jars");
  }

  @TestConfiguration
  static class HandedInTime {
    @Bean
    MovableClock handedInClock() {
      return new MovableClock(WEDNESDAY_AT_TEN);
    }

    /** Instead of the machine's time. */
    @Bean
    @Primary
    LocalClock handedInLocalClock(MovableClock handedInClock) {
      return new LocalClock(handedInClock);
    }

    @Bean
    SchemaInspection schemaInspection() {
      return new SchemaInspection();
    }
  }

  static final class MovableClock extends Clock {
    private volatile @Nullable Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    void set(Instant to) {
      now = to;
    }

    void advance(Duration by) {
      now = instant().plus(by);
    }

    /** For a test whose other half reads the machine's clock. */
    void followTheMachine() {
      now = null;
    }

    @Override
    public Instant instant() {
      Instant standing = now;
      return standing == null ? Instant.now() : standing;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Europe/London");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(instant(), zone);
    }
  }

  /** Runs an operation signed in as that client of the local issuer; the whole answer. */
  JsonNode ask(String client, String operation, Map<String, ?> variables) {
    return post(
        token(client), JSON.writeValueAsString(Map.of("query", operation, "variables", variables)));
  }

  JsonNode ask(String client, String operation) {
    return ask(client, operation, Map.of());
  }

  JsonNode post(String token, String body) {
    return JSON.readTree(answer(token, body).body());
  }

  HttpResponse<String> answer(String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  String token(String client) {
    return TOKENS.computeIfAbsent(
        port + client,
        key -> {
          String basic =
              Base64.getEncoder()
                  .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
          HttpResponse<String> answer =
              send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                      .header("authorization", "Basic " + basic)
                      .header("content-type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                      .build());
          return JSON.readTree(answer.body()).get("access_token").asString();
        });
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
