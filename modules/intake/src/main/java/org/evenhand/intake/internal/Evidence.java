package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What speaks for or against an account, or came with a contact. */
@Table(schema = "intake", name = "evidence")
record Evidence(
    @Id UUID id,
    @Version @Nullable Integer version,
    String subjectType,
    UUID subjectId,
    UUID file,
    String what,
    String givenBy,
    @Nullable LocalDate madeOn,
    boolean firstHand,
    String attachedBy,
    Instant attachedAt) {}
