package org.evenhand.intake;

import java.time.LocalDate;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;

/**
 * A complaint, request, tenancy or planning case kept in another system, as far as fairness needs
 * it (P3.2, F16, T13).
 *
 * @param system the other system's name
 * @param standardDue the last day on which we were in time; null where there is no standard
 * @param standardMissed we were late, or are late now
 * @param concluded a decision was reached
 * @param decisionBy who reached it: another person must confirm that it is right (T3)
 * @param closingLetterSent the decision was explained to the customer
 * @param kind what it is in that system
 */
public record MatterView(
    MatterId id,
    int version,
    CustomerId customerId,
    String reference,
    String system,
    @Nullable String subject,
    ServiceAreaCode serviceArea,
    @Nullable LocalDate standardDue,
    boolean standardMissed,
    boolean concluded,
    @Nullable LocalDate decisionReachedOn,
    @Nullable ActorId decisionBy,
    boolean closingLetterSent,
    @Nullable LocalDate closingLetterSentOn,
    MatterKind kind) {

  /** A matter of no kind that has a name here. */
  public MatterView(
      MatterId id,
      int version,
      CustomerId customerId,
      String reference,
      String system,
      @Nullable String subject,
      ServiceAreaCode serviceArea,
      @Nullable LocalDate standardDue,
      boolean standardMissed,
      boolean concluded,
      @Nullable LocalDate decisionReachedOn,
      @Nullable ActorId decisionBy,
      boolean closingLetterSent,
      @Nullable LocalDate closingLetterSentOn) {
    this(
        id,
        version,
        customerId,
        reference,
        system,
        subject,
        serviceArea,
        standardDue,
        standardMissed,
        concluded,
        decisionReachedOn,
        decisionBy,
        closingLetterSent,
        closingLetterSentOn,
        MatterKind.OTHER);
  }

  /**
   * Whether we still owe the customer something here, so that persistence about it is our doing:
   * the standard was missed, or no closing letter went out (F16).
   */
  public boolean stillOurs() {
    return standardMissed || !closingLetterSent;
  }
}
