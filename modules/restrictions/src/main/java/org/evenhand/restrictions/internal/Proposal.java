package org.evenhand.restrictions.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.Protection;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.SourceGrade;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.policy.DecisionKind;
import org.evenhand.policy.DecisionScope;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Premises;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.ContradictionRefusal;
import org.evenhand.restrictions.CumulativeEffectView;
import org.evenhand.restrictions.NoOpenRouteRefusal;
import org.evenhand.restrictions.RestrictionPreviewView;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.rules.Bound;
import org.evenhand.rules.CheckInput;
import org.evenhand.rules.ContactAnswer;
import org.evenhand.rules.ContactEvaluator;
import org.evenhand.rules.ContactFacts;
import org.evenhand.rules.Contradiction;
import org.evenhand.rules.Contradictions;
import org.evenhand.rules.Fact;
import org.evenhand.rules.Identifier;
import org.evenhand.rules.IdentityConfidence;
import org.evenhand.rules.OpenRoute;
import org.evenhand.rules.OpenRouteInput;
import org.evenhand.rules.RuleInForce;
import org.evenhand.rules.SettingsForm;
import org.evenhand.rules.Verdict;
import org.evenhand.spi.Appealability;
import org.evenhand.spi.AssessedIncident;
import org.evenhand.spi.Assessment;
import org.evenhand.spi.AssessmentFacts;
import org.evenhand.spi.AuthorityAction;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Effect;
import org.evenhand.spi.LetterWording;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RefKind;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.Rule;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.SettingProblem;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.StaffWording;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * A proposed action, held against every rule for imposing one. Each rule is a method that answers
 * with nothing, or with the reason why not; all reasons are given, not only the first (F1). Nothing
 * in here asks which type it is or who brought it.
 */
final class Proposal {

  /** Longest texts of reasons. */
  private static final int LONGEST = 10_000;

  /** Local: what starts later is decided later, on what is known then (F13). */
  private static final int LATEST_START_MONTHS = 3;

  private static final UUID PROPOSED = new UUID(0, 0);

  /**
   * A customer with a running tenancy, kept as a matter of this system, is the council's tenant.
   */
  private static final String TENANCIES = "tenancies";

  private final RestrictionToImpose proposed;
  private final @Nullable Installed installed;
  private final Surroundings around;
  private final Occasion occasion;

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private Settings settings;
  private List<Rule> bare = List.of();
  private @Nullable RuleSet rules;
  private @Nullable LetterWording letter;
  private @Nullable StaffWording staffWording;
  private Set<UUID> buildings = Set.of();
  private LocalDate reviewOn;
  private @Nullable Role decidesAs;
  private List<CumulativeEffectView> effects = List.of();

  Proposal(RestrictionToImpose proposed, @Nullable Installed installed, Surroundings around) {
    this(proposed, installed, around, Occasion.NEW);
  }

  Proposal(
      RestrictionToImpose proposed,
      @Nullable Installed installed,
      Surroundings around,
      Occasion occasion) {
    this.proposed = proposed;
    this.installed = installed;
    this.around = around;
    this.occasion = occasion;
    this.settings = proposed.settings();
    this.reviewOn = around.today();
    judge();
  }

  List<Refusal> refusals() {
    return refusals;
  }

  List<Warning> warnings() {
    return warnings;
  }

  Settings settings() {
    return settings;
  }

  List<Rule> rules() {
    return rules == null ? List.of() : rules.rules();
  }

  RuleSet ruleSet() {
    return rules == null ? RuleSet.of(List.of()) : rules;
  }

  @Nullable LetterWording letter() {
    return letter;
  }

  @Nullable StaffWording staffWording() {
    return staffWording;
  }

  Set<UUID> buildings() {
    return buildings;
  }

  LocalDate reviewOn() {
    return reviewOn;
  }

  /** The last day; null where there is none. */
  @Nullable LocalDate endsOn() {
    return proposed.endsOn();
  }

  /** The role in which the caller decides; null where they have no power to. */
  @Nullable Role decidesAs() {
    return decidesAs;
  }

  List<CumulativeEffectView> effects() {
    return effects;
  }

  /**
   * What it would mean, before anybody signs (P9.3).
   *
   * @param why every reason why it would be refused
   */
  RestrictionPreviewView shown(List<Refusal> why) {
    return new RestrictionPreviewView(
        rules(), letter(), staffWording(), appealable(), corporate(), reviewOn(), effects(), why);
  }

  /** Restrictive action is appealable whatever its type says (P9.2, P10.1). */
  boolean appealable() {
    return proposed.nature() != Nature.SUPPORTIVE
        || (installed != null && installed.type().appealability() == Appealability.ON_ITS_FACTS);
  }

