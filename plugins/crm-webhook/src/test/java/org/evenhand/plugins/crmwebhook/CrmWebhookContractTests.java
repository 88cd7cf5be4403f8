package org.evenhand.plugins.crmwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.evenhand.kit.RecordSystemContractTests;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a CRM that speaks TLS, checks signatures and keeps what it was told. */
class CrmWebhookContractTests extends RecordSystemContractTests {

  private static final byte[] BYTES =
      "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(BYTES);
  private static final IdempotencyKey KEY = new IdempotencyKey("crm-1");

  @TempDir static Path folder;

  private static SSLContext tls;
  private static String certificate;

  private final Map<String, String> there = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpsServer server;
  private volatile int answering = 201;
  private volatile boolean losing;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-validity",
            "2",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    certificate =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/crm", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod());
      String name = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!signed(exchange, body)) {
        exchange.sendResponseHeaders(401, -1);
      } else if (exchange.getRequestMethod().equals("GET")) {
        say(exchange, there.containsKey(name) ? 200 : 404, name);
      } else if (answering != 201) {
        exchange.sendResponseHeaders(answering, -1);
      } else {
        there.putIfAbsent(name, body);
        if (losing) {
          losing = false;
          return;
        }
        say(exchange, 201, name);
      }
    }
  }

  private static boolean signed(HttpExchange exchange, String body) {
    var headers = exchange.getRequestHeaders();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(BYTES, "HmacSHA256"));
      String text =
          headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
      String right =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return right.equals(headers.getFirst("webhook-signature"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(HttpExchange exchange, int status, String name) throws IOException {
    if (status == 404) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    byte[] body =
        """
        {"reference": "CRM-%s", "recordedAt": "2026-11-23T10:05:00Z"}
        """
            .formatted(name.substring("/crm/".length(), "/crm/".length() + 8))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  protected RecordSystem system() {
    return new CrmWebhook();
  }

  @Override
  protected Settings configuration() {
    return at("https://localhost:" + server.getAddress().getPort() + "/crm");
  }

  /** Nobody listens on the port for discarding. */
  @Override
  protected Settings unreachable() {
    return at("https://localhost:9/crm");
  }

  private static Settings at(String address) {
    return Settings.of("address", new SettingValue.UrlValue(URI.create(address)))
        .with("secret", new SettingValue.SecretValue("secret"))
        .with("certificates", new SettingValue.LongTextValue(certificate))
        .with("private-addresses", new SettingValue.FlagValue(true));
  }

  @Override
  protected Optional<String> secret(String name) {
    return name.equals("secret") ? Optional.of(SECRET) : Optional.empty();
  }

  @Override
  protected List<String> arrived() {
    return List.copyOf(there.values());
  }

  private static ResponseEntry entry() {
    return new ResponseEntry("C-1", NOW, Channel.EMAIL, "warning", "N-1", Set.of(), null);
  }

  private PluginContext context(Settings configuration, String secret) {
    return new PluginContext() {
      @Override
      public InstantSource clock() {
        return InstantSource.fixed(NOW);
      }

      @Override
      public System.Logger logger() {
        return System.getLogger("test");
      }

      @Override
      public Settings configuration() {
        return configuration;
      }

      @Override
      public Optional<String> secret(String name) {
        return Optional.of(secret);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"503,later", "429,later", "202,later", "204,later", "404,HTTP_404", "422,HTTP_422"})
  @DisplayName("P4.2: only a reference closes it; what is busy is asked again, the rest is refused")
  void answers(int status, String expected) {
    answering = status;
    Handover handover = system().record(context(configuration(), SECRET), entry(), KEY);
    if (expected.equals("later")) {
      assertThat(handover).isInstanceOf(Handover.TryLater.class);
    } else {
      assertThat(handover)
          .isInstanceOfSatisfying(
              Handover.Rejected.class, no -> assertThat(no.code()).isEqualTo(expected));
    }
  }

  @Test
  @DisplayName("P4.2: an answer that was lost leads to no second record")
  void losesTheAnswer() {
    losing = true;
    PluginContext context = context(configuration(), SECRET);
    assertThat(system().record(context, entry(), KEY)).isInstanceOf(Handover.TryLater.class);
    assertThat(system().record(context, entry(), KEY)).isInstanceOf(Handover.Accepted.class);
    assertThat(asked.stream().filter("PUT"::equals)).hasSize(1);
  }

  @Test
  @DisplayName("another secret is refused; an address inside the own network is not even asked")
  void whoAndWhere() {
    String other = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    assertThat(system().record(context(configuration(), other), entry(), KEY))
        .isInstanceOf(Handover.Rejected.class);
    asked.clear();
    Settings kept = configuration().with("private-addresses", new SettingValue.FlagValue(false));
    assertThat(system().record(context(kept, SECRET), entry(), KEY))
        .isInstanceOf(Handover.TryLater.class);
    assertThat(system().probe(context(kept, SECRET)).passed()).isFalse();
    assertThat(asked).isEmpty();
  }
}
