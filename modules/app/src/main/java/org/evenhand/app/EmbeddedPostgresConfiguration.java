package org.evenhand.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The local profile's own PostgreSQL: real, on this machine only, its data in {@code
 * evenhand.data-folder} and kept over restarts. Not there when a database URL is given.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@ConditionalOnExpression("'${evenhand.database-url:}'.isBlank()")
class EmbeddedPostgresConfiguration {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres embeddedPostgres(@Value("${evenhand.data-folder:data}") String folder)
      throws IOException {
    Path data = Settings.dataFolder(folder).resolve("postgres");
    stopOrphan(data);
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "100")
          .setServerConfig("shared_buffers", "256MB")
          .setServerConfig("max_wal_size", "2GB")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .start();
    } catch (IllegalStateException e) {
      throw new WrongSetting(
          Settings.DATA_FOLDER,
          "is "
              + data.getParent()
              + ", which another running Evenhand uses or where PostgreSQL cannot start ("
              + e.getMessage()
              + ").");
    }
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
    return connection(
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "postgres");
  }

  static JdbcConnectionDetails connection(String url, String user, String password) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return user;
      }

      @Override
      public String getPassword() {
        return password;
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }

  /** A server that outlived a killed process would keep the folder: it is asked to end first. */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return;
    }
    try {
      var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
      if (process.isPresent()
          && process.get().info().command().map(c -> c.endsWith("postgres")).orElse(false)
          && process.get().destroy()) {
        process.get().onExit().get(20, TimeUnit.SECONDS);
      }
    } catch (NumberFormatException | java.util.concurrent.ExecutionException e) {
      throw new IOException("postmaster.pid cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new WrongSetting(
          Settings.DATA_FOLDER, "is still held by a PostgreSQL that does not end; end it by hand.");
    }
  }
}
