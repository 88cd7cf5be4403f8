package org.evenhand.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a version comes to be (PP.1, T24, F10): drafted, approved, consulted on, its findings mended
 * or accepted, and then published as approved or adopted meanwhile.
 */
public interface MakingPolicy {

  /**
   * Drafts a version, or revises a draft; revising one takes back the approvals, consultations and
   * acceptances that it had, with the warning {@code POLICY_APPROVALS_VOID}. Refused: a label in
   * use, text that is missing or too long, figures, authority or carve-outs that are at fault, a
   * creation while there is a policy, another kind while there is none.
   */
  Outcome<PolicyVersionView> draft(PolicyDraft draft, Actor actor, Instant now);

  /**
   * Records that an approval was given. The same step recorded again replaces what was recorded;
   * the history keeps both. A member of the Corporate Management Team records the sponsor's, the
   * team's and Cabinet's approval, nothing else.
   */
  Outcome<PolicyVersionView> recordApproval(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      ApprovalStep step,
      String by,
      LocalDate on,
      @Nullable String reference,
      Actor actor,
      Instant now);

  /** Records what a consultee answered. The Data Protection Officer records their own only. */
  Outcome<PolicyVersionView> recordConsultation(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      Consultee consultee,
      String answer,
      LocalDate on,
      Actor actor,
      Instant now);

  /** Lets a finding stand, for a reason. Refused for a finding that the linter does not have. */
  Outcome<PolicyVersionView> acceptFinding(
      PolicyVersionId id,
      @Nullable Integer expectedVersion,
      String code,
      String clause,
      String reason,
      Actor actor,
      Instant now);

  /**
   * Publishes a version as approved, or adopts it. Refused: approvals or consultations missing
   * ({@code POLICY_APPROVALS_MISSING} with the steps) unless it is adopted, open findings ({@link
   * OpenFindingsRefusal}), a first day that is past, or that is not after the first day of every
   * version published before, adoption without a reason.
   */
  Outcome<PolicyVersionView> publish(PolicyPublication publication, Actor actor, Instant now);
}
