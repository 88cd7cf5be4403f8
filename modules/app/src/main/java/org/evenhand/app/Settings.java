package org.evenhand.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The settings that a person changes, first of all {@code evenhand.port}, {@code
 * evenhand.data-folder}, {@code evenhand.database-url}, {@code evenhand.issuer-url}. They are tried
 * before anything starts, so that a wrong one stops the start with one clear line.
 */
final class Settings {

  static final String PORT = "evenhand.port";
  static final String DATA_FOLDER = "evenhand.data-folder";
  static final String DATABASE_URL = "evenhand.database-url";
  static final String DATABASE_USER = "evenhand.database-user";
  static final String DATABASE_PASSWORD = "evenhand.database-password";
  static final String ISSUER_URL = "evenhand.issuer-url";

  /** The one more that names a machine: a virus scanner, where there is one. */
  static final String VIRUS_SCAN = "evenhand.virus-scan";

  /** What the private halves of the council's own keys are sealed with. */
  static final String KEY_SECRET = "evenhand.sharing.key-secret";

  private static final int KEY_SECRET_BYTES = 32;

  /** How emails to staff go out, once a host is named. */
  static final String MAIL = "evenhand.mail.";

  private static final String ADDRESS =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

  private static final int POSTGRES_MAJOR = 18;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Settings() {}

  static boolean local(Environment environment) {
    return Arrays.asList(environment.getActiveProfiles()).contains("local");
  }

  static void check(Environment environment) {
    try {
      checkAll(environment);
    } catch (WrongSetting wrong) {
      wrong.stop();
    }
  }

  static void checkAll(Environment environment) {
    port(environment.getProperty(PORT, "8080"));
    String database = text(environment, DATABASE_URL);
    if (database != null) {
      database(database, text(environment, DATABASE_USER), text(environment, DATABASE_PASSWORD));
    } else if (local(environment)) {
      dataFolder(environment.getProperty(DATA_FOLDER, "data"));
    } else {
      throw new WrongSetting(
          DATABASE_URL,
          "is not set. Give the JDBC URL of a PostgreSQL 18 database, or start with"
              + " --spring.profiles.active=local to try the product.");
    }
    String scanner = text(environment, VIRUS_SCAN);
    if (scanner != null && !scanner.matches("[^:\\s]+:\\d{1,5}")) {
      throw new WrongSetting(
          VIRUS_SCAN, "is \"" + scanner + "\". Give host:port of a ClamAV daemon.");
    }
    mail(environment);
    String issuer = text(environment, ISSUER_URL);
    if (issuer != null) {
      issuer(issuer);
    } else if (!local(environment)) {
      throw new WrongSetting(
          ISSUER_URL, "is not set. Give the URL of the OpenID issuer whose tokens are accepted.");
    }
    String secret = text(environment, KEY_SECRET);
    if (secret != null) {
      keySecret(secret);
    } else if (!local(environment)) {
      throw new WrongSetting(
          KEY_SECRET,
          "is not set. Give 32 random bytes in Base64, as openssl rand -base64 32 draws them, and"
              + " keep them safe: the council's signing keys are sealed with them.");
    }
  }

  /** Never repeats it. */
  private static void keySecret(String secret) {
    try {
      if (Base64.getDecoder().decode(secret).length == KEY_SECRET_BYTES) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without what was given.
    }
    throw new WrongSetting(
        KEY_SECRET, "does not hold 32 bytes in Base64. Draw them with openssl rand -base64 32.");
  }

