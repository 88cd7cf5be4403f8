package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.correspondence.Ombudsman;
import org.evenhand.intake.ReadFor;
import org.evenhand.restrictions.internal.web.Inputs.PlannedServiceInput;
import org.jspecify.annotations.Nullable;

/** What the acts of single kinds of action take in, as the schema names it. */
final class KindInputs {

  private KindInputs() {}

  record SlotReplacementInput(Instant from, Instant to, String toldHow) {}

  record SlotMissedRecordInput(
      @Nullable String idempotencyKey,
      String restriction,
      Instant missedAt,
      String because,
      @Nullable SlotReplacementInput replacement) {}

  record SlotReplacementOfferInput(
      @Nullable String idempotencyKey,
      String missedSlot,
      @Nullable Integer expectedVersion,
      SlotReplacementInput replacement) {}

  record RegistrationRefuseInput(
      @Nullable String idempotencyKey,
      String restriction,
      String contact,
      String reasons,
      List<ReadFor> readFor,
      List<ReadFor> found,
      List<Ombudsman> ombudsman,
      PlannedServiceInput planned,
      String lang) {}

  record ContactEndRecordInput(
      @Nullable String idempotencyKey,
      String restriction,
      String contact,
      Instant warnedAt,
      String wordsSaid,
      Instant endedAt) {}

  record AgreementWithdrawInput(
      @Nullable String idempotencyKey,
      String restriction,
      @Nullable Integer expectedVersion,
      LocalDate toldOn,
      String toldHow) {}
}
