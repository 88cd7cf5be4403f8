package org.evenhand.correspondence.internal.web;

import java.util.List;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.PolicyShareView;
import org.evenhand.correspondence.PrintBatchView;
import org.evenhand.correspondence.UnsafeAddressView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/** What the mutations answer. */
final class Payloads {

  private Payloads() {}

  record NoticePayload(
      @Nullable NoticeView notice, List<Refusal> refusals, List<Warning> warnings) {
    static NoticePayload of(Outcome<NoticeView> outcome) {
      return new NoticePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record CrmRecordingPayload(
      @Nullable CrmRecordingView crmRecording, List<Refusal> refusals, List<Warning> warnings) {
    static CrmRecordingPayload of(Outcome<CrmRecordingView> outcome) {
      return new CrmRecordingPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record PrintBatchPayload(
      @Nullable PrintBatchView printBatch, List<Refusal> refusals, List<Warning> warnings) {
    static PrintBatchPayload of(Outcome<PrintBatchView> outcome) {
      return new PrintBatchPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record PolicySharePayload(
      @Nullable PolicyShareView policyShare, List<Refusal> refusals, List<Warning> warnings) {
    static PolicySharePayload of(Outcome<PolicyShareView> outcome) {
      return new PolicySharePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record UnsafeAddressPayload(
      @Nullable UnsafeAddressView unsafeAddress, List<Refusal> refusals, List<Warning> warnings) {
    static UnsafeAddressPayload of(Outcome<UnsafeAddressView> outcome) {
      return new UnsafeAddressPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }
}
