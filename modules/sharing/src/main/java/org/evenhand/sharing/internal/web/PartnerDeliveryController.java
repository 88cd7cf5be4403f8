package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.pluginhost.ConfiguringPlugins;
import org.evenhand.pluginhost.SettingsAsGiven;
import org.evenhand.pluginhost.SettingsAsGiven.SettingInput;
import org.evenhand.sharing.PartnerDeliveries;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How each partner is reached, configured and tried. */
@Controller
class PartnerDeliveryController {

  record PartnerDeliveryConfigureInput(
      @Nullable String idempotencyKey,
      String partner,
      @Nullable Integer expectedVersion,
      List<SettingInput> settings) {}

  record PartnerDeliverySecretSetInput(
      @Nullable String idempotencyKey, String partner, String key, @Nullable String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "PartnerDeliverySecretSetInput[" + partner + ", " + key + "]";
    }
  }

  /** What is remembered of the act: enough to know it again, and nothing of the secret. */
  record SecretAct(String partner, String key, @Nullable String fingerprint) {}

  record PartnerDeliveryTestInput(@Nullable String idempotencyKey, String partner) {}

  record PartnerPayload(
      @Nullable PartnerView partner, List<Refusal> refusals, List<Warning> warnings) {
    static PartnerPayload of(Outcome<PartnerView> outcome) {
      return new PartnerPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record PartnerDeliveryTestPayload(
      @Nullable Boolean passed,
      @Nullable Text message,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  /** One setting as it was filled in. */
  record Filled(String key, SettingValue value) {}

  private final PartnerDeliveries deliveries;
  private final ConfiguringPlugins configuring;
  private final Partners partners;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  PartnerDeliveryController(
      PartnerDeliveries deliveries,
      ConfiguringPlugins configuring,
      Partners partners,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.deliveries = deliveries;
    this.configuring = configuring;
    this.partners = partners;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @MutationMapping
  PartnerPayload partnerDeliveryConfigure(@Argument PartnerDeliveryConfigureInput input) {
    Outcome<Settings> read = SettingsAsGiven.read(input.settings());
    return PartnerPayload.of(
        read instanceof Outcome.Done<Settings>(Settings settings, var ignored)
            ? act(
                "partnerDeliveryConfigure",
                input.idempotencyKey(),
                input,
                input.partner(),
                partner ->
                    deliveries.configure(
                        partner,
                        input.expectedVersion(),
                        settings,
                        currentActor.get(),
                        clock.instant()))
            : Outcome.refused(read.refusals()));
  }

  @MutationMapping
  PartnerPayload partnerDeliverySecretSet(@Argument PartnerDeliverySecretSetInput input) {
    String secret = input.secret();
    var remembered =
        new SecretAct(
            input.partner(), input.key(), secret == null ? null : configuring.fingerprint(secret));
    return PartnerPayload.of(
        act(
            "partnerDeliverySecretSet",
            input.idempotencyKey(),
            remembered,
            input.partner(),
            partner ->
                deliveries.setSecret(
                    partner, input.key(), secret, currentActor.get(), clock.instant())));
  }

  @MutationMapping
  PartnerDeliveryTestPayload partnerDeliveryTest(
      @Argument PartnerDeliveryTestInput input, Locale locale) {
    Outcome<PartnerView> may =
        act(
            "partnerDeliveryTest",
            input.idempotencyKey(),
            input,
            input.partner(),
            deliveries::mayTry);
    PartnerView partner = may.orNull();
    Outcome<Probe> tried =
        partner == null ? Outcome.refused(may.refusals()) : deliveries.tryOut(partner);
    Probe probe = tried.orNull();
    return new PartnerDeliveryTestPayload(
        probe == null ? null : probe.passed(),
        probe == null || probe.message().silent()
            ? null
            : probe.message().in(locale.toLanguageTag()),
        tried.refusals(),
        tried.warnings());
  }

  private Outcome<PartnerView> act(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      String partner,
      Function<PartnerId, Outcome<PartnerView>> doing) {
    Optional<PartnerId> id = GlobalId.uuid("Partner", partner).map(PartnerId::new);
    return id.isEmpty()
        ? Outcome.refused(Refusal.notFound("Partner", "partner"))
        : acts.act(name, idempotencyKey, input)
            .<PartnerView>on(
                "Partner",
                done -> done.id().value(),
                done -> partners.find(new PartnerId(done)).orElseThrow())
            .perform(() -> doing.apply(id.get()));
  }

  @SchemaMapping(typeName = "Partner", field = "deliveryConfiguration")
  PartnerDeliveries.@Nullable Configured deliveryConfiguration(PartnerView partner) {
    return deliveries.of(partner).orElse(null);
  }

  @SchemaMapping(typeName = "PartnerDeliveryConfiguration", field = "settings")
  List<Filled> settings(PartnerDeliveries.Configured configured) {
    return configured.settings().values().entrySet().stream()
        .map(entry -> new Filled(entry.getKey(), entry.getValue()))
        .toList();
  }

  @SchemaMapping(typeName = "PartnerDeliverySecret", field = "setBy")
  String setBy(PartnerDeliveries.Secret secret) {
    return secret.setBy().value();
  }
}
