package org.evenhand.designation.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.designation.Assessment.UnrelatedMatter;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Check;
import org.evenhand.designation.CheckKind;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Determination;
import org.evenhand.designation.Involvement;
import org.evenhand.designation.Readiness;
import org.evenhand.designation.ReadinessContributor.Evidence;
import org.evenhand.designation.Scope;
import org.evenhand.designation.Scrutiny;
import org.evenhand.designation.Tried;
import org.evenhand.designation.internal.CaseSight;
import org.evenhand.designation.internal.ConductPicture;
import org.evenhand.designation.internal.DrawingPictures;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.Concerns;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.Incidents;
import org.evenhand.intake.MatterView;
import org.evenhand.intake.Matters;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What a consideration shows of itself and of what lies in other modules. */
@Controller
class ConsiderationFields {

  private static final String TYPE = "Consideration";

  private final CaseSight sight;
  private final DrawingPictures pictures;
  private final Customers customers;
  private final Concerns concerns;
  private final Incidents incidents;
  private final Matters matters;
  private final ServiceAreas serviceAreas;
  private final Buildings buildings;
  private final Policies policies;
  private final Messages messages;
  private final Clock clock;

  ConsiderationFields(
      CaseSight sight,
      DrawingPictures pictures,
      Customers customers,
      Concerns concerns,
      Incidents incidents,
      Matters matters,
      ServiceAreas serviceAreas,
      Buildings buildings,
      Policies policies,
      Messages messages,
      Clock clock) {
    this.sight = sight;
    this.pictures = pictures;
    this.customers = customers;
    this.concerns = concerns;
    this.incidents = incidents;
    this.matters = matters;
    this.serviceAreas = serviceAreas;
    this.buildings = buildings;
    this.policies = policies;
    this.messages = messages;
    this.clock = clock;
  }

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(ConsiderationView consideration) {
    return GlobalId.of(TYPE, consideration.id().value());
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<ConsiderationView, CustomerView> customer(List<ConsiderationView> considerations) {
    Map<CustomerId, CustomerView> known =
        customers(considerations.stream().map(ConsiderationView::customerId).toList());
    return each(considerations, c -> known.get(c.customerId()));
  }

  @BatchMapping(typeName = TYPE, field = "concerns")
  Map<ConsiderationView, List<ConcernView>> concerns(List<ConsiderationView> considerations) {
    Set<ConcernId> ids =
        considerations.stream().flatMap(c -> c.concernIds().stream()).collect(Collectors.toSet());
    List<ConcernView> known = concerns.find(ids);
    return each(
        considerations, c -> known.stream().filter(k -> c.concernIds().contains(k.id())).toList());
  }

  @BatchMapping(typeName = TYPE, field = "incidents")
  Map<ConsiderationView, List<IncidentView>> incidents(List<ConsiderationView> considerations) {
    Map<ConsiderationView, Set<IncidentId>> wanted =
        each(considerations, ConsiderationFields::allIncidents);
    List<IncidentView> known = incidents(wanted.values());
    return each(
        considerations,
        c ->
            known.stream().filter(k -> wanted.getOrDefault(c, Set.of()).contains(k.id())).toList());
  }

  private static Set<IncidentId> allIncidents(ConsiderationView consideration) {
    Set<IncidentId> ids = new HashSet<>(consideration.incidentIds());
    consideration.boundMembers().forEach(member -> ids.addAll(member.incidentIds()));
    return ids;
  }

  @BatchMapping(typeName = "BoundMember", field = "member")
  Map<BoundMember, CustomerView> member(List<BoundMember> members) {
    Map<CustomerId, CustomerView> known =
        customers(members.stream().map(BoundMember::memberId).toList());
    return each(members, m -> known.get(m.memberId()));
  }

  @BatchMapping(typeName = "BoundMember", field = "incidents")
  Map<BoundMember, List<IncidentView>> memberIncidents(List<BoundMember> members) {
    List<IncidentView> known = incidents(members.stream().map(BoundMember::incidentIds).toList());
    return each(
        members, m -> known.stream().filter(k -> m.incidentIds().contains(k.id())).toList());
  }

  /**
   * One of the five with its answers.
   *
   * @param latest null until there is one
   */
  record CheckWithHistory(CheckKind kind, @Nullable Check latest, List<Check> history) {}

  @SchemaMapping(typeName = TYPE, field = "checks")
  List<CheckWithHistory> checks(ConsiderationView consideration) {
    Map<CheckKind, Check> latest = consideration.latestChecks();
    return Stream.of(CheckKind.values())
        .map(
            kind ->
                new CheckWithHistory(
                    kind,
                    latest.get(kind),
                    consideration.checks().stream().filter(c -> c.kind() == kind).toList()))
        .toList();
  }

  @SchemaMapping(typeName = TYPE, field = "pattern")
  ConductPicture pattern(
      ConsiderationView consideration,
      @Argument @Nullable LocalDate from,
      @Argument @Nullable LocalDate until) {
    return pictures.of(consideration, from, until, today());
  }

  @SchemaMapping(typeName = TYPE, field = "readiness")
  ReadinessOfCase readiness(ConsiderationView consideration) {
    return new ReadinessOfCase(consideration, sight.readiness(consideration));
  }

  /** Readiness, and the case it is of. */
  record ReadinessOfCase(ConsiderationView consideration, Readiness readiness) {}

  @SchemaMapping(typeName = "Readiness", field = "items")
  List<Readiness.Item> items(ReadinessOfCase readiness) {
    return readiness.readiness().items();
  }

  @SchemaMapping(typeName = "Readiness", field = "scrutiny")
  List<Scrutiny.Point> scrutiny(ReadinessOfCase readiness) {
    return sight.scrutiny(readiness.consideration(), readiness.readiness()).points();
  }

  @SchemaMapping(typeName = "ScrutinyItem", field = "text")
  String text(Scrutiny.Point point, Locale locale) {
    return messages.say("scrutiny." + point.point(), Map.of(), locale);
  }

  @SchemaMapping(typeName = "ScrutinyEvidence", field = "text")
  String text(Evidence evidence, Locale locale) {
    return messages.say("scrutiny." + evidence.code(), evidence.parameters(), locale);
  }

  @SchemaMapping(typeName = "ScrutinyEvidence", field = "parameters")
  List<Parameter> parameters(Evidence evidence) {
    return named(evidence.parameters());
  }

  @SchemaMapping(typeName = TYPE, field = "crossService")
  List<ConductPicture.InService> crossService(ConsiderationView consideration) {
    return pictures.of(consideration, null, null, today()).crossService();
  }

  @BatchMapping(typeName = "ServiceInvolvement", field = "service")
  Map<ConductPicture.InService, ServiceAreaView> involved(List<ConductPicture.InService> rows) {
    var known = areas(rows.stream().map(ConductPicture.InService::service).toList());
    return each(rows, r -> known.get(r.service()));
  }

  @BatchMapping(typeName = "Tried", field = "service")
  Map<Tried, ServiceAreaView> triedBy(List<Tried> rows) {
    var known = areas(rows.stream().flatMap(t -> Stream.ofNullable(t.service())).toList());
    return each(rows, t -> t.service() == null ? null : known.get(t.service()));
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(ConsiderationView consideration) {
    return sight.availableActions(consideration);
  }

  @SchemaMapping(typeName = "Readiness", field = "ready")
  boolean ready(ReadinessOfCase readiness) {
    return readiness.readiness().items().stream().noneMatch(Readiness.Item::open);
  }

  @SchemaMapping(typeName = "ReadinessItem", field = "text")
  String text(Readiness.Item item, Locale locale) {
    return messages.say("step." + item.code(), item.parameters(), locale);
  }

  /** A named value, as the schema lists them. */
  record Parameter(String name, String value) {}

  @SchemaMapping(typeName = "ReadinessItem", field = "parameters")
  List<Parameter> parameters(Readiness.Item item) {
    return named(item.parameters());
  }

  private static List<Parameter> named(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new Parameter(e.getKey(), e.getValue()))
        .toList();
  }

  @SchemaMapping(typeName = "Involvement", field = "disqualifies")
  boolean disqualifies(Involvement.Entry entry) {
    return entry.kind().disqualifies();
  }

  @SchemaMapping(typeName = "Determination", field = "designates")
  boolean designates(Determination determination) {
    return determination.category().designates();
  }

  @BatchMapping(typeName = "Determination", field = "policyVersion")
  Map<Determination, PolicyVersionView> policyVersion(List<Determination> determinations) {
    Instant now = clock.instant();
    Map<PolicyVersionId, PolicyVersionView> known = new HashMap<>();
    determinations.stream()
        .map(Determination::policyVersionId)
        .distinct()
        .forEach(id -> policies.find(id, now).ifPresent(version -> known.put(id, version)));
    return each(determinations, d -> known.get(d.policyVersionId()));
  }

  @BatchMapping(typeName = "UnrelatedMatter", field = "matter")
  Map<UnrelatedMatter, MatterView> matter(List<UnrelatedMatter> unrelated) {
    return each(unrelated, u -> matters.find(u.matterId()).orElse(null));
  }

  @BatchMapping(typeName = "ConsiderationScope", field = "leadService")
  Map<Scope, ServiceAreaView> leadService(List<Scope> scopes) {
    var known = areas(scopes.stream().map(Scope::leadService).toList());
    return each(scopes, s -> known.get(s.leadService()));
  }

  @BatchMapping(typeName = "ConsiderationScope", field = "otherServices")
  Map<Scope, List<ServiceAreaView>> otherServices(List<Scope> scopes) {
    var known = areas(scopes.stream().flatMap(s -> s.otherServices().stream()).toList());
    return each(scopes, s -> inOrder(s.otherServices(), known));
  }

  @BatchMapping(typeName = "ConsiderationScope", field = "buildings")
  Map<Scope, List<BuildingView>> buildings(List<Scope> scopes) {
    Set<String> codes =
        scopes.stream().flatMap(s -> s.buildings().stream()).collect(Collectors.toSet());
    List<BuildingView> known =
        codes.isEmpty()
            ? List.of()
            : buildings.all().stream().filter(b -> codes.contains(b.code())).toList();
    return each(scopes, s -> known.stream().filter(b -> s.buildings().contains(b.code())).toList());
  }

  @SchemaMapping(typeName = "ConductPicture", field = "services")
  List<ServiceAreaView> services(ConductPicture picture) {
    return inOrder(picture.services(), areas(picture.services()));
  }

  private Map<CustomerId, CustomerView> customers(Collection<CustomerId> ids) {
    return customers.find(new LinkedHashSet<>(ids)).stream()
        .collect(Collectors.toMap(CustomerView::id, Function.identity()));
  }

  private List<IncidentView> incidents(Collection<Set<IncidentId>> ids) {
    Set<IncidentId> all = ids.stream().flatMap(Set::stream).collect(Collectors.toSet());
    return all.isEmpty() ? List.of() : incidents.find(all);
  }

  private Map<ServiceAreaCode, ServiceAreaView> areas(Collection<ServiceAreaCode> codes) {
    return codes.isEmpty() ? Map.of() : serviceAreas.named(codes);
  }

  private static List<ServiceAreaView> inOrder(
      Set<ServiceAreaCode> codes, Map<ServiceAreaCode, ServiceAreaView> known) {
    return codes.stream().sorted().flatMap(code -> Stream.ofNullable(known.get(code))).toList();
  }

  private static <K, V> Map<K, V> each(List<K> keys, Function<K, @Nullable V> value) {
    Map<K, V> all = new HashMap<>();
    for (K key : keys) {
      V found = value.apply(key);
      if (found != null) {
        all.put(key, found);
      }
    }
    return all;
  }

  private LocalDate today() {
    return clock.instant().atZone(WorkingDays.LONDON).toLocalDate();
  }
}
