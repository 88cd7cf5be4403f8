package org.evenhand.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import org.evenhand.foundation.FileScan.Result;
import org.junit.jupiter.api.Test;

/** The protocol of the virus scanner, spoken to a server that plays the daemon. */
class ClamAvTests {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static Result scan(FakeClamd daemon, byte[] content) throws IOException {
    return new ClamAv(new InetSocketAddress("localhost", daemon.port()), PATIENCE)
        .scan(new ByteArrayInputStream(content));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void theWholeContentReachesTheScanner() throws Exception {
    byte[] content = bytes(300_001);
    try (var daemon = new FakeClamd("stream: OK", Integer.MAX_VALUE)) {
      assertThat(scan(daemon, content)).isEqualTo(new Result.Clean());
      assertThat(daemon.received()).isEqualTo(content);
    }
  }

  @Test
  void whatIsFoundIsNamed() throws Exception {
    try (var daemon = new FakeClamd("stream: Eicar-Test-Signature FOUND", Integer.MAX_VALUE)) {
      assertThat(scan(daemon, bytes(10))).isEqualTo(new Result.Infected("Eicar-Test-Signature"));
    }
  }

  @Test
  void aDaemonThatHasEnoughSaysSo() throws Exception {
    try (var daemon = new FakeClamd("INSTREAM size limit exceeded. ERROR", 100_000)) {
      assertThat(scan(daemon, bytes(150_000))).isEqualTo(new Result.TooLarge());
    }
  }

  @Test
  void anAnswerThatIsNotUnderstoodIsNoCleanFile() throws Exception {
    try (var daemon = new FakeClamd("stream: Can't allocate memory ERROR", Integer.MAX_VALUE)) {
      assertThatThrownBy(() -> scan(daemon, bytes(10))).isInstanceOf(IOException.class);
    }
    try (var daemon = new FakeClamd("", Integer.MAX_VALUE)) {
      assertThatThrownBy(() -> scan(daemon, bytes(10))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void nobodyThereIsNoCleanFile() throws Exception {
    int port;
    try (var daemon = new FakeClamd("", 0)) {
      port = daemon.port();
    }
    var scan = new ClamAv(new InetSocketAddress("localhost", port), PATIENCE);

    assertThatThrownBy(() -> scan.scan(new ByteArrayInputStream(bytes(10))))
        .isInstanceOf(IOException.class);
  }
}
