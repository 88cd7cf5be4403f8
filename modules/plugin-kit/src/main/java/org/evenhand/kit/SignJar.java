package org.evenhand.kit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * Signs a jar with a key of this machine, made on the first use, so that a plugin can be tried on a
 * server that runs on the same machine. A real plugin is signed with the service area's own key, by
 * {@code jarsigner}.
 *
 * <pre>
 * SignJar housing.jar development.p12 jars/development.cer
 * </pre>
 */
public final class SignJar {

  private static final String ALIAS = "development";

  /** It guards nothing: whoever reads the file may sign for this machine anyway. */
  private static final String PASSWORD = "development";

  private SignJar() {}

  /**
   * Signs.
   *
   * @param args the jar, the key store, and where the certificate is written for the server to
   *     trust
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length != 3) {
      out.println("Usage: SignJar <jar> <key store> <certificate>");
      System.exit(1);
    }
    sign(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  static void sign(Path jar, Path keyStore, Path certificate)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(keyStore)) {
      make(keyStore);
    }
    var keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
    var entry =
        (KeyStore.PrivateKeyEntry)
            keys.getEntry(ALIAS, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    Path folder = folderOf(certificate);
    Files.createDirectories(folder);
    replace(certificate, entry.getCertificate().getEncoded());
    Path signed = beside(jar);
    try {
      try (var from = new ZipFile(jar.toFile());
          var to = Files.newOutputStream(signed)) {
        new JarSigner.Builder(entry).signerName("DEVELOP").build().sign(from, to);
      }
      Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(signed);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
  }

  /** Whoever may read what is built here may read this too, unlike a temporary file. */
  private static Path beside(Path file) {
    return folderOf(file).resolve(UUID.randomUUID() + ".tmp");
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path written = beside(file);
    Files.write(written, content);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The JDK makes certificates with its own tool only. */
  private static void make(Path keyStore) throws IOException {
    Path folder = folderOf(keyStore);
    Files.createDirectories(folder);
    Path making = Files.createTempDirectory(folder, "key");
    Path made = making.resolve("made.p12");
    var keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-sigalg",
                    "SHA256withECDSA",
                    "-dname",
                    "CN=Development on this machine",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    made.toString()))
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new IOException("keytool made no key: " + said);
      }
      Files.createLink(keyStore, made);
    } catch (FileAlreadyExistsException somebodyElseWasFirst) {
      // Theirs is as good.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(made);
      Files.deleteIfExists(making);
    }
  }
}
