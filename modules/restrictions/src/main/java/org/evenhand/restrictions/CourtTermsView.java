package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CustomerId;
import org.evenhand.spi.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What a court said a person may not do, as it stands (T11).
 *
 * @param rules the terms as rules of the rule language, with the court as their source
 * @param validUntil last day; null while the court set none
 * @param checkOn by when somebody asks whether it is still so; overdue, the terms stay (F2)
 * @param injunctionId the council's own decision to seek it; null for none
 * @param endedAt when it was discharged; null while it was not
 */
public record CourtTermsView(
    CourtTermsId id,
    int version,
    String reference,
    CustomerId customerId,
    CourtOrderKind kind,
    String court,
    String caseNumber,
    LocalDate madeOn,
    List<CourtTerm> terms,
    RuleSet rules,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    LocalDate servedOn,
    String servedBy,
    LocalDate checkOn,
    @Nullable InjunctionId injunctionId,
    ActorId recordedBy,
    Role recordedAs,
    Instant recordedAt,
    @Nullable Instant endedAt,
    @Nullable ActorId endedBy,
    @Nullable String endReason) {
  public CourtTermsView {
    terms = List.copyOf(terms);
  }

  /** Whether it binds on that day. */
  public boolean inForceOn(LocalDate day) {
    return endedAt == null
        && !day.isBefore(validFrom)
        && (validUntil == null || !day.isAfter(validUntil));
  }

  /** Whether it will not bind any more. */
  public boolean over(LocalDate today) {
    return endedAt != null || (validUntil != null && validUntil.isBefore(today));
  }
}
