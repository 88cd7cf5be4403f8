package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IdentifierForm;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.MatterId;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.intake.PropertyId;
import org.evenhand.intake.PropertyView;
import org.evenhand.intake.VisitedProperties;
import org.evenhand.policy.Policies;
import org.evenhand.restrictions.MarkerCategory;
import org.evenhand.restrictions.MarkerId;
import org.evenhand.restrictions.MarkerView;
import org.evenhand.restrictions.PlacingMarkers;
import org.evenhand.restrictions.Precaution;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.restrictions.internal.safety.MarkerAct;
import org.evenhand.restrictions.internal.safety.MarkerReading;
import org.evenhand.restrictions.internal.safety.MarkerReading.ExceptionKind;
import org.evenhand.restrictions.internal.safety.VisitSafety;
import org.evenhand.restrictions.internal.web.Inputs.ContactIdentityInput;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Staff-safety markers, as the schema offers them (T17). */
@Controller
class MarkerController {

  private static final String TYPE = "Marker";
  private static final UUID NOBODY = new UUID(0, 0);

  private final Acts acts;
  private final PlacingMarkers placing;
  private final MarkerSight sight;
  private final MarkerReading reading;
  private final VisitSafety visits;
  private final Customers customers;
  private final Incidents incidents;
  private final Matters matters;
  private final VisitedProperties properties;
  private final ServiceAreas serviceAreas;
  private final Policies policies;
  private final CurrentActor currentActor;
  private final Clock clock;

