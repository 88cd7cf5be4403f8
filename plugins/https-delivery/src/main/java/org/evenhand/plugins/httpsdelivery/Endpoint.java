package org.evenhand.plugins.httpsdelivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.PrivateAddresses;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;

/**
 * The partner's interface. Redirects are not followed. An address inside the council's own network
 * is not asked unless the administrator said so; should its name lead elsewhere a moment later, the
 * certificate does not fit and nothing is sent.
 */
final class Endpoint implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The address may not be asked. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Texts reason;

    NotAllowed(String reason) {
      super(reason);
      this.reason = Texts.en(reason);
    }

    Texts reason() {
      return reason;
    }
  }

  private final HttpClient client;
  private final String address;
  private final Optional<String> token;
  private final boolean privateAddresses;

  private Endpoint(
      HttpClient client, String address, Optional<String> token, boolean privateAddresses) {
    this.client = client;
    this.address = address;
    this.token = token;
    this.privateAddresses = privateAddresses;
  }

  static Endpoint open(PluginContext context) throws IOException {
    Settings configuration = context.configuration();
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10));
    if (configuration.has("certificates")) {
      client.sslContext(trusting(configuration.longText("certificates")));
    }
    return new Endpoint(
        client.build(),
        configuration.url("address").toString().replaceFirst("/+$", ""),
        configuration.has("token")
            ? context.secret(configuration.secretName("token"))
            : Optional.empty(),
        configuration.flag("private-addresses"));
  }

  HttpResponse<Void> head(String name) throws IOException {
    return answer(request(name).method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  HttpResponse<Void> put(SealedArtefact artefact, IdempotencyKey key) throws IOException {
    String name = name(key);
    return answer(
        request(name)
            .header("Content-Type", artefact.mediaType())
            .header("Idempotency-Key", "\"" + name + "\"")
            .header("If-None-Match", "*")
            .header(
                "Evenhand-Recipient",
                URLEncoder.encode(artefact.recipient(), StandardCharsets.UTF_8))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(artefact.ciphertext())));
  }

  private HttpRequest.Builder request(String name) throws IOException {
    URI uri = URI.create(name.isEmpty() ? address : address + "/" + name);
    if (!privateAddresses) {
      for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
        if (PrivateAddresses.isPrivate(host)) {
          throw new NotAllowed("The address lies inside the council's own network.");
        }
      }
    }
    var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private HttpResponse<Void> answer(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Keys may hold any character; a path may not. */
  static String name(IdempotencyKey key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static SSLContext trusting(String certificates) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII)))) {
        store.setCertificateEntry("trusted-" + count++, one);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificates cannot be read", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
