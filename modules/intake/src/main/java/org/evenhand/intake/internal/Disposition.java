package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.intake.DisposingContacts.ContactToDispose;
import org.evenhand.intake.DispositionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "contact_disposition")
record Disposition(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID contact,
    Instant openedAt,
    LocalDate dueOn,
    @Nullable DispositionOutcome outcome,
    @Nullable String reason,
    @Nullable String routedTo,
    @Nullable LocalDate answerOn,
    List<String> readFor,
    List<String> found,
    @Nullable String disposedBy,
    @Nullable Instant disposedAt) {

  static Disposition needed(UUID id, UUID contact, LocalDate dueOn, Instant now) {
    return new Disposition(
        id, null, contact, now, dueOn, null, null, null, null, List.of(), List.of(), null, null);
  }

  Disposition as(ContactToDispose given, String by, Instant at) {
    return new Disposition(
        id,
        version,
        contact,
        openedAt,
        dueOn,
        given.outcome(),
        Checked.tidy(given.reason()),
        Checked.tidy(given.routedTo()),
        given.answerOn(),
        Rows.names(given.readFor()),
        Rows.names(given.found()),
        by,
        at);
  }

  boolean settled() {
    return outcome != null && outcome != DispositionOutcome.TO_BE_ANSWERED;
  }
}
