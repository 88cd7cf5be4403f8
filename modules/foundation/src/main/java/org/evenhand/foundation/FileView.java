package org.evenhand.foundation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file, without its content.
 *
 * @param name as the uploader's machine calls it; never part of a URL
 * @param type the media type declared, against which the content was checked
 * @param size in bytes
 * @param digest SHA-256 in the form of RFC 9530: {@code sha-256=:…:}
 * @param expiresAt until when it must have come and be used; without meaning once it is kept
 * @param receivedAt null while only announced
 * @param scan null while only announced
 * @param owner the record it belongs to; null until it is kept
 * @param person whose record that is; null for nobody's
 * @param erasedAt null unless its content was erased
 */
public record FileView(
    FileId id,
    String name,
    String type,
    long size,
    String digest,
    ActorId uploadedBy,
    Instant startedAt,
    Instant expiresAt,
    @Nullable Instant receivedAt,
    @Nullable ScanState scan,
    @Nullable GlobalId owner,
    @Nullable UUID person,
    @Nullable Instant erasedAt) {

  public FileStatus status() {
    if (erasedAt != null) {
      return FileStatus.ERASED;
    }
    if (owner != null) {
      return FileStatus.KEPT;
    }
    return receivedAt == null ? FileStatus.ANNOUNCED : FileStatus.RECEIVED;
  }
}
