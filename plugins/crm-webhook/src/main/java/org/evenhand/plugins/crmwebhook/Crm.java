package org.evenhand.plugins.crmwebhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
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
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.PrivateAddresses;
import org.evenhand.spi.Settings;

/** The CRM's interface. Redirects are not followed, and requests carry no cookie. */
final class Crm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SECRET = "whsec_";

  /** The address may not be asked. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final HttpClient client;
  private final String address;
  private final byte[] secret;
  private final Instant now;
  private final boolean privateAddresses;

  private Crm(
      HttpClient client, String address, byte[] secret, Instant now, boolean privateAddresses) {
    this.client = client;
    this.address = address;
    this.secret = secret;
    this.now = now;
    this.privateAddresses = privateAddresses;
  }

  static Crm open(PluginContext context) throws IOException {
    Settings configuration = context.configuration();
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10));
    if (configuration.has("certificates")) {
      client.sslContext(trusting(configuration.longText("certificates")));
    }
    return new Crm(
        client.build(),
        configuration.url("address").toString().replaceFirst("/+$", ""),
        secret(context.secret(configuration.secretName("secret")).orElse("")),
        context.clock().instant(),
        configuration.flag("private-addresses"));
  }

  private static byte[] secret(String text) throws IOException {
    try {
      return Base64.getDecoder()
          .decode(text.startsWith(SECRET) ? text.substring(SECRET.length()) : text);
    } catch (IllegalArgumentException malformed) {
      throw new IOException("the secret is malformed");
    }
  }

  HttpResponse<String> get(String name) throws IOException {
    return answer(request(name, "").GET());
  }

  HttpResponse<String> put(String name, String body) throws IOException {
    return answer(
        request(name, body)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "\"" + name + "\"")
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** By the Standard Webhooks convention: HMAC-SHA-256 over id, time and body. */
  private HttpRequest.Builder request(String name, String body) throws IOException {
    URI uri = URI.create(address + "/" + name);
    if (!privateAddresses) {
      for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
        if (PrivateAddresses.isPrivate(host)) {
          throw new NotAllowed();
        }
      }
    }
    String at = Long.toString(now.getEpochSecond());
    return HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("webhook-id", name)
        .header("webhook-timestamp", at)
        .header("webhook-signature", signature(name + "." + at + "." + body));
  }

  private String signature(String signed) throws IOException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("nothing can be signed", e);
    }
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
