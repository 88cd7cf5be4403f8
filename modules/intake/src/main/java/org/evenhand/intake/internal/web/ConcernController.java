package org.evenhand.intake.internal.web;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.Withheld;
import org.evenhand.intake.Affected;
import org.evenhand.intake.Assault;
import org.evenhand.intake.BehaviourCatalogue;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernRoute;
import org.evenhand.intake.ConcernStatus;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.Impact;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationView;
import org.evenhand.intake.PerceivedBy;
import org.evenhand.intake.ReportRoute;
import org.evenhand.intake.ReportingConcerns;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhand.intake.ReportingOnward;
import org.evenhand.intake.SourceGrade;
import org.evenhand.intake.StaffInjury;
import org.evenhand.intake.StatutoryTopic;
import org.evenhand.intake.SubjectCapacity;
import org.evenhand.intake.internal.ConcernActs;
import org.evenhand.intake.internal.ConcernRouting;
import org.evenhand.intake.internal.IntakePages;
import org.evenhand.intake.internal.ObligationSights;
import org.evenhand.intake.internal.Sight;
import org.evenhand.spi.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Concerns about behaviour, the incidents behind them, and what those oblige us to report. */
@Controller
class ConcernController {

  private final Concerns concerns;
  private final Incidents incidents;
  private final ReportingConcerns reporting;
  private final ReportingOnward onward;
  private final BehaviourCatalogue catalogue;
  private final ServiceAreas serviceAreas;
  private final IntakePages pages;
  private final ConcernRouting routing;
  private final ObligationSights obligationSights;
  private final Reader reader;
  private final Acts acts;
  private final Clock clock;

  ConcernController(
      Concerns concerns,
      Incidents incidents,
      ReportingConcerns reporting,
      ReportingOnward onward,
      BehaviourCatalogue catalogue,
      ServiceAreas serviceAreas,
      IntakePages pages,
      ConcernRouting routing,
      ObligationSights obligationSights,
      Reader reader,
      Acts acts,
      Clock clock) {
    this.concerns = concerns;
    this.incidents = incidents;
    this.reporting = reporting;
    this.onward = onward;
    this.catalogue = catalogue;
    this.serviceAreas = serviceAreas;
    this.pages = pages;
    this.routing = routing;
    this.obligationSights = obligationSights;
    this.reader = reader;
    this.acts = acts;
    this.clock = clock;
  }

  record ConcernFilter(
      @Nullable List<ConcernStatus> status,
      @Nullable String serviceArea,
      @Nullable String customer,
      boolean mine) {}

  record ImpactInput(
      @Nullable Integer minutesSpent,
      boolean stress,
      boolean hinderedPerformance,
      boolean distress,
      @Nullable String note) {}

  record IncidentInput(
      LocalDate occurredOn,
      @Nullable LocalTime occurredAt,
      Channel channel,
      @Nullable String contact,
      List<String> behaviours,
      @Nullable String otherBehaviour,
      @Nullable StatutoryTopic rightBeingUsed,
      List<Affected> affected,
      @Nullable String affectedNote,
      ImpactInput impact,
      boolean customerDistressed,
      String account,
      @Nullable SourceGrade sourceGrade,
      Confidence identityConfidence,
      boolean tested,
      @Nullable Assault assault,
      List<HateStrand> hateStrands,
      @Nullable PerceivedBy hatePerceivedBy,
      boolean harassment,
      @Nullable StaffInjury staffInjury) {

    IncidentToRecord read(Given given, String... path) {
      String[] contactPath = Arrays.copyOf(path, path.length + 1);
      contactPath[path.length] = "contact";
      ContactId logged = given.idOrNull("Contact", ContactId::new, contact, contactPath);
      Set<Affected> whom = EnumSet.noneOf(Affected.class);
      whom.addAll(affected);
      Set<HateStrand> strands = EnumSet.noneOf(HateStrand.class);
      strands.addAll(hateStrands);
      return new IncidentToRecord(
          occurredOn,
          occurredAt,
          channel,
          logged,
          behaviours,
          otherBehaviour,
          rightBeingUsed,
          whom,
          affectedNote,
          new Impact(
              impact.minutesSpent(),
              impact.stress(),
              impact.hinderedPerformance(),
              impact.distress(),
              impact.note()),
          customerDistressed,
          account,
          sourceGrade,
          identityConfidence,
          tested,
          assault,
          strands,
          hatePerceivedBy,
          harassment,
          staffInjury);
    }
  }

