package org.evenhand.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.Role;
import org.evenhand.intake.ConsultationAdvice;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.ReportOutcome;
import org.evenhand.intake.ReportRoute;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The duty to report an incident onward.
 *
 * @param dueAt until when; moves when advice or an absence changes it
 */
@Table(schema = "intake", name = "obligation")
record Obligation(
    @Id UUID id,
    @Version @Nullable Integer version,
    UUID incident,
    ObligationKind kind,
    Instant openedAt,
    Instant dueAt,
    ObligationStatus status,
    @Embedded.Empty Answered answer,
    boolean needsConsultation,
    @Embedded.Empty Advised advised,
    @Nullable LocalDate absentFrom,
    @Nullable LocalDate backOn,
    @Embedded.Empty Standing standing) {

  /** How it was answered, and by whom; all null while it is open. */
  record Answered(
      @Nullable String reportedTo,
      @Nullable Instant reportedAt,
      @Nullable String reference,
      @Nullable ReportRoute route,
      @Nullable String couldNotWaitBecause,
      @Nullable String notReportedBecause,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt) {

    static final Answered NOT_YET = new Answered(null, null, null, null, null, null, null, null);

    static Answered because(String reason, String by, Instant at) {
      return new Answered(null, null, null, null, null, reason, by, at);
    }

    static Answered settled(String by, Instant at) {
      return new Answered(null, null, null, null, null, null, by, at);
    }
  }

  /** What whoever was consulted advised; all null while nobody was. */
  record Advised(
      @Nullable Instant consultedAt,
      @Nullable String consultedBy,
      @Nullable Role consultedAs,
      @Nullable ConsultationAdvice advice,
      @Nullable String adviceWords) {

    static final Advised NOT_YET = new Advised(null, null, null, null, null);
  }

  /**
   * Where a report stands with those to whom it was made; all null while nobody asked them.
   *
   * @param outcomeOn the day on which that was told
   */
  record Standing(
      @Nullable ReportOutcome outcome,
      @Nullable String crimeNumber,
      @Nullable LocalDate outcomeOn) {

    static final Standing UNKNOWN = new Standing(null, null, null);

    /** Older news and a call in vain leave what is known; a crime number stays known. */
    Standing with(ReportOutcome what, @Nullable String number, LocalDate on) {
      boolean replaces = isNewsTo(what, on);
      boolean numbered = number != null && (replaces || crimeNumber == null);
      return new Standing(
          replaces ? what : outcome, numbered ? number : crimeNumber, replaces ? on : outcomeOn);
    }

    boolean isNewsTo(ReportOutcome what, LocalDate on) {
      return outcome == null
          || outcomeOn == null
          || (what != ReportOutcome.NO_ANSWER_YET
              && (outcome == ReportOutcome.NO_ANSWER_YET || !on.isBefore(outcomeOn)));
    }
  }

  static Obligation open(
      UUID id,
      UUID incident,
      ObligationKind kind,
      boolean needsConsultation,
      Instant dueAt,
      Instant now) {
    return new Obligation(
        id,
        null,
        incident,
        kind,
        now,
        dueAt,
        ObligationStatus.OPEN,
        Answered.NOT_YET,
        needsConsultation,
        Advised.NOT_YET,
        null,
        null,
        Standing.UNKNOWN);
  }

  Obligation answered(ObligationStatus as, Answered how) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        dueAt,
        as,
        how,
        needsConsultation,
        advised,
        absentFrom,
        backOn,
        standing);
  }

  Obligation advised(Advised by, Instant due) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        due,
        status,
        answer,
        needsConsultation,
        by,
        absentFrom,
        backOn,
        standing);
  }

  /** It turned out to hold a threat: nobody is consulted first (T18). */
  Obligation waitingForNobody(Instant now) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        now,
        status,
        answer,
        false,
        advised,
        absentFrom,
        backOn,
        standing);
  }

  Obligation absent(@Nullable LocalDate from, @Nullable LocalDate back, Instant due) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        due,
        status,
        answer,
        needsConsultation,
        advised,
        from,
        back,
        standing);
  }

  Obligation stands(Standing now) {
    return new Obligation(
        id,
        version,
        incident,
        kind,
        openedAt,
        dueAt,
        status,
        answer,
        needsConsultation,
        advised,
        absentFrom,
        backOn,
        now);
  }

  boolean open() {
    return status == ObligationStatus.OPEN;
  }

  int known() {
    return version == null ? 0 : version;
  }
}
