package org.evenhand.intake.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.AccuracyChallengeId;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.AccuracyOutcome;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionTellingId;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentCorrectionView;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentVersion;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.IncidentVoiding;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.internal.ChallengePages;
import org.evenhand.intake.internal.CorrectionActs;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Putting records right, deciding what customers say is not so, and telling who was told (T27). */
@Controller
class CorrectionController {

  record IncidentCorrectInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      ConcernController.@Nullable IncidentInput content,
      @Nullable String movedTo,
      @Nullable String somebodyUnknown,
      String reason) {}

  record IncidentVoidInput(
      @Nullable String idempotencyKey, int expectedVersion, String id, String reason) {}

  record AccuracyChallengeInput(
      @Nullable String idempotencyKey,
      String customer,
      String subject,
      String words,
      LocalDate receivedOn) {}

  record AccuracyDecideInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      AccuracyOutcome outcome,
      String reasons) {}

  record CorrectionTellInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      @Nullable OffsetDateTime toldAt,
      @Nullable String how,
      @Nullable String notToldBecause) {}

  record AccuracyChallengeFilter(boolean open, @Nullable String customer) {}

  record IncidentPayload(
      @Nullable IncidentView incident, List<Refusal> refusals, List<Warning> warnings) {
    static IncidentPayload of(Outcome<IncidentView> outcome) {
      return new IncidentPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record ChallengePayload(
      @Nullable AccuracyChallengeView challenge, List<Refusal> refusals, List<Warning> warnings) {
    static ChallengePayload of(Outcome<AccuracyChallengeView> outcome) {
      return new ChallengePayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record TellingPayload(
      @Nullable CorrectionTellingView telling, List<Refusal> refusals, List<Warning> warnings) {
    static TellingPayload of(Outcome<CorrectionTellingView> outcome) {
      return new TellingPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  private final CorrectingRecords correcting;
  private final Incidents incidents;
  private final BehaviourCatalogue catalogue;
  private final ChallengePages pages;
  private final ServiceAreas serviceAreas;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  CorrectionController(
      CorrectingRecords correcting,
      Incidents incidents,
      BehaviourCatalogue catalogue,
      ChallengePages pages,
      ServiceAreas serviceAreas,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.correcting = correcting;
    this.incidents = incidents;
    this.catalogue = catalogue;
    this.pages = pages;
    this.serviceAreas = serviceAreas;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  @QueryMapping
  Page<AccuracyChallengeView> accuracyChallenges(
      @Argument @Nullable AccuracyChallengeFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingEnvironment asked) {
    Page.Request request = Page.request(first, after);
    var given = new Given();
    CustomerId customer =
        filter == null
            ? null
            : given.idOrNull("Customer", CustomerId::new, filter.customer(), "customer");
    if (given.refused() != null) {
      return Page.of(List.of(), request, c -> c.id().value(), 0);
    }
    Page<AccuracyChallengeView> page =
        pages.page(
            filter != null && filter.open(),
            customer,
            reader.sight(),
            request,
            asked.getSelectionSet().contains("totalCount"));
    reader.log(
        "accuracyChallenges",
        "AccuracyChallenge",
        page.nodes().stream().map(AccuracyChallengeView::customerId).toList());
    return page;
  }

  @MutationMapping
  IncidentPayload incidentCorrect(@Argument IncidentCorrectInput input) {
    var given = new Given();
    IncidentId id = given.id("Incident", IncidentId::new, input.id(), "id");
    CustomerId movedTo = given.idOrNull("Customer", CustomerId::new, input.movedTo(), "movedTo");
    IncidentToRecord content =
        input.content() == null ? null : input.content().read(given, "incident");
    Outcome<IncidentView> refused = given.refused();
    if (refused != null) {
      return IncidentPayload.of(refused);
    }
    return IncidentPayload.of(
        onIncident("incidentCorrect", input.idempotencyKey(), input)
            .perform(
                () ->
                    correcting.correct(
                        new CorrectingRecords.Correct(
                            id,
                            input.expectedVersion(),
                            content,
                            movedTo,
                            input.somebodyUnknown(),
                            input.reason()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  IncidentPayload incidentVoid(@Argument IncidentVoidInput input) {
    var given = new Given();
    IncidentId id = given.id("Incident", IncidentId::new, input.id(), "id");
    Outcome<IncidentView> refused = given.refused();
    if (refused != null) {
      return IncidentPayload.of(refused);
    }
    return IncidentPayload.of(
        onIncident("incidentVoid", input.idempotencyKey(), input)
            .perform(
                () ->
                    correcting.makeVoid(
                        new CorrectingRecords.MakeVoid(id, input.expectedVersion(), input.reason()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<IncidentView> onIncident(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<IncidentView>on(
            "Incident",
            i -> i.id().value(),
            id -> incidents.find(List.of(new IncidentId(id))).getFirst())
        .about(i -> i.customerId() == null ? null : i.customerId().value());
  }

  @MutationMapping
  ChallengePayload accuracyChallenge(@Argument AccuracyChallengeInput input) {
    var given = new Given();
    CustomerId customer = given.id("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<AccuracyChallengeView> refused = given.refused();
    if (refused != null) {
      return ChallengePayload.of(refused);
    }
    Optional<GlobalId> subject = GlobalId.parse(input.subject());
    if (subject.isEmpty()) {
      return ChallengePayload.of(Outcome.refused(Refusal.at("CANNOT_BE_CHALLENGED", "subject")));
    }
    return ChallengePayload.of(
        onChallenge("accuracyChallenge", input.idempotencyKey(), input)
            .perform(
                () ->
                    correcting.challenge(
                        new CorrectingRecords.Challenge(
                            customer, subject.get(), input.words(), input.receivedOn()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ChallengePayload accuracyDecide(@Argument AccuracyDecideInput input) {
    var given = new Given();
    AccuracyChallengeId id =
        given.id("AccuracyChallenge", AccuracyChallengeId::new, input.id(), "id");
    Outcome<AccuracyChallengeView> refused = given.refused();
    if (refused != null) {
      return ChallengePayload.of(refused);
    }
    return ChallengePayload.of(
        onChallenge("accuracyDecide", input.idempotencyKey(), input)
            .perform(
                () ->
                    correcting.decide(
                        new CorrectingRecords.Decide(
                            id, input.expectedVersion(), input.outcome(), input.reasons()),
                        reader.actor(),
                        clock.instant())));
  }

  private Acts.ActOn<AccuracyChallengeView> onChallenge(
      String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<AccuracyChallengeView>on(
            "AccuracyChallenge",
            c -> c.id().value(),
            id -> correcting.findChallenge(new AccuracyChallengeId(id)).orElseThrow())
        .about(c -> c.customerId().value());
  }

  @MutationMapping
  TellingPayload correctionTell(@Argument CorrectionTellInput input) {
    var given = new Given();
    CorrectionTellingId id =
        given.id("CorrectionTelling", CorrectionTellingId::new, input.id(), "id");
    Outcome<CorrectionTellingView> refused = given.refused();
    if (refused != null) {
      return TellingPayload.of(refused);
    }
    return TellingPayload.of(
        acts.act("correctionTell", input.idempotencyKey(), input)
            .<CorrectionTellingView>on(
                "CorrectionTelling",
                t -> t.id().value(),
                uuid -> correcting.findTelling(new CorrectionTellingId(uuid)).orElseThrow())
            .about(t -> t.customerId() == null ? null : t.customerId().value())
            .perform(
                () ->
                    correcting.tell(
                        new CorrectingRecords.Tell(
                            id,
                            input.expectedVersion(),
                            Given.instant(input.toldAt()),
                            input.how(),
                            input.notToldBecause()),
                        reader.actor(),
                        clock.instant())));
  }

  /** T20: those whose service it was or who recorded it see the detail; others the rest. */
  static boolean inDetail(IncidentView incident, Reader reader) {
    return reader.sight().dealing(incident.serviceArea(), incident.recordedBy());
  }

  @SchemaMapping(typeName = "Incident", field = "withheld")
  List<Withheld> withheld(IncidentView incident) {
    return inDetail(incident, reader)
        ? List.of()
        : List.of(
            new Withheld("evidence", "DETAIL_NOT_NEEDED"),
            new Withheld("corrections", "DETAIL_NOT_NEEDED"),
            new Withheld("earlierVersions", "DETAIL_NOT_NEEDED"),
            new Withheld("challenges", "DETAIL_NOT_NEEDED"));
  }

  @SchemaMapping(typeName = "Incident", field = "availableActions")
  List<AvailableAction> availableActions(IncidentView incident) {
    return CorrectionActs.of(incident, reader.actor());
  }

  @SchemaMapping(typeName = "IncidentVoiding", field = "by")
  String voidedBy(IncidentVoiding voiding) {
    return voiding.by().value();
  }

  @BatchMapping(typeName = "Incident", field = "corrections")
  Map<IncidentView, List<IncidentCorrectionView>> corrections(List<IncidentView> of) {
    var found =
        correcting.corrections(of.stream().map(IncidentView::id).toList()).stream()
            .collect(Collectors.groupingBy(IncidentCorrectionView::incidentId));
    return inDetail(of, i -> found.getOrDefault(i.id(), List.of()));
  }

  @BatchMapping(typeName = "Incident", field = "earlierVersions")
  Map<IncidentView, List<IncidentVersion>> earlierVersions(List<IncidentView> of) {
    var found =
        correcting.earlierVersions(of.stream().map(IncidentView::id).toList()).stream()
            .collect(Collectors.groupingBy(IncidentVersion::incidentId));
    return inDetail(of, i -> found.getOrDefault(i.id(), List.of()));
  }

  @BatchMapping(typeName = "Incident", field = "challenges")
  Map<IncidentView, List<AccuracyChallengeView>> challenges(List<IncidentView> of) {
    var found =
        correcting.challengesAbout(of.stream().map(i -> i.id().value()).toList()).stream()
            .collect(Collectors.groupingBy(c -> c.subject().id()));
    return inDetail(of, i -> found.getOrDefault(i.id().value(), List.of()));
  }

  private <T> Map<IncidentView, List<T>> inDetail(
      List<IncidentView> of, Function<IncidentView, List<T>> what) {
    var each = new HashMap<IncidentView, List<T>>();
    of.stream().filter(i -> inDetail(i, reader)).forEach(i -> each.put(i, what.apply(i)));
    return each;
  }

  @BatchMapping(typeName = "IncidentVersion", field = "behaviours")
  Map<IncidentVersion, List<BehaviourView>> behavioursThen(List<IncidentVersion> of) {
    return BehaviourController.each(of, IncidentVersion::behaviours, catalogue);
  }

  @SchemaMapping(typeName = "IncidentVersion", field = "endedBy")
  String endedBy(IncidentVersion version) {
    return version.endedBy().value();
  }

  @SchemaMapping(typeName = "IncidentCorrection", field = "by")
  String correctedBy(IncidentCorrectionView correction) {
    return correction.by().value();
  }

  @BatchMapping(typeName = "IncidentCorrection", field = "tellings")
  Map<IncidentCorrectionView, List<CorrectionTellingView>> tellings(
      List<IncidentCorrectionView> of) {
    Map<UUID, List<CorrectionTellingView>> found = new HashMap<>();
    for (CorrectionTellingView telling :
        correcting.tellings(of.stream().map(IncidentCorrectionView::id).toList())) {
      UUID correction = telling.correctionId();
      if (correction != null) {
        found.computeIfAbsent(correction, c -> new java.util.ArrayList<>()).add(telling);
      }
    }
    var each = new HashMap<IncidentCorrectionView, List<CorrectionTellingView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "CorrectionTelling", field = "id")
  String tellingId(CorrectionTellingView telling) {
    return GlobalId.of("CorrectionTelling", telling.id().value());
  }

  @SchemaMapping(typeName = "CorrectionTelling", field = "toldThrough")
  String toldThrough(CorrectionTellingView telling) {
    return telling.toldThrough().toString();
  }

  @SchemaMapping(typeName = "CorrectionTelling", field = "answeredBy")
  @Nullable String answeredBy(CorrectionTellingView telling) {
    return telling.answeredBy() == null ? null : telling.answeredBy().value();
  }

  @SchemaMapping(typeName = "AccuracyChallenge", field = "id")
  String challengeId(AccuracyChallengeView challenge) {
    return GlobalId.of("AccuracyChallenge", challenge.id().value());
  }

  @SchemaMapping(typeName = "AccuracyChallenge", field = "subject")
  String subject(AccuracyChallengeView challenge) {
    return challenge.subject().toString();
  }

  @SchemaMapping(typeName = "AccuracyChallenge", field = "takenBy")
  String takenBy(AccuracyChallengeView challenge) {
    return challenge.takenBy().value();
  }

  @SchemaMapping(typeName = "AccuracyChallenge", field = "decidedBy")
  @Nullable String decidedBy(AccuracyChallengeView challenge) {
    return challenge.decidedBy() == null ? null : challenge.decidedBy().value();
  }

  @SchemaMapping(typeName = "AccuracyChallenge", field = "availableActions")
  List<AvailableAction> availableActions(AccuracyChallengeView challenge) {
    return CorrectionActs.of(challenge, reader.actor());
  }

  @BatchMapping(typeName = "AccuracyChallenge", field = "customer")
  Map<AccuracyChallengeView, CustomerView> customer(List<AccuracyChallengeView> of) {
    return reader.customersOf(of, AccuracyChallengeView::customerId, "accuracyChallenge.customer");
  }

  @BatchMapping(typeName = "AccuracyChallenge", field = "serviceArea")
  Map<AccuracyChallengeView, ServiceAreaView> serviceArea(List<AccuracyChallengeView> of) {
    return Reader.areas(of, AccuracyChallengeView::serviceArea, serviceAreas);
  }

  @BatchMapping(typeName = "AccuracyChallenge", field = "tellings")
  Map<AccuracyChallengeView, List<CorrectionTellingView>> outcomeTold(
      List<AccuracyChallengeView> of) {
    List<CorrectionTellingView> found =
        correcting.tellingsOf(of.stream().map(AccuracyChallengeView::id).toList());
    var each = new HashMap<AccuracyChallengeView, List<CorrectionTellingView>>();
    of.forEach(
        c -> each.put(c, found.stream().filter(t -> c.id().equals(t.challengeId())).toList()));
    return each;
  }
}
