package org.evenhand.restrictions.internal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.CustomerId;
import org.evenhand.pluginhost.SettingsAsGiven.SettingInput;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.restrictions.internal.RegisterImports;
import org.evenhand.restrictions.internal.RegisterImports.Run;
import org.evenhand.restrictions.internal.RegisterImports.Taken;
import org.evenhand.restrictions.internal.RegisterToImport;
import org.evenhand.restrictions.internal.TakenOver;
import org.evenhand.restrictions.internal.TakenOverKept;
import org.evenhand.restrictions.internal.web.FindingFields.Detail;
import org.evenhand.restrictions.internal.web.Inputs.ContactIdentityInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionReasonsInput;
import org.evenhand.restrictions.internal.web.Inputs.RestrictionScopeInput;
import org.evenhand.spi.Nature;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Taking over the register that a council kept before. */
@Controller
class RegisterImportController {

  private final Acts acts;
  private final RegisterImports imports;
  private final TakenOverKept takenOver;

  RegisterImportController(Acts acts, RegisterImports imports, TakenOverKept takenOver) {
    this.acts = acts;
    this.imports = imports;
    this.takenOver = takenOver;
  }

  record RegisterEntrySentInput(ServiceMethod how, LocalDate on) {}

  record RegisterEntryInput(
      String reference,
      @Nullable String customer,
      @Nullable ContactIdentityInput identity,
      String type,
      Nature nature,
      List<SettingInput> settings,
      int settingsVersion,
      String leadService,
      RestrictionScopeInput scope,
      LocalDate imposedOn,
      @Nullable RegisterEntrySentInput sent,
      @Nullable LocalDate endsOn,
      @Nullable String permanentBecause,
      @Nullable LocalDate reviewOn,
      @Nullable String decidedBy,
      @Nullable RestrictionReasonsInput reasons,
      String endsSoonerWhen,
      boolean appealTold,
      @Nullable String wording) {}

  record RegisterImportInput(
      @Nullable String idempotencyKey, String source, List<RegisterEntryInput> entries) {}

  /** What became of an entry, with the words for what is to be put right. */
  record RegisterImportEntry(
      String reference,
      RegisterImports.What outcome,
      @Nullable RestrictionView restriction,
      boolean inEffect,
      List<Detail> findings) {

    static List<RegisterImportEntry> of(List<Taken> taken) {
      return taken.stream()
          .map(
              one ->
                  new RegisterImportEntry(
                      one.reference(),
                      one.what(),
                      one.restriction(),
                      one.inEffect(),
                      one.found() == null ? List.of() : Detail.of(one.found())))
          .toList();
    }
  }

  record RegisterImportPayload(
      @Nullable Run taken,
      List<RegisterImportEntry> entries,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  @MutationMapping
  RegisterImportPayload registerImport(@Argument RegisterImportInput input) {
    Outcome<Run> outcome =
        acts.act("registerImport", input.idempotencyKey(), input)
            .<Run>on("RegisterImport", Run::id, imports::run)
            .perform(() -> then(input, imports::take));
    Run run = outcome.orNull();
    return new RegisterImportPayload(
        run,
        run == null
            ? List.of()
            : RegisterImportEntry.of(imports.entries(register(new Given(), input), run)),
        outcome.refusals(),
        outcome.warnings());
  }

  @QueryMapping
  RegisterImportPayload registerImportPreview(@Argument RegisterImportInput input) {
    Outcome<List<Taken>> outcome = then(input, imports::preview);
    List<Taken> taken = outcome.orNull();
    return new RegisterImportPayload(
        null,
        taken == null ? List.of() : RegisterImportEntry.of(taken),
        outcome.refusals(),
        outcome.warnings());
  }

  private static <T> Outcome<T> then(
      RegisterImportInput input, Function<RegisterToImport, Outcome<T>> doing) {
    return Given.then(given -> register(given, input), doing);
  }

  private static RegisterToImport register(Given given, RegisterImportInput input) {
    var entries = new ArrayList<RegisterToImport.Entry>();
    for (int i = 0; i < input.entries().size(); i++) {
      var own = new Given();
      entries.add(entry(own, input.entries().get(i)));
      given.within(own, "entries", Integer.toString(i));
    }
    return new RegisterToImport(input.source(), entries);
  }

  private static RegisterToImport.Entry entry(Given given, RegisterEntryInput entry) {
    var sent = entry.sent();
    var reasons = entry.reasons();
    return new RegisterToImport.Entry(
        entry.reference(),
        given.idIfAny("Customer", entry.customer(), CustomerId::new, "customer"),
        identity(entry.identity()),
        given.type(entry.type(), "type"),
        entry.nature(),
        given.settings(entry.settings()),
        entry.settingsVersion(),
        given.areas(List.of(entry.leadService()), "leadService").stream()
            .findFirst()
            .orElse(new ServiceAreaCode("unknown")),
        new ActionScope(
            given.areas(entry.scope().serviceAreas(), "scope", "serviceAreas"),
            entry.scope().wholeCouncil()),
        entry.imposedOn(),
        sent == null ? null : new RegisterToImport.Sent(sent.how(), sent.on()),
        entry.endsOn(),
        entry.permanentBecause(),
        entry.reviewOn(),
        entry.decidedBy(),
        reasons == null
            ? new Reasons("", "", "", "")
            : new Reasons(
                reasons.conduct(), reasons.harm(), reasons.whyThis(), reasons.whyNothingLess()),
        entry.endsSoonerWhen(),
        entry.appealTold(),
        entry.wording());
  }

  private static ContactQuestion.@Nullable Identity identity(@Nullable ContactIdentityInput given) {
    return given == null
        ? null
        : new ContactQuestion.Identity(
            given.reference(),
            given.telephone(),
            given.email(),
            given.name(),
            given.dateOfBirth(),
            given.addressLine(),
            given.postcode(),
            given.uprn());
  }

  @SchemaMapping(typeName = "RegisterImport", field = "id")
  String id(Run run) {
    return GlobalId.of("RegisterImport", run.id());
  }

  @BatchMapping(typeName = "Restriction", field = "takenOver")
  Map<RestrictionView, TakenOver> takenOver(List<RestrictionView> restrictions) {
    Map<UUID, TakenOver> found =
        takenOver.of(restrictions.stream().map(view -> view.id().value()).toList());
    Map<RestrictionView, TakenOver> all = new HashMap<>();
    for (RestrictionView view : restrictions) {
      TakenOver before = found.get(view.id().value());
      if (before != null) {
        all.put(view, before);
      }
    }
    return all;
  }
}
