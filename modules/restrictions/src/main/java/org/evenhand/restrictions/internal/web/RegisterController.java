package org.evenhand.restrictions.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.BuildingId;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.Withheld;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.restrictions.CourtTermsView;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.internal.BuildingDesk;
import org.evenhand.restrictions.internal.BuildingDesk.Exclusion;
import org.evenhand.restrictions.internal.ContactChecks.Recognised;
import org.evenhand.restrictions.internal.ContactQuestion;
import org.evenhand.restrictions.internal.DeskLists;
import org.evenhand.restrictions.internal.DeskLists.DeskList;
import org.evenhand.restrictions.internal.NothingInForce;
import org.evenhand.restrictions.internal.NothingInForce.Statement;
import org.evenhand.restrictions.internal.ReadingRestrictions;
import org.evenhand.restrictions.internal.RestrictionTelling;
import org.evenhand.restrictions.internal.ToldOfRestrictions;
import org.evenhand.restrictions.internal.web.Inputs.ContactIdentityInput;
import org.evenhand.restrictions.internal.words.InWords;
import org.evenhand.restrictions.internal.words.Wording;
import org.evenhand.rules.Identifier;
import org.evenhand.spi.Citation;
import org.evenhand.spi.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The register at the desk: buildings, statements, lists on paper, and who was told. */
@Controller
class RegisterController implements NodeSource {

  private static final String TELLING = "RestrictionTelling";

  private final Acts acts;
  private final AuditTrail auditTrail;
  private final BuildingDesk desk;
  private final DeskLists lists;
  private final NothingInForce nothing;
  private final ToldOfRestrictions tellings;
  private final ReadingRestrictions reading;
  private final RestrictionSight sight;
  private final LawSight.Seen<CourtTermsView> seenTerms;

  RegisterController(
      Acts acts,
      AuditTrail auditTrail,
      BuildingDesk desk,
      DeskLists lists,
      NothingInForce nothing,
      ToldOfRestrictions tellings,
      ReadingRestrictions reading,
      RestrictionSight sight,
      LawSight.Seen<CourtTermsView> seenTerms) {
    this.acts = acts;
    this.auditTrail = auditTrail;
    this.desk = desk;
    this.lists = lists;
    this.nothing = nothing;
    this.tellings = tellings;
    this.reading = reading;
    this.sight = sight;
    this.seenTerms = seenTerms;
  }

  // Buildings

  record BuildingExclusions(
      BuildingView building, LocalDate on, List<BuildingExclusion> exclusions) {}

  enum ExclusionSource {
    COUNCIL,
    COURT
  }

  /** The court and its number of the case are for those who see court terms (T20). */
  record BuildingExclusion(
      String name,
      @Nullable Integer bornIn,
      @Nullable String reference,
      ExclusionSource source,
      @Nullable String court,
      @Nullable String caseNumber,
      @Nullable LocalDate until,
      boolean safety,
      boolean publicMeetings,
      List<String> admittedFor,
      List<Text> wordsToSay,
      List<Withheld> withheld) {

    static BuildingExclusion of(Exclusion exclusion, boolean seesTerms, String lang) {
      Citation court = exclusion.court();
      Citation shown = seesTerms ? court : null;
      return new BuildingExclusion(
          exclusion.name(),
          exclusion.bornIn(),
          exclusion.reference(),
          court == null ? ExclusionSource.COUNCIL : ExclusionSource.COURT,
          shown == null ? null : shown.document(),
          shown == null ? null : shown.clause(),
          exclusion.until(),
          exclusion.safety(),
          exclusion.admittedFor().contains(BuildingDesk.PUBLIC_MEETINGS),
          List.copyOf(exclusion.admittedFor()),
          exclusion.toSay().stream().map(words -> words.in(lang)).toList(),
          court == null || seesTerms
              ? List.of()
              : List.of(
                  new Withheld("court", "NOT_FOR_YOUR_ROLE"),
                  new Withheld("caseNumber", "NOT_FOR_YOUR_ROLE")));
    }
  }

  @QueryMapping
  @Nullable BuildingExclusions buildingExclusions(
      @Argument String building, @Argument @Nullable LocalDate on, @Argument String lang) {
    return GlobalId.uuid("Building", building)
        .flatMap(id -> desk.excluded(new BuildingId(id), on))
        .map(
            found ->
                new BuildingExclusions(
                    found.building(),
                    found.on(),
                    found.exclusions().stream()
                        .map(e -> BuildingExclusion.of(e, seenTerms.seesAny(), lang))
                        .toList()))
        .orElse(null);
  }

