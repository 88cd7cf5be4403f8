package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;

/**
 * How a scheme ended a complaint.
 *
 * @param finding the gravest one, where there are several
 * @param words what it found, in short
 */
public record OmbudsmanDecision(
    UUID id,
    LocalDate decidedOn,
    OmbudsmanFinding finding,
    String words,
    List<FileId> files,
    ActorId by,
    Instant at) {
  public OmbudsmanDecision {
    files = List.copyOf(files);
  }
}
