package org.evenhand.intake.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A customer whom something restricts, or did (F19). */
@Table(schema = "intake", name = "managed_customer")
record ManagedCustomer(
    @Id UUID id, @Version @Nullable Integer version, Instant since, @Nullable Instant until) {}
