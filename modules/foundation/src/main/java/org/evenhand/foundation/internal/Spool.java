package org.evenhand.foundation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.evenhand.foundation.Ids;

/**
 * Where content waits while it is checked: a file of the machine that has lost its name before the
 * first byte is in it, so that nothing is left of it even if the process is killed. A slow sender
 * holds no database connection meanwhile.
 */
final class Spool implements AutoCloseable {

  static final int PIECE = 256 * 1024;

  private final FileChannel channel;
  private final MessageDigest digest = ContentDigest.begin();
  private long size;

  private Spool(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the whole of it, or one byte more than {@code most} if there is more.
   *
   * @throws IOException if the sender goes away before the end
   */
  static Spool take(InputStream content, long most) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    var spool =
        new Spool(
            FileChannel.open(
                folder.resolve("evenhand-" + Ids.next()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    try {
      spool.fill(content, most);
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private void fill(InputStream content, long most) throws IOException {
    byte[] piece = new byte[PIECE];
    int read = content.read(piece);
    while (read >= 0 && size <= most) {
      digest.update(piece, 0, read);
      ByteBuffer buffer = ByteBuffer.wrap(piece, 0, read);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      size += read;
      read = content.read(piece);
    }
  }

  long size() {
    return size;
  }

  /** Of all that was taken; once. */
  byte[] digest() {
    return digest.digest();
  }

  /** From the beginning. Closing the stream closes nothing. */
  InputStream read() throws IOException {
    channel.position(0);
    InputStream all = Channels.newInputStream(channel);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return all.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return all.read(into, offset, length);
      }
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
