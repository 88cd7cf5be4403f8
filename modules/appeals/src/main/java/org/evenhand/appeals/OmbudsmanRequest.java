package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.jspecify.annotations.Nullable;

/**
 * Something a scheme wants an answer to.
 *
 * @param dueOn the day that the scheme set
 * @param words what it asks, or means to decide
 * @param reply null until answered
 */
public record OmbudsmanRequest(
    UUID id,
    OmbudsmanRequestKind kind,
    LocalDate receivedOn,
    LocalDate dueOn,
    String words,
    List<FileId> files,
    ActorId by,
    Instant at,
    @Nullable OmbudsmanReply reply) {
  public OmbudsmanRequest {
    files = List.copyOf(files);
  }
}
