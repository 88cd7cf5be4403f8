package org.evenhandtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for all contexts of a test run; it stops after the last of them has closed.
 */
public final class SharedPostgres {

  private static @Nullable EmbeddedPostgres running;

  private SharedPostgres() {}

  /** Starts the server on the first call. */
  public static synchronized EmbeddedPostgres get() {
    if (running == null) {
      running = start();
      EmbeddedPostgres started = running;
      SpringApplication.getShutdownHandlers().add(() -> close(started));
    }
    return running;
  }

  /** A server of its own for a caller that closes it itself. */
  public static EmbeddedPostgres start() {
    try {
      Path folder = Path.of("target", "postgres", UUID.randomUUID().toString()).toAbsolutePath();
      Files.createDirectories(folder.getParent());
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder)
          .setCleanDataDirectory(true)
          .setRegisterShutdownHook(false)
          .setServerConfig("max_connections", "60")
          .setServerConfig("shared_buffers", "64MB")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
