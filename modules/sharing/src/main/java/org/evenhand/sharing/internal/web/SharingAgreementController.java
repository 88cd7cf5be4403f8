package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.AgreementToRecord;
import org.evenhand.sharing.LawfulBasis;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.SafetyLimb;
import org.evenhand.sharing.SharingAgreementId;
import org.evenhand.sharing.SharingAgreementView;
import org.evenhand.sharing.SharingAgreements;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SharingAgreementController {

  record SharingAgreementFilter(
      @Nullable String partner, @Nullable SharingPurpose purpose, @Nullable LocalDate liveOn) {}

  record SharingAgreementRecordInput(
      @Nullable String idempotencyKey,
      @Nullable String agreement,
      @Nullable Integer expectedVersion,
      String partner,
      SharingPurpose purpose,
      Set<SafetyLimb> limbs,
      LawfulBasis lawfulBasis,
      @Nullable String legalPower,
      @Nullable String extraConditions,
      String reference,
      LocalDate from,
      LocalDate until,
      @Nullable Set<String> exports) {

    AgreementToRecord toRecord(
        @Nullable SharingAgreementId id, PartnerId with, Set<TypeId> pinned) {
      return new AgreementToRecord(
          id,
          expectedVersion,
          with,
          purpose,
          limbs,
          lawfulBasis,
          legalPower,
          extraConditions,
          reference,
          from,
          until,
          pinned);
    }
  }

  record SharingAgreementRecordPayload(
      @Nullable SharingAgreementView agreement, List<Refusal> refusals, List<Warning> warnings) {}

  private final SharingAgreements agreements;
  private final Partners partners;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  SharingAgreementController(
      SharingAgreements agreements,
      Partners partners,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.agreements = agreements;
    this.partners = partners;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<SharingAgreementView> sharingAgreements(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable SharingAgreementFilter filter) {
    Page.Request request = Page.request(first, after);
    if (filter == null) {
      return agreements.page(null, null, null, request);
    }
    String wanted = filter.partner();
    Optional<PartnerId> partner =
        wanted == null ? Optional.empty() : GlobalId.uuid("Partner", wanted).map(PartnerId::new);
    return wanted != null && partner.isEmpty()
        ? Page.of(List.of(), request, agreement -> agreement.id().value(), 0)
        : agreements.page(partner.orElse(null), filter.purpose(), filter.liveOn(), request);
  }

  @SchemaMapping(typeName = "SharingAgreement", field = "id")
  String id(SharingAgreementView agreement) {
    return GlobalId.of("SharingAgreement", agreement.id().value());
  }

  @SchemaMapping(typeName = "SharingAgreement", field = "limbs")
  List<SafetyLimb> limbs(SharingAgreementView agreement) {
    return agreement.limbs().stream().sorted().toList();
  }

  @BatchMapping(typeName = "SharingAgreement", field = "partner")
  Map<SharingAgreementView, PartnerView> partner(List<SharingAgreementView> all) {
    Map<PartnerId, PartnerView> byId =
        partners.find(all.stream().map(SharingAgreementView::partner).distinct().toList());
    var found = new HashMap<SharingAgreementView, PartnerView>();
    for (SharingAgreementView agreement : all) {
      found.put(agreement, Objects.requireNonNull(byId.get(agreement.partner())));
    }
    return found;
  }

  @SchemaMapping(typeName = "SharingAgreement", field = "live")
  boolean live(SharingAgreementView agreement, @Argument @Nullable LocalDate on) {
    return agreement.live(
        on == null ? clock.instant().atZone(WorkingDays.LONDON).toLocalDate() : on);
  }

  @SchemaMapping(typeName = "SharingAgreement", field = "exports")
  List<String> exports(SharingAgreementView agreement) {
    return agreement.exports().stream().sorted().map(TypeId::value).toList();
  }

  /** Empty where one of them is no name of a form. */
  private static Optional<Set<TypeId>> exports(@Nullable Set<String> names) {
    try {
      return Optional.of(
          names == null
              ? Set.of()
              : names.stream().map(TypeId::of).collect(Collectors.toUnmodifiableSet()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  @MutationMapping
  SharingAgreementRecordPayload sharingAgreementRecord(
      @Argument SharingAgreementRecordInput input) {
    String wanted = input.agreement();
    Optional<SharingAgreementId> id =
        wanted == null
            ? Optional.empty()
            : GlobalId.uuid("SharingAgreement", wanted).map(SharingAgreementId::new);
    Optional<PartnerId> partner = GlobalId.uuid("Partner", input.partner()).map(PartnerId::new);
    Optional<Set<TypeId>> exports = exports(input.exports());
    Outcome<SharingAgreementView> outcome;
    if (wanted != null && id.isEmpty()) {
      outcome = Outcome.refused(Refusal.notFound("SharingAgreement", "agreement"));
    } else if (partner.isEmpty()) {
      outcome = Outcome.refused(Refusal.notFound("Partner", "partner"));
    } else if (exports.isEmpty()) {
      outcome = Outcome.refused(Refusal.notFound("ReferralExport", "exports"));
    } else {
      outcome =
          acts.act("sharingAgreementRecord", input.idempotencyKey(), input)
              .<SharingAgreementView>on(
                  "SharingAgreement",
                  agreement -> agreement.id().value(),
                  done -> agreements.find(new SharingAgreementId(done)).orElseThrow())
              .perform(
                  () ->
                      agreements.record(
                          input.toRecord(id.orElse(null), partner.get(), exports.get()),
                          currentActor.get(),
                          clock.instant()));
    }
    return new SharingAgreementRecordPayload(
        outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