  /** Only how they are written: the product starts while the mail server is away. */
  private static void mail(Environment environment) {
    if (text(environment, MAIL + "host") == null) {
      return;
    }
    mail(environment, "port", "25", "[1-9]\\d{0,4}", "Give a number from 1 to 65535.");
    mail(environment, "from", "", ADDRESS, "Give one address, as evenhand@council.example.");
    mail(environment, "link", "", "https?://[^\\s\"<>]+", "Give the URL where staff sign in.");
    mail(environment, "security", "none", "none|starttls|tls", "Give none, starttls or tls.");
    mail(environment, "digest-at", "07:30", "([01]\\d|2[0-3]):[0-5]\\d", "Give a time as 07:30.");
    mail(environment, "language", "en-GB", "en(-GB)?|cy(-GB)?", "Give en-GB or cy.");
    boolean user = text(environment, MAIL + "user") != null;
    boolean password = text(environment, MAIL + "password") != null;
    if (user != password) {
      throw new WrongSetting(
          MAIL + (user ? "password" : "user"),
          "is not set. Give user and password, or neither where the mail server asks for none.");
    }
  }

  private static void mail(
      Environment environment, String name, String usual, String form, String whatToDo) {
    String given = environment.getProperty(MAIL + name, usual).strip();
    boolean port = name.equals("port");
    if (!given.matches(form) || (port && Integer.parseInt(given) > 65_535)) {
      throw new WrongSetting(
          MAIL + name, (given.isEmpty() ? "is not set. " : "is \"" + given + "\". ") + whatToDo);
    }
  }

  private static @Nullable String text(Environment environment, String name) {
    String value = environment.getProperty(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void port(String value) {
    int port;
    try {
      port = Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new WrongSetting(PORT, "is \"" + value + "\". Give a number from 1 to 65535.");
    }
    if (port < 0 || port > 65_535) {
      throw new WrongSetting(PORT, "is " + port + ". Give a number from 1 to 65535.");
    }
    if (port != 0) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(port));
      } catch (IOException e) {
        throw new WrongSetting(
            PORT, "is " + port + ", which another program uses. Stop it or give another port.");
      }
    }
  }

  static Path dataFolder(String value) {
    try {
      Path folder = Path.of(value).toAbsolutePath().normalize();
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new WrongSetting(DATA_FOLDER, "is " + folder + ", where nothing may be written.");
      }
      return folder;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new WrongSetting(
          DATA_FOLDER, "is \"" + value + "\", which is no folder and cannot be made one.");
    }
  }

  private static void database(String url, @Nullable String user, @Nullable String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new WrongSetting(
          DATABASE_URL,
          "does not begin with jdbc:postgresql: as in jdbc:postgresql://host:5432/name?user=…");
    }
    DriverManager.setLoginTimeout((int) PATIENCE.toSeconds());
    var who = new Properties();
    if (user != null) {
      who.setProperty("user", user);
    }
    if (password != null) {
      who.setProperty("password", password);
    }
    try (var connection = DriverManager.getConnection(url, who)) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < POSTGRES_MAJOR) {
        throw new WrongSetting(
            DATABASE_URL, "is a PostgreSQL " + major + ". PostgreSQL 18 or later is needed.");
      }
    } catch (SQLException e) {
      throw new WrongSetting(
          DATABASE_URL,
          "cannot be reached or refuses the user (SQL state " + e.getSQLState() + ").");
    }
  }

  private static void issuer(String url) {
    URI metadata;
    try {
      URI issuer = new URI(url);
      if (issuer.getHost() == null
          || !("http".equals(issuer.getScheme()) || "https".equals(issuer.getScheme()))) {
        throw new WrongSetting(ISSUER_URL, "is \"" + url + "\". Give an http or https URL.");
      }
      metadata = URI.create(url.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    } catch (java.net.URISyntaxException | IllegalArgumentException e) {
      throw new WrongSetting(ISSUER_URL, "is \"" + url + "\". Give an http or https URL.");
    }
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(metadata).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new WrongSetting(
            ISSUER_URL, "answers " + answer.statusCode() + " at " + metadata + " instead of 200.");
      }
    } catch (IOException e) {
      throw new WrongSetting(ISSUER_URL, "does not answer at " + metadata + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WrongSetting(ISSUER_URL, "was not tried to the end.");
    }
  }
}
