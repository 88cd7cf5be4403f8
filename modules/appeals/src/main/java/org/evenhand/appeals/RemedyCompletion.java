package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;

/**
 * That a remedy was done.
 *
 * @param proof what shows it: a letter's date, a payment's reference
 */
public record RemedyCompletion(
    UUID id, LocalDate doneOn, String proof, List<FileId> files, ActorId by, Instant at) {
  public RemedyCompletion {
    files = List.copyOf(files);
  }
}
