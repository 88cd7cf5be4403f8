package org.evenhand.appeals.internal.web;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.appeals.OmbudsmanComplaintView;
import org.evenhand.appeals.OmbudsmanFinding;
import org.evenhand.appeals.OmbudsmanRequestKind;
import org.evenhand.appeals.RemedyKind;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/** What is asked and answered about complaints to an Ombudsman, as the schema names it. */
final class OmbudsmanInputs {

  private OmbudsmanInputs() {}

  record OmbudsmanComplaintFilter(
      @Nullable Ombudsman scheme, @Nullable String customer, boolean remedyOverdue) {}

  record OmbudsmanComplaintRecordInput(
      @Nullable String idempotencyKey,
      Ombudsman scheme,
      String schemeReference,
      @Nullable String notice,
      @Nullable String appeal,
      @Nullable String consideration,
      LocalDate receivedOn,
      String about) {}

  record OmbudsmanRequestRecordInput(
      @Nullable String idempotencyKey,
      String complaint,
      int expectedVersion,
      OmbudsmanRequestKind kind,
      LocalDate receivedOn,
      LocalDate dueOn,
      String words,
      List<String> files) {}

  record OmbudsmanReplySendInput(
      @Nullable String idempotencyKey,
      String complaint,
      int expectedVersion,
      String request,
      LocalDate sentOn,
      String words,
      List<String> files) {}

  record OmbudsmanRemedyInput(
      RemedyKind kind,
      boolean ordered,
      String what,
      @Nullable Integer amountPence,
      @Nullable String restriction,
      @Nullable String owner,
      LocalDate dueOn) {}

  record OmbudsmanDecisionRecordInput(
      @Nullable String idempotencyKey,
      String complaint,
      int expectedVersion,
      LocalDate decidedOn,
      OmbudsmanFinding finding,
      String words,
      List<OmbudsmanRemedyInput> remedies,
      List<String> files) {}

  record OmbudsmanRemedyAssignInput(
      @Nullable String idempotencyKey,
      String complaint,
      int expectedVersion,
      String remedy,
      String owner) {}

  record OmbudsmanRemedyCompleteInput(
      @Nullable String idempotencyKey,
      String complaint,
      int expectedVersion,
      String remedy,
      LocalDate doneOn,
      String proof,
      List<String> files) {}

  record OmbudsmanPayload(
      @Nullable OmbudsmanComplaintView complaint, List<Refusal> refusals, List<Warning> warnings) {
    static OmbudsmanPayload of(Outcome<OmbudsmanComplaintView> outcome) {
      return new OmbudsmanPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }
}
