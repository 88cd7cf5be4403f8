package org.evenhand.correspondence;

import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.jspecify.annotations.Nullable;

/**
 * A notice whose words are finished and whose decision was taken elsewhere.
 *
 * @param addresseeName as it stands above the address
 * @param caseId the consideration that it belongs to; null for a notice outside any
 * @param policyVersionId the version decided under
 * @param designates whether it tells of a finding of unreasonable behaviour
 * @param restricts whether it imposes, varies, extends or keeps a restriction
 * @param signedBy who decided and writes (P9.2)
 * @param variant the version of the letter; null for the one that the agreed adjustments ask for,
 *     which no other replaces (F3)
 */
public record NoticeToIssue(
    NoticeKind kind,
    UUID customerId,
    String addresseeName,
    @Nullable UUID caseId,
    UUID policyVersionId,
    boolean designates,
    boolean restricts,
    NoticeParts parts,
    PlannedService planned,
    ActorId signedBy,
    Language lang,
    @Nullable LetterVariant variant) {

  /** In the version that the customer's agreed adjustments ask for. */
  public NoticeToIssue(
      NoticeKind kind,
      UUID customerId,
      String addresseeName,
      @Nullable UUID caseId,
      UUID policyVersionId,
      boolean designates,
      boolean restricts,
      NoticeParts parts,
      PlannedService planned,
      ActorId signedBy,
      Language lang) {
    this(
        kind,
        customerId,
        addresseeName,
        caseId,
        policyVersionId,
        designates,
        restricts,
        parts,
        planned,
        signedBy,
        lang,
        null);
  }

  /** Whether the customer may appeal against what it tells (P9.2, P10.1). */
  public boolean appealable() {
    return designates || restricts || kind.alwaysAppealable() || parts.appeal() != null;
  }
}
