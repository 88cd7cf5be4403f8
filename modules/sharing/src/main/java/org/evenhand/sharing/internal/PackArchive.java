package org.evenhand.sharing.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive piece by piece, and keeps of each piece its size and digest. */
final class PackArchive {

  /** A piece of the archive. */
  record Piece(String path, long size, String sha256) {}

  /** What writes one piece. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  private final ZipOutputStream zip;
  private final FileTime madeAt;
  private final List<Piece> pieces = new ArrayList<>();

  PackArchive(OutputStream out, Instant madeAt) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.madeAt = FileTime.from(madeAt);
  }

  void add(String path, byte[] content) throws IOException {
    add(path, out -> out.write(content));
  }

  void add(String path, Content content) throws IOException {
    var counted = new Counted(zip);
    begin(path);
    content.to(counted);
    zip.closeEntry();
    pieces.add(new Piece(path, counted.size, HexFormat.of().formatHex(counted.digest.digest())));
  }

  /** A piece that is in no list: the list itself, and what proves it. */
  void addUnlisted(String path, byte[] content) throws IOException {
    begin(path);
    zip.write(content);
    zip.closeEntry();
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  void finish() throws IOException {
    zip.finish();
  }

  private void begin(String path) throws IOException {
    var entry = new ZipEntry(path);
    entry.setLastModifiedTime(madeAt);
    zip.putNextEntry(entry);
  }

  private static final class Counted extends FilterOutputStream {
    private final MessageDigest digest;
    private long size;

    Counted(OutputStream out) {
      super(out);
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      digest.update((byte) b);
      size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      digest.update(bytes, offset, length);
      size += length;
    }
  }
}
