package org.evenhand.plugins.crmfiledrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.RecordSystemContractTests;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.RecordSystem;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmFileDropContractTests extends RecordSystemContractTests {

  @TempDir Path folder;

  @Override
  protected RecordSystem system() {
    return new CrmFileDrop();
  }

  @Override
  protected Settings configuration() {
    return in(folder.resolve("exchange"));
  }

  @Override
  protected Settings unreachable() {
    try {
      Path file = folder.resolve("a-file");
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      return in(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Settings in(Path path) {
    return Settings.of("folder", new SettingValue.TextValue(path.toString()));
  }

  @Override
  protected List<String> arrived() throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(folder.resolve("exchange/responses"))) {
      for (Path file : files) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  @Override
  protected void confirm(IdempotencyKey key, String reference) throws IOException {
    receipt(key, "reference=" + reference + "\nrecorded-at=2026-11-23T10:05:00Z\n");
  }

  @Override
  protected boolean refuse(IdempotencyKey key, String code) throws IOException {
    receipt(key, "rejected=" + code + "\nreason=No customer with this number.\n");
    return true;
  }

  private void receipt(IdempotencyKey key, String text) throws IOException {
    Files.writeString(
        folder.resolve("exchange/receipts").resolve(DropFolder.name(key) + ".receipt"), text);
  }

  @Test
  @DisplayName("a receipt that is still being written, or says nothing, is none yet")
  void waitsForTheWholeReceipt() {
    assertThat(Receipt.read("reference=CRM-47", NOW)).isEmpty();
    assertThat(Receipt.read("", NOW)).isEmpty();
    assertThat(Receipt.read("reference=\n", NOW)).isEmpty();
    assertThat(Receipt.read("reference=CRM-4711\nrecorded-at=yesterday\n", NOW).orElseThrow())
        .isEqualTo(new Receipt(new Handover.Accepted("CRM-4711", NOW)));
    assertThat(
            Receipt.read("reference=1\r\nrecorded-at=2026-11-23T10:05:00Z\r\n", NOW).orElseThrow())
        .isEqualTo(new Receipt(new Handover.Accepted("1", Instant.parse("2026-11-23T10:05:00Z"))));
  }

  @Test
  @DisplayName("the file is as its documentation says, byte for byte")
  void writesTheDocumentedForm() {
    var entry =
        new ResponseEntry("C-1", NOW, Channel.EMAIL, "warning", "N-2026-000001", Set.of(), null);
    assertThat(entry.json(new IdempotencyKey("crm-1\t\"")))
        .isEqualTo(
            """
            {
              "schema": 1,
              "key": "crm-1\\u0009\\"",
              "customerReference": "C-1",
              "respondedAt": "2026-11-23T10:00:00Z",
              "channel": "EMAIL",
              "kind": "warning",
              "ourReference": "N-2026-000001",
              "serviceAreas": [],
              "author": null
            }
            """);
  }
}
