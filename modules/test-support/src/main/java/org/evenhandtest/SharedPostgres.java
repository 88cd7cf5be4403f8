package org.evenhandtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for all contexts of a test run; it stops after the last of them has closed.
 * Its data folder is a copy of one that was made once for the whole build.
 */
public final class SharedPostgres {

  private static @Nullable Own running;

  private SharedPostgres() {}

  /** A server, and the folder that goes with it. */
  public record Own(EmbeddedPostgres postgres, Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      postgres.close();
      delete(folder);
    }
  }

  /** Starts the server on the first call. */
  public static synchronized EmbeddedPostgres get() {
    if (running == null) {
      Own started = start();
      running = started;
      SpringApplication.getShutdownHandlers().add(() -> close(started));
    }
    return running.postgres();
  }

  /** A server of its own for a caller that closes it itself. */
  public static Own start() {
    try {
      Path folder = fresh(Path.of("target", "postgres"));
      copy(template(), folder);
      return new Own(serve(folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fresh(Path in) throws IOException {
    Path folder = in.resolve(UUID.randomUUID().toString()).toAbsolutePath();
    Files.createDirectories(folder.getParent());
    return folder;
  }

  private static EmbeddedPostgres serve(Path folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "64MB")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .start();
  }

  /** Making a data folder takes longer than all else of a start, so the build does it once. */
  private static Path template() throws IOException {
    Path target = root().resolve("target");
    Path template = target.resolve("postgres-template");
    if (Files.exists(template)) {
      return template;
    }
    Path made = fresh(target);
    serve(made).close();
    try {
      return Files.move(made, template, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException somebodyElseWasFirst) {
      delete(made);
      return template;
    }
  }

  /** Where the build began: the nearest folder above that has {@code .mvn}. */
  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    return start;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var walk = Files.walk(from)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  private static void close(Own started) {
    try {
      started.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
