package org.evenhand.policy.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.policy.ChangeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A version as it is kept. Its documents are written while it is a draft and never after (the
 * database refuses it too).
 */
@Table(schema = "policy", value = "policy_version")
record PolicyVersion(
    @Id UUID id,
    @Version @Nullable Integer version,
    String label,
    ChangeKind changeKind,
    Stage status,
    String document,
    String figures,
    String authority,
    String carveOuts,
    Instant draftedAt,
    String draftedBy,
    @Nullable Instant inForceFrom,
    @Nullable LocalDate reviewDue,
    @Nullable Instant adoptedAt,
    @Nullable String adoptedBy,
    @Nullable String adoptionReason,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy) {

  /** What a version itself knows of its status; that another took over is not written in it. */
  enum Stage {
    DRAFT,
    ADOPTED,
    APPROVED
  }

  static PolicyVersion draft(
      String label, ChangeKind changeKind, PolicyTerms terms, ActorId by, Instant at) {
    return new PolicyVersion(
        Ids.next(),
        null,
        label,
        changeKind,
        Stage.DRAFT,
        terms.documentText(),
        terms.figuresText(),
        terms.authorityText(),
        terms.carveOutsText(),
        at,
        by.value(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  PolicyVersion revised(
      String newLabel, ChangeKind newKind, PolicyTerms terms, ActorId by, Instant at) {
    require(status == Stage.DRAFT);
    return new PolicyVersion(
        id,
        version,
        newLabel,
        newKind,
        status,
        terms.documentText(),
        terms.figuresText(),
        terms.authorityText(),
        terms.carveOutsText(),
        at,
        by.value(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  PolicyVersion adopted(Instant from, LocalDate review, String reason, ActorId by, Instant at) {
    require(status == Stage.DRAFT);
    return new PolicyVersion(
        id,
        version,
        label,
        changeKind,
        Stage.ADOPTED,
        document,
        figures,
        authority,
        carveOuts,
        draftedAt,
        draftedBy,
        from,
        review,
        at,
        by.value(),
        reason,
        null,
        null);
  }

  /** Published with all approvals; one that is in use already keeps the day it began. */
  PolicyVersion approved(Instant from, LocalDate review, ActorId by, Instant at) {
    require(status != Stage.APPROVED);
    return new PolicyVersion(
        id,
        version,
        label,
        changeKind,
        Stage.APPROVED,
        document,
        figures,
        authority,
        carveOuts,
        draftedAt,
        draftedBy,
        inForceFrom == null ? from : inForceFrom,
        reviewDue == null ? review : reviewDue,
        adoptedAt,
        adoptedBy,
        adoptionReason,
        at,
        by.value());
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("a version that is " + status + " does not become this");
    }
  }
}