  record DeskListInput(@Nullable String idempotencyKey, String building, String lang) {}

  record DeskListPayload(
      @Nullable DeskList deskList, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  DeskListPayload deskList(@Argument DeskListInput input) {
    Outcome<DeskList> outcome =
        acts.act("deskList", input.idempotencyKey(), input)
            .<DeskList>on("DeskList", DeskList::id, id -> lists.again(id, input.lang()))
            .perform(
                () ->
                    lists.print(
                        GlobalId.uuid("Building", input.building())
                            .map(BuildingId::new)
                            .orElse(null),
                        input.lang()));
    return new DeskListPayload(outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  // Nothing in force

  record NothingInForceInput(
      @Nullable String idempotencyKey, ContactIdentityInput identity, String lang) {}

  record NothingInForceStatement(
      String id,
      String reference,
      Instant at,
      @Nullable String customerReference,
      @Nullable String name,
      List<Identifier> given,
      String statedBy,
      Text text) {}

  record NothingInForcePayload(
      @Nullable NothingInForceStatement statement,
      List<Refusal> refusals,
      List<Warning> warnings) {}

  @MutationMapping
  NothingInForcePayload nothingInForce(@Argument NothingInForceInput input) {
    var given = input.identity();
    var identity =
        new ContactQuestion.Identity(
            given.reference(),
            given.telephone(),
            given.email(),
            given.name(),
            given.dateOfBirth(),
            given.addressLine(),
            given.postcode(),
            given.uprn());
    Recognised recognised = nothing.recognise(identity);
    Outcome<Statement> outcome =
        acts.act("nothingInForce", input.idempotencyKey(), input)
            .<Statement>on("NothingInForceStatement", Statement::id, nothing::get)
            .about(Statement::customer)
            .perform(() -> nothing.state(identity, recognised));
    Statement statement = outcome.orNull();
    return new NothingInForcePayload(
        statement == null ? null : shown(statement, input.lang()),
        outcome.refusals(),
        outcome.warnings());
  }

  private NothingInForceStatement shown(Statement statement, String lang) {
    String key = statement.customer() == null ? "nothing.no-record" : "nothing.on-record";
    Text words = Wording.text(key).in(lang);
    String at =
        InWords.moment(statement.at().atZone(WorkingDays.LONDON).toLocalDateTime(), words.lang());
    return new NothingInForceStatement(
        GlobalId.of("NothingInForceStatement", statement.id()),
        statement.reference(),
        statement.at(),
        statement.customer() == null ? null : nothing.reference(statement.customer()),
        statement.saidOf(),
        statement.given(),
        statement.statedBy(),
        new Text(
            words.value().replace("{reference}", statement.reference()).replace("{at}", at),
            words.lang()));
  }

  // Who was told

  @Override
  public String type() {
    return TELLING;
  }

  @Override
  public Optional<RestrictionTelling> find(UUID id) {
    Optional<RestrictionTelling> found = tellings.find(id);
    found.ifPresent(telling -> log("node", List.of(telling)));
    return found;
  }

  private void log(String act, List<RestrictionTelling> read) {
    auditTrail.recordRead(act, TELLING, tellings.customers(read));
  }

  @QueryMapping
  Page<RestrictionTelling> restrictionTellings(
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument boolean overdue) {
    Page.Request request = Page.request(first, after);
    List<RestrictionTelling> all = tellings.toAcknowledge(overdue);
    List<RestrictionTelling> rest =
        request.after() == null
            ? all
            : all.stream()
                .dropWhile(telling -> !telling.id().equals(request.after()))
                .skip(1)
                .toList();
    Page<RestrictionTelling> page =
        Page.of(
            rest.stream().limit(request.limit()).toList(),
            request,
            RestrictionTelling::id,
            all.size());
    log("restrictionTellings", page.nodes());
    return page;
  }

  record RestrictionTellingAcknowledgeInput(
      @Nullable String idempotencyKey, String telling, @Nullable Integer expectedVersion) {}

  record RestrictionTellingAcknowledgePayload(
      @Nullable RestrictionTelling telling, List<Refusal> refusals, List<Warning> warnings) {}

  @MutationMapping
  RestrictionTellingAcknowledgePayload restrictionTellingAcknowledge(
      @Argument RestrictionTellingAcknowledgeInput input) {
    Outcome<RestrictionTelling> outcome =
        acts.act("restrictionTellingAcknowledge", input.idempotencyKey(), input)
            .<RestrictionTelling>on(TELLING, RestrictionTelling::id, tellings::get)
            .about(
                telling -> tellings.customers(List.of(telling)).stream().findFirst().orElse(null))
            .perform(
                () ->
                    tellings.acknowledge(
                        GlobalId.uuid(TELLING, input.telling()).orElse(null),
                        input.expectedVersion()));
    return new RestrictionTellingAcknowledgePayload(
        outcome.orNull(), outcome.refusals(), outcome.warnings());
  }

  @SchemaMapping(typeName = TELLING, field = "id")
  String id(RestrictionTelling telling) {
    return GlobalId.of(TELLING, telling.id());
  }

  @SchemaMapping(typeName = TELLING, field = "version")
  int version(RestrictionTelling telling) {
    return telling.version() == null ? 0 : telling.version();
  }

  @BatchMapping(typeName = TELLING, field = "name")
  Map<RestrictionTelling, String> names(List<RestrictionTelling> asked) {
    return tellings.names(asked);
  }

  @BatchMapping(typeName = TELLING, field = "reference")
  Map<RestrictionTelling, String> references(List<RestrictionTelling> asked) {
    Map<UUID, String> references = tellings.references(asked);
    Map<RestrictionTelling, String> all = new HashMap<>();
    asked.forEach(telling -> all.put(telling, references.get(telling.restrictionId())));
    return all;
  }

  @BatchMapping(typeName = TELLING, field = "overdue")
  Map<RestrictionTelling, Boolean> overdue(List<RestrictionTelling> asked) {
    Map<RestrictionTelling, Boolean> all = new HashMap<>();
    asked.forEach(telling -> all.put(telling, tellings.overdue(telling)));
    return all;
  }

  @BatchMapping(typeName = TELLING, field = "restriction")
  Map<RestrictionTelling, RestrictionView> restrictions(List<RestrictionTelling> asked) {
    Map<UUID, RestrictionView> seen = new HashMap<>();
    sight
        .outOf(
            "restrictionTelling.restriction",
            reading.find(
                asked.stream()
                    .map(telling -> new RestrictionId(telling.restrictionId()))
                    .distinct()
                    .toList()))
        .orElse(List.of())
        .forEach(view -> seen.put(view.id().value(), view));
    Map<RestrictionTelling, RestrictionView> all = new HashMap<>();
    for (RestrictionTelling telling : asked) {
      RestrictionView view = seen.get(telling.restrictionId());
      if (view != null) {
        all.put(telling, view);
      }
    }
    return all;
  }

  @BatchMapping(typeName = "Restriction", field = "tellings")
  Map<RestrictionView, List<RestrictionTelling>> of(List<RestrictionView> restrictions) {
    Map<UUID, List<RestrictionTelling>> found = tellings.of(ids(restrictions));
    Map<RestrictionView, List<RestrictionTelling>> all = new HashMap<>();
    restrictions.forEach(view -> all.put(view, found.getOrDefault(view.id().value(), List.of())));
    return all;
  }

  /** F11: complete when everybody who was told has acknowledged the end. */
  @BatchMapping(typeName = "Restriction", field = "endComplete")
  Map<RestrictionView, Boolean> endComplete(List<RestrictionView> restrictions) {
    Map<UUID, List<RestrictionTelling>> found = tellings.of(ids(restrictions));
    Map<RestrictionView, Boolean> all = new HashMap<>();
    for (RestrictionView view : restrictions) {
      if (view.status() == RestrictionStatus.LIFTED || view.status() == RestrictionStatus.LAPSED) {
        all.put(
            view,
            found.getOrDefault(view.id().value(), List.of()).stream()
                .allMatch(telling -> telling.endAcknowledgedAt() != null));
      }
    }
    return all;
  }

  private static List<UUID> ids(List<RestrictionView> restrictions) {
    return restrictions.stream().map(view -> view.id().value()).toList();
  }
}
