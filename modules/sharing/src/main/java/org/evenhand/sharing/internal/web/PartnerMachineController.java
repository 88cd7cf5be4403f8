package org.evenhand.sharing.internal.web;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerMachines;
import org.evenhand.sharing.ReferralChange;
import org.evenhand.sharing.ReferralOutcome;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.RejectionCode;
import org.evenhand.sharing.Sandbox;
import org.evenhand.sharing.VersionKind;
import org.evenhand.spi.SharingPurpose;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a partner's machine follows and answers (questions 22 to 24). */
@Controller
class PartnerMachineController {

  private static final String VERSION = "ReferralVersion";
  private static final int USUAL = 20;
  private static final int MOST = 100;

  /**
   * What came behind a cursor.
   *
   * @param cursor where to go on; the one that was given where nothing came
   */
  record ReferralChanges(List<ReferralChange> changes, @Nullable String cursor, boolean more) {}

  record PartnerClientBindInput(@Nullable String idempotencyKey, String partner, String client) {}

  record PartnerClientBindPayload(
      @Nullable String client, List<Refusal> refusals, List<Warning> warnings) {}

  record ReferralAcknowledgeInput(@Nullable String idempotencyKey, String referralVersion) {}

  record ReferralRejectInput(
      @Nullable String idempotencyKey, String referralVersion, RejectionCode because) {}

  record ReferralRedeliverInput(@Nullable String idempotencyKey, String referralVersion) {}

  record SandboxReferralRequestInput(
      @Nullable String idempotencyKey,
      VersionKind kind,
      @Nullable String export,
      @Nullable SharingPurpose purpose,
      @Nullable String referralVersion) {}

  record ReferralOutcomeRecordInput(
      @Nullable String idempotencyKey,
      String referralVersion,
      ReferralOutcome outcome,
      @Nullable String reference) {}

