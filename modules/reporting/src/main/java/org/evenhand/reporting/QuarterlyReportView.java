package org.evenhand.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * The report on one quarter (PR.1).
 *
 * @param version grows with each change; hand it back as the expected one
 * @param cutOff when it was counted; what was put right later appears in the next one
 * @param policyVersionId the policy in force then (T24); null where none was
 * @param policyAdoptedOnly whether that version lacked approvals (T24)
 * @param policyReviewDue when the policy itself is reviewed (PP.1)
 * @param commentary what the numbers say, in the drafter's words
 * @param digest SHA-256 of the figures as their CSV, in hexadecimal
 * @param reviewWords what the reviewer said; null until reviewed
 */
public record QuarterlyReportView(
    QuarterlyReportId id,
    int version,
    Quarter quarter,
    ReportStatus status,
    Instant cutOff,
    @Nullable UUID policyVersionId,
    @Nullable String policyLabel,
    boolean policyAdoptedOnly,
    @Nullable LocalDate policyReviewDue,
    String commentary,
    List<Figure> figures,
    String digest,
    ActorId draftedBy,
    Instant draftedAt,
    @Nullable ActorId reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String reviewWords,
    List<Presentation> presentations,
    @Nullable ActorId publishedBy,
    @Nullable Instant publishedAt) {

  /** That it was before somebody, and when. */
  public record Presentation(String toWhom, LocalDate on, ActorId recordedBy, Instant recordedAt) {}

  public QuarterlyReportView {
    figures = List.copyOf(figures);
    presentations = List.copyOf(presentations);
  }
}
