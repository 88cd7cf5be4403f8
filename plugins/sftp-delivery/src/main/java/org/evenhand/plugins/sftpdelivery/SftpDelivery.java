package org.evenhand.plugins.sftpdelivery;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Field;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * Lays what is sealed into a folder for its partner on an SFTP server: a name that follows from the
 * key, a temporary file, one rename. A mark beside it says that it was there once, after the
 * partner has taken it away. The README of this plugin describes the folders.
 */
@Extension
public class SftpDelivery implements Delivery {

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);
  private static final int PERMISSION_DENIED = 3;

  @Override
  public TypeId id() {
    return TypeId.of("sftp-delivery.folder");
  }

  @Override
  public Texts name() {
    return Texts.en("To a folder of the partner, over SFTP");
  }

  /** Each partner has a server of its own. */
  @Override
  public List<SettingDescriptor> configuration() {
    return List.of();
  }

  @Override
  public List<SettingDescriptor> recipientConfiguration() {
    return List.of(
        new SettingDescriptor.TextSetting(
            Field.required("host", Texts.en("Server")).help(Texts.en("The server's name.")), 255),
        new SettingDescriptor.NumberSetting(
            Field.of("port", Texts.en("Port"))
                .help(Texts.en("Where the server listens; 22 unless told."))
                .defaultValue(new SettingValue.NumberValue(BigDecimal.valueOf(22))),
            BigDecimal.ONE,
            BigDecimal.valueOf(65_535),
            true),
        new SettingDescriptor.TextSetting(
            Field.required("user", Texts.en("User"))
                .help(Texts.en("As whom the council logs in there.")),
            100),
        new SettingDescriptor.SecretSetting(
            Field.required("private-key", Texts.en("Key"))
                .help(Texts.en("The private key that belongs to the user, in OpenSSH's form."))),
        new SettingDescriptor.TextSetting(
            Field.required("host-key", Texts.en("The server's key"))
                .help(
                    Texts.en(
                        "The public key of the server as its administrator gives it out, such as"
                            + " ssh-ed25519 and the text behind it. Another key is not talked"
                            + " to.")),
            2_000),
        new SettingDescriptor.TextSetting(
            Field.of("folder", Texts.en("Folder"))
                .help(
                    Texts.en(
                        "In which the partner gets a folder of its own; where one lands unless told."))
                .defaultValue(new SettingValue.TextValue(".")),
            500));
  }

  @Override
  public Probe probe(PluginContext context) {
    try (Folder folder = Folder.open(context)) {
      folder.probe();
      return new Probe(true, Texts.en("Files can be laid there."));
    } catch (JSchException | SftpException e) {
      return new Probe(false, unreachable(e));
    }
  }

  @Override
  public Handover send(PluginContext context, SealedArtefact artefact, IdempotencyKey key) {
    try (Folder folder = Folder.open(context)) {
      return folder.lay(artefact, key, context.clock().instant());
    } catch (SftpException e) {
      if (e.id == PERMISSION_DENIED) {
        return new Handover.Rejected(
            "PERMISSION_DENIED", Texts.en("The server does not let files be laid there."));
      }
      return later(context, e);
    } catch (JSchException e) {
      return later(context, e);
    }
  }

  @Override
  public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
    try (Folder folder = Folder.open(context)) {
      return folder.find(key);
    } catch (JSchException | SftpException e) {
      return Optional.empty();
    }
  }

  private static Handover later(PluginContext context, Exception e) {
    context.logger().log(Level.WARNING, "the server cannot be used: {0}", e.getClass());
    return new Handover.TryLater(AFTER_A_FAULT, unreachable(e));
  }

  /** The exception's kind alone: its message may hold a path or a name. */
  private static Texts unreachable(Exception e) {
    return Texts.en("The server cannot be used (" + e.getClass().getSimpleName() + ").");
  }
}