  record ReferralVersionPayload(
      @Nullable ReferralVersionView referralVersion,
      List<Refusal> refusals,
      List<Warning> warnings) {
    static ReferralVersionPayload of(Outcome<ReferralVersionView> outcome) {
      return new ReferralVersionPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final PartnerMachines machines;
  private final Sandbox sandbox;
  private final Acts acts;
  private final CurrentActor currentActor;
  private final Clock clock;

  PartnerMachineController(
      PartnerMachines machines,
      Sandbox sandbox,
      Acts acts,
      CurrentActor currentActor,
      Clock clock) {
    this.machines = machines;
    this.sandbox = sandbox;
    this.acts = acts;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @MutationMapping
  PartnerClientBindPayload partnerClientBind(@Argument PartnerClientBindInput input) {
    Optional<PartnerId> partner = GlobalId.uuid("Partner", input.partner()).map(PartnerId::new);
    Outcome<PartnerMachines.Binding> outcome =
        partner.isEmpty()
            ? Outcome.refused(Refusal.notFound("Partner", "partner"))
            : acts.act("partnerClientBind", input.idempotencyKey(), input)
                .<PartnerMachines.Binding>on(
                    "PartnerClient",
                    PartnerMachines.Binding::id,
                    again -> machines.binding(again).orElseThrow())
                .perform(
                    () ->
                        machines.bind(
                            partner.get(), input.client(), currentActor.get(), clock.instant()));
    PartnerMachines.Binding bound = outcome.orNull();
    return new PartnerClientBindPayload(
        bound == null ? null : bound.client(), outcome.refusals(), outcome.warnings());
  }

  @QueryMapping
  ReferralChanges referralChanges(
      @Argument @Nullable String after, @Argument @Nullable Integer first) {
    int most = first == null ? USUAL : Math.clamp(first, 1, MOST);
    List<ReferralChange> found =
        machines.changes(currentActor.get(), position(after), most, clock.instant());
    return new ReferralChanges(
        found, found.isEmpty() ? after : cursor(found.getLast().position()), found.size() == most);
  }

  /** A cursor that is none of ours starts from the beginning: everything comes at least once. */
  private static long position(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return bytes.length == Long.BYTES ? Math.max(0, ByteBuffer.wrap(bytes).getLong()) : 0;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static String cursor(long position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
  }

  @QueryMapping
  PartnerMachines.@Nullable Standing referralStatus(@Argument String referralVersion) {
    return GlobalId.uuid(VERSION, referralVersion)
        .map(ReferralVersionId::new)
        .flatMap(id -> machines.standing(id, currentActor.get(), clock.instant()))
        .orElse(null);
  }

  @QueryMapping
  List<String> referralSigningKeys() {
    return machines.signingKeys();
  }

  @QueryMapping
  List<String> referralOpenPgpKeys() {
    return machines.openPgpKeys();
  }

  @MutationMapping
  ReferralVersionPayload referralAcknowledge(@Argument ReferralAcknowledgeInput input) {
    return on(
        input.referralVersion(),
        id ->
            perform(
                "referralAcknowledge",
                input.idempotencyKey(),
                input,
                () -> machines.acknowledge(id, currentActor.get(), clock.instant())));
  }

  @MutationMapping
  ReferralVersionPayload referralReject(@Argument ReferralRejectInput input) {
    return on(
        input.referralVersion(),
        id ->
            perform(
                "referralReject",
                input.idempotencyKey(),
                input,
                () -> machines.reject(id, input.because(), currentActor.get(), clock.instant())));
  }

  @MutationMapping
  ReferralVersionPayload referralRedeliver(@Argument ReferralRedeliverInput input) {
    return on(
        input.referralVersion(),
        id ->
            perform(
                "referralRedeliver",
                input.idempotencyKey(),
                input,
                () -> machines.redeliver(id, currentActor.get(), clock.instant())));
  }

  @MutationMapping
  ReferralVersionPayload referralOutcomeRecord(@Argument ReferralOutcomeRecordInput input) {
    return on(
        input.referralVersion(),
        id ->
            perform(
                "referralOutcomeRecord",
                input.idempotencyKey(),
                input,
                () ->
                    machines.outcome(
                        id,
                        input.outcome(),
                        input.reference(),
                        currentActor.get(),
                        clock.instant())));
  }

  @MutationMapping
  ReferralVersionPayload sandboxReferralRequest(@Argument SandboxReferralRequestInput input) {
    Outcome<Sandbox.Wanted> wanted = wanted(input);
    return wanted instanceof Outcome.Done<Sandbox.Wanted>(Sandbox.Wanted asked, var ignored)
        ? perform(
            "sandboxReferralRequest",
            input.idempotencyKey(),
            input,
            () -> sandbox.tell(asked, currentActor.get(), clock.instant()))
        : ReferralVersionPayload.of(Outcome.refused(wanted.refusals()));
  }

  private static Outcome<Sandbox.Wanted> wanted(SandboxReferralRequestInput input) {
    if (input.kind() == VersionKind.FIRST) {
      Optional<TypeId> export = ReferralController.typeId(input.export());
      SharingPurpose purpose = input.purpose();
      if (export.isEmpty()) {
        return Outcome.refused(Refusal.notFound("ReferralExport", "export"));
      }
      return purpose == null
          ? Outcome.refused(Refusal.at("FORM_NOT_FOR_PURPOSE", "purpose"))
          : Outcome.done(new Sandbox.Wanted.First(export.get(), purpose));
    }
    String of = input.referralVersion();
    Optional<ReferralVersionId> version =
        of == null ? Optional.empty() : GlobalId.uuid(VERSION, of).map(ReferralVersionId::new);
    if (version.isEmpty()) {
      return Outcome.refused(Refusal.notFound(VERSION, "referralVersion"));
    }
    return Outcome.done(
        input.kind() == VersionKind.CORRECTION
            ? new Sandbox.Wanted.Correction(version.get())
            : new Sandbox.Wanted.Withdrawal(version.get()));
  }

  private static ReferralVersionPayload on(
      String version, Function<ReferralVersionId, ReferralVersionPayload> act) {
    return GlobalId.uuid(VERSION, version)
        .map(ReferralVersionId::new)
        .map(act)
        .orElseGet(
            () ->
                ReferralVersionPayload.of(
                    Outcome.refused(Refusal.notFound(VERSION, "referralVersion"))));
  }

  private ReferralVersionPayload perform(
      String name, @Nullable String key, Object input, Supplier<Outcome<ReferralVersionView>> act) {
    return ReferralVersionPayload.of(
        acts.act(name, key, input)
            .<ReferralVersionView>on(
                VERSION,
                version -> version.id().value(),
                again -> machines.version(new ReferralVersionId(again)).orElseThrow())
            .perform(act));
  }

  @SchemaMapping(typeName = "ReferralChange", field = "referralVersion")
  String version(ReferralChange change) {
    return GlobalId.of(VERSION, change.versionId().value());
  }

  @SchemaMapping(typeName = "ReferralChange", field = "cursor")
  String cursor(ReferralChange change) {
    return cursor(change.position());
  }
}
