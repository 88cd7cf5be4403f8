package org.evenhand.plugins.httpsdelivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.evenhand.kit.DeliveryContractTests;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.PluginContext;
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

/** Against a server that speaks TLS with a certificate of its own. */
class HttpsDeliveryContractTests extends DeliveryContractTests {

  private static final String TOKEN = "t0ken-of-the-partner";

  @TempDir static Path folder;

  private static SSLContext tls;
  private static String certificate;

  private final Map<String, byte[]> there = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpsServer server;
  private volatile int refusing;
  private volatile boolean losing;
  private volatile String retryAfter = "";

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
    Files.delete(store);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/in", this::answer);
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
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
      } else if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(there.containsKey(name) ? 200 : 404, -1);
      } else if (refusing > 0) {
        if (!retryAfter.isEmpty()) {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(refusing, -1);
      } else {
        there.putIfAbsent(name, body);
        if (losing) {
          losing = false;
          return;
        }
        exchange.sendResponseHeaders(201, -1);
      }
    }
  }

  @Override
  protected Delivery delivery() {
    return new HttpsDelivery();
  }

  @Override
  protected Settings configuration() {
    return at("https://localhost:" + server.getAddress().getPort() + "/in");
  }

  /** Nobody listens on the port for discarding. */
  @Override
  protected Settings unreachable() {
    return at("https://localhost:9/in");
  }

  private static Settings at(String address) {
    return Settings.of("address", new SettingValue.UrlValue(URI.create(address)))
        .with("token", new SettingValue.SecretValue("token"))
        .with("certificates", new SettingValue.LongTextValue(certificate))
        .with("private-addresses", new SettingValue.FlagValue(true));
  }

  @Override
  protected Optional<String> secret(String name) {
    return name.equals("token") ? Optional.of(TOKEN) : Optional.empty();
  }

  @Override
  protected List<byte[]> arrived() {
    return List.copyOf(there.values());
  }

  @Override
  protected boolean refuse() {
    refusing = 422;
    return true;
  }

  @Override
  protected boolean loseTheNextAnswer() {
    losing = true;
    return true;
  }

  private Handover send(Settings configuration) {
    return delivery().send(context(configuration), SEALED, KEY);
  }

  private PluginContext context(Settings configuration) {
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
        return HttpsDeliveryContractTests.this.secret(name);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "503,'',PT5M",
    "503,120,PT2M",
    "429,'Mon, 23 Nov 2026 10:01:00 GMT',PT1M",
    "500,'Mon, 23 Nov 2026 09:00:00 GMT',PT0S",
    "503,999999,PT24H",
    "503,soon,PT5M"
  })
  @DisplayName("an end that is busy is tried again when it says so, within a day")
  void honoursRetryAfter(int status, String asksFor, Duration after) {
    refusing = status;
    retryAfter = asksFor;
    assertThat(send(configuration()))
        .isInstanceOfSatisfying(
            Handover.TryLater.class, later -> assertThat(later.after()).isEqualTo(after));
  }

  @Test
  @DisplayName("an address inside the council's own network is not even asked, unless allowed")
  void keepsOutOfTheOwnNetwork() {
    Settings kept = configuration().with("private-addresses", new SettingValue.FlagValue(false));
    assertThat(send(kept))
        .isInstanceOfSatisfying(
            Handover.Rejected.class,
            refused -> assertThat(refused.code()).isEqualTo("ADDRESS_NOT_ALLOWED"));
    assertThat(delivery().probe(context(kept)).passed()).isFalse();
    assertThat(asked).isEmpty();
  }

  @Test
  @DisplayName("nobody is trusted but whose certificate was given, and nothing is sent to others")
  void trustsNobodyElse() {
    assertThat(send(configuration().without("certificates"))).isInstanceOf(Handover.TryLater.class);
    assertThat(there).isEmpty();
  }
}
