package org.evenhand.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.jspecify.annotations.Nullable;

/**
 * Letters that go to the printer together, as they stand now.
 *
 * @param postOn the day on which they are to be posted
 * @param handedOverAt when the archive was put into the folder; null while it is to be put there
 * @param fileId the archive; null for a batch of an earlier release
 * @param postedOn the day on which they were posted; null until somebody says so
 */
public record PrintBatchView(
    PrintBatchId id,
    int version,
    String reference,
    LocalDate postOn,
    Instant madeAt,
    ActorId madeBy,
    @Nullable Instant handedOverAt,
    @Nullable LocalDate postedOn,
    @Nullable FileId fileId,
    List<Item> items) {

  /**
   * One letter of it.
   *
   * @param method the franking
   * @param fileName of its PDF in the archive
   * @param digest SHA-256 of the PDF, in hexadecimal
   */
  public record Item(
      int position, UUID noticeId, ServiceMethod method, String fileName, String digest) {}

  public PrintBatchView {
    items = List.copyOf(items);
  }

  /** The same, with its archive. */
  public PrintBatchView in(FileId file) {
    return new PrintBatchView(
        id, version, reference, postOn, madeAt, madeBy, handedOverAt, postedOn, file, items);
  }
}
