package org.evenhand.correspondence.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.correspondence.CrmRecordingState;
import org.evenhand.correspondence.LetterVariant;
import org.evenhand.correspondence.PolicyShareMethod;
import org.evenhand.correspondence.ReturnReason;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.UnsafeBecause;
import org.jspecify.annotations.Nullable;

/** What the mutations take in, as the schema names it. */
final class Inputs {

  private Inputs() {}

  record NoticeServiceRecordInput(
      @Nullable String idempotencyKey,
      String notice,
      @Nullable Integer expectedVersion,
      ServiceMethod method,
      @Nullable Instant sentAt,
      ServiceOutcome outcome,
      @Nullable Instant deliveredAt,
      @Nullable String evidence,
      @Nullable String address,
      @Nullable LetterVariant version) {}

  record NoticeReturnInput(
      @Nullable String idempotencyKey,
      String notice,
      @Nullable Integer expectedVersion,
      ReturnReason reason,
      String evidence) {}

  record CrmRecordingConfirmInput(
      @Nullable String idempotencyKey,
      String recording,
      @Nullable Integer expectedVersion,
      String crmReference) {}

  record CrmRecordingFilter(@Nullable CrmRecordingState state) {}

  record PrintBatchMakeInput(@Nullable String idempotencyKey) {}

  record PrintBatchConfirmInput(
      @Nullable String idempotencyKey,
      String batch,
      @Nullable Integer expectedVersion,
      LocalDate postedOn) {}

  record PrintBatchReprintInput(
      @Nullable String idempotencyKey, String batch, @Nullable Integer expectedVersion) {}

  record PolicyShareInput(
      @Nullable String idempotencyKey,
      String customer,
      @Nullable String policyVersion,
      PolicyShareMethod method,
      Instant sharedAt,
      @Nullable String whatWillFollow) {}

  record UnsafeAddressMarkInput(
      @Nullable String idempotencyKey,
      String customer,
      String address,
      UnsafeBecause because,
      @Nullable String note) {}

  record UnsafeAddressClearInput(
      @Nullable String idempotencyKey,
      String unsafeAddress,
      @Nullable Integer expectedVersion,
      String because) {}
}
