package org.evenhand.pluginhost.internal.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.pluginhost.SigningKeyId;
import org.evenhand.pluginhost.SigningKeyView;
import org.evenhand.pluginhost.SigningKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SigningKeyController {

  record SigningKeyTrustInput(
      @Nullable String idempotencyKey,
      String certificate,
      String thumbprint,
      List<String> idPrefixes,
      @Nullable String takesOverFrom) {}

  record SigningKeyRevokeInput(@Nullable String idempotencyKey, String key, String reason) {}

  record SigningKeyTrustPayload(
      @Nullable SigningKeyView signingKey, List<Refusal> refusals, List<Warning> warnings) {}

  record SigningKeyRevokePayload(
      @Nullable SigningKeyView signingKey, List<Refusal> refusals, List<Warning> warnings) {}

  private final SigningKeys keys;
  private final Plugins plugins;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  SigningKeyController(
      SigningKeys keys, Plugins plugins, Acts acts, CurrentActor currentActor, Clock clock) {
    this.keys = keys;
    this.plugins = plugins;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @QueryMapping
  List<SigningKeyView> signingKeys() {
    return keys.all();
  }

  @SchemaMapping(typeName = "SigningKey", field = "id")
  String id(SigningKeyView key) {
    return GlobalId.of("SigningKey", key.id().value());
  }

  @SchemaMapping(typeName = "SigningKey", field = "trustedBy")
  String trustedBy(SigningKeyView key) {
    return key.trustedBy().value();
  }

  @SchemaMapping(typeName = "SigningKey", field = "revokedBy")
  @Nullable String revokedBy(SigningKeyView key) {
    return key.revokedBy() == null ? null : key.revokedBy().value();
  }

  @BatchMapping(typeName = "SigningKey", field = "takesOverFrom")
  Map<SigningKeyView, SigningKeyView> takesOverFrom(List<SigningKeyView> of) {
    var byId =
        keys.all().stream().collect(Collectors.toMap(SigningKeyView::id, Function.identity()));
    return of.stream()
        .filter(key -> key.takesOverFrom() != null && byId.containsKey(key.takesOverFrom()))
        .collect(Collectors.toMap(Function.identity(), key -> byId.get(key.takesOverFrom())));
  }

  @MutationMapping
  SigningKeyTrustPayload signingKeyTrust(@Argument SigningKeyTrustInput input) {
    String wanted = input.takesOverFrom();
    Optional<SigningKeyId> before =
        wanted == null
            ? Optional.empty()
            : GlobalId.uuid("SigningKey", wanted).map(SigningKeyId::new);
    Outcome<SigningKeyView> outcome =
        wanted != null && before.isEmpty()
            ? Outcome.refused(Refusal.notFound("SigningKey", "takesOverFrom"))
            : act("signingKeyTrust", input.idempotencyKey(), input)
                .perform(
                    () ->
                        keys.trust(
                            new SigningKeys.ToTrust(
                                input.certificate(),
                                input.thumbprint(),
                                input.idPrefixes(),
                                before.orElse(null)),
                            currentActor.get(),
                            clock.instant()));
    return new SigningKeyTrustPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @MutationMapping
  SigningKeyRevokePayload signingKeyRevoke(@Argument SigningKeyRevokeInput input) {
    Optional<SigningKeyId> key = GlobalId.uuid("SigningKey", input.key()).map(SigningKeyId::new);
    Outcome<SigningKeyView> outcome =
        key.isEmpty()
            ? Outcome.refused(Refusal.notFound("SigningKey", "key"))
            : act("signingKeyRevoke", input.idempotencyKey(), input)
                .perform(
                    () ->
                        keys.revoke(
                            key.get(), input.reason(), currentActor.get(), clock.instant()));
    plugins.takeUp();
    return new SigningKeyRevokePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private Acts.ActOn<SigningKeyView> act(
      String name, @Nullable String idempotencyKey, Object input) {
    return acts.act(name, idempotencyKey, input)
        .on(
            "SigningKey",
            key -> key.id().value(),
            done -> keys.find(new SigningKeyId(done)).orElseThrow());
  }
}
