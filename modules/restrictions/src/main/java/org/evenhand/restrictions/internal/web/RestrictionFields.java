package org.evenhand.restrictions.internal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.Considerations;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.BuildingView;
import org.evenhand.foundation.Buildings;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.Customers;
import org.evenhand.policy.Policies;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.policy.PolicyVersionView;
import org.evenhand.restrictions.ContradictionRefusal;
import org.evenhand.restrictions.RestrictionForms;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionView;
import org.evenhand.restrictions.ReviewView;
import org.evenhand.restrictions.internal.ActOfKind;
import org.evenhand.restrictions.internal.AllowedAct;
import org.evenhand.restrictions.internal.InstalledTypes;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.spi.Condition;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleLanguage;
import org.evenhand.spi.Text;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What actions and their kinds show of themselves and of what lies in other modules. */
@Controller
class RestrictionFields {

  private static final String TYPE = "Restriction";

  private final RestrictionSight sight;
  private final InstalledTypes types;
  private final Customers customers;
  private final Considerations considerations;
  private final Notices notices;
  private final ServiceAreas serviceAreas;
  private final Buildings buildings;
  private final Policies policies;
  private final CurrentActor currentActor;
  private final Clock clock;

  RestrictionFields(
      RestrictionSight sight,
      InstalledTypes types,
      Customers customers,
      Considerations considerations,
      Notices notices,
      ServiceAreas serviceAreas,
      Buildings buildings,
      Policies policies,
      CurrentActor currentActor,
      Clock clock) {
    this.sight = sight;
    this.types = types;
    this.customers = customers;
    this.considerations = considerations;
    this.notices = notices;
    this.serviceAreas = serviceAreas;
    this.buildings = buildings;
    this.policies = policies;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  // Restriction

  @SchemaMapping(typeName = TYPE, field = "id")
  String id(RestrictionView view) {
    return GlobalId.of(TYPE, view.id().value());
  }

  @SchemaMapping(typeName = TYPE, field = "typeId")
  String typeId(RestrictionView view) {
    return view.type().value();
  }

  @SchemaMapping(typeName = TYPE, field = "type")
  @Nullable Installed type(RestrictionView view) {
    return types.find(view.type()).orElse(null);
  }

  /** A plugin as it was then. */
  record PluginThen(String id, String version) {}

  @SchemaMapping(typeName = TYPE, field = "plugin")
  @Nullable PluginThen plugin(RestrictionView view) {
    return view.pluginId() == null || view.pluginVersion() == null
        ? null
        : new PluginThen(view.pluginId(), view.pluginVersion());
  }

  @SchemaMapping(typeName = TYPE, field = "rules")
  List<Rule> rules(RestrictionView view) {
    return view.rules().rules();
  }

  @SchemaMapping(typeName = TYPE, field = "settings")
  List<RecordSettingFields.Filled> settings(RestrictionView view) {
    return view.settings().values().entrySet().stream()
        .map(entry -> new RecordSettingFields.Filled(entry.getKey(), entry.getValue()))
        .toList();
  }

  @BatchMapping(typeName = TYPE, field = "customer")
  Map<RestrictionView, CustomerView> customer(List<RestrictionView> views) {
    Collection<CustomerId> ids =
        new LinkedHashSet<>(views.stream().map(RestrictionView::customerId).toList());
    Map<CustomerId, CustomerView> known =
        customers.find(ids).stream()
            .collect(Collectors.toMap(CustomerView::id, Function.identity()));
    return each(views, view -> known.get(view.customerId()));
  }

  @BatchMapping(typeName = TYPE, field = "consideration")
  Map<RestrictionView, ConsiderationView> consideration(List<RestrictionView> views) {
    return each(views, view -> considerations.find(view.considerationId()).orElse(null));
  }

  @BatchMapping(typeName = TYPE, field = "notice")
  Map<RestrictionView, NoticeView> notice(List<RestrictionView> views) {
    return each(
        views, view -> Optional.ofNullable(view.noticeId()).flatMap(notices::find).orElse(null));
  }

  @BatchMapping(typeName = TYPE, field = "leadService")
  Map<RestrictionView, ServiceAreaView> leadService(List<RestrictionView> views) {
    var known = areas(views.stream().map(RestrictionView::leadService).toList());
    return each(views, view -> known.get(view.leadService()));
  }

  @BatchMapping(typeName = TYPE, field = "policyVersion")
  Map<RestrictionView, PolicyVersionView> policyVersion(List<RestrictionView> views) {
    Instant now = clock.instant();
    Map<UUID, PolicyVersionView> known = new HashMap<>();
    views.stream()
        .map(RestrictionView::policyVersionId)
        .distinct()
        .forEach(
            id ->
                policies
                    .find(new PolicyVersionId(id), now)
                    .ifPresent(version -> known.put(id, version)));
    return each(views, view -> known.get(view.policyVersionId()));
  }

  /** What an action covers, services and buildings together. */
  record Scope(List<ServiceAreaView> serviceAreas, boolean wholeCouncil, Set<UUID> places) {}

  @BatchMapping(typeName = TYPE, field = "scope")
  Map<RestrictionView, Scope> scope(List<RestrictionView> views) {
    var known = areas(views.stream().flatMap(v -> v.scope().serviceAreas().stream()).toList());
    return each(
        views,
        view ->
            new Scope(
                view.scope().serviceAreas().stream()
                    .flatMap(code -> Stream.ofNullable(known.get(code)))
                    .toList(),
                view.scope().wholeCouncil(),
                view.buildings()));
  }

  @BatchMapping(typeName = "RestrictionScope", field = "buildings")
  Map<Scope, List<BuildingView>> buildings(List<Scope> scopes) {
    List<BuildingView> known =
        scopes.stream().allMatch(scope -> scope.places().isEmpty()) ? List.of() : buildings.all();
    return each(
        scopes,
        scope ->
            known.stream()
                .filter(building -> scope.places().contains(building.id().value()))
                .toList());
  }

  @SchemaMapping(typeName = TYPE, field = "imposedBy")
  String imposedBy(RestrictionView view) {
    return view.imposedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "endedBy")
  @Nullable String endedBy(RestrictionView view) {
    return view.endedBy() == null ? null : view.endedBy().value();
  }

  @SchemaMapping(typeName = TYPE, field = "availableActions")
  List<AvailableAction> availableActions(RestrictionView view) {
    Optional<PolicyInForce> policy = policies.inForce(clock.instant());
    return Stream.concat(
            AllowedAct.all(AllowedAct.Case.of(view), currentActor.get(), policy).stream(),
            ActOfKind.all(view, currentActor.get()).stream())
        .toList();
  }

  @SchemaMapping(typeName = "RestrictionReview", field = "by")
  String reviewedBy(ReviewView review) {
    return review.by().value();
  }

  @SchemaMapping(typeName = "RestrictionReview", field = "id")
  String reviewId(ReviewView review) {
    return GlobalId.of("RestrictionReview", review.id());
  }

  // Rules

  @SchemaMapping(typeName = "ContactRule", field = "effect")
  String effect(Rule rule) {
    return RuleLanguage.kindOf(rule.effect());
  }

  @SchemaMapping(typeName = "ContactRule", field = "facts")
  Set<String> facts(Rule rule) {
    var facts = new TreeSet<String>();
    collect(rule.when(), facts);
    return facts;
  }

  private static void collect(Condition condition, Set<String> facts) {
    switch (condition) {
      case Condition.AllOf all -> all.conditions().forEach(part -> collect(part, facts));
      case Condition.AnyOf any -> any.conditions().forEach(part -> collect(part, facts));
      case Condition.Not not -> collect(not.condition(), facts);
      case Condition.Always ignored -> {}
      default -> facts.add(RuleLanguage.kindOf(condition));
    }
  }

  @SchemaMapping(typeName = "ContactRule", field = "toSay")
  @Nullable Text toSay(Rule rule, Locale locale) {
    return text(rule.words().toSay(), locale);
  }

  @SchemaMapping(typeName = "ContactRule", field = "instructions")
  @Nullable Text instructions(Rule rule, Locale locale) {
    return text(rule.words().instructions(), locale);
  }

  @SchemaMapping(typeName = "ContactRule", field = "document")
  String document(Rule rule) {
    return rule.citation().document();
  }

  @SchemaMapping(typeName = "ContactRule", field = "clause")
  String clause(Rule rule) {
    return rule.citation().clause();
  }

  // Preview

  @SchemaMapping(typeName = "RestrictionPreview", field = "staffSummary")
  @Nullable Text staffSummary(RestrictionPreviewView preview, Locale locale) {
    return preview.staffWording() == null ? null : text(preview.staffWording().summary(), locale);
  }

  @SchemaMapping(typeName = "RestrictionPreview", field = "staffPractice")
  @Nullable Text staffPractice(RestrictionPreviewView preview, Locale locale) {
    return preview.staffWording() == null
        ? null
        : text(preview.staffWording().inPractice(), locale);
  }

  @SchemaMapping(typeName = "RestrictionLetterWording", field = "what")
  Text what(LetterWording letter, Locale locale) {
    return words(letter.what(), locale);
  }

  @SchemaMapping(typeName = "RestrictionLetterWording", field = "where")
  @Nullable Text where(LetterWording letter, Locale locale) {
    return text(letter.where(), locale);
  }

  @SchemaMapping(typeName = "RestrictionLetterWording", field = "when")
  @Nullable Text when(LetterWording letter, Locale locale) {
    return text(letter.when(), locale);
  }

  @SchemaMapping(typeName = "RestrictionLetterWording", field = "stillServed")
  Text stillServed(LetterWording letter, Locale locale) {
    return words(letter.stillServed(), locale);
  }

  @SchemaMapping(typeName = "RestrictionLetterWording", field = "endsSooner")
  @Nullable Text endsSooner(LetterWording letter, Locale locale) {
    return text(letter.endsSooner(), locale);
  }

  // Refusals

  @SchemaMapping(typeName = "ContradictionRefusal", field = "other")
  @Nullable RestrictionView other(ContradictionRefusal refusal) {
    return Optional.ofNullable(refusal.other())
        .flatMap(id -> sight.find("contradiction", new RestrictionId(id)))
        .orElse(null);
  }

  // Kinds of action

  @SchemaMapping(typeName = "RestrictionType", field = "id")
  String id(Installed installed) {
    return installed.type().id().value();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "name")
  Text name(Installed installed, Locale locale) {
    return words(installed.type().name(), locale);
  }

  @SchemaMapping(typeName = "RestrictionType", field = "description")
  Text description(Installed installed, Locale locale) {
    return words(installed.type().description(), locale);
  }

  @SchemaMapping(typeName = "RestrictionType", field = "natures")
  Collection<?> natures(Installed installed) {
    return new TreeSet<>(installed.type().natures());
  }

  @SchemaMapping(typeName = "RestrictionType", field = "settingsSchema")
  String settingsSchema(Installed installed) {
    return RestrictionForms.path(installed.type().id().value(), installed.type().settingsVersion());
  }

  @SchemaMapping(typeName = "RestrictionType", field = "axis")
  Object axis(Installed installed) {
    return installed.type().axis();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "appealability")
  Object appealability(Installed installed) {
    return installed.type().appealability();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "authority")
  String authority(Installed installed) {
    return installed.type().authority().code();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "reviewInterval")
  String reviewInterval(Installed installed) {
    return installed.type().reviewInterval().toString();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "conflicts")
  List<String> conflicts(Installed installed) {
    return installed.type().conflicts().stream().map(TypeId::value).sorted().toList();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "settings")
  Object settings(Installed installed) {
    return installed.type().settings();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "settingsVersion")
  int settingsVersion(Installed installed) {
    return installed.type().settingsVersion();
  }

  @SchemaMapping(typeName = "RestrictionType", field = "plugin")
  @Nullable String plugin(Installed installed) {
    return installed.pluginId();
  }

  // Small things

  static @Nullable Text text(Texts texts, Locale locale) {
    return texts.silent() ? null : texts.in(locale.toLanguageTag());
  }

  /** Of words that there always are. */
  static Text words(Texts texts, Locale locale) {
    return texts.in(locale.toLanguageTag());
  }

  private Map<ServiceAreaCode, ServiceAreaView> areas(Collection<ServiceAreaCode> codes) {
    return codes.isEmpty() ? Map.of() : serviceAreas.named(codes);
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
}
