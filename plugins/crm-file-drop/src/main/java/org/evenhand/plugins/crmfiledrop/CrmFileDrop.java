package org.evenhand.plugins.crmfiledrop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenhand.spi.Field;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.pf4j.Extension;

/**
 * Records responses on a CRM that takes files (P4.2): one file for each response in the folder
 * {@code responses}, and one receipt for each in the folder {@code receipts}, written by the CRM.
 * Until there is a receipt the house is asked to come back. The README of this plugin describes
 * both files.
 */
@Extension
public class CrmFileDrop implements RecordSystem {

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);

  @Override
  public TypeId id() {
    return TypeId.of("crm-file-drop.files");
  }

  @Override
  public Texts name() {
    return Texts.enCy("CRM, by files", "CRM, drwy ffeiliau");
  }

  @Override
  public List<SettingDescriptor> configuration() {
    return List.of(
        new SettingDescriptor.TextSetting(
            Field.required("folder", Texts.en("Folder"))
                .help(
                    Texts.en(
                        "Where the files are exchanged with the CRM. The server writes into the"
                            + " folder responses in it and reads the folder receipts.")),
            500),
        new SettingDescriptor.DurationSetting(
            Field.of("look-again-after", Texts.en("Look for a receipt again after"))
                .help(Texts.en("How long the CRM takes to answer, as PT15M for a quarter hour."))
                .defaultValue(new SettingValue.DurationValue(Duration.ofMinutes(15))),
            Duration.ofMinutes(1),
            Duration.ofDays(1)));
  }

  @Override
  public Probe probe(PluginContext context) {
    try {
      folder(context).probe();
      return new Probe(true, Texts.en("Files can be written and receipts can be read."));
    } catch (IOException | InvalidPathException e) {
      return new Probe(false, unreachable(e));
    }
  }

  @Override
  public Handover record(PluginContext context, ResponseEntry entry, IdempotencyKey key) {
    try {
      DropFolder folder = folder(context);
      Optional<Receipt> receipt = folder.receipt(key);
      if (receipt.isPresent()) {
        return receipt.get().handover();
      }
      folder.write(key, entry.json(key).getBytes(StandardCharsets.UTF_8));
      return new Handover.TryLater(
          context.configuration().duration("look-again-after"),
          Texts.en("The file lies ready; the CRM has not written its receipt yet."));
    } catch (IOException | InvalidPathException e) {
      context
          .logger()
          .log(System.Logger.Level.WARNING, "the folder cannot be used: {0}", e.getClass());
      return new Handover.TryLater(AFTER_A_FAULT, unreachable(e));
    }
  }

  @Override
  public Optional<Handover.Accepted> find(PluginContext context, IdempotencyKey key) {
    try {
      return folder(context)
          .receipt(key)
          .map(Receipt::handover)
          .filter(Handover.Accepted.class::isInstance)
          .map(Handover.Accepted.class::cast);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static DropFolder folder(PluginContext context) throws IOException {
    return DropFolder.open(Path.of(context.configuration().text("folder")));
  }

  /** The exception's kind alone: its message would hold a path. */
  private static Texts unreachable(Exception e) {
    return Texts.en("The folder cannot be used (" + e.getClass().getSimpleName() + ").");
  }
}
