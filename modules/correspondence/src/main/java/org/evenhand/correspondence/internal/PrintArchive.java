package org.evenhand.correspondence.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the printer gets: a ZIP with a manifest and one PDF for each letter, its address set for a
 * window envelope. The archive appears whole or not at all, and under the batch's reference: a
 * second writing is the same letters.
 */
record PrintArchive(String batch, LocalDate postOn, List<Entry> letters) {

  /**
   * One letter.
   *
   * @param franking {@code first-class} or {@code second-class}
   * @param sha256 of the PDF, in hexadecimal
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      int position,
      String reference,
      String file,
      String franking,
      String addressee,
      String address,
      String sha256,
      byte[] pdf) {}

  private record Manifest(int schema, String batch, LocalDate postOn, List<Line> letters) {}

  private record Line(
      int position,
      String reference,
      String file,
      String franking,
      String addressee,
      List<String> address,
      String sha256) {}

  PrintArchive {
    letters = List.copyOf(letters);
  }

  String fileName() {
    return batch + ".zip";
  }

  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        write(Channels.newOutputStream(channel));
        channel.force(true);
      }
      Files.move(part, folder.resolve(fileName()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(zip, "manifest.json", JsonMapper.builder().build().writeValueAsBytes(manifest()));
    for (Entry letter : letters) {
      put(zip, letter.file(), letter.pdf());
    }
    zip.finish();
  }

  private void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(postOn.atStartOfDay());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private Manifest manifest() {
    return new Manifest(
        1,
        batch,
        postOn,
        letters.stream()
            .map(
                letter ->
                    new Line(
                        letter.position(),
                        letter.reference(),
                        letter.file(),
                        letter.franking(),
                        letter.addressee(),
                        letter.address().lines().toList(),
                        letter.sha256()))
            .toList());
  }
}
