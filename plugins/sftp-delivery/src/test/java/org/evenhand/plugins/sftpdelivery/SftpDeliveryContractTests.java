package org.evenhand.plugins.sftpdelivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.evenhand.kit.DeliveryContractTests;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SFTP server of another maker. */
class SftpDeliveryContractTests extends DeliveryContractTests {

  private static java.security.KeyPair serverKey;
  private static String privateKey;
  private static String publicKey;

  @TempDir Path root;

  private SshServer server;

  @BeforeAll
  static void makeKeys() throws Exception {
    serverKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    KeyPair council = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
    var secret = new ByteArrayOutputStream();
    council.writePrivateKey(secret);
    privateKey = secret.toString(StandardCharsets.UTF_8);
    var open = new ByteArrayOutputStream();
    council.writePublicKey(open, "council");
    publicKey = open.toString(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void start() throws Exception {
    server = started(serverKey, root);
  }

  private static SshServer started(java.security.KeyPair serverKey, Path root) throws Exception {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(serverKey));
    var council =
        AuthorizedKeyEntry.parseAuthorizedKeyEntry(publicKey).resolvePublicKey(null, null, null);
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("council") && KeyUtils.compareKeys(key, council));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    return server;
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  @Override
  protected Delivery delivery() {
    return new SftpDelivery();
  }

  @Override
  protected Settings configuration() {
    return at(server.getPort(), PublicKeyEntry.toString(serverKey.getPublic()));
  }

  /** Nobody listens on the port for discarding. */
  @Override
  protected Settings unreachable() {
    return at(9, PublicKeyEntry.toString(serverKey.getPublic()));
  }

  private static Settings at(int port, String hostKey) {
    return Settings.of("host", new SettingValue.TextValue("127.0.0.1"))
        .with("port", new SettingValue.NumberValue(BigDecimal.valueOf(port)))
        .with("user", new SettingValue.TextValue("council"))
        .with("private-key", new SettingValue.SecretValue("private-key"))
        .with("host-key", new SettingValue.TextValue(hostKey))
        .with("folder", new SettingValue.TextValue("."));
  }

  @Override
  protected Optional<String> secret(String name) {
    return name.equals("private-key") ? Optional.of(privateKey) : Optional.empty();
  }

  @Override
  protected List<byte[]> arrived() throws IOException {
    var found = new ArrayList<byte[]>();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean hidden = root.relativize(file).toString().matches("(^|.*/)\\..*");
        if (!hidden) {
          found.add(Files.readAllBytes(file));
        }
      }
    }
    return found;
  }

  private Handover send(Settings configuration) {
    return delivery().send(context(configuration), SEALED, KEY);
  }

  private PluginContext context(Settings configuration) {
    return new PluginContext() {
      @Override
      public InstantSource clock() {
        return InstantSource.fixed(NOW);
      }

      @Override
      public System.Logger logger() {
        return System.getLogger("test");
      }

      @Override
      public Settings configuration() {
        return configuration;
      }

      @Override
      public Optional<String> secret(String name) {
        return SftpDeliveryContractTests.this.secret(name);
      }
    };
  }

  @Test
  @DisplayName(
      "each partner has a folder; nothing unfinished is left, and the name follows from the key")
  void laysItOut() throws IOException {
    assertThat(send(configuration()))
        .isInstanceOfSatisfying(
            Handover.Accepted.class,
            accepted ->
                assertThat(accepted.reference())
                    .matches(SEALED.recipient() + "/[0-9a-f]{16}-" + SEALED.name()));
    try (var files = Files.walk(root)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith(".part"));
    }
  }

  @Test
  @DisplayName("T22: taken away by the partner: not laid there again")
  void takenAway() throws IOException {
    send(configuration());
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jwe")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(send(configuration())).isInstanceOf(Handover.Accepted.class);
    assertThat(delivery().find(context(configuration()), KEY)).isPresent();
    assertThat(arrived()).isEmpty();
  }

  @Test
  @DisplayName("T22: the sender fell after the rename and before the mark: found where it lies")
  void fellBeforeTheMark() throws IOException {
    send(configuration());
    try (var marks = Files.list(root.resolve(".sent"))) {
      for (Path mark : marks.toList()) {
        Files.delete(mark);
      }
    }
    assertThat(send(configuration())).isInstanceOf(Handover.Accepted.class);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("T22: two partners with two servers: each gets its own and nothing of the other's")
  void twoServers(@TempDir Path otherRoot) throws Exception {
    var otherKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    SshServer other = started(otherKey, otherRoot);
    try {
      var theirs = new SealedArtefact("R-2.jwe", "application/jose", "another", new byte[] {7});
      var theirKey = new IdempotencyKey("referral-2");
      Settings there = at(other.getPort(), PublicKeyEntry.toString(otherKey.getPublic()));
      send(configuration());
      delivery().send(context(there), theirs, theirKey);
      assertThat(arrived()).singleElement().isEqualTo(SEALED.ciphertext());
      try (var files = Files.walk(otherRoot)) {
        assertThat(files.filter(file -> file.toString().endsWith(".jwe")))
            .singleElement()
            .satisfies(file -> assertThat(file.getParent()).hasFileName("another"));
      }
      assertThat(delivery().find(context(there), KEY)).isEmpty();
      assertThat(delivery().find(context(configuration()), theirKey)).isEmpty();
    } finally {
      other.stop(true);
    }
  }

  @Test
  @DisplayName("a server with another key is not talked to, and nobody else logs in")
  void knowsTheServer() throws Exception {
    var other = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    Settings wrong = at(server.getPort(), PublicKeyEntry.toString(other.getPublic()));
    assertThat(send(wrong)).isInstanceOf(Handover.TryLater.class);
    assertThat(delivery().probe(context(wrong)).passed()).isFalse();
    assertThat(delivery().probe(context(at(server.getPort(), "ssh-ed25519 AAAA"))).passed())
        .isFalse();
    assertThat(send(configuration().with("user", new SettingValue.TextValue("somebody"))))
        .isInstanceOf(Handover.TryLater.class);
    assertThat(arrived()).isEmpty();
  }
}