  /** More than one service or building, or the whole council (T5). */
  boolean corporate() {
    ActionScope scope = proposed.scope();
    return around.basis().corporate()
        || scope.wholeCouncil()
        || scope.serviceAreas().size() > 1
        || buildings.size() > 1;
  }

  LocalDate start() {
    LocalDate wished = proposed.startsOn();
    return wished == null ? around.today() : wished;
  }

  private boolean narrows() {
    return proposed.nature() != Nature.SUPPORTIVE;
  }

  private void judge() {
    if (occasion == Occasion.TAKEN_OVER) {
      asItStands();
      return;
    }
    considerationIsOpenToActions();
    bindsWhoMayBeBound();
    scopeIsNamed();
    reasonsAreGiven();
    term();
    if (installed == null) {
      refuse(Refusal.at("TYPE_NOT_INSTALLED", Map.of("type", proposed.type().value()), "type"));
    } else {
      try {
        judge(installed.type());
      } catch (PluginUnavailableException e) {
        refuse(e.refusal());
      }
    }
    determinationAllowsIt();
    appealStands();
    safeguardingDecisionStands();
    adjustmentsAreDecided();
    authority();
  }

  /** What the front line has to be able to go by; what else it lacks is found, not refused. */
  private void asItStands() {
    decidesAs = Role.HEAD_OF_CUSTOMER_SERVICES;
    LocalDate wished = proposed.reviewOn();
    reviewOn = wished == null ? around.today() : wished;
    bindsWhoMayBeBound();
    scopeIsNamed();
    var reasons = proposed.reasons();
    bounded(reasons.conduct(), "reasons", "conduct");
    bounded(reasons.harm(), "reasons", "harm");
    bounded(reasons.whyThis(), "reasons", "whyThis");
    bounded(reasons.whyNothingLess(), "reasons", "whyNothingLess");
    bounded(proposed.endsSoonerWhen(), "endsSoonerWhen");
    if (proposed.permanent() && proposed.endsOn() != null) {
      refuse(Refusal.at("PERMANENT_HAS_NO_END", "endsOn"));
    }
    if (installed == null) {
      refuse(Refusal.at("TYPE_NOT_INSTALLED", Map.of("type", proposed.type().value()), "type"));
      return;
    }
    try {
      RestrictionType type = installed.type();
      natureIsOfType(type);
      permanenceIsForExclusions(type);
      if (filledIn(type) && compile(type)) {
        coversNoHome();
      }
    } catch (PluginUnavailableException e) {
      refuse(e.refusal());
    }
  }

  private void judge(RestrictionType type) {
    review(type);
    natureIsOfType(type);
    permanenceIsForExclusions(type);
    nothingInForceConflicts(type);
    if (!filledIn(type)) {
      return;
    }
    suits(type);
    newInformationIsAskedFor(type);
    if (!compile(type)) {
      return;
    }
    supportNeverNarrows();
    if (around.basis().mannerOnly()) {
      neverAboutVolume();
    }
    coversNoHome();
    contradictsNothing();
    leavesAnOpenRoute();
  }

  private void natureIsOfType(RestrictionType type) {
    if (!type.natures().contains(proposed.nature())) {
      refuse(
          Refusal.at(
              "NATURE_NOT_OF_TYPE",
              Map.of(
                  "nature",
                  proposed.nature().name(),
                  "natures",
                  type.natures().stream()
                      .map(Nature::name)
                      .sorted()
                      .collect(Collectors.joining(", "))),
              "nature"));
    }
  }

  /** Whether the form is the present one and filled in so that it can be compiled. */
  private boolean filledIn(RestrictionType type) {
    if (type.settingsVersion() != proposed.settingsVersion()) {
      refuse(
          Refusal.at(
              "SETTINGS_CHANGED",
              Map.of(
                  "given",
                  Integer.toString(proposed.settingsVersion()),
                  "current",
                  Integer.toString(type.settingsVersion())),
              "settingsVersion"));
      return false;
    }
    settings = SettingsForm.withDefaults(type.settings(), proposed.settings());
    if (!settingsFit(type)) {
      return false;
    }
    buildings = buildingsIn(settings.values().values());
    return true;
  }

  // The consideration and whom it binds

  private void considerationIsOpenToActions() {
    if (occasion == Occasion.NEW && around.basis().status() == ConsiderationStatus.CLOSED) {
      refuse(Refusal.at("CONSIDERATION_CLOSED", "consideration"));
    }
  }

