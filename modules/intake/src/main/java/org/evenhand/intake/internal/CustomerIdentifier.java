package org.evenhand.intake.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.IdentifierKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table(schema = "intake", name = "customer_identifier")
record CustomerIdentifier(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID customer,
    IdentifierKind kind,
    String value,
    String shown,
    Confidence confidence,
    @Nullable LocalDate endedOn) {

  CustomerIdentifier ended(LocalDate on) {
    return new CustomerIdentifier(id, version, customer, kind, value, shown, confidence, on);
  }

  CustomerIdentifier held(Confidence howSure, String as) {
    return new CustomerIdentifier(id, version, customer, kind, value, as, howSure, endedOn);
  }
}
