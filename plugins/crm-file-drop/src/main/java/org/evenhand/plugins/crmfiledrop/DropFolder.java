package org.evenhand.plugins.crmfiledrop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.spi.IdempotencyKey;

/**
 * The two folders that are shared with the CRM. A file appears whole or not at all, and is on the
 * disk before anybody is told of it; its name follows from the key, so a second writing of the same
 * response is the same file.
 */
record DropFolder(Path responses, Path receipts) {

  private static final int LARGEST_RECEIPT = 10_000;

  static DropFolder open(Path folder) throws IOException {
    return new DropFolder(
        Files.createDirectories(folder.resolve("responses")),
        Files.createDirectories(folder.resolve("receipts")));
  }

  /** Leaves nothing behind. */
  void probe() throws IOException {
    Path trial = responses.resolve("." + UUID.randomUUID() + ".part");
    write(trial, new byte[] {'o', 'k'});
    Files.delete(trial);
    try (var receipt = Files.newDirectoryStream(receipts)) {
      receipt.forEach(found -> {});
    }
  }

  /** Does nothing where the response lies there already. */
  void write(IdempotencyKey key, byte[] content) throws IOException {
    Path file = responses.resolve(name(key) + ".json");
    if (Files.exists(file)) {
      return;
    }
    Path part = responses.resolve("." + UUID.randomUUID() + ".part");
    try {
      write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    flushNames();
  }

  /** What the CRM answered; empty while it has not, or is still writing. */
  Optional<Receipt> receipt(IdempotencyKey key) throws IOException {
    Path file = receipts.resolve(name(key) + ".receipt");
    try {
      if (Files.size(file) > LARGEST_RECEIPT) {
        return Optional.empty();
      }
      return Receipt.read(Files.readString(file), Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Keys may hold any character; a name may not. */
  static String name(IdempotencyKey key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(StandardCharsets.UTF_8));
      return "response-" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** The new name has to outlive a power cut too; Windows keeps names without being asked. */
  private void flushNames() {
    try (FileChannel names = FileChannel.open(responses, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notOnThisSystem) {
      return;
    }
  }
}
