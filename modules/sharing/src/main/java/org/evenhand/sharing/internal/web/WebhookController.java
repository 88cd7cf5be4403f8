package org.evenhand.sharing.internal.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.sharing.WebhookDeliveryView;
import org.evenhand.sharing.WebhookId;
import org.evenhand.sharing.WebhookView;
import org.evenhand.sharing.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Telling partners' machines that there is something to fetch. */
@Controller
class WebhookController {

  private static final String WEBHOOK = "Webhook";
  private static final String DELIVERY = "WebhookDelivery";

  record WebhookRegisterInput(@Nullable String idempotencyKey, String url) {}

  record WebhookTestInput(@Nullable String idempotencyKey, String webhook) {}

  record WebhookSecretRotateInput(@Nullable String idempotencyKey, String webhook) {}

  record WebhookRedeliverInput(@Nullable String idempotencyKey, String delivery) {}

  record WithSecretPayload(
      @Nullable WebhookView webhook,
      @Nullable String secret,
      List<Refusal> refusals,
      List<Warning> warnings) {
    static WithSecretPayload of(Outcome<Webhooks.WithSecret> outcome) {
      Webhooks.WithSecret done = outcome.orNull();
      return new WithSecretPayload(
          done == null ? null : done.webhook(),
          done == null ? null : done.secret(),
          outcome.refusals(),
          outcome.warnings());
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "WithSecretPayload[" + webhook + "]";
    }
  }

  record DeliveryPayload(
      @Nullable WebhookDeliveryView delivery, List<Refusal> refusals, List<Warning> warnings) {
    static DeliveryPayload of(Outcome<WebhookDeliveryView> outcome) {
      return new DeliveryPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final Webhooks webhooks;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  WebhookController(Webhooks webhooks, Acts acts, CurrentActor currentActor, Clock clock) {
    this.webhooks = webhooks;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  @Nullable WebhookView webhook() {
    return webhooks.of(currentActor.get()).orElse(null);
  }

  @QueryMapping
  Page<WebhookDeliveryView> webhookDeliveries(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Boolean dead) {
    return webhooks.deliveries(
        currentActor.get(), Boolean.TRUE.equals(dead), Page.request(first, after));
  }

  @MutationMapping
  WithSecretPayload webhookRegister(@Argument WebhookRegisterInput input) {
    return withSecret(
        "webhookRegister",
        input.idempotencyKey(),
        input,
        () -> webhooks.register(input.url(), currentActor.get(), clock.instant()));
  }

  @MutationMapping
  WithSecretPayload webhookSecretRotate(@Argument WebhookSecretRotateInput input) {
    return GlobalId.uuid(WEBHOOK, input.webhook())
        .map(
            id ->
                withSecret(
                    "webhookSecretRotate",
                    input.idempotencyKey(),
                    input,
                    () -> webhooks.rotate(new WebhookId(id), currentActor.get(), clock.instant())))
        .orElseGet(
            () -> WithSecretPayload.of(Outcome.refused(Refusal.notFound(WEBHOOK, "webhook"))));
  }

  /** The secret is told once: an answer that is given again leaves it out. */
  private WithSecretPayload withSecret(
      String name, @Nullable String key, Object input, Supplier<Outcome<Webhooks.WithSecret>> act) {
    return WithSecretPayload.of(
        acts.act(name, key, input)
            .<Webhooks.WithSecret>on(
                WEBHOOK,
                done -> done.webhook().id().value(),
                again ->
                    new Webhooks.WithSecret(
                        webhooks.find(new WebhookId(again)).orElseThrow(), null))
            .perform(act));
  }

  @MutationMapping
  DeliveryPayload webhookTest(@Argument WebhookTestInput input) {
    return delivery(
        WEBHOOK,
        "webhook",
        input.webhook(),
        id ->
            perform(
                "webhookTest",
                input.idempotencyKey(),
                input,
                () -> webhooks.test(new WebhookId(id), currentActor.get(), clock.instant())));
  }

  @MutationMapping
  DeliveryPayload webhookRedeliver(@Argument WebhookRedeliverInput input) {
    return delivery(
        DELIVERY,
        "delivery",
        input.delivery(),
        id ->
            perform(
                "webhookRedeliver",
                input.idempotencyKey(),
                input,
                () -> webhooks.redeliver(id, currentActor.get(), clock.instant())));
  }

  private static DeliveryPayload delivery(
      String type, String path, String text, Function<UUID, DeliveryPayload> act) {
    return GlobalId.uuid(type, text)
        .map(act)
        .orElseGet(() -> DeliveryPayload.of(Outcome.refused(Refusal.notFound(type, path))));
  }

  private DeliveryPayload perform(
      String name, @Nullable String key, Object input, Supplier<Outcome<WebhookDeliveryView>> act) {
    return DeliveryPayload.of(
        acts.act(name, key, input)
            .<WebhookDeliveryView>on(
                DELIVERY, WebhookDeliveryView::id, again -> webhooks.delivery(again).orElseThrow())
            .perform(act));
  }

  @SchemaMapping(typeName = WEBHOOK, field = "id")
  String id(WebhookView webhook) {
    return GlobalId.of(WEBHOOK, webhook.id().value());
  }

  @SchemaMapping(typeName = WEBHOOK, field = "schedule")
  List<String> schedule(WebhookView webhook) {
    return webhooks.schedule().stream().map(Object::toString).toList();
  }

  @SchemaMapping(typeName = DELIVERY, field = "id")
  String deliveryId(WebhookDeliveryView delivery) {
    return GlobalId.of(DELIVERY, delivery.id());
  }

  @BatchMapping(typeName = DELIVERY, field = "webhook")
  Map<WebhookDeliveryView, WebhookView> webhook(List<WebhookDeliveryView> of) {
    Map<WebhookId, WebhookView> found =
        webhooks.find(of.stream().map(WebhookDeliveryView::webhook).distinct().toList());
    Map<WebhookDeliveryView, WebhookView> shown = new HashMap<>();
    of.forEach(
        delivery ->
            Optional.ofNullable(found.get(delivery.webhook()))
                .ifPresent(webhook -> shown.put(delivery, webhook)));
    return shown;
  }
}
