package org.evenhand.foundation.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.evenhand.foundation.FileScan;
import org.jspecify.annotations.Nullable;

/** Asks a ClamAV daemon over TCP, by the command INSTREAM of its protocol. */
final class ClamAv implements FileScan {

  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_REPLY = 4096;
  private static final String FOUND = " FOUND";

  private final InetSocketAddress daemon;
  private final Duration patience;

  ClamAv(InetSocketAddress daemon, Duration patience) {
    this.daemon = daemon;
    this.patience = patience;
  }

  @Override
  public Result scan(InputStream content) throws IOException {
    try (var socket = new Socket()) {
      int millis = Math.toIntExact(patience.toMillis());
      socket.connect(new InetSocketAddress(daemon.getHostString(), daemon.getPort()), millis);
      socket.setSoTimeout(millis);
      SocketException cutOff = send(content, socket);
      String reply = reply(socket.getInputStream());
      if (reply.contains("size limit exceeded")) {
        return new Result.TooLarge();
      }
      if (cutOff != null) {
        throw cutOff;
      }
      if (reply.equals("stream: OK")) {
        return new Result.Clean();
      }
      if (reply.startsWith("stream: ") && reply.endsWith(FOUND)) {
        return new Result.Infected(
            reply.substring("stream: ".length(), reply.length() - FOUND.length()));
      }
      throw new IOException("the scanner's answer is not understood");
    }
  }

  /** A daemon that has enough says so and closes while we still send: its answer counts. */
  private static @Nullable SocketException send(InputStream content, Socket socket)
      throws IOException {
    byte[] piece = new byte[PIECE];
    var out = new DataOutputStream(socket.getOutputStream());
    int read;
    try {
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      while ((read = content.read(piece)) >= 0) {
        out.writeInt(read);
        out.write(piece, 0, read);
      }
      out.writeInt(0);
      out.flush();
      return null;
    } catch (SocketException e) {
      return e;
    }
  }

  private static String reply(InputStream in) throws IOException {
    var reply = new StringBuilder();
    int read = in.read();
    while (read > 0 && reply.length() < LONGEST_REPLY) {
      reply.append((char) read);
      read = in.read();
    }
    return reply.toString().strip();
  }
}
