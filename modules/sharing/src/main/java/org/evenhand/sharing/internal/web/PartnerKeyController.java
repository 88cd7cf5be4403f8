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
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.KeyUse;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyId;
import org.evenhand.sharing.PartnerKeyToAdd;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.PartnerView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PartnerKeyController {

  record PartnerKeyAddInput(
      @Nullable String idempotencyKey,
      String partner,
      KeyUse use,
      String publicKey,
      String thumbprint,
      LocalDate from,
      LocalDate until) {}

  record PartnerKeyRetireInput(@Nullable String idempotencyKey, String key, String reason) {}

  record PartnerKeyAddPayload(
      @Nullable PartnerKeyView partnerKey, List<Refusal> refusals, List<Warning> warnings) {}

  record PartnerKeyRetirePayload(
      @Nullable PartnerKeyView partnerKey, List<Refusal> refusals, List<Warning> warnings) {}

  private final PartnerKeys keys;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  PartnerKeyController(PartnerKeys keys, Acts acts, CurrentActor currentActor, Clock clock) {
    this.keys = keys;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @BatchMapping(typeName = "Partner", field = "keys")
  Map<PartnerView, List<PartnerKeyView>> keys(List<PartnerView> all) {
    var byPartner = keys.of(all.stream().map(PartnerView::id).toList());
    var found = new HashMap<PartnerView, List<PartnerKeyView>>();
    all.forEach(partner -> found.put(partner, byPartner.getOrDefault(partner.id(), List.of())));
    return found;
  }

  @SchemaMapping(typeName = "PartnerKey", field = "id")
  String id(PartnerKeyView key) {
    return GlobalId.of("PartnerKey", key.id().value());
  }

  @SchemaMapping(typeName = "PartnerKey", field = "usable")
  boolean usable(PartnerKeyView key, @Argument @Nullable LocalDate on) {
    return key.usable(on == null ? clock.instant().atZone(WorkingDays.LONDON).toLocalDate() : on);
  }

  @MutationMapping
  PartnerKeyAddPayload partnerKeyAdd(@Argument PartnerKeyAddInput input) {
    Optional<PartnerId> partner = GlobalId.uuid("Partner", input.partner()).map(PartnerId::new);
    Outcome<PartnerKeyView> outcome =
        partner.isEmpty()
            ? Outcome.refused(Refusal.notFound("Partner", "partner"))
            : acts.act("partnerKeyAdd", input.idempotencyKey(), input)
                .<PartnerKeyView>on(
                    "PartnerKey",
                    key -> key.id().value(),
                    done -> keys.find(new PartnerKeyId(done)).orElseThrow())
                .perform(
                    () ->
                        keys.add(
                            new PartnerKeyToAdd(
                                partner.get(),
                                input.use(),
                                input.publicKey(),
                                input.thumbprint(),
                                input.from(),
                                input.until()),
                            currentActor.get(),
                            clock.instant()));
    return new PartnerKeyAddPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  PartnerKeyRetirePayload partnerKeyRetire(@Argument PartnerKeyRetireInput input) {
    Optional<PartnerKeyId> key = GlobalId.uuid("PartnerKey", input.key()).map(PartnerKeyId::new);
    Outcome<PartnerKeyView> outcome =
        key.isEmpty()
            ? Outcome.refused(Refusal.notFound("PartnerKey", "key"))
            : acts.act("partnerKeyRetire", input.idempotencyKey(), input)
                .<PartnerKeyView>on(
                    "PartnerKey",
                    retired -> retired.id().value(),
                    done -> keys.find(new PartnerKeyId(done)).orElseThrow())
                .perform(
                    () ->
                        keys.retire(
                            key.get(), input.reason(), currentActor.get(), clock.instant()));
    return new PartnerKeyRetirePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }
}
