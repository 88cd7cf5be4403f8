package org.evenhand.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.intake.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Other legal action for the rights of staff (P9.5).
 *
 * @param restriction an action that it goes with; null for none
 * @param about what it is about, in neutral words
 * @param authority under what power it is taken
 * @param authorisedBy who decided, by name and post
 * @param externalReference the court's or the police's number; null while there is none
 * @param outcome null until there is one
 * @param nextStepOn when somebody sees to it next; null for nothing planned
 */
public record LegalActionView(
    LegalActionId id,
    int version,
    String reference,
    CustomerId customerId,
    @Nullable RestrictionId restriction,
    Kind kind,
    String about,
    String authority,
    String authorisedBy,
    @Nullable String externalReference,
    Stage stage,
    @Nullable String outcome,
    @Nullable LocalDate nextStepOn,
    Instant recordedAt,
    List<Step> steps) {
  public LegalActionView {
    steps = List.copyOf(steps);
  }

  /** What kind of action it is. */
  public enum Kind {
    CIVIL_CLAIM,
    PROSECUTION,
    /** A community protection notice or the like. */
    PROTECTION_NOTICE,
    TENANCY_PROCEEDINGS,
    OTHER
  }

  /** How far it went. */
  public enum Stage {
    CONSIDERED,
    AUTHORISED,
    LETTER_SENT,
    BEGUN,
    HEARD,
    CONCLUDED,
    WITHDRAWN;

    public boolean over() {
      return this == CONCLUDED || this == WITHDRAWN;
    }
  }

  /** One thing that was done. */
  public record Step(UUID id, Stage stage, String note, ActorId by, Instant at) {}
}
