package org.evenhand.restrictions.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.ImposingBasis;
import org.evenhand.designation.Protection;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.IncidentView;
import org.evenhand.intake.MatterView;
import org.evenhand.policy.AuthorityMatrix;
import org.evenhand.policy.CarveOuts;
import org.evenhand.policy.Figures;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.policy.PolicyVersionId;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.Reasons;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.RestrictionToImpose;
import org.evenhand.restrictions.internal.InstalledTypes.Installed;
import org.evenhand.restrictions.internal.types.BuiltInTypes;
import org.evenhand.rules.AgreedAdjustment;
import org.evenhand.rules.CarveOutStrength;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.RestrictionType;
import org.evenhand.spi.RuleSet;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.evenhand.spi.WeeklySlots;
import org.jspecify.annotations.Nullable;

/** A case and a council for judging proposals, without a database; each test changes one thing. */
final class ProposalFixture {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final ServiceAreaCode HOUSING = new ServiceAreaCode("housing");
  static final ServiceAreaCode LEISURE = new ServiceAreaCode("leisure");
  static final UUID HALL = new UUID(2, 1);
  static final UUID OFFICE = new UUID(2, 2);
  static final UUID TOWER = new UUID(2, 3);
  static final UUID SPOC = new UUID(1, 1);
  static final UUID DEPUTY = new UUID(1, 2);

  private static final WorkingDays WORKING_DAYS = new WorkingDays();
  private static final CustomerId CUSTOMER = new CustomerId(new UUID(9, 1));
  private static final ConsiderationId CASE = new ConsiderationId(new UUID(8, 1));

  Role seat = Role.HEAD_OF_SERVICE;
  Set<ServiceAreaCode> seatAreas = Set.of(HOUSING);
  ConsiderationStatus status = ConsiderationStatus.DETERMINED;
  @Nullable Category category = Category.UNREASONABLE;
  boolean restrictiveAllowed = true;
  boolean mannerOnly;
  boolean warned = true;
  boolean heard = true;
  boolean corporateCase;
  List<BoundMember> members = List.of();
  CustomerId bound = CUSTOMER;
  CustomerKind kind = CustomerKind.INDIVIDUAL;
  LocalDate born = LocalDate.of(1980, 5, 17);
  Circumstances circumstances = Circumstances.NONE_KNOWN;
  @Nullable Protection protection;
  List<IncidentView> incidents = List.of();
  final List<MatterView> matters = new ArrayList<>();
  final List<AdjustmentView> undecided = new ArrayList<>();
  final List<AgreedAdjustment> adjustments = new ArrayList<>();
  final List<ImposedAction> live = new ArrayList<>();
  final List<ImposedAction> ended = new ArrayList<>();
  final List<CustomerView> otherRecords = new ArrayList<>();
  final List<CourtTermsInForce> courtTerms = new ArrayList<>();
  Instant decidedAt = NOW;
  boolean askedForWarning;

  @Nullable RestrictionType plugin;
  TypeId type = TypeId.builtIn("time-slot");
  Nature nature = Nature.RESTRICTIVE;
  Settings settings = slots();
  int formVersion = 1;
  ActionScope scope = new ActionScope(Set.of(HOUSING), false);
  Reasons reasons =
      new Reasons(
          "Remarks at the desk on two days",
          "The desk was closed for forty minutes",
          "It keeps contact calm",
          "A warning did not help");
  Answering answering = Answering.MANNER;
  String endsSooner = "Three months without such remarks";
  @Nullable LocalDate startsOn;
  @Nullable LocalDate endsOn = MONDAY.plusMonths(3);
  Figures figures = Figures.standard();
  boolean permanent;
  @Nullable String extreme;
  @Nullable String longer;
  @Nullable LocalDate reviewOn;
  boolean emergency;
  @Nullable String emergencyReason;

  // Settings

