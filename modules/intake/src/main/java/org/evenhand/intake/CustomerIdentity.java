package org.evenhand.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to recognise a customer at the front desk, and nothing of what happened (T20,
 * T21).
 *
 * @param nameKey the name as {@link IdentifierForm#nameKey} writes it
 */
public record CustomerIdentity(
    CustomerId id,
    String reference,
    CustomerKind kind,
    String name,
    String nameKey,
    @Nullable LocalDate dateOfBirth,
    List<Identifier> identifiers) {
  public CustomerIdentity {
    identifiers = List.copyOf(identifiers);
  }
}