  /** T15: a group is bound through its members, each by conduct of their own. */
  private void bindsWhoMayBeBound() {
    var customer = around.customer();
    boolean considered = customer.id().equals(around.basis().customerId());
    boolean member =
        around.basis().boundMembers().stream().anyMatch(m -> m.memberId().equals(customer.id()));
    if (!considered && !member) {
      refuse(Refusal.at("CUSTOMER_NOT_CONSIDERED", "customer"));
    } else if (narrows() && customer.kind() == CustomerKind.GROUP) {
      refuse(Refusal.at("GROUP_BINDS_MEMBERS_ONLY", "customer"));
    }
  }

  // What it may rest on

  /** F1, P6.3b: restrictive action rests on a determination that allows it. */
  private void determinationAllowsIt() {
    if (proposed.emergency() && proposed.nature() != Nature.SAFETY) {
      refuse(Refusal.at("EMERGENCY_FOR_SAFETY_ONLY", "emergency"));
    }
    if (!narrows()) {
      return;
    }
    if (proposed.emergency()) {
      text(proposed.emergencyReason(), "emergencyReason");
      emergencyIsNotRepeated();
      return;
    }
    var basis = around.basis();
    if (basis.category() == null) {
      refuse(new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("DETERMINATION")));
      return;
    }
    if (!basis.restrictiveAllowed()) {
      refuse(
          Refusal.of(
              "DETERMINATION_ALLOWS_SUPPORT_ONLY", Map.of("category", basis.category().name())));
      return;
    }
    if (basis.mannerOnly() && proposed.answering() != Answering.MANNER) {
      refuse(Refusal.at("NEVER_ABOUT_VOLUME", "answering"));
    }
    if (!basis.warningGivenOrDispensed() && proposed.nature() == Nature.RESTRICTIVE) {
      refuse(new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("WARNING")));
    }
    if (!basis.representationsTaken()) {
      warnings.add(Warning.of("REPRESENTATIONS_STILL_TO_BE_TAKEN"));
    }
  }

  /**
   * F1: a measure that was to lapse unless confirmed does not begin again by another emergency,
   * from the day after and for nothing new; then it is the full way.
   */
  private void emergencyIsNotRepeated() {
    ofThisKind()
        .filter(action -> action.decided().emergency())
        .filter(action -> day(action.decided().imposedAt()).isBefore(around.today()))
        .filter(action -> !around.happenedSince(action.decided().imposedAt()))
        .findFirst()
        .ifPresent(
            action ->
                refuse(
                    Refusal.at(
                        "EMERGENCY_AGAIN",
                        Map.of(
                            "reference",
                            action.decided().reference(),
                            "on",
                            day(action.decided().imposedAt()).toString()),
                        "emergency")));
  }

  /** P10.5: what an appeal lifted is not imposed again for what the appeal was about. */
  private void appealStands() {
    if (occasion != Occasion.NEW || !narrows()) {
      return;
    }
    ofThisKind()
        .filter(action -> action.course().liftedOnAppeal() != null && overlaps(action))
        .filter(action -> !around.happenedSince(action.decided().imposedAt()))
        .findFirst()
        .ifPresent(
            action ->
                refuse(
                    Refusal.at(
                        "LIFTED_ON_APPEAL",
                        Map.of("reference", action.decided().reference()),
                        "type")));
  }

  private Stream<ImposedAction> ofThisKind() {
    return Stream.concat(around.live().stream(), around.ended().stream())
        .filter(action -> action.decided().typeId().equals(proposed.type().value()));
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(WorkingDays.LONDON).toLocalDate();
  }

  /** P6.3b: where the customer has cause, nothing may count or ration contact. */
  private void neverAboutVolume() {
    if (narrows() && bare.stream().anyMatch(rule -> rule.effect() instanceof Effect.Limit)) {
      refuse(Refusal.at("NEVER_ABOUT_VOLUME", "type"));
    }
  }

  /**
   * T19: a named decision, and somebody told, before a child or doubtful capacity is restricted.
   */
  private void safeguardingDecisionStands() {
    boolean needed = around.child() || around.capacityInDoubt();
    if (!needed || !narrows() || proposed.emergency()) {
      return;
    }
    List<String> missing = safeguardingMissing(around.protection());
    if (!missing.isEmpty()) {
      refuse(new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", missing));
    }
  }

  static List<String> safeguardingMissing(@Nullable Protection protection) {
    var missing = new ArrayList<String>();
    if (protection == null || !protection.mayProceed()) {
      missing.add("SAFEGUARDING_DECISION");
    }
    if (protection == null || protection.noticeOn() == null) {
      missing.add("PARENT_NOTICE");
    }
    return missing;
  }

  /** F3: restrictive action waits for a request to be decided; safety does not. */
  private void adjustmentsAreDecided() {
    if (occasion != Occasion.APPEAL
        && proposed.nature() == Nature.RESTRICTIVE
        && !around.undecidedAdjustments().isEmpty()) {
      refuse(
          Refusal.of(
              "ADJUSTMENT_UNDECIDED",
              Map.of("count", Integer.toString(around.undecidedAdjustments().size()))));
    }
  }

  /**
   * T3: a warning is given after asking whether there is new information, whichever act gives it.
   */
  private void newInformationIsAskedFor(RestrictionType type) {
    if (occasion == Occasion.NEW
        && !narrows()
        && AuthorityAction.WARN.equals(type.authority())
        && !around.askedForWarning()) {
      refuse(
          new MissingStepsRefusal(
              "WARNING_STEPS_MISSING", List.of("CHECK_NEW_INFORMATION_AT_WARNING")));
    }
  }

  // Who decides

  /** F15, T5: by action, scope and premises; a head of service in their own areas. */
  private void authority() {
    if (occasion == Occasion.APPEAL) {
      decidesAs = Role.CMT_MEMBER;
      return;
    }
    DecisionScope scope = corporate() ? DecisionScope.CORPORATE : DecisionScope.SERVICE;
    String action = action();
    Set<Role> may = around.policy().authority().whoMay(action, scope, premises());
    var actor = around.actor();
    Role[] roles = may.stream().sorted().toArray(Role[]::new);
    decidesAs =
        may.stream()
            .sorted()
            .filter(
                role ->
                    role == Role.HEAD_OF_SERVICE
                        ? decidingAreas().stream().allMatch(actor::heads)
                        : actor.holds(role))
            .findFirst()
            .orElse(null);
    if (decidesAs == null) {
      refuse(
          roles.length == 0
              ? Refusal.of("NOBODY_HAS_AUTHORITY", Map.of("action", action))
              : AuthorityRefusal.of(
                  scope == DecisionScope.CORPORATE ? "CORPORATE_DECISION" : "NOT_YOURS_TO_DECIDE",
                  roles));
    }
  }

  private Set<ServiceAreaCode> decidingAreas() {
    var areas = new TreeSet<>(proposed.scope().serviceAreas());
    areas.add(around.basis().leadService());
    return areas;
  }

  private String action() {
    AuthorityAction asked = installed == null ? null : installed.type().authority();
    return switch (proposed.nature()) {
      case SUPPORTIVE ->
          AuthorityAction.WARN.equals(asked)
              ? DecisionKind.WARN.action()
              : DecisionKind.SUPPORT.action();
      case RESTRICTIVE, SAFETY -> {
        if (proposed.permanent()) {
          yield DecisionKind.EXCLUDE_PERMANENTLY.action();
        }
        if (proposed.emergency()) {
          yield DecisionKind.SAFETY_MEASURE.action();
        }
        yield asked == null || asked.equals(AuthorityAction.OFFER_SUPPORT)
            ? DecisionKind.RESTRICT.action()
            : asked.code();
      }
    };
  }

  /** A building that no one service runs, or another service's, is shared. */
  private Premises premises() {
    if (buildings.isEmpty()) {
      return Premises.ANY;
    }
    return buildings.stream()
            .map(around.directory()::building)
            .allMatch(
                b -> b != null && around.basis().leadService().value().equals(b.serviceArea()))
        ? Premises.OWN
        : Premises.SHARED;
  }

  // Scope, reasons, term, review

  /** F8, F12: what it covers is named; nothing covers everything by leaving it out. */
  private void scopeIsNamed() {
    ActionScope scope = proposed.scope();
    boolean aboutPlaces =
        installed != null && installed.type().axis() == org.evenhand.spi.Axis.WHERE;
    if (narrows() && !aboutPlaces && !scope.wholeCouncil() && scope.serviceAreas().isEmpty()) {
      refuse(Refusal.at("SCOPE_NOT_NAMED", "scope"));
    }
    if (scope.wholeCouncil() && !scope.serviceAreas().isEmpty()) {
      refuse(Refusal.at("SCOPE_CONTRADICTS_ITSELF", "scope"));
    }
    scope.serviceAreas().stream()
        .filter(code -> !around.knownAreas().contains(code))
        .forEach(code -> refuse(Refusal.notFound("ServiceArea", "scope", "serviceAreas")));
  }

  /** F17: conduct, harm, why this, why nothing less; F12: what would end it sooner. */
  private void reasonsAreGiven() {
    var reasons = proposed.reasons();
    if (narrows()) {
      text(reasons.conduct(), "reasons", "conduct");
      text(reasons.harm(), "reasons", "harm");
      text(reasons.whyThis(), "reasons", "whyThis");
      text(reasons.whyNothingLess(), "reasons", "whyNothingLess");
      text(proposed.endsSoonerWhen(), "endsSoonerWhen");
      if (duplicated()) {
        warnings.add(Warning.of("REASONS_DUPLICATED"));
      }
    } else {
      bounded(reasons.conduct(), "reasons", "conduct");
      bounded(reasons.harm(), "reasons", "harm");
      bounded(reasons.whyThis(), "reasons", "whyThis");
      bounded(reasons.whyNothingLess(), "reasons", "whyNothingLess");
      bounded(proposed.endsSoonerWhen(), "endsSoonerWhen");
    }
  }

  private boolean duplicated() {
    var reasons = proposed.reasons();
    return around.live().stream()
        .map(ImposedAction::decided)
        .anyMatch(
            d ->
                !d.typeId().equals(proposed.type().value())
                    && d.whyThis().equals(reasons.whyThis())
                    && d.whyNothingLess().equals(reasons.whyNothingLess()));
  }

  /** F2: an end, not too far, unless there is a reason; permanent only in extreme cases. */
  private void term() {
    LocalDate endsOn = proposed.endsOn();
    LocalDate wished = proposed.startsOn();
    if (wished != null && wished.isBefore(around.today())) {
      refuse(Refusal.at("STARTS_IN_THE_PAST", "startsOn"));
    }
    LocalDate latestStart = around.today().plusMonths(LATEST_START_MONTHS);
    if (narrows() && start().isAfter(latestStart)) {
      refuse(
          Refusal.at("STARTS_TOO_FAR_AHEAD", Map.of("latest", latestStart.toString()), "startsOn"));
    }
    if (endsOn != null && endsOn.isBefore(start())) {
      refuse(Refusal.at("ENDS_BEFORE_IT_STARTS", "endsOn"));
    }
    if (proposed.permanent()) {
      if (endsOn != null) {
        refuse(Refusal.at("PERMANENT_HAS_NO_END", "endsOn"));
      }
      text(proposed.extremeCaseReason(), "extremeCaseReason");
      return;
    }
    if (!narrows()) {
      return;
    }
    if (endsOn == null) {
      refuse(Refusal.at("END_MISSING", "endsOn"));
      return;
    }
    int most = around.policy().figures().get(FigureKey.MAXIMUM_TERM_MONTHS);
    String reason = proposed.longerTermReason();
    if (endsOn.isAfter(start().plusMonths(most)) && (reason == null || reason.isBlank())) {
      refuse(Refusal.at("TERM_TOO_LONG", Map.of("months", Integer.toString(most)), "endsOn"));
    }
    bounded(reason, "longerTermReason");
  }

  /** P8.3.13: only an exclusion can be permanent, and only by the corporate head. */
  private void permanenceIsForExclusions(RestrictionType type) {
    if (proposed.permanent()
        && (!type.authority().equals(AuthorityAction.EXCLUDE_FROM_BUILDING) || !narrows())) {
      refuse(Refusal.at("PERMANENT_FOR_EXCLUSIONS_ONLY", "permanent"));
    }
  }

  /** F2, F5: reviewed in time, sooner where an allegation is untested. */
  private void review(RestrictionType type) {
    var figures = around.policy().figures();
    LocalDate latest =
        earlier(
            start().plusMonths(figures.get(FigureKey.LONGEST_REVIEW_MONTHS)),
            start().plus(type.reviewInterval()));
    boolean untested =
        narrows() && around.incidents().stream().anyMatch(incident -> !incident.tested());
    if (untested) {
      latest = earlier(latest, start().plusDays(figures.get(FigureKey.UNTESTED_REVIEW)));
    }
    LocalDate usual =
        earlier(latest, start().plusMonths(figures.get(FigureKey.REVIEW_AFTER_MONTHS)));
    LocalDate endsOn = proposed.endsOn();
    if (endsOn != null && endsOn.isBefore(usual) && !endsOn.isBefore(start())) {
      usual = endsOn;
    }
    LocalDate wished = proposed.reviewOn();
    reviewOn = wished == null ? usual : wished;
    if (wished != null && !wished.isAfter(start()) && occasion != Occasion.APPEAL) {
      refuse(Refusal.at("REVIEW_BEFORE_START", "reviewOn"));
    } else if (reviewOn.isAfter(latest)) {
      refuse(
          Refusal.at(
              untested ? "REVIEW_TOO_LATE_FOR_UNTESTED" : "REVIEW_TOO_LATE",
              Map.of("latest", latest.toString()),
              "reviewOn"));
    }
  }

  // The type and its settings

  private boolean settingsFit(RestrictionType type) {
    var problems = new ArrayList<SettingProblem>(SettingsForm.problems(type.settings(), settings));
    settings.values().forEach((key, value) -> references(key, value, problems));
    type.settings().forEach(descriptor -> endpointIsFor(descriptor, problems));
    if (problems.isEmpty()) {
      problems.addAll(type.validate(settings));
    }
    if (problems.isEmpty()) {
      return true;
    }
    refuse(
        new SettingsRefusal(
            problems.stream()
                .map(p -> new SettingsRefusal.Problem(p.keyPath(), p.code(), p.message()))
                .toList()));
    return false;
  }

  /** An endpoint has to be for one of the channels that the form asks for. */
  private void endpointIsFor(SettingDescriptor descriptor, List<SettingProblem> problems) {
    if (descriptor instanceof SettingDescriptor.EndpointSetting asked
        && !asked.channels().isEmpty()
        && settings.find(asked.key()).orElse(null) instanceof SettingValue.EndpointValue given) {
      var entry = around.directory().find(given.endpoint(), around.now());
      if (entry != null && entry.channel() != null && !asked.channels().contains(entry.channel())) {
        problems.add(new SettingProblem(asked.key(), "not-for-this-channel", Texts.none()));
      }
    }
  }

  /** What settings point at must exist, and a matter must be this customer's. */
  private void references(String path, SettingValue value, List<SettingProblem> problems) {
    switch (value) {
      case SettingValue.BuildingSetValue v -> v.buildings().forEach(r -> known(path, r, problems));
      case SettingValue.ZoneValue v -> known(path, v.zone(), problems);
      case SettingValue.ServiceAreaValue v -> known(path, v.serviceArea(), problems);
      case SettingValue.MatterValue v -> known(path, v.matter(), problems);
      case SettingValue.OfficerValue v -> known(path, v.officer(), problems);
      case SettingValue.EndpointValue v -> known(path, v.endpoint(), problems);
      case SettingValue.ListValue v -> {
        for (int i = 0; i < v.values().size(); i++) {
          references(path + "[" + i + "]", v.values().get(i), problems);
        }
      }
      default -> {}
    }
  }

  private void known(String path, Ref ref, List<SettingProblem> problems) {
    boolean known =
        ref.kind() == RefKind.MATTER
            ? uuid(ref.id()) instanceof UUID id && around.ownMatter(id)
            : around.directory().has(ref);
    if (!known) {
      problems.add(new SettingProblem(path, "not-found", Texts.none()));
    } else if (gone(ref)) {
      problems.add(new SettingProblem(path, "gone", Texts.none()));
    }
  }

  private boolean gone(Ref ref) {
    var entry = around.directory().find(ref, around.now());
    return entry != null && entry.availability() == org.evenhand.rules.Availability.GONE;
  }

  private void suits(RestrictionType type) {
    if (type.assess(settings, facts()) instanceof Assessment.Refused(List<Assessment.Reason> why)) {
      why.forEach(
          reason ->
              refuse(
                  Refusal.at(
                      "TYPE_DOES_NOT_SUIT",
                      Map.of("reason", reason.code(), "text", reason.message().in("en").value()),
                      "settings")));
    }
  }

  private AssessmentFacts facts() {
    return new AssessmentFacts(
        around.today(),
        proposed.nature(),
        proposed.scope().serviceAreas().stream()
            .map(code -> Ref.serviceArea(code.value()))
            .collect(Collectors.toSet()),
        around.basis().category() != null && around.basis().category().designates(),
        around.child(),
        around.vulnerable(),
        !around.undecidedAdjustments().isEmpty(),
        around.adjustments().stream()
            .flatMap(a -> a.cannotUse().stream())
            .collect(Collectors.toSet()),
        around.represented(),
        around.matters().stream().anyMatch(m -> m.system().equals(TENANCIES) && !m.concluded()),
        around.matters().stream()
            .filter(m -> m.concluded() && !m.stillOurs())
            .map(m -> Ref.matter(m.id().value()))
            .collect(Collectors.toSet()),
        around.matters().stream()
            .filter(m -> !m.concluded() || m.stillOurs())
            .map(m -> Ref.matter(m.id().value()))
            .collect(Collectors.toSet()),
        around.live().stream()
            .map(a -> TypeId.of(a.decided().typeId()))
            .collect(Collectors.toSet()),
        around.incidents().stream().map(Proposal::assessed).toList());
  }

  private static AssessedIncident assessed(IncidentView incident) {
    return new AssessedIncident(
        incident.occurredOn(),
        incident.channel(),
        Set.copyOf(incident.behaviours()),
        incident.sourceGrade() == SourceGrade.FIRST_HAND);
  }

  private boolean compile(RestrictionType type) {
    try {
      bare = List.copyOf(type.compile(settings));
      rules = RuleSet.of(Scoping.bind(bare, proposed.scope(), type.axis()));
      letter = type.letter(settings);
      staffWording = type.staffWording(settings);
      return true;
    } catch (PluginUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      refuse(Refusal.at("TYPE_CANNOT_COMPILE", "type"));
      return false;
    }
  }

  /** P8.3: help may advise; whatever turns away, redirects or rations is restrictive. */
  private void supportNeverNarrows() {
    if (narrows()) {
      return;
    }
    if (bare.stream().map(Rule::effect).anyMatch(effect -> !(effect instanceof Effect.Advise))) {
      refuse(Refusal.at("SUPPORT_NEVER_NARROWS", "nature"));
    }
  }

  // What is in force together

  /** T12: types that declare that they cannot stand beside each other. */
  private void nothingInForceConflicts(RestrictionType type) {
    around.live().stream()
        .filter(a -> overlaps(a))
        .filter(a -> type.conflicts().contains(TypeId.of(a.decided().typeId())))
        .forEach(
            a ->
                refuse(
                    new ContradictionRefusal("TYPES_CONFLICT", a.id(), a.decided().reference())));
  }

  private boolean overlaps(ImposedAction other) {
    return Scoping.overlap(
        proposed.scope().wholeCouncil(),
        proposed.scope().serviceAreas(),
        other.decided().wholeCouncil(),
        other.decided().serviceAreas().stream()
            .map(ServiceAreaCode::new)
            .collect(Collectors.toSet()));
  }

  /** T12: rules that cannot be followed together are refused, not discovered at the desk. */
  private void contradictsNothing() {
    if (!narrows()) {
      return;
    }
    var together = new ArrayList<RuleInForce>();
    bare.forEach(rule -> together.add(inForce(PROPOSED, rule, proposed.nature())));
    around.live().stream()
        .filter(a -> a.narrows() && overlaps(a))
        .forEach(
            a ->
                StoredForm.rules(a.decided().rules())
                    .rules()
                    .forEach(
                        rule ->
                            together.add(
                                inForce(a.id(), Scoping.unbind(rule), a.decided().nature()))));
    together.addAll(ofCourts());
    for (Contradiction found : Contradictions.check(together, around.directory(), start())) {
      var ids = found.rules().stream().map(o -> o.restrictionId()).distinct().toList();
      if (!ids.contains(PROPOSED)) {
        continue;
      }
      UUID other = ids.stream().filter(id -> !id.equals(PROPOSED)).findFirst().orElse(null);
      refuse(new ContradictionRefusal(found.kind().name(), other, reference(other)));
    }
  }

  private String reference(@Nullable UUID id) {
    return Stream.concat(
            around.live().stream().filter(a -> a.id().equals(id)).map(a -> a.decided().reference()),
            around.courtTerms().stream()
                .filter(terms -> terms.id().equals(id))
                .map(CourtTermsInForce::reference))
        .findFirst()
        .orElse("");
  }

  /** P9.3, F3: an ordinary way in, usable given the adjustments, within the policy's days. */
  private void leavesAnOpenRoute() {
    List<RuleInForce> everything = everything();
    if (narrows()) {
      int workingDays = around.policy().figures().get(FigureKey.OPEN_ROUTE);
      OpenRoute route =
          OpenRoute.check(
              OpenRouteInput.of(everything, around.adjustments(), start(), around.closedDays())
                  .within(workingDays)
                  .until(lastDayLookedAt())
                  .buildings(openBuildings())
                  .directory(around.directory()));
      if (route instanceof OpenRoute.NoOpenRoute none) {
        refuse(
            new NoOpenRouteRefusal(
                workingDays,
                none.reasons().stream()
                    .map(
                        door ->
                            new NoOpenRouteRefusal.ClosedChannel(door.channel(), door.why().name()))
                    .toList()));
      }
    }
    effects = new CumulativeEffect(everything, CumulativeEffect.Around.of(around)).effects(start());
  }

  private LocalDate lastDayLookedAt() {
    LocalDate year = start().plusMonths(12);
    LocalDate endsOn = proposed.endsOn();
    return endsOn == null || endsOn.isAfter(year) || endsOn.isBefore(start()) ? year : endsOn;
  }

  private Set<Ref> openBuildings() {
    return around.directory().buildings().stream()
        .filter(b -> !b.tenantHomes() && !b.closedForGood(start()))
        .map(DeskDirectory.Building::ref)
        .collect(Collectors.toSet());
  }

  /** What courts said stands beside whatever is imposed, and above it (T11). */
  private List<RuleInForce> ofCourts() {
    return around.courtTerms().stream()
        .flatMap(terms -> terms.rulesAt(around.now()).stream())
        .toList();
  }

  private List<RuleInForce> everything() {
    var all = new ArrayList<>(ofCourts());
    rules().forEach(rule -> all.add(inForce(PROPOSED, rule, proposed.nature())));
    for (ImposedAction action : around.live()) {
      for (Rule rule : StoredForm.rules(action.decided().rules()).rules()) {
        all.add(
            new RuleInForce(
                action.id(),
                rule,
                action.decided().nature(),
                startOf(start()),
                Standing.end(action),
                true,
                false,
                Bound.CUSTOMER,
                null));
      }
    }
    return all;
  }

  private RuleInForce inForce(UUID id, Rule rule, Nature nature) {
    return new RuleInForce(
        id,
        rule,
        nature,
        startOf(start()),
        Standing.end(proposed.endsOn(), null),
        true,
        false,
        Bound.CUSTOMER,
        null);
  }

  private static java.time.Instant startOf(LocalDate day) {
    return day.atStartOfDay(WorkingDays.LONDON).toInstant();
  }

  // Homes

  /**
   * F8: nothing that turns somebody away from a place covers a tenant's home or its common parts.
   * Found by trying: what is turned away there but not at a place of no meaning is about the place.
   */
  private void coversNoHome() {
    if (!narrows()) {
      return;
    }
    List<RuleInForce> own =
        bare.stream().map(rule -> inForce(PROPOSED, rule, proposed.nature())).toList();
    if (turnedAway(own, Fact.of(Ref.building("nowhere")), Fact.none())) {
      return;
    }
    var covered = new TreeSet<String>();
    for (DeskDirectory.Building building : around.directory().buildings()) {
      if (building.tenantHomes() && turnedAway(own, Fact.of(building.ref()), Fact.none())) {
        covered.add(building.name());
      }
      for (DeskDirectory.Zone zone : building.zones()) {
        if (zone.commonPartOfHomes()
            && turnedAway(own, Fact.of(building.ref()), Fact.of(building.zone(zone)))) {
          covered.add(building.name() + ", " + zone.name());
        }
      }
    }
    if (!covered.isEmpty()) {
      refuse(Refusal.at("COVERS_A_HOME", Map.of("places", String.join("; ", covered)), "settings"));
    }
  }

  private boolean turnedAway(List<RuleInForce> own, Fact<Ref> building, Fact<Ref> zone) {
    ZonedDateTime noon = start().atTime(LocalTime.NOON).atZone(WorkingDays.LONDON);
    return EnumSet.of(Channel.FACE_TO_FACE, Channel.HOME_VISIT).stream()
        .map(
            channel ->
                ContactEvaluator.evaluate(
                    CheckInput.of(
                            ContactFacts.ordinary(noon.toInstant(), channel)
                                .building(building)
                                .zone(zone)
                                .build(),
                            certain())
                        .rules(own)
                        .build()))
        .map(ContactAnswer::verdict)
        .anyMatch(v -> v == Verdict.DECLINE_THIS_CONTACT || v == Verdict.REDIRECT);
  }

  static IdentityConfidence certain() {
    return IdentityConfidence.of(Identifier.REFERENCE, Identifier.DATE_OF_BIRTH);
  }

  // Small things

  private static Set<UUID> buildingsIn(Collection<SettingValue> values) {
    return values.stream()
        .flatMap(
            value ->
                switch (value) {
                  case SettingValue.BuildingSetValue v -> v.buildings().stream().map(Ref::id);
                  case SettingValue.ZoneValue v ->
                      Stream.of(
                          v.zone().id().substring(0, Math.max(0, v.zone().id().indexOf('/'))));
                  default -> Stream.<String>of();
                })
        .map(Proposal::uuid)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private void text(@Nullable String text, String... path) {
    Refusal refusal = Acts.text(text, LONGEST, path);
    if (refusal != null) {
      refuse(refusal);
    }
  }

  private void bounded(@Nullable String text, String... path) {
    if (text != null && text.length() > LONGEST) {
      refuse(Refusal.at("TEXT_TOO_LONG", Map.of("longest", Integer.toString(LONGEST)), path));
    }
  }

  private void refuse(Refusal refusal) {
    if (!refusals.contains(refusal)) {
      refusals.add(refusal);
    }
  }
}
