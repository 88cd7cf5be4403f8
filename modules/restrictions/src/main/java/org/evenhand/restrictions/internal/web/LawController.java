package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.OfficerId;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.restrictions.AuthorisingInjunctions;
import org.evenhand.restrictions.CourtOrderKind;
import org.evenhand.restrictions.CourtTerm;
import org.evenhand.restrictions.CourtTermsId;
import org.evenhand.restrictions.CourtTermsView;
import org.evenhand.restrictions.InjunctionId;
import org.evenhand.restrictions.InjunctionSupport;
import org.evenhand.restrictions.InjunctionView;
import org.evenhand.restrictions.LegalActionId;
import org.evenhand.restrictions.LegalActionView;
import org.evenhand.restrictions.RecordingCourtTerms;
import org.evenhand.restrictions.RecordingLegalAction;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.Restrictions;
import org.evenhand.restrictions.internal.law.CourtTermsAct;
import org.evenhand.restrictions.internal.law.InjunctionAct;
import org.evenhand.restrictions.internal.law.Injunctions;
import org.evenhand.restrictions.internal.law.LegalActionAct;
import org.evenhand.restrictions.internal.web.LawSight.Seen;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Rule;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Courts, injunctions and other legal action, as the schema offers them (T11, P8.3.13, P9.5). */
@Controller
class LawController {

  private final Acts acts;
  private final RecordingCourtTerms recordingTerms;
  private final AuthorisingInjunctions authorising;
  private final RecordingLegalAction recordingAction;
  private final Injunctions injunctions;
  private final Seen<CourtTermsView> seenTerms;
  private final Seen<InjunctionView> seenInjunctions;
  private final Seen<LegalActionView> seenActions;
  private final RestrictionSight sight;
  private final Restrictions register;
  private final Customers customers;
  private final Incidents incidents;
  private final Buildings buildings;
  private final Officers officers;
  private final Policies policies;
  private final CurrentActor currentActor;
  private final AuditTrail auditTrail;
  private final Clock clock;

