package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.DeliveryWay;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKind;
import org.evenhand.sharing.PartnerToRecord;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ProtocolStanding;
import org.evenhand.sharing.ReferralDeliveries;
import org.evenhand.sharing.SharingAgreementView;
import org.evenhand.sharing.SharingAgreements;
import org.evenhand.spi.Text;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PartnerController {

  record PartnerFilter(@Nullable PartnerKind kind, @Nullable LocalDate mayReceiveOn) {}

  record PartnerRecordInput(
      @Nullable String idempotencyKey,
      @Nullable String partner,
      @Nullable Integer expectedVersion,
      String name,
      PartnerKind kind,
      ProtocolStanding standing,
      @Nullable String protocolVersion,
      @Nullable LocalDate signedOn,
      @Nullable LocalDate validUntil,
      @Nullable String designatedOfficer,
      @Nullable String secureAddress,
      @Nullable String delivery,
      @Nullable Boolean sandbox) {

    PartnerToRecord toRecord(@Nullable PartnerId id, @Nullable TypeId way) {
      return new PartnerToRecord(
          id,
          expectedVersion,
          name,
          kind,
          standing,
          protocolVersion,
          signedOn,
          validUntil,
          designatedOfficer,
          secureAddress,
          way,
          sandbox);
    }
  }

  record PartnerRecordPayload(
      @Nullable PartnerView partner, List<Refusal> refusals, List<Warning> warnings) {}

  private final Partners partners;
  private final SharingAgreements agreements;
  private final ReferralDeliveries deliveries;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  PartnerController(
      Partners partners,
      SharingAgreements agreements,
      ReferralDeliveries deliveries,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.partners = partners;
    this.agreements = agreements;
    this.deliveries = deliveries;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  Page<PartnerView> partners(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable PartnerFilter filter) {
    return partners.page(
        filter == null ? null : filter.kind(),
        filter == null ? null : filter.mayReceiveOn(),
        Page.request(first, after));
  }

  @SchemaMapping(typeName = "Partner", field = "id")
  String id(PartnerView partner) {
    return GlobalId.of("Partner", partner.id().value());
  }

  @QueryMapping
  List<DeliveryWay> deliveryWays() {
    return deliveries.ways();
  }

  @SchemaMapping(typeName = "DeliveryWay", field = "id")
  String wayId(DeliveryWay way) {
    return way.id().value();
  }

  @SchemaMapping(typeName = "DeliveryWay", field = "name")
  Text wayName(DeliveryWay way) {
    return way.name().in("en");
  }

  @SchemaMapping(typeName = "Partner", field = "delivery")
  @Nullable String delivery(PartnerView partner) {
    TypeId way = partner.delivery();
    return way == null ? null : way.value();
  }

  @SchemaMapping(typeName = "Partner", field = "mayReceive")
  boolean mayReceive(PartnerView partner, @Argument @Nullable LocalDate on) {
    return partner.mayReceive(
        on == null ? clock.instant().atZone(WorkingDays.LONDON).toLocalDate() : on);
  }

  @BatchMapping(typeName = "Partner", field = "agreements")
  Map<PartnerView, List<SharingAgreementView>> agreements(List<PartnerView> all) {
    var byPartner = agreements.of(all.stream().map(PartnerView::id).toList());
    var found = new HashMap<PartnerView, List<SharingAgreementView>>();
    all.forEach(partner -> found.put(partner, byPartner.getOrDefault(partner.id(), List.of())));
    return found;
  }

  @MutationMapping
  PartnerRecordPayload partnerRecord(@Argument PartnerRecordInput input) {
    String wanted = input.partner();
    Optional<PartnerId> id =
        wanted == null ? Optional.empty() : GlobalId.uuid("Partner", wanted).map(PartnerId::new);
    Optional<TypeId> way = ReferralController.typeId(input.delivery());
    if (input.delivery() != null && way.isEmpty()) {
      return new PartnerRecordPayload(
          null, List.of(Refusal.notFound("DeliveryWay", "delivery")), List.of());
    }
    Outcome<PartnerView> outcome =
        wanted != null && id.isEmpty()
            ? Outcome.refused(Refusal.notFound("Partner", "partner"))
            : acts.act("partnerRecord", input.idempotencyKey(), input)
                .<PartnerView>on(
                    "Partner",
                    partner -> partner.id().value(),
                    done -> partners.find(new PartnerId(done)).orElseThrow())
                .perform(
                    () ->
                        partners.record(
                            input.toRecord(id.orElse(null), way.orElse(null)),
                            currentActor.get(),
                            clock.instant()));
    return new PartnerRecordPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
