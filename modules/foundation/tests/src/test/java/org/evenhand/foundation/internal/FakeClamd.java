package org.evenhand.foundation.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Plays a ClamAV daemon: takes one INSTREAM after the other and answers what it was told to. */
final class FakeClamd implements AutoCloseable {

  private static final String COMMAND = "zINSTREAM\0";

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String answer;
  private final int most;
  private final Thread thread;
  private volatile byte[] received = new byte[0];

  /**
   * @param most after so many bytes it answers without reading on
   */
  FakeClamd(String answer, int most) throws IOException {
    this.answer = answer;
    this.most = most;
    this.thread = Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  byte[] received() {
    return received;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        var in = new DataInputStream(client.getInputStream());
        String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        if (!command.equals(COMMAND)) {
          continue;
        }
        var content = new ByteArrayOutputStream();
        int length = in.readInt();
        while (length != 0 && content.size() + length <= most) {
          content.write(in.readNBytes(length));
          length = in.readInt();
        }
        received = content.toByteArray();
        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
      } catch (IOException e) {
        continue;
      }
    }
  }

  @Override
  public void close() throws Exception {
    server.close();
    thread.join();
  }
}
