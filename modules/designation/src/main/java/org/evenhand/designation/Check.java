package org.evenhand.designation;

import java.time.Instant;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.FileId;
import org.jspecify.annotations.Nullable;

/**
 * One answer to one of the five checks (P8.0). A check answered again keeps what was said before;
 * the latest answer counts.
 *
 * @param stage at which it was answered; other than the decision only for new information (T3)
 * @param evidence what shows it, in words or by reference to another system
 * @param reason why the check does not apply, or is not satisfied; null for a satisfied one
 * @param decidedBy whose decision the underlying one was, where the check asks about it (T3)
 * @param files documents that show it
 * @param by who answered
 */
public record Check(
    CheckKind kind,
    CheckStage stage,
    CheckAnswer answer,
    String evidence,
    @Nullable String reason,
    @Nullable ActorId decidedBy,
    List<FileId> files,
    ActorId by,
    Instant at) {
  public Check {
    files = List.copyOf(files);
  }
}
