package org.evenhand.sharing.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.evenhand.spi.PrivateAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Over HTTPS alone. An address inside the council's own network is not asked: should a name lead
 * elsewhere a moment after it was looked up, the certificate does not fit and nothing is said.
 */
@Component
class HttpsWebhookSender implements WebhookSender {

  private static final int LONGEST_URL = 500;

  private final HttpClient client;
  private final boolean privateAddresses;

  @Autowired
  HttpsWebhookSender(
      @Value("${evenhand.sharing.webhooks.private-addresses:false}") boolean privateAddresses) {
    this(privateAddresses, null);
  }

  HttpsWebhookSender(boolean privateAddresses, @Nullable SSLContext trust) {
    var builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5));
    if (trust != null) {
      builder.sslContext(trust);
    }
    this.client = builder.build();
    this.privateAddresses = privateAddresses;
  }

  @Override
  public Optional<String> refusal(URI url) {
    if (!"https".equals(url.getScheme())
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getFragment() != null
        || url.toString().length() > LONGEST_URL) {
      return Optional.of("WEBHOOK_URL_MALFORMED");
    }
    if (privateAddresses) {
      return Optional.empty();
    }
    try {
      for (InetAddress host : InetAddress.getAllByName(url.getHost())) {
        if (PrivateAddresses.isPrivate(host)) {
          return Optional.of("WEBHOOK_ADDRESS_PRIVATE");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("WEBHOOK_HOST_UNKNOWN");
    }
  }

  @Override
  public Answer post(URI url, Map<String, String> headers, String body) {
    Optional<String> against = refusal(url);
    if (against.isPresent()) {
      return new Answer.Fault(against.get());
    }
    var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(15));
    headers.forEach(request::header);
    try {
      return new Answer.Status(
          client
              .send(
                  request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode());
    } catch (IOException e) {
      return new Answer.Fault("WEBHOOK_NOT_REACHED");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Fault("WEBHOOK_NOT_REACHED");
    }
  }
}
