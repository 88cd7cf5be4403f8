package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.evenhand.foundation.GlobalId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Content of files over real HTTP: of any size, cut off, by somebody else, too late. */
class FilesByHttpTests extends RunningEvenhand {

  private static final int MEGABYTE = 1 << 20;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String ANNOUNCE =
      """
      mutation($name: String!, $size: Int!, $digest: String!) {
        uploadStart(input: {name: $name, type: "application/pdf", size: $size, digest: $digest}) {
          upload { url file { id } }
          refusals { code }
        }
      }
      """;

  @Autowired JdbcTemplate jdbc;

  /** A document of that many bytes, made while it is read. */
  private static final class Document extends InputStream {
    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private final long size;
    private long at;

    Document(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      if (at == size) {
        return -1;
      }
      long n = at++;
      return n < HEAD.length ? HEAD[(int) n] : (int) ((n * 0x9E3779B97F4A7C15L) >>> 56);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (at == size) {
        return -1;
      }
      int n = 0;
      while (n < length && at < size) {
        into[offset + n++] = (byte) read();
      }
      return n;
    }
  }

  private static String digest(InputStream content) throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    new DigestInputStream(content, sha).transferTo(java.io.OutputStream.nullOutputStream());
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha.digest()) + ":";
  }

  /** The URL to send it to. */
  private String announce(String client, long size, String digest) {
    JsonNode answer =
        ask(client, ANNOUNCE, Map.of("name", "Bericht £.pdf", "size", size, "digest", digest));
    assertThat(answer.at("/data/uploadStart/refusals").size()).as(answer.toString()).isZero();
    return answer.at("/data/uploadStart/upload/url").asString();
  }

  private HttpRequest.Builder request(String client, String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + url))
            .timeout(Duration.ofMinutes(5));
    return client.isEmpty() ? request : request.header("authorization", "Bearer " + token(client));
  }

  private HttpResponse<String> put(String client, String url, String digest, long size) {
    return send(
        request(client, url)
            .header("content-digest", digest)
            .PUT(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> new Document(size)), size))
            .build());
  }

  private static String code(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString("");
  }

  private UUID id(String url) {
    return GlobalId.uuid("File", url.substring("/files/".length())).orElseThrow();
  }

  private int chunks(String url) {
    Integer count =
        jdbc.queryForObject(
            "select count(*) from foundation.file_chunk where file = ?", Integer.class, id(url));
    return count == null ? 0 : count;
  }

  @Test
  void aFileLargerThanTheMemoryForItPassesBothWays() throws Exception {
    passes(32L * MEGABYTE, 16L * MEGABYTE);
  }

  @Test
  @Tag("soak")
  void twoHundredMegabytesPassWithSixtyFourToSpare() throws Exception {
    passes(200L * MEGABYTE, 64L * MEGABYTE);
  }

  private void passes(long size, long headroom) throws Exception {
    String digest = digest(new Document(size));
    String key = UUID.randomUUID().toString();
    String url = announceUnder(key, size, digest);
    // What the first request needs once is no part of the measure.
    put("officer", announce("officer", 1000, digest(new Document(1000))), digest, 1000);

    try (var heap = new LiveHeap()) {
      HttpResponse<String> sent = put("officer", url, digest, size);
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
      HttpResponse<InputStream> fetched =
          HTTP.send(
              request("officer", linkUnder(key, size, digest)).GET().build(),
              BodyHandlers.ofInputStream());
      assertThat(fetched.statusCode()).isEqualTo(200);
      try (InputStream body = fetched.body()) {
        assertThat(digest(body)).isEqualTo(digest);
      }
      assertThat(heap.most()).as("live heap above what it was before").isLessThan(headroom);
    }
    assertThat(chunks(url)).isEqualTo((int) (size / (256 * 1024)));
  }

  private String announceUnder(String key, long size, String digest) {
    return announcedAgain(key, size, digest).at("/url").asString();
  }

  /** The same announcement again gives the same file, now with a link. */
  private String linkUnder(String key, long size, String digest) {
    return announcedAgain(key, size, digest).at("/file/link/url").asString();
  }

  private JsonNode announcedAgain(String key, long size, String digest) {
    return ask(
            "officer",
            """
            mutation($key: String!, $size: Int!, $digest: String!) {
              uploadStart(input: {idempotencyKey: $key, name: "Bericht £.pdf",
                                  type: "application/pdf", size: $size, digest: $digest}) {
                upload { url file { link { url } } }
              }
            }
            """,
            Map.of("key", key, "size", size, "digest", digest))
        .at("/data/uploadStart/upload");
  }

  /** The most that lay in the heap and was still needed, above what lay there at the beginning. */
  private static final class LiveHeap implements AutoCloseable {
    /** Each look stops everything else, so most of the time it must not look. */
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong most = new AtomicLong();
    private final long before = live();
    private final Thread watch =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    most.accumulateAndGet(live() - before, Math::max);
                    LockSupport.parkNanos(PAUSE.toNanos());
                  }
                });

    private static long live() {
      System.gc();
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    long most() {
      return most.get();
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      watch.join();
    }
  }

  @Test
  void aConnectionCutHalfWayLeavesNothing() throws Exception {
    String digest = digest(new Document(3L * MEGABYTE));
    String url = announce("officer", 3L * MEGABYTE, digest);

    cutOff(url, digest, "Content-Length: " + 3 * MEGABYTE, "");
    cutOff(url, digest, "Transfer-Encoding: chunked", Integer.toHexString(3 * MEGABYTE) + "\r\n");

    // Sent whole afterwards, it is taken: so the server is done with what was cut off.
    assertThat(chunks(url)).isZero();
    assertThat(put("officer", url, digest, 3L * MEGABYTE).statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(chunks(url)).isEqualTo(12));
    assertThat(
            jdbc.queryForObject(
                "select count(*) from foundation.audit_entry where object_id = ? and act ="
                    + " 'fileReceive'",
                Integer.class,
                id(url)))
        .isEqualTo(1);
  }

  private void cutOff(String url, String digest, String framing, String before) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      var out = socket.getOutputStream();
      out.write(
          ("PUT "
                  + url
                  + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + token("officer")
                  + "\r\nContent-Digest: "
                  + digest
                  + "\r\n"
                  + framing
                  + "\r\n\r\n"
                  + before)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(new Document(3L * MEGABYTE).readNBytes(MEGABYTE + MEGABYTE / 2));
      out.flush();
    }
  }

  @Test
  void whatCameIsCheckedAgainstWhatWasAnnounced() throws Exception {
    String digest = digest(new Document(2000));
    String url = announce("officer", 2000, digest);

    assertThat(code(put("officer", url, digest(new Document(3)), 2000)))
        .isEqualTo("DIGEST_DIFFERS");
    assertThat(code(put("officer", url, digest, 1999))).isEqualTo("SIZE_DIFFERS");
    HttpResponse<String> without =
        send(request("officer", url).PUT(BodyPublishers.ofString("x")).build());
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(code(without)).isEqualTo("DIGEST_MISSING");
    String text = "only text, whatever it is called";
    String another =
        digest(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    HttpResponse<String> disguised =
        send(
            request("officer", announce("officer", text.length(), another))
                .header("repr-digest", another)
                .PUT(BodyPublishers.ofString(text))
                .build());
    assertThat(disguised.statusCode()).isEqualTo(415);
    assertThat(code(disguised)).isEqualTo("TYPE_DIFFERS");
    assertThat(chunks(url)).isZero();
  }

  @Test
  void onlyWhoAnnouncedItSendsItAndNobodyWithoutAToken() throws Exception {
    String digest = digest(new Document(2000));
    String url = announce("officer", 2000, digest);

    assertThat(put("", url, digest, 2000).statusCode()).isEqualTo(401);
    assertThat(put("head-of-service", url, digest, 2000).statusCode()).isEqualTo(404);
    assertThat(put("officer", "/files/nothing", digest, 2000).statusCode()).isEqualTo(404);
    assertThat(chunks(url)).isZero();
  }

  @Test
  void aLinkIsForOnePersonAndForMinutesAndTellsNoName() throws Exception {
    String digest = digest(new Document(2000));
    String key = UUID.randomUUID().toString();
    put("officer", announceUnder(key, 2000, digest), digest, 2000);
    String link = linkUnder(key, 2000, digest);

    HttpResponse<String> own = send(request("officer", link).GET().build());
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''Bericht%20%C2%A3.pdf");
    assertThat(own.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(own.headers().firstValue("cache-control").orElse("")).contains("no-store");
    assertThat(own.headers().firstValue("evenhand-scan")).contains("NOT_SCANNED");
    assertThat(own.headers().firstValue("repr-digest")).contains(digest);
    assertThat(own.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(link).doesNotContain("Bericht");

    HttpResponse<String> others = send(request("head-of-service", link).GET().build());
    assertThat(others.statusCode()).isEqualTo(403);
    assertThat(code(others)).isEqualTo("FILE_LINK_INVALID");
    assertThat(send(request("", link).GET().build()).statusCode()).isEqualTo(401);
    assertThat(
            send(request("officer", link.substring(0, link.indexOf('?'))).GET().build())
                .statusCode())
        .isEqualTo(403);
    try {
      clock.advance(Duration.ofMinutes(6));
      HttpResponse<String> late = send(request("officer", link).GET().build());
      assertThat(late.statusCode()).isEqualTo(410);
      assertThat(code(late)).isEqualTo("FILE_LINK_EXPIRED");
    } finally {
      clock.set(WEDNESDAY_AT_TEN);
    }
  }
}
