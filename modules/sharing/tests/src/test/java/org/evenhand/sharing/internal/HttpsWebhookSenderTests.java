package org.evenhand.sharing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenhand.sharing.internal.WebhookSender.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks TLS with a certificate of its own. */
class HttpsWebhookSenderTests {

  @TempDir Path folder;

  @Test
  @DisplayName(
      "posts over TLS, follows nobody elsewhere, trusts nobody unknown, asks nobody inside")
  void posts() throws Exception {
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
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    known.setCertificateEntry("server", keys.getCertificate("server"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);

    var got = new CopyOnWriteArrayList<String>();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            got.add(
                path
                    + exchange.getRequestHeaders().getFirst("webhook-id")
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(path.equals("/moved") ? 302 : 204, -1);
          }
        });
    server.start();
    try {
      String base = "https://localhost:" + server.getAddress().getPort();
      var headers = Map.of("webhook-id", "7");
      var sender = new HttpsWebhookSender(true, trusting);
      assertThat(sender.post(URI.create(base + "/in"), headers, "{}"))
          .isEqualTo(new Answer.Status(204));
      assertThat(sender.post(URI.create(base + "/moved"), headers, "{}"))
          .isEqualTo(new Answer.Status(302));
      assertThat(new HttpsWebhookSender(true, null).post(URI.create(base + "/in"), headers, "{}"))
          .isEqualTo(new Answer.Fault("WEBHOOK_NOT_REACHED"));
      assertThat(
              new HttpsWebhookSender(false, trusting).post(URI.create(base + "/in"), headers, "{}"))
          .isEqualTo(new Answer.Fault("WEBHOOK_ADDRESS_PRIVATE"));
      assertThat(got).containsExactly("/in7{}", "/moved7{}");
    } finally {
      server.stop(0);
    }
  }
}
