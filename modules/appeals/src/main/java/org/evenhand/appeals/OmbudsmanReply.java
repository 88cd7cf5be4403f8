package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;

/** What the council answered. */
public record OmbudsmanReply(
    UUID id, LocalDate sentOn, String words, List<FileId> files, ActorId by, Instant at) {
  public OmbudsmanReply {
    files = List.copyOf(files);
  }
}
