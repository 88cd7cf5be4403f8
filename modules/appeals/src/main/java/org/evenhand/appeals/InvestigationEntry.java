package org.evenhand.appeals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A step in looking into an appeal, as it was recorded.
 *
 * @param about with whom somebody spoke, or what was looked at; null for the others
 * @param heldOn the day of an interview; null for the others
 * @param words the plan, the summary, what it shows, or why there is nothing new
 * @param newInformation whether there is significant new information (T3); null for other kinds
 */
public record InvestigationEntry(
    UUID id,
    InvestigationKind kind,
    @Nullable String about,
    @Nullable LocalDate heldOn,
    String words,
    @Nullable Boolean newInformation,
    List<FileId> files,
    ActorId by,
    Instant at) {
  public InvestigationEntry {
    files = List.copyOf(files);
  }
}