  static Settings slots() {
    return slots(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
  }

  static Settings slots(DayOfWeek... days) {
    return Settings.of(
        "slots",
        new SettingValue.WeeklySlotsValue(
            WeeklySlots.on(List.of(days), LocalTime.of(10, 0), LocalTime.of(12, 0))));
  }

  static Settings medium(Channel... media) {
    return Settings.of("medium", new SettingValue.ChannelSetValue(Set.of(media)));
  }

  static Settings excluded(UUID... buildings) {
    Set<Ref> refs = new HashSet<>();
    for (UUID building : buildings) {
      refs.add(Ref.building(building));
    }
    return Settings.of("buildings", new SettingValue.BuildingSetValue(refs));
  }

  static Settings spoc(String way) {
    return Settings.of("officer", new SettingValue.OfficerValue(Ref.officer(SPOC)))
        .with("deputy", new SettingValue.OfficerValue(Ref.officer(DEPUTY)))
        .with("way", new SettingValue.ChoiceValue(way));
  }

  static Settings matter(MatterView matter) {
    return Settings.of("matter", new SettingValue.MatterValue(Ref.matter(matter.id().value())));
  }

  // Changes

  ProposalFixture type(String name, Settings with) {
    type = TypeId.builtIn(name);
    settings = with;
    return this;
  }

  ProposalFixture exclusion(UUID... buildings) {
    scope = new ActionScope(Set.of(), false);
    return type("building-exclusion", excluded(buildings));
  }

  ProposalFixture asHeadOfCustomerServices() {
    seat = Role.HEAD_OF_CUSTOMER_SERVICES;
    seatAreas = Set.of();
    return this;
  }

  MatterView addMatter(boolean concluded, boolean explained, boolean missed) {
    var matter =
        new MatterView(
            new org.evenhand.intake.MatterId(new UUID(7, matters.size() + 1)),
            1,
            CUSTOMER,
            "REP-" + matters.size(),
            "repairs",
            "The tap",
            HOUSING,
            MONDAY.minusDays(40),
            missed,
            concluded,
            concluded ? MONDAY.minusDays(50) : null,
            concluded ? new ActorId("repairs-1") : null,
            explained,
            explained ? MONDAY.minusDays(49) : null);
    matters.add(matter);
    return matter;
  }

  void adjustmentAsked() {
    undecided.add(
        new AdjustmentView(
            new AdjustmentId(new UUID(6, 1)),
            1,
            CUSTOMER,
            AdjustmentCode.WRITTEN_ONLY,
            null,
            Set.of(),
            Set.of(),
            AdjustmentStatus.REQUESTED,
            MONDAY,
            new ActorId("officer-1"),
            MONDAY.plusDays(7),
            null,
            null,
            null,
            null));
  }

  void cannotUse(Channel... channels) {
    adjustments.add(
        new AgreedAdjustment("a", "WRITTEN_ONLY", Texts.none(), Set.of(channels), Set.of()));
  }

  // Judging

  Proposal judged() {
    return new Proposal(proposed(), installed(), around());
  }

  List<String> codes() {
    return judged().refusals().stream().map(Refusal::code).toList();
  }

  void addTenancy() {
    matters.add(
        new MatterView(
            new org.evenhand.intake.MatterId(new UUID(7, 90)),
            1,
            CUSTOMER,
            "TEN-1",
            "tenancies",
            null,
            HOUSING,
            null,
            false,
            false,
            null,
            null,
            false,
            null));
  }

  @Nullable Installed installed() {
    if (plugin != null) {
      return new Installed(plugin, "housing", "1.0");
    }
    return BuiltInTypes.all().stream()
        .filter(t -> t.id().equals(type))
        .map(t -> new Installed(t, null, null))
        .findFirst()
        .orElse(null);
  }

  RestrictionToImpose proposed() {
    return new RestrictionToImpose(
        CASE,
        bound,
        type,
        nature,
        settings,
        formVersion,
        scope,
        reasons,
        answering,
        endsSooner,
        startsOn,
        endsOn,
        permanent,
        extreme,
        longer,
        reviewOn,
        emergency,
        emergencyReason);
  }

  Surroundings around() {
    return new Surroundings(
        new Actor(new ActorId("decider"), "Dee Decider", Set.of(seat), seatAreas, List.of()),
        NOW,
        MONDAY,
        new ImposingBasis(
            CASE,
            CUSTOMER,
            status,
            category,
            category == null ? null : NOW.minusSeconds(3600),
            category == null ? null : new ActorId("decider"),
            category == null ? null : new PolicyVersionId(new UUID(5, 1)),
            "Reasons",
            "Hindrance",
            HOUSING,
            Set.of(HOUSING),
            corporateCase,
            restrictiveAllowed,
            mannerOnly,
            heard,
            warned,
            Set.of(),
            members),
        person(bound, born, circumstances),
        Stream.concat(Stream.of(person(bound, born, circumstances)), otherRecords.stream())
            .toList(),
        protection,
        new PolicyInForce(
            new PolicyVersionId(new UUID(5, 1)),
            "test-1",
            false,
            figures,
            AuthorityMatrix.standard(),
            CarveOuts.standard()),
        incidents,
        matters,
        undecided,
        adjustments,
        false,
        live,
        ended,
        Set.of(HOUSING, LEISURE),
        directory(),
        new CouncilCalendar(WORKING_DAYS).from(MONDAY),
        courtTerms,
        askedForWarning);
  }

  CustomerView person(CustomerId id, @Nullable LocalDate born, Circumstances circumstances) {
    return new CustomerView(
        id,
        1,
        "C-1",
        kind,
        "Pat Proposal",
        kind == CustomerKind.INDIVIDUAL ? born : null,
        false,
        List.of(),
        circumstances,
        null,
        null,
        List.of(),
        MONDAY);
  }

  /** Imposed in the fixture at an earlier time, and lifted by an appeal since. */
  void liftedOnAppeal(Instant imposedAt) {
    ImposedAction action = imposedAt(imposedAt);
    live.remove(action);
    ended.add(
        action
            .with(
                action
                    .progress()
                    .ended(RestrictionStatus.LIFTED, NOW, new ActorId("cmt-1"), "Not needed"))
            .with(action.course().liftedOn(new UUID(4, 99))));
  }

  ImposedAction imposedAt(Instant at) {
    decidedAt = at;
    ImposedAction action = impose();
    decidedAt = NOW;
    return action;
  }

  /** Imposes it in the fixture: it is live from now on. */
  ImposedAction impose() {
    Proposal proposal = judged();
    if (!proposal.refusals().isEmpty()) {
      throw new IllegalStateException("refused: " + codes());
    }
    var action =
        new ImposedAction(
            new UUID(4, live.size() + 1),
            1,
            new ImposedAction.Decided(
                "R-" + live.size(),
                bound.value(),
                CASE.value(),
                type.value(),
                null,
                null,
                nature,
                proposal.appealable(),
                StoredForm.settings(proposal.settings()),
                formVersion,
                "digest",
                StoredForm.rules(RuleSet.of(proposal.rules())),
                HOUSING.value(),
                scope.serviceAreas().stream().map(ServiceAreaCode::value).toList(),
                List.of(),
                scope.wholeCouncil(),
                proposal.corporate(),
                reasons.conduct(),
                reasons.harm(),
                reasons.whyThis(),
                reasons.whyNothingLess(),
                answering,
                endsSooner,
                startsOn,
                endsOn,
                permanent,
                extreme,
                longer,
                emergency,
                emergencyReason,
                null,
                new UUID(5, 1),
                decidedAt,
                "decider",
                seat,
                false),
            ImposedAction.Succession.FIRST,
            ImposedAction.Progress.begun(RestrictionStatus.IMPOSED, proposal.reviewOn()),
            ImposedAction.Course.STRAIGHT);
    live.add(action);
    return action;
  }

  static DeskDirectory directory() {
    var rows = new ArrayList<DeskDirectory.Row>();
    rows.add(area("housing"));
    rows.add(area("leisure"));
    rows.add(building(HALL, "Town hall", null, false));
    rows.add(building(OFFICE, "Housing office", "housing", false));
    rows.add(building(TOWER, "Tower", "housing", true));
    rows.add(officer(SPOC, "Sam Contact"));
    rows.add(officer(DEPUTY, "Dana Deputy"));
    rows.add(
        new DeskDirectory.Row(
            DeskDirectory.POLICY,
            new UUID(5, 1).toString(),
            StoredForm.write(
                new DeskDirectory.Policy(
                    new UUID(5, 1),
                    "test-1",
                    NOW.minusSeconds(86_400),
                    CarveOuts.standard().stream()
                        .map(
                            c ->
                                new DeskDirectory.Protected(
                                    c.topic(),
                                    CarveOutStrength.valueOf(c.strength().name()),
                                    List.of(Channel.PHONE, Channel.LETTER),
                                    c.route().contact(),
                                    new Texts(c.route().words())))
                        .toList()))));
    return new DeskDirectory(1, rows, WORKING_DAYS::isWorkingDay);
  }

  private static DeskDirectory.Row area(String code) {
    return new DeskDirectory.Row(
        DeskDirectory.SERVICE_AREA,
        code,
        StoredForm.write(
            new DeskDirectory.Area(code, "The " + code, false, "01827 1", code + "@x.org", null)));
  }

  private static DeskDirectory.Row building(
      UUID id, String name, @Nullable String area, boolean homes) {
    return new DeskDirectory.Row(
        DeskDirectory.BUILDING,
        id.toString(),
        StoredForm.write(
            new DeskDirectory.Building(
                id,
                name,
                name,
                "1 High Street",
                area,
                homes,
                false,
                false,
                List.of(new DeskDirectory.Zone("stairs", "Stairs", homes)),
                List.of(),
                null)));
  }

  private static DeskDirectory.Row officer(UUID id, String name) {
    return new DeskDirectory.Row(
        DeskDirectory.OFFICER,
        id.toString(),
        StoredForm.write(
            new DeskDirectory.Officer(id, name, name, "01827 2", null, null, List.of(), null)));
  }
}
