package org.evenhand.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** A wrong setting stops the start with one clear line that names it. */
class SettingsTests {

  @TempDir Path folder;

  private MockEnvironment local() {
    var environment = new MockEnvironment();
    environment.setActiveProfiles("local");
    environment.setProperty(Settings.PORT, "0");
    environment.setProperty(Settings.DATA_FOLDER, folder.toString());
    return environment;
  }

  @Test
  void theLocalProfileNeedsNoSettings() {
    assertThatCode(() -> Settings.checkAll(local())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "evenhand.port, abc, evenhand.port is \"abc\"",
        "evenhand.port, 70000, evenhand.port is 70000",
        "evenhand.database-url, mysql://x, evenhand.database-url does not begin with"
            + " jdbc:postgresql:",
        "evenhand.database-url, jdbc:postgresql://localhost:1/x, evenhand.database-url cannot be"
            + " reached",
        "evenhand.virus-scan, nowhere, evenhand.virus-scan is \"nowhere\"",
        "evenhand.sharing.key-secret, c2hvcnQ=, evenhand.sharing.key-secret does not hold 32 bytes",
        "evenhand.sharing.key-secret, not base64, evenhand.sharing.key-secret does not hold 32"
            + " bytes",
        "evenhand.issuer-url, not a url, evenhand.issuer-url is \"not a url\"",
        "evenhand.issuer-url, http://localhost:1, evenhand.issuer-url does not answer"
      })
  void aWrongSettingIsNamed(String setting, String value, String said) {
    var environment = local();
    environment.setProperty(setting, value);

    assertThatThrownBy(() -> Settings.checkAll(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "from, , evenhand.mail.from is not set",
        "from, Evenhand <e@council.test>, evenhand.mail.from is \"Evenhand <e@council.test>\"",
        "link, council, evenhand.mail.link is \"council\"",
        "port, 70000, evenhand.mail.port is \"70000\"",
        "port, smtp, evenhand.mail.port is \"smtp\"",
        "security, ssl, evenhand.mail.security is \"ssl\"",
        "digest-at, 25:00, evenhand.mail.digest-at is \"25:00\"",
        "language, xx, evenhand.mail.language is \"xx\"",
        "user, somebody, evenhand.mail.password is not set"
      })
  void aWrongSettingOfEmailsIsNamed(String setting, @Nullable String value, String said) {
    var environment = local();
    environment.setProperty("evenhand.mail.host", "mail.council.test");
    environment.setProperty("evenhand.mail.from", "evenhand@council.test");
    environment.setProperty("evenhand.mail.link", "https://evenhand.council.test/");
    assertThatCode(() -> Settings.checkAll(environment)).doesNotThrowAnyException();
    environment.setProperty("evenhand.mail." + setting, value == null ? "" : value);

    assertThatThrownBy(() -> Settings.checkAll(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var environment = local();
      environment.setProperty(Settings.PORT, Integer.toString(taken.getLocalPort()));

      assertThatThrownBy(() -> Settings.checkAll(environment))
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("which another program uses");
    }
  }

  @Test
  void aFileIsNoDataFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var environment = local();
    environment.setProperty(Settings.DATA_FOLDER, file.toString());

    assertThatThrownBy(() -> Settings.checkAll(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining(Settings.DATA_FOLDER);
  }

  @Test
  void anIssuerThatIsNoIssuerIsNamed() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    try {
      var environment = local();
      environment.setProperty(
          Settings.ISSUER_URL, "http://localhost:" + server.getAddress().getPort());

      assertThatThrownBy(() -> Settings.checkAll(environment))
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("answers 404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void withoutTheLocalProfileADatabaseAndAnIssuerMustBeNamed() {
    var environment = new MockEnvironment();
    environment.setProperty(Settings.PORT, "0");

    assertThatThrownBy(() -> Settings.checkAll(environment))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("evenhand.database-url is not set");
  }

  @Test
  void aSecretThatDoesNotOpenTheCouncilsKeysIsNamed() {
    assertThatThrownBy(() -> new KeySecretOpens(() -> false).afterSingletonsInstantiated())
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("evenhand.sharing.key-secret is not the one")
        .message()
        .doesNotContain("\n");
    assertThatCode(() -> new KeySecretOpens(() -> true).afterSingletonsInstantiated())
        .doesNotThrowAnyException();
  }
}
