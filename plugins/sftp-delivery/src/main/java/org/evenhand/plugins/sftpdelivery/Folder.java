package org.evenhand.plugins.sftpdelivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.Settings;

/**
 * The council's folder on the server, for one call. In it {@code <recipient>/<file>} for each
 * partner, and {@code .sent/<digest>} for what was laid there once, whoever took it away since.
 */
final class Folder implements AutoCloseable {

  private static final String SENT = ".sent";
  private static final String SERVER = "server";
  private static final int MILLISECONDS = 15_000;
  private static final int NO_SUCH_FILE = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Session session;
  private final ChannelSftp files;
  private final String folder;

  private Folder(Session session, ChannelSftp files, String folder) {
    this.session = session;
    this.files = files;
    this.folder = folder;
  }

  static Folder open(PluginContext context) throws JSchException {
    Settings configuration = context.configuration();
    var client = new JSch();
    client.getHostKeyRepository().add(serverKey(configuration.text("host-key")), null);
    byte[] key =
        context
            .secret(configuration.secretName("private-key"))
            .orElseThrow(() -> new JSchException("no key"))
            .getBytes(StandardCharsets.UTF_8);
    client.addIdentity("council", key, null, null);
    Session session =
        client.getSession(
            configuration.text("user"), configuration.text("host"), configuration.integer("port"));
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("PreferredAuthentications", "publickey");
    session.setHostKeyAlias(SERVER);
    session.setTimeout(MILLISECONDS);
    try {
      session.connect(MILLISECONDS);
      var files = (ChannelSftp) session.openChannel("sftp");
      files.connect(MILLISECONDS);
      return new Folder(session, files, configuration.text("folder").replaceFirst("/+$", ""));
    } catch (JSchException e) {
      session.disconnect();
      throw e;
    }
  }

  /** The one key that the server may have. */
  private static HostKey serverKey(String text) throws JSchException {
    String[] parts = text.strip().split("\\s+");
    try {
      return new HostKey(SERVER, Base64.getDecoder().decode(parts[parts.length > 1 ? 1 : 0]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new JSchException("the server's key is malformed");
    }
  }

  /** Leaves nothing behind. */
  void probe() throws SftpException {
    makeFolder(folder + "/" + SENT);
    String trial = folder + "/" + SENT + "/.trial-" + RANDOM.nextLong();
    files.put(new ByteArrayInputStream(new byte[0]), trial);
    files.rm(trial);
  }

  Handover lay(SealedArtefact artefact, IdempotencyKey key, Instant now) throws SftpException {
    Optional<Handover.Accepted> marked = find(key);
    if (marked.isPresent()) {
      return marked.get();
    }
    String own = folder + "/" + plain(artefact.recipient());
    makeFolder(own);
    makeFolder(folder + "/" + SENT);
    String file = own + "/" + digest(key).substring(0, 16) + "-" + plain(artefact.name());
    if (!exists(file)) {
      // A name of its own for each attempt: two that send at once do not write into one file.
      String part = own + "/.part-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
      files.put(new ByteArrayInputStream(artefact.ciphertext()), part);
      rename(part, file);
    }
    String reference = file.substring(folder.length() + 1);
    byte[] mark = (reference + "\n" + now + "\n").getBytes(StandardCharsets.UTF_8);
    String part = folder + "/" + SENT + "/.part-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    files.put(new ByteArrayInputStream(mark), part);
    rename(part, mark(key));
    return new Handover.Accepted(reference, now);
  }

  /** Where somebody else was first with the same, theirs stays and ours goes. */
  private void rename(String part, String file) throws SftpException {
    try {
      files.rename(part, file);
    } catch (SftpException e) {
      boolean there = exists(file);
      files.rm(part);
      if (!there) {
        throw e;
      }
    }
  }

  Optional<Handover.Accepted> find(IdempotencyKey key) throws SftpException {
    if (!exists(mark(key))) {
      return Optional.empty();
    }
    var content = new ByteArrayOutputStream();
    files.get(mark(key), content);
    String[] lines = content.toString(StandardCharsets.UTF_8).split("\n", -1);
    try {
      return Optional.of(new Handover.Accepted(lines[0], Instant.parse(lines[1])));
    } catch (DateTimeException
        | ArrayIndexOutOfBoundsException
        | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private String mark(IdempotencyKey key) {
    return folder + "/" + SENT + "/" + digest(key);
  }

  private boolean exists(String path) throws SftpException {
    try {
      files.lstat(path);
      return true;
    } catch (SftpException e) {
      if (e.id == NO_SUCH_FILE) {
        return false;
      }
      throw e;
    }
  }

  private void makeFolder(String path) throws SftpException {
    if (!exists(path)) {
      try {
        files.mkdir(path);
      } catch (SftpException e) {
        if (!exists(path)) {
          throw e;
        }
      }
    }
  }

  /** Letters, digits and what harms nowhere; no path and no hidden name. */
  private static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
    return plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
  }

  private static String digest(IdempotencyKey key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.value().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    files.disconnect();
    session.disconnect();
  }
}