  LawController(
      Acts acts,
      RecordingCourtTerms recordingTerms,
      AuthorisingInjunctions authorising,
      RecordingLegalAction recordingAction,
      Injunctions injunctions,
      Seen<CourtTermsView> seenTerms,
      Seen<InjunctionView> seenInjunctions,
      Seen<LegalActionView> seenActions,
      RestrictionSight sight,
      Restrictions register,
      Customers customers,
      Incidents incidents,
      Buildings buildings,
      Officers officers,
      Policies policies,
      CurrentActor currentActor,
      AuditTrail auditTrail,
      Clock clock) {
    this.acts = acts;
    this.recordingTerms = recordingTerms;
    this.authorising = authorising;
    this.recordingAction = recordingAction;
    this.injunctions = injunctions;
    this.seenTerms = seenTerms;
    this.seenInjunctions = seenInjunctions;
    this.seenActions = seenActions;
    this.sight = sight;
    this.register = register;
    this.customers = customers;
    this.incidents = incidents;
    this.buildings = buildings;
    this.officers = officers;
    this.policies = policies;
    this.currentActor = currentActor;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  // What acts take in and answer

  record CourtTermInput(
      @Nullable List<String> keepAway,
      @Nullable List<Channel> noContact,
      @Nullable Channel onlyBy,
      @Nullable List<String> notWith,
      @Nullable String toKnow) {}

  record CourtTermsRecordInput(
      @Nullable String idempotencyKey,
      String customer,
      CourtOrderKind kind,
      String court,
      String caseNumber,
      LocalDate madeOn,
      List<CourtTermInput> terms,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      LocalDate servedOn,
      String servedBy,
      @Nullable LocalDate checkOn,
      @Nullable String injunction) {}

  record CourtTermsConfirmInput(
      @Nullable String idempotencyKey,
      String courtTerms,
      @Nullable Integer expectedVersion,
      LocalDate checkOn) {}

  record CourtTermsEndInput(
      @Nullable String idempotencyKey,
      String courtTerms,
      @Nullable Integer expectedVersion,
      String reason) {}

  record InjunctionBreachInput(String incident, String proof) {}

  record InjunctionAdviceInput(String by, LocalDate on, String advice) {}

  record YouthConsultationInput(String with, LocalDate on, String outcome) {}

  record CapacityDecisionInput(String lead, String reasons, @Nullable String litigationFriend) {}

  record InjunctionAuthoriseInput(
      @Nullable String idempotencyKey,
      String restriction,
      List<InjunctionBreachInput> breaches,
      String reasons,
      InjunctionAdviceInput advice,
      @Nullable YouthConsultationInput youth,
      @Nullable CapacityDecisionInput capacity) {}

  record InjunctionWithdrawInput(
      @Nullable String idempotencyKey,
      String injunction,
      @Nullable Integer expectedVersion,
      String reason) {}

  record LegalActionRecordInput(
      @Nullable String idempotencyKey,
      @Nullable String id,
      @Nullable Integer expectedVersion,
      String customer,
      @Nullable String restriction,
      LegalActionView.Kind kind,
      String about,
      String authority,
      String authorisedBy,
      @Nullable String externalReference,
      LegalActionView.Stage stage,
      @Nullable String outcome,
      @Nullable LocalDate nextStepOn,
      String note) {}

  record CourtTermsPayload(
      @Nullable CourtTermsView courtTerms, List<Refusal> refusals, List<Warning> warnings) {}

  record InjunctionPayload(
      @Nullable InjunctionView injunction, List<Refusal> refusals, List<Warning> warnings) {}

  record LegalActionPayload(
      @Nullable LegalActionView legalAction, List<Refusal> refusals, List<Warning> warnings) {}

  // Court terms

  @MutationMapping
  CourtTermsPayload courtTermsRecord(@Argument CourtTermsRecordInput input) {
    return terms(
        "courtTermsRecord",
        input.idempotencyKey(),
        input,
        given ->
            new RecordingCourtTerms.CourtTermsToRecord(
                given.id("Customer", input.customer(), CustomerId::new, "customer"),
                input.kind(),
                input.court(),
                input.caseNumber(),
                input.madeOn(),
                terms(given, input.terms()),
                input.validFrom(),
                input.validUntil(),
                input.servedOn(),
                input.servedBy(),
                input.checkOn(),
                given.idIfAny("Injunction", input.injunction(), InjunctionId::new, "injunction")),
        recordingTerms::record);
  }

  private static List<CourtTerm> terms(Given given, List<CourtTermInput> inputs) {
    var terms = new ArrayList<CourtTerm>();
    for (int i = 0; i < inputs.size(); i++) {
      terms.add(term(given, inputs.get(i), Integer.toString(i)));
    }
    return terms;
  }

  private static CourtTerm term(Given given, CourtTermInput input, String place) {
    if (input.keepAway() != null) {
      return new CourtTerm.KeepAway(ids(given, "Building", input.keepAway(), place));
    }
    if (input.notWith() != null) {
      return new CourtTerm.NotWith(ids(given, "Officer", input.notWith(), place));
    }
    if (input.noContact() != null) {
      return new CourtTerm.NoContact(Set.copyOf(input.noContact()));
    }
    return input.onlyBy() != null
        ? new CourtTerm.OnlyBy(input.onlyBy())
        : new CourtTerm.ToKnow(input.toKnow() == null ? "" : input.toKnow());
  }

  private static Set<UUID> ids(Given given, String type, List<String> ids, String place) {
    return ids.stream()
        .map(id -> given.id(type, id, Function.identity(), "terms", place))
        .collect(Collectors.toSet());
  }

  @MutationMapping
  CourtTermsPayload courtTermsConfirm(@Argument CourtTermsConfirmInput input) {
    return terms(
        "courtTermsConfirm",
        input.idempotencyKey(),
        input,
        given -> given.id("CourtTerms", input.courtTerms(), CourtTermsId::new, "courtTerms"),
        id -> recordingTerms.confirm(id, input.expectedVersion(), input.checkOn()));
  }

  @MutationMapping
  CourtTermsPayload courtTermsEnd(@Argument CourtTermsEndInput input) {
    return terms(
        "courtTermsEnd",
        input.idempotencyKey(),
        input,
        given -> given.id("CourtTerms", input.courtTerms(), CourtTermsId::new, "courtTerms"),
        id -> recordingTerms.end(id, input.expectedVersion(), input.reason()));
  }

  private <C> CourtTermsPayload terms(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<CourtTermsView>> doing) {
    Outcome<CourtTermsView> outcome =
        acts.act(name, key, input)
            .<CourtTermsView>on("CourtTerms", view -> view.id().value(), seenTerms::get)
            .about(view -> view.customerId().value())
            .perform(() -> Given.then(command, doing));
    return new CourtTermsPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @BatchMapping(typeName = "Customer", field = "courtTerms")
  Map<CustomerView, List<CourtTermsView>> termsOf(List<CustomerView> views) {
    return of(views, seenTerms, "customer.courtTerms", CourtTermsView::customerId);
  }

  @SchemaMapping(typeName = "CourtTerms", field = "id")
  String id(CourtTermsView terms) {
    return GlobalId.of("CourtTerms", terms.id().value());
  }

  @BatchMapping(typeName = "CourtTerms", field = "customer")
  Map<CourtTermsView, CustomerView> ofTerms(List<CourtTermsView> views) {
    return customer(views, CourtTermsView::customerId);
  }

  @SchemaMapping(typeName = "CourtTerms", field = "rules")
  List<Rule> rules(CourtTermsView terms) {
    return terms.rules().rules();
  }

  @SchemaMapping(typeName = "CourtTerms", field = "inForce")
  boolean inForce(CourtTermsView terms) {
    return terms.inForceOn(today());
  }

  @SchemaMapping(typeName = "CourtTerms", field = "injunction")
  @Nullable InjunctionView injunction(CourtTermsView terms) {
    return Optional.ofNullable(terms.injunctionId())
        .flatMap(id -> seenInjunctions.find(id.value()))
        .orElse(null);
  }

  @SchemaMapping(typeName = "CourtTerms", field = "recordedBy")
  String recordedBy(CourtTermsView terms) {
    return terms.recordedBy().value();
  }

  @SchemaMapping(typeName = "CourtTerms", field = "endedBy")
  @Nullable String endedBy(CourtTermsView terms) {
    return terms.endedBy() == null ? null : terms.endedBy().value();
  }

  @SchemaMapping(typeName = "CourtTerms", field = "availableActions")
  List<AvailableAction> availableActions(CourtTermsView terms) {
    return CourtTermsAct.all(terms, currentActor.get(), today());
  }

  @SchemaMapping(typeName = "CourtTerm", field = "keepAway")
  @Nullable List<BuildingView> keepAway(CourtTerm term) {
    return term instanceof CourtTerm.KeepAway(var ids)
        ? buildings.all().stream().filter(b -> ids.contains(b.id().value())).toList()
        : null;
  }

  @SchemaMapping(typeName = "CourtTerm", field = "noContact")
  @Nullable List<Channel> noContact(CourtTerm term) {
    return term instanceof CourtTerm.NoContact(var channels) ? List.copyOf(channels) : null;
  }

  @SchemaMapping(typeName = "CourtTerm", field = "onlyBy")
  @Nullable Channel onlyBy(CourtTerm term) {
    return term instanceof CourtTerm.OnlyBy(Channel channel) ? channel : null;
  }

  @SchemaMapping(typeName = "CourtTerm", field = "notWith")
  @Nullable List<OfficerView> notWith(CourtTerm term) {
    return term instanceof CourtTerm.NotWith(var ids)
        ? List.copyOf(officers.named(ids.stream().map(OfficerId::new).toList()).values())
        : null;
  }

  @SchemaMapping(typeName = "CourtTerm", field = "toKnow")
  @Nullable String toKnow(CourtTerm term) {
    return term instanceof CourtTerm.ToKnow(String words) ? words : null;
  }

  // Injunctions

  @MutationMapping
  InjunctionPayload injunctionAuthorise(@Argument InjunctionAuthoriseInput input) {
    return injunction(
        "injunctionAuthorise",
        input.idempotencyKey(),
        input,
        given -> toAuthorise(given, input),
        authorising::authorise);
  }

  private static AuthorisingInjunctions.InjunctionToAuthorise toAuthorise(
      Given given, InjunctionAuthoriseInput input) {
    var breaches = new ArrayList<InjunctionView.Breach>();
    for (InjunctionBreachInput breach : input.breaches()) {
      breaches.add(
          new InjunctionView.Breach(
              given.id(
                  "Incident",
                  breach.incident(),
                  IncidentId::new,
                  "breaches",
                  Integer.toString(breaches.size()),
                  "incident"),
              breach.proof()));
    }
    YouthConsultationInput youth = input.youth();
    CapacityDecisionInput capacity = input.capacity();
    return new AuthorisingInjunctions.InjunctionToAuthorise(
        given.id("Restriction", input.restriction(), RestrictionId::new, "restriction"),
        breaches,
        input.reasons(),
        new InjunctionView.Advice(
            input.advice().by(), input.advice().on(), input.advice().advice()),
        youth == null
            ? null
            : new InjunctionView.YouthConsultation(youth.with(), youth.on(), youth.outcome()),
        capacity == null
            ? null
            : new InjunctionView.CapacityDecision(
                capacity.lead(), capacity.reasons(), capacity.litigationFriend()));
  }

  @MutationMapping
  InjunctionPayload injunctionWithdraw(@Argument InjunctionWithdrawInput input) {
    return injunction(
        "injunctionWithdraw",
        input.idempotencyKey(),
        input,
        given -> given.id("Injunction", input.injunction(), InjunctionId::new, "injunction"),
        id -> authorising.withdraw(id, input.expectedVersion(), input.reason()));
  }

  private <C> InjunctionPayload injunction(
      String name,
      @Nullable String key,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<InjunctionView>> doing) {
    Outcome<InjunctionView> outcome =
        acts.act(name, key, input)
            .<InjunctionView>on("Injunction", view -> view.id().value(), seenInjunctions::get)
            .about(view -> view.customerId().value())
            .perform(() -> Given.then(command, doing));
    return new InjunctionPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @QueryMapping
  @Nullable InjunctionSupport injunctionSupport(@Argument String restriction) {
    Optional<RestrictionId> id = GlobalId.uuid("Restriction", restriction).map(RestrictionId::new);
    id.flatMap(injunctions::personOf)
        .ifPresent(
            person ->
                auditTrail.recordReadOf(
                    "injunctionSupport", "Restriction", id.orElseThrow().value(), person));
    return id.flatMap(injunctions::support).orElse(null);
  }

  @SchemaMapping(typeName = "InjunctionPoint", field = "text")
  Text text(InjunctionSupport.Point point, Locale locale) {
    return Wording.remembered("injunction." + point.code()).in(locale.toLanguageTag());
  }

  @BatchMapping(typeName = "Customer", field = "injunctions")
  Map<CustomerView, List<InjunctionView>> injunctionsOf(List<CustomerView> views) {
    return of(views, seenInjunctions, "customer.injunctions", InjunctionView::customerId);
  }

  @SchemaMapping(typeName = "Injunction", field = "id")
  String id(InjunctionView injunction) {
    return GlobalId.of("Injunction", injunction.id().value());
  }

  @BatchMapping(typeName = "Injunction", field = "customer")
  Map<InjunctionView, CustomerView> ofInjunctions(List<InjunctionView> views) {
    return customer(views, InjunctionView::customerId);
  }

  @BatchMapping(typeName = "Injunction", field = "restriction")
  Map<InjunctionView, RestrictionView> exclusion(List<InjunctionView> views) {
    Map<RestrictionId, RestrictionView> known =
        restrictions("injunction.restriction", views.stream().map(InjunctionView::exclusion));
    return Batch.each(views, view -> known.get(view.exclusion()));
  }

  @BatchMapping(typeName = "InjunctionBreach", field = "incident")
  Map<InjunctionView.Breach, IncidentView> incident(List<InjunctionView.Breach> breaches) {
    Map<IncidentId, IncidentView> known =
        incidents
            .find(breaches.stream().map(InjunctionView.Breach::incident).distinct().toList())
            .stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    return Batch.each(breaches, breach -> known.get(breach.incident()));
  }

  @SchemaMapping(typeName = "AuthorityReading", field = "policyVersion")
  @Nullable PolicyVersionView policyVersion(InjunctionView.AuthorityRead authority) {
    return policies
        .find(new PolicyVersionId(authority.policyVersionId()), clock.instant())
        .orElse(null);
  }

  @SchemaMapping(typeName = "Injunction", field = "authorisedBy")
  String authorisedBy(InjunctionView injunction) {
    return injunction.authorisedBy().value();
  }

  @SchemaMapping(typeName = "InjunctionWithdrawal", field = "by")
  String withdrawnBy(InjunctionView.Withdrawal withdrawal) {
    return withdrawal.by().value();
  }

  @SchemaMapping(typeName = "Injunction", field = "availableActions")
  List<AvailableAction> availableActions(InjunctionView injunction) {
    return InjunctionAct.all(injunction, currentActor.get(), policies.inForce(clock.instant()));
  }

  // Other legal action

  @MutationMapping
  LegalActionPayload legalActionRecord(@Argument LegalActionRecordInput input) {
    Outcome<LegalActionView> outcome =
        acts.act("legalActionRecord", input.idempotencyKey(), input)
            .<LegalActionView>on("LegalAction", view -> view.id().value(), seenActions::get)
            .about(view -> view.customerId().value())
            .perform(() -> Given.then(given -> toRecord(given, input), recordingAction::record));
    return new LegalActionPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private static RecordingLegalAction.LegalActionToRecord toRecord(
      Given given, LegalActionRecordInput input) {
    return new RecordingLegalAction.LegalActionToRecord(
        given.idIfAny("LegalAction", input.id(), LegalActionId::new, "id"),
        input.expectedVersion(),
        given.id("Customer", input.customer(), CustomerId::new, "customer"),
        given.idIfAny("Restriction", input.restriction(), RestrictionId::new, "restriction"),
        input.kind(),
        input.about(),
        input.authority(),
        input.authorisedBy(),
        input.externalReference(),
        input.stage(),
        input.outcome(),
        input.nextStepOn(),
        input.note());
  }

  @BatchMapping(typeName = "Customer", field = "legalActions")
  Map<CustomerView, List<LegalActionView>> actionsOf(List<CustomerView> views) {
    return of(views, seenActions, "customer.legalActions", LegalActionView::customerId);
  }

  @SchemaMapping(typeName = "LegalAction", field = "id")
  String id(LegalActionView action) {
    return GlobalId.of("LegalAction", action.id().value());
  }

  @BatchMapping(typeName = "LegalAction", field = "customer")
  Map<LegalActionView, CustomerView> ofActions(List<LegalActionView> views) {
    return customer(views, LegalActionView::customerId);
  }

  @BatchMapping(typeName = "LegalAction", field = "restriction")
  Map<LegalActionView, RestrictionView> restriction(List<LegalActionView> views) {
    Map<RestrictionId, RestrictionView> known =
        restrictions(
            "legalAction.restriction",
            views.stream().flatMap(view -> Stream.ofNullable(view.restriction())));
    return Batch.each(
        views, view -> view.restriction() == null ? null : known.get(view.restriction()));
  }

  @SchemaMapping(typeName = "LegalAction", field = "availableActions")
  List<AvailableAction> availableActions(LegalActionView action) {
    return LegalActionAct.all(action);
  }

  @SchemaMapping(typeName = "LegalActionStep", field = "id")
  String id(LegalActionView.Step step) {
    return GlobalId.of("LegalActionStep", step.id());
  }

  @SchemaMapping(typeName = "LegalActionStep", field = "by")
  String by(LegalActionView.Step step) {
    return step.by().value();
  }

  // Small things

  private LocalDate today() {
    return clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
  }

  /** Those that the caller may see, in one read and one entry in its log. */
  private Map<RestrictionId, RestrictionView> restrictions(String act, Stream<RestrictionId> ids) {
    return sight.outOf(act, register.find(ids.distinct().toList())).orElse(List.of()).stream()
        .collect(Collectors.toMap(RestrictionView::id, Function.identity()));
  }

  private <V> Map<V, CustomerView> customer(List<V> views, Function<V, CustomerId> whose) {
    Map<CustomerId, CustomerView> known =
        customers.find(views.stream().map(whose).distinct().toList()).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    return Batch.each(views, view -> known.get(whose.apply(view)));
  }

  private <V> Map<CustomerView, List<V>> of(
      List<CustomerView> views, Seen<V> seen, String act, Function<V, CustomerId> whose) {
    Map<CustomerId, List<CustomerId>> records =
        customers.recordsUnder(views.stream().map(CustomerView::id).toList());
    Map<CustomerView, List<V>> all = new HashMap<>();
    seen.of(act, records.values().stream().flatMap(List::stream).distinct().toList())
        .ifPresent(
            found ->
                views.forEach(
                    view -> {
                      List<CustomerId> theirs = records.getOrDefault(view.id(), List.of());
                      all.put(
                          view,
                          found.stream().filter(v -> theirs.contains(whose.apply(v))).toList());
                    }));
    return all;
  }
}
