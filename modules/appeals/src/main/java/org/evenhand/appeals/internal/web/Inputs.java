package org.evenhand.appeals.internal.web;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.appeals.AppealChannel;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.LodgedBy;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.jspecify.annotations.Nullable;

/** What the queries and mutations take in and answer, as the schema names it. */
final class Inputs {

  private Inputs() {}

  record AppealFilter(List<AppealStatus> statuses, @Nullable String customer) {}

  record AppealLodgeInput(
      @Nullable String idempotencyKey,
      String notice,
      LodgedBy lodgedBy,
      @Nullable String representative,
      @Nullable String adjustment,
      AppealChannel channel,
      LocalDate receivedOn,
      @Nullable LocalDate sentOn,
      @Nullable String grounds) {}

  record AppealLateDecideInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      boolean accept,
      String reason) {}

  record AppealGroundsRecordInput(
      @Nullable String idempotencyKey,
      String appeal,
      int expectedVersion,
      String grounds,
      LocalDate receivedOn) {}

  record AppealPayload(
      @Nullable AppealView appeal, List<Refusal> refusals, List<Warning> warnings) {
    static AppealPayload of(Outcome<AppealView> outcome) {
      return new AppealPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }
}