  MarkerController(
      Acts acts,
      PlacingMarkers placing,
      MarkerSight sight,
      MarkerReading reading,
      VisitSafety visits,
      Customers customers,
      Incidents incidents,
      Matters matters,
      VisitedProperties properties,
      ServiceAreas serviceAreas,
      Policies policies,
      CurrentActor currentActor,
      Clock clock) {
    this.acts = acts;
    this.placing = placing;
    this.sight = sight;
    this.reading = reading;
    this.visits = visits;
    this.customers = customers;
    this.incidents = incidents;
    this.matters = matters;
    this.properties = properties;
    this.serviceAreas = serviceAreas;
    this.policies = policies;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  // What acts take in and answer

  record MarkerToldInput(
      @Nullable LocalDate on,
      @Nullable String how,
      @Nullable String notBecause,
      @Nullable LocalDate reviewOn) {}

  record MarkerProtectionInput(String lead, String reasons, @Nullable String noticeTo) {}

  record MarkerPlaceInput(
      @Nullable String idempotencyKey,
      @Nullable String customer,
      @Nullable String uprn,
      @Nullable String property,
      @Nullable String tenancy,
      String incident,
      MarkerCategory category,
      List<Precaution> precautions,
      String note,
      Confidence identification,
      String leadService,
      @Nullable LocalDate reviewOn,
      @Nullable MarkerToldInput told,
      @Nullable MarkerProtectionInput protection) {}

  record MarkerReviewInput(
      @Nullable String idempotencyKey,
      String marker,
      @Nullable Integer expectedVersion,
      boolean keep,
      String reasons,
      @Nullable LocalDate nextReviewOn) {}

  record MarkerEndInput(
      @Nullable String idempotencyKey,
      String marker,
      @Nullable Integer expectedVersion,
      String reason) {}

  record MarkerNotificationRecordInput(
      @Nullable String idempotencyKey,
      String marker,
      @Nullable Integer expectedVersion,
      MarkerToldInput told) {}

  record MarkerChallengeInput(
      @Nullable String idempotencyKey, String marker, String grounds, LocalDate receivedOn) {}

  record MarkerChallengeAnswerInput(
      @Nullable String idempotencyKey,
      String challenge,
      @Nullable Integer expectedVersion,
      boolean stands,
      String reasons) {}

  record MarkerAcknowledgeInput(@Nullable String idempotencyKey, String marker) {}

  record MarkerFilter(
      @Nullable String customer, @Nullable String uprn, @Nullable Boolean standing) {}

  record VisitPrecautionsInput(
      @Nullable String property, ContactIdentityInput identity, String lang) {}

  record MarkerPayload(
      @Nullable MarkerView marker, List<Refusal> refusals, List<Warning> warnings) {}

  record ChallengePayload(
      MarkerView.@Nullable Challenge challenge, List<Refusal> refusals, List<Warning> warnings) {}

  record AcknowledgePayload(
      @Nullable VisitPrecaution precaution, List<Refusal> refusals, List<Warning> warnings) {}

  record VisitPrecautions(Instant asOf, boolean personSure, List<VisitPrecaution> precautions) {}

  record VisitPrecaution(
      String marker,
      boolean place,
      List<Precaution> precautions,
      List<Text> words,
      String note,
      LocalDate until,
      boolean reviewOverdue,
      boolean acknowledged,
      @Nullable String ring,
      @Nullable String telephone) {

    static VisitPrecaution of(VisitSafety.Told told, String lang) {
      MarkerView marker = told.marker();
      List<Precaution> sorted = told.precautions().stream().sorted().toList();
      return new VisitPrecaution(
          GlobalId.of(TYPE, marker.id().value()),
          marker.place() != null,
          sorted,
          sorted.stream().map(p -> MarkerReading.words(p).in(lang)).toList(),
          marker.note(),
          marker.endsOn(),
          marker.reviewOverdue(),
          told.acknowledged(),
          told.ring(),
          told.telephone());
    }
  }

  // Acts

  @MutationMapping
  MarkerPayload markerPlace(@Argument MarkerPlaceInput input) {
    return act(
        "markerPlace",
        input.idempotencyKey(),
        input,
        given -> toPlace(given, input),
        placing::place);
  }

  @MutationMapping
  MarkerPayload markerReview(@Argument MarkerReviewInput input) {
    return act(
        "markerReview",
        input.idempotencyKey(),
        input,
        given ->
            new PlacingMarkers.MarkerReviewToRecord(
                marker(given, input.marker()),
                input.expectedVersion(),
                input.keep(),
                input.reasons(),
                input.nextReviewOn()),
        placing::review);
  }

  @MutationMapping
  MarkerPayload markerEnd(@Argument MarkerEndInput input) {
    return act(
        "markerEnd",
        input.idempotencyKey(),
        input,
        given -> marker(given, input.marker()),
        id -> placing.end(id, input.expectedVersion(), input.reason()));
  }

  @MutationMapping
  MarkerPayload markerNotificationRecord(@Argument MarkerNotificationRecordInput input) {
    return act(
        "markerNotificationRecord",
        input.idempotencyKey(),
        input,
        given -> marker(given, input.marker()),
        id -> placing.recordTelling(id, input.expectedVersion(), telling(input.told())));
  }

  @MutationMapping
  ChallengePayload markerChallenge(@Argument MarkerChallengeInput input) {
    return challenge(
        "markerChallenge",
        input.idempotencyKey(),
        input,
        given -> marker(given, input.marker()),
        id -> placing.challenge(id, input.grounds(), input.receivedOn()));
  }

  @MutationMapping
  ChallengePayload markerChallengeAnswer(@Argument MarkerChallengeAnswerInput input) {
    return challenge(
        "markerChallengeAnswer",
        input.idempotencyKey(),
        input,
        given ->
            new PlacingMarkers.ChallengeToAnswer(
                given.id("MarkerChallenge", input.challenge(), Function.identity(), "challenge"),
                input.expectedVersion(),
                input.stands(),
                input.reasons()),
        placing::answer);
  }

  @MutationMapping
  AcknowledgePayload markerAcknowledge(@Argument MarkerAcknowledgeInput input, Locale locale) {
    MarkerPayload read =
        act(
            "markerAcknowledge",
            input.idempotencyKey(),
            input,
            given -> marker(given, input.marker()),
            placing::acknowledge);
    MarkerView marker = read.marker();
    return new AcknowledgePayload(
        marker == null ? null : VisitPrecaution.of(visits.of(marker), locale.toLanguageTag()),
        read.refusals(),
        read.warnings());
  }

  private static PlacingMarkers.MarkerToPlace toPlace(Given given, MarkerPlaceInput input) {
    MarkerProtectionInput protection = input.protection();
    Set<ServiceAreaCode> lead = given.areas(List.of(input.leadService()), "leadService");
    return new PlacingMarkers.MarkerToPlace(
        given.idIfAny("Customer", input.customer(), CustomerId::new, "customer"),
        input.uprn(),
        given.idIfAny("Property", input.property(), PropertyId::new, "property"),
        given.idIfAny("Matter", input.tenancy(), MatterId::new, "tenancy"),
        given.id("Incident", input.incident(), IncidentId::new, "incident"),
        input.category(),
        Set.copyOf(input.precautions()),
        input.note(),
        input.identification(),
        lead.isEmpty() ? new ServiceAreaCode("none") : lead.iterator().next(),
        input.reviewOn(),
        input.told() == null ? null : telling(input.told()),
        protection == null
            ? null
            : new MarkerView.SafeguardingDecision(
                protection.lead(), protection.reasons(), protection.noticeTo()));
  }

  private static PlacingMarkers.Telling telling(MarkerToldInput told) {
    return new PlacingMarkers.Telling(told.on(), told.how(), told.notBecause(), told.reviewOn());
  }

  private static MarkerId marker(Given given, String id) {
    return given.id(TYPE, id, MarkerId::new, "marker");
  }

  private <C> MarkerPayload act(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<MarkerView>> doing) {
    Outcome<MarkerView> outcome =
        acts.act(name, idempotencyKey, input)
            .<MarkerView>on(TYPE, view -> view.id().value(), sight::get)
            .about(MarkerSight::person)
            .perform(() -> Given.then(command, doing));
    return new MarkerPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  private <C> ChallengePayload challenge(
      String name,
      @Nullable String idempotencyKey,
      Object input,
      Function<Given, C> command,
      Function<C, Outcome<MarkerView.Challenge>> doing) {
    Outcome<MarkerView.Challenge> outcome =
        acts.act(name, idempotencyKey, input)
            .<MarkerView.Challenge>on(
                "MarkerChallenge",
                MarkerView.Challenge::id,
                id -> reading.challenge(id).orElseThrow())
            .about(challenge -> MarkerSight.person(sight.get(challenge.markerId().value())))
            .perform(() -> Given.then(command, doing));
    return new ChallengePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  // Queries

  @QueryMapping
  VisitPrecautions visitPrecautions(@Argument VisitPrecautionsInput input) {
    ContactIdentityInput identity = input.identity();
    VisitSafety.Answer answer =
        visits.about(
            input.property() == null
                ? null
                : GlobalId.uuid("Property", input.property()).map(PropertyId::new).orElse(null),
            new ContactQuestion.Identity(
                identity.reference(),
                identity.telephone(),
                identity.email(),
                identity.name(),
                identity.dateOfBirth(),
                identity.addressLine(),
                identity.postcode(),
                identity.uprn()));
    return new VisitPrecautions(
        answer.asOf(),
        answer.personSure(),
        answer.told().stream().map(told -> VisitPrecaution.of(told, input.lang())).toList());
  }

  @QueryMapping
  @Nullable MarkerView marker(@Argument String id) {
    return GlobalId.uuid(TYPE, id).flatMap(uuid -> sight.find("marker", uuid)).orElse(null);
  }

  /** An id that names nothing finds nothing, rather than everything. */
  @QueryMapping
  Page<MarkerView> markers(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable MarkerFilter filter) {
    MarkerFilter wanted = filter == null ? new MarkerFilter(null, null, null) : filter;
    return sight.page(
        "markers",
        wanted.customer() == null
            ? null
            : new CustomerId(GlobalId.uuid("Customer", wanted.customer()).orElse(NOBODY)),
        wanted.uprn() == null ? null : IdentifierForm.uprn(wanted.uprn()).orElse("none"),
        wanted.standing(),
        Set.of(),
        Page.request(first, after));
  }

  @QueryMapping
  Page<MarkerView> markerExceptions(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument List<ExceptionKind> kinds) {
    return sight.page(
        "markerExceptions",
        null,
        null,
        null,
        kinds.isEmpty() ? EnumSet.allOf(ExceptionKind.class) : EnumSet.copyOf(kinds),
        Page.request(first, after));
  }

  record Periods(
      MarkerCategory category,
      MarkerCategory.Severity severity,
      int reviewMonths,
      int termMonths,
      int keepMonths) {}

  @QueryMapping
  List<Periods> markerCategories() {
    return Arrays.stream(MarkerCategory.values())
        .map(c -> new Periods(c, c.severity(), c.reviewMonths(), c.termMonths(), c.keepMonths()))
        .toList();
  }

  @BatchMapping(typeName = "Customer", field = "markers")
  Map<CustomerView, List<MarkerView>> ofCustomer(List<CustomerView> views) {
    Map<CustomerId, List<CustomerId>> records =
        customers.recordsUnder(views.stream().map(CustomerView::id).toList());
    Map<CustomerView, List<MarkerView>> all = new HashMap<>();
    sight
        .of(records.values().stream().flatMap(List::stream).distinct().toList())
        .ifPresent(
            seen ->
                views.forEach(
                    view -> {
                      List<CustomerId> theirs = records.getOrDefault(view.id(), List.of());
                      all.put(
                          view,
                          seen.stream().filter(m -> theirs.contains(m.customerId())).toList());
                    }));
    return all;
  }

  // Fields

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(MarkerView marker) {
    return GlobalId.of(TYPE, marker.id().value());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<MarkerView, CustomerView> customer(List<MarkerView> markers) {
    Map<CustomerId, CustomerView> known =
        customers
            .find(
                markers.stream()
                    .flatMap(m -> Stream.ofNullable(m.customerId()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    return Batch.each(markers, m -> m.customerId() == null ? null : known.get(m.customerId()));
  }

  @SchemaMapping(typeName = TYPE, field = "uprn")
  @Nullable String uprn(MarkerView marker) {
    return marker.place() == null ? null : marker.place().uprn();
  }

  @BatchMapping(typeName = TYPE, field = "property")
  Map<MarkerView, PropertyView> property(List<MarkerView> markers) {
    Map<PropertyId, PropertyView> known =
        properties
            .find(
                markers.stream().flatMap(m -> Stream.ofNullable(propertyOf(m))).distinct().toList())
            .stream()
            .collect(Collectors.toMap(PropertyView::id, Function.identity()));
    return Batch.each(
        markers,
        m -> {
          PropertyId property = propertyOf(m);
          return property == null ? null : known.get(property);
        });
  }

  private static @Nullable PropertyId propertyOf(MarkerView marker) {
    return marker.place() == null ? null : marker.place().property();
  }

  @BatchMapping(typeName = TYPE, field = "tenancy")
  Map<MarkerView, MatterView> tenancy(List<MarkerView> markers) {
    Map<MatterId, MatterView> known =
        matters
            .find(
                markers.stream().flatMap(m -> Stream.ofNullable(tenancyOf(m))).distinct().toList())
            .stream()
            .collect(Collectors.toMap(MatterView::id, Function.identity()));
    return Batch.each(
        markers,
        m -> {
          MatterId tenancy = tenancyOf(m);
          return tenancy == null ? null : known.get(tenancy);
        });
  }

  private static @Nullable MatterId tenancyOf(MarkerView marker) {
    return marker.place() == null ? null : marker.place().tenancy();
  }

  @BatchMapping(typeName = TYPE, field = "incident")
  Map<MarkerView, IncidentView> incident(List<MarkerView> markers) {
    Map<IncidentId, IncidentView> known =
        incidents.find(markers.stream().map(MarkerView::incidentId).distinct().toList()).stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    return Batch.each(markers, m -> known.get(m.incidentId()));
  }

  @BatchMapping(typeName = TYPE, field = "leadService")
  Map<MarkerView, ServiceAreaView> leadService(List<MarkerView> markers) {
    Map<ServiceAreaCode, ServiceAreaView> known =
        serviceAreas.named(markers.stream().map(MarkerView::leadService).distinct().toList());
    return Batch.each(markers, m -> known.get(m.leadService()));
  }

  @SchemaMapping(typeName = TYPE, field = "severity")
  MarkerCategory.Severity severity(MarkerView marker) {
    return marker.category().severity();
  }

  @SchemaMapping(typeName = TYPE, field = "precautions")
  List<Precaution> precautions(MarkerView marker) {
    return marker.precautions().stream().sorted().toList();
  }

  @SchemaMapping(typeName = TYPE, field = "placedBy")
  String placedBy(MarkerView marker) {
    return marker.placedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "exceptions")
  Set<ExceptionKind> exceptions(MarkerView marker) {
    return reading.exceptionsOf(marker);
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(MarkerView marker) {
    return MarkerAct.all(marker, currentActor.get(), policies.inForce(clock.instant()));
  }

  @SchemaMapping(typeName = "MarkerTold", field = "notDecidedBy")
  @Nullable String notDecidedBy(MarkerView.Told told) {
    return told.notDecidedBy() == null ? null : told.notDecidedBy().value();
  }

  @SchemaMapping(typeName = "MarkerEnding", field = "by")
  String endedBy(MarkerView.Ending ending) {
    return ending.by().value();
  }

  @SchemaMapping(typeName = "MarkerReviewHeld", field = "id")
  String reviewId(MarkerView.Review review) {
    return GlobalId.of("MarkerReviewHeld", review.id());
  }

  @SchemaMapping(typeName = "MarkerReviewHeld", field = "by")
  String reviewedBy(MarkerView.Review review) {
    return review.by().value();
  }

  @SchemaMapping(typeName = "MarkerChallenge", field = "id")
  String challengeId(MarkerView.Challenge challenge) {
    return GlobalId.of("MarkerChallenge", challenge.id());
  }

  @SchemaMapping(typeName = "MarkerChallenge", field = "answeredBy")
  @Nullable String answeredBy(MarkerView.Challenge challenge) {
    return challenge.answeredBy() == null ? null : challenge.answeredBy().value();
  }
}