  record ConcernReportInput(
      @Nullable String idempotencyKey,
      @Nullable String customer,
      @Nullable String unknownPerson,
      @Nullable SubjectCapacity subjectCapacity,
      @Nullable String serviceArea,
      @Nullable String summary,
      List<IncidentInput> incidents,
      boolean disclosedDisability,
      @Nullable String subjectActor) {}

  record IncidentRecordInput(
      @Nullable String idempotencyKey, String concern, IncidentInput incident) {}

  record ConcernTriageInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      TriageOutcome outcome,
      @Nullable String customer,
      @Nullable SubjectCapacity subjectCapacity,
      @Nullable ConcernRoute route,
      @Nullable String reason,
      String feedback) {}

  record ObligationDischargeInput(
      @Nullable String idempotencyKey,
      int expectedVersion,
      String id,
      @Nullable String reportedTo,
      @Nullable OffsetDateTime reportedAt,
      @Nullable String reference,
      @Nullable String notReportedBecause,
      @Nullable ReportRoute route,
      @Nullable String couldNotWaitBecause) {}

  record ConcernPayload(
      @Nullable ConcernView concern, List<Refusal> refusals, List<Warning> warnings) {
    static ConcernPayload of(Outcome<ConcernView> outcome) {
      return new ConcernPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record IncidentPayload(
      @Nullable IncidentView incident, List<Refusal> refusals, List<Warning> warnings) {
    static IncidentPayload of(Outcome<IncidentView> outcome) {
      return new IncidentPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  record ObligationPayload(
      @Nullable ObligationView obligation, List<Refusal> refusals, List<Warning> warnings) {
    static ObligationPayload of(Outcome<ObligationView> outcome) {
      return new ObligationPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
    }
  }

  @QueryMapping
  Page<ConcernView> concerns(
      @Argument @Nullable ConcernFilter filter,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      DataFetchingEnvironment asked) {
    Page.Request request = Page.request(first, after);
    var wanted = new IntakePages.ConcernFilter(List.of(), null, null, false);
    if (filter != null) {
      var given = new Given();
      CustomerId customer =
          given.idOrNull("Customer", CustomerId::new, filter.customer(), "customer");
      if (given.refused() != null) {
        return Page.of(List.of(), request, c -> c.id().value(), 0);
      }
      wanted =
          new IntakePages.ConcernFilter(
              filter.status() == null ? List.of() : filter.status(),
              filter.serviceArea(),
              customer,
              filter.mine());
    }
    Page<ConcernView> page =
        pages.concerns(
            wanted,
            reader.sight(),
            routing.handledBy(reader.actor()),
            request,
            asked.getSelectionSet().contains("totalCount"));
    reader.log("concerns", "Concern", about(page.nodes(), ConcernView::customerId));
    return page;
  }

  @QueryMapping
  @Nullable ConcernView concern(@Argument String id) {
    ConcernView found =
        GlobalId.uuid("Concern", id)
            .map(ConcernId::new)
            .flatMap(concerns::find)
            .filter(c -> routing.maySee(c, reader.actor()))
            .orElse(null);
    if (found != null) {
      reader.log("concern", "Concern", about(List.of(found), ConcernView::customerId));
    }
    return found;
  }

  @MutationMapping
  ConcernPayload concernReport(@Argument ConcernReportInput input) {
    var given = new Given();
    CustomerId customer = given.idOrNull("Customer", CustomerId::new, input.customer(), "customer");
    ServiceAreaCode area = given.areaOrNull(input.serviceArea(), "serviceArea");
    ActorId subject = given.actorOrNull(input.subjectActor(), "subjectActor");
    var happened = new ArrayList<IncidentToRecord>();
    for (int i = 0; i < input.incidents().size(); i++) {
      happened.add(input.incidents().get(i).read(given, "incidents", Integer.toString(i)));
    }
    Outcome<ConcernView> refused = given.refused();
    if (refused != null) {
      return ConcernPayload.of(refused);
    }
    return ConcernPayload.of(
        dealtWith("concernReport", input.idempotencyKey(), input)
            .perform(
                () ->
                    reporting.report(
                        new ConcernToReport(
                            customer,
                            input.unknownPerson(),
                            input.subjectCapacity(),
                            area,
                            input.summary(),
                            happened,
                            input.disclosedDisability(),
                            subject),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  IncidentPayload incidentRecord(@Argument IncidentRecordInput input) {
    var given = new Given();
    ConcernId concern = given.id("Concern", ConcernId::new, input.concern(), "concern");
    IncidentToRecord happened = input.incident().read(given, "incident");
    Outcome<IncidentView> refused = given.refused();
    if (refused != null) {
      return IncidentPayload.of(refused);
    }
    return IncidentPayload.of(
        acts.act("incidentRecord", input.idempotencyKey(), input)
            .<IncidentView>on(
                "Incident",
                i -> i.id().value(),
                id -> incidents.find(List.of(new IncidentId(id))).getFirst())
            .about(i -> i.customerId() == null ? null : i.customerId().value())
            .perform(
                () ->
                    reporting.recordIncident(concern, happened, reader.actor(), clock.instant())));
  }

  @MutationMapping
  ConcernPayload concernTriage(@Argument ConcernTriageInput input) {
    var given = new Given();
    ConcernId id = given.id("Concern", ConcernId::new, input.id(), "id");
    CustomerId customer = given.idOrNull("Customer", CustomerId::new, input.customer(), "customer");
    Outcome<ConcernView> refused = given.refused();
    if (refused != null) {
      return ConcernPayload.of(refused);
    }
    return ConcernPayload.of(
        dealtWith("concernTriage", input.idempotencyKey(), input)
            .perform(
                () ->
                    reporting.triage(
                        new Triage(
                            id,
                            input.expectedVersion(),
                            input.outcome(),
                            customer,
                            input.subjectCapacity(),
                            input.route(),
                            input.reason(),
                            input.feedback()),
                        reader.actor(),
                        clock.instant())));
  }

  @MutationMapping
  ObligationPayload obligationDischarge(@Argument ObligationDischargeInput input) {
    var given = new Given();
    ObligationId id = given.id("Obligation", ObligationId::new, input.id(), "id");
    Outcome<ObligationView> refused = given.refused();
    if (refused != null) {
      return ObligationPayload.of(refused);
    }
    return ObligationPayload.of(
        acts.act("obligationDischarge", input.idempotencyKey(), input)
            .<ObligationView>on(
                "Obligation",
                o -> o.id().value(),
                uuid -> onward.find(new ObligationId(uuid)).orElseThrow())
            .about(this::person)
            .perform(
                () ->
                    onward.answer(
                        new ReportingOnward.Answer(
                            id,
                            input.expectedVersion(),
                            input.reportedTo(),
                            Given.instant(input.reportedAt()),
                            input.reference(),
                            input.notReportedBecause(),
                            input.route(),
                            input.couldNotWaitBecause()),
                        reader.actor(),
                        clock.instant())));
  }

  private @Nullable UUID person(ObligationView obligation) {
    CustomerId customer = incidents.find(List.of(obligation.incidentId())).getFirst().customerId();
    return customer == null ? null : customer.value();
  }

  private Acts.ActOn<ConcernView> dealtWith(String act, @Nullable String key, Object input) {
    return acts.act(act, key, input)
        .<ConcernView>on(
            "Concern", c -> c.id().value(), id -> concerns.find(new ConcernId(id)).orElseThrow())
        .about(c -> c.customerId() == null ? null : c.customerId().value());
  }

  private static <T> List<CustomerId> about(
      List<T> things, Function<T, @Nullable CustomerId> whose) {
    return things.stream().map(whose).filter(Objects::nonNull).toList();
  }

  @SchemaMapping(typeName = "Concern", field = "id")
  String concernId(ConcernView concern) {
    return GlobalId.of("Concern", concern.id().value());
  }

  @SchemaMapping(typeName = "Concern", field = "reportedBy")
  String reportedBy(ConcernView concern) {
    return concern.reportedBy().value();
  }

  @SchemaMapping(typeName = "Concern", field = "triagedBy")
  @Nullable String triagedBy(ConcernView concern) {
    return concern.triagedBy() == null ? null : concern.triagedBy().value();
  }

  @BatchMapping(typeName = "Concern", field = "customer")
  Map<ConcernView, CustomerView> concernCustomer(List<ConcernView> of) {
    return reader.customersOf(of, ConcernView::customerId, "concern.customer");
  }

  @BatchMapping(typeName = "Concern", field = "serviceArea")
  Map<ConcernView, ServiceAreaView> concernArea(List<ConcernView> of) {
    return Reader.areas(of, ConcernView::serviceArea, serviceAreas);
  }

  @BatchMapping(typeName = "Concern", field = "incidents")
  Map<ConcernView, List<IncidentView>> concernIncidents(List<ConcernView> of) {
    Map<ConcernId, List<IncidentView>> found =
        incidents.ofConcerns(of.stream().map(ConcernView::id).toList()).stream()
            .collect(Collectors.groupingBy(IncidentView::concernId));
    var each = new HashMap<ConcernView, List<IncidentView>>();
    of.forEach(c -> each.put(c, found.getOrDefault(c.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "Concern", field = "availableActions")
  List<AvailableAction> availableActions(ConcernView concern) {
    return ConcernActs.of(concern, reader.actor());
  }

  @SchemaMapping(typeName = "Concern", field = "withheld")
  List<Withheld> withheld(ConcernView concern) {
    return concern.customerId() == null || Sight.ofCustomers(reader.actor())
        ? List.of()
        : List.of(new Withheld("customer", "IDENTITY_NOT_NEEDED"));
  }

  @SchemaMapping(typeName = "Incident", field = "id")
  String incidentId(IncidentView incident) {
    return GlobalId.of("Incident", incident.id().value());
  }

  @SchemaMapping(typeName = "Incident", field = "recordedBy")
  String recordedBy(IncidentView incident) {
    return incident.recordedBy().value();
  }

  @BatchMapping(typeName = "Incident", field = "behaviours")
  Map<IncidentView, List<BehaviourView>> incidentBehaviours(List<IncidentView> of) {
    return BehaviourController.each(of, IncidentView::behaviours, catalogue);
  }

  @SchemaMapping(typeName = "Incident", field = "affected")
  List<Affected> affected(IncidentView incident) {
    return incident.affected().stream().sorted().toList();
  }

  @SchemaMapping(typeName = "Incident", field = "hateStrands")
  List<HateStrand> hateStrands(IncidentView incident) {
    return incident.hateStrands().stream().sorted().toList();
  }

  @BatchMapping(typeName = "Incident", field = "concern")
  Map<IncidentView, ConcernView> incidentConcern(List<IncidentView> of) {
    Actor actor = reader.actor();
    Map<ConcernId, ConcernView> found =
        concerns.find(of.stream().map(IncidentView::concernId).toList()).stream()
            .filter(c -> routing.maySee(c, actor))
            .collect(Collectors.toMap(ConcernView::id, Function.identity()));
    var each = new HashMap<IncidentView, ConcernView>();
    for (IncidentView incident : of) {
      ConcernView concern = found.get(incident.concernId());
      boolean anothersNow =
          concern != null
              && concern.customerId() != null
              && !concern.customerId().equals(incident.customerId());
      if (concern != null && (!anothersNow || reader.sight().all())) {
        each.put(incident, concern);
      }
    }
    return each;
  }

  @BatchMapping(typeName = "Incident", field = "customer")
  Map<IncidentView, CustomerView> incidentCustomer(List<IncidentView> of) {
    return reader.customersOf(of, IncidentView::customerId, "incident.customer");
  }

  @BatchMapping(typeName = "Incident", field = "serviceArea")
  Map<IncidentView, ServiceAreaView> incidentArea(List<IncidentView> of) {
    return Reader.areas(of, IncidentView::serviceArea, serviceAreas);
  }

  @BatchMapping(typeName = "Incident", field = "obligations")
  Map<IncidentView, List<ObligationView>> incidentObligations(List<IncidentView> of) {
    List<ObligationView> all = onward.of(of.stream().map(IncidentView::id).toList());
    Set<ObligationId> known =
        obligationSights.visible(all.stream().map(ObligationView::id).toList(), reader.actor());
    Map<IncidentId, List<ObligationView>> found =
        all.stream()
            .filter(o -> known.contains(o.id()))
            .collect(Collectors.groupingBy(ObligationView::incidentId));
    var each = new HashMap<IncidentView, List<ObligationView>>();
    of.forEach(i -> each.put(i, found.getOrDefault(i.id(), List.of())));
    return each;
  }

  @SchemaMapping(typeName = "Obligation", field = "id")
  String obligationId(ObligationView obligation) {
    return GlobalId.of("Obligation", obligation.id().value());
  }

  @SchemaMapping(typeName = "Obligation", field = "answeredBy")
  @Nullable String answeredBy(ObligationView obligation) {
    return obligation.answeredBy() == null ? null : obligation.answeredBy().value();
  }

  @BatchMapping(typeName = "Obligation", field = "incident")
  Map<ObligationView, IncidentView> obligationIncident(List<ObligationView> of) {
    Map<IncidentId, IncidentView> found =
        incidents.find(of.stream().map(ObligationView::incidentId).toList()).stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    reader.log(
        "obligation.incident",
        "Incident",
        about(List.copyOf(found.values()), IncidentView::customerId));
    var each = new HashMap<ObligationView, IncidentView>();
    of.forEach(o -> each.put(o, Objects.requireNonNull(found.get(o.incidentId()))));
    return each;
  }
}
