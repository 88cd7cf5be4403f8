package org.evenhand.restrictions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.restrictions.internal.ProposalFixture.DEPUTY;
import static org.evenhand.restrictions.internal.ProposalFixture.HALL;
import static org.evenhand.restrictions.internal.ProposalFixture.HOUSING;
import static org.evenhand.restrictions.internal.ProposalFixture.LEISURE;
import static org.evenhand.restrictions.internal.ProposalFixture.MONDAY;
import static org.evenhand.restrictions.internal.ProposalFixture.NOW;
import static org.evenhand.restrictions.internal.ProposalFixture.OFFICE;
import static org.evenhand.restrictions.internal.ProposalFixture.TOWER;
import static org.evenhand.restrictions.internal.ProposalFixture.medium;
import static org.evenhand.restrictions.internal.ProposalFixture.slots;
import static org.evenhand.restrictions.internal.ProposalFixture.spoc;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.BoundMember;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConsiderationStatus;
import org.evenhand.designation.Protection;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.Circumstances;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerKind;
import org.evenhand.intake.IncidentId;
import org.evenhand.pluginhost.SettingsRefusal;
import org.evenhand.policy.FigureKey;
import org.evenhand.policy.Figures;
import org.evenhand.restrictions.ActionScope;
import org.evenhand.restrictions.Answering;
import org.evenhand.restrictions.ContradictionRefusal;
import org.evenhand.restrictions.CumulativeEffectView;
import org.evenhand.restrictions.EverydayNeed;
import org.evenhand.restrictions.NoOpenRouteRefusal;
import org.evenhand.restrictions.Reasons;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Condition;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.TypeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule for imposing an action: an example that passes, and what it refuses. */
class ProposalTests {

  private final ProposalFixture fixture = new ProposalFixture();

  @Test
  void anOrdinaryRestrictionPasses() {
    Proposal proposal = fixture.judged();

    assertThat(proposal.refusals()).isEmpty();
    assertThat(proposal.appealable()).isTrue();
    assertThat(proposal.corporate()).isFalse();
    assertThat(proposal.decidesAs()).isEqualTo(Role.HEAD_OF_SERVICE);
    assertThat(proposal.rules()).hasSize(1);
    assertThat(proposal.letter()).isNotNull();
  }

  // What it may rest on

  @ParameterizedTest
  @EnumSource(names = {"RESTRICTIVE", "SAFETY"})
  @DisplayName("F1: refuses to restrict without a determination")
  void refusesWithoutADetermination(Nature nature) {
    fixture.category = null;
    fixture.restrictiveAllowed = false;
    fixture.nature = nature;
    fixture.exclusion(OFFICE);
    fixture.nature = nature;

    assertThat(fixture.judged().refusals())
        .contains(
            new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("DETERMINATION")));
  }

  @Test
  @DisplayName("P8.3: help may be given at any stage, before any determination too")
  void helpNeedsNoDetermination() {
    fixture.category = null;
    fixture.restrictiveAllowed = false;
    fixture.status = ConsiderationStatus.OPEN;
    fixture.type("single-point-of-contact", spoc("offered"));
    fixture.nature = Nature.SUPPORTIVE;
    fixture.endsOn = null;
    fixture.reasons = new Reasons("", "", "", "");

    assertThat(fixture.codes()).isEmpty();
    assertThat(fixture.judged().appealable()).isFalse();
  }

  @Test
  @DisplayName("P6.3b: with good cause there is help, and restriction only about manner")
  void neverAboutVolumeWhereThereIsCause() {
    fixture.category = Category.PERSISTENT_WITH_CAUSE;
    fixture.restrictiveAllowed = false;
    assertThat(fixture.codes()).containsExactly("DETERMINATION_ALLOWS_SUPPORT_ONLY");

    fixture.restrictiveAllowed = true;
    fixture.mannerOnly = true;
    fixture.answering = Answering.MANNER_AND_VOLUME;
    assertThat(fixture.codes()).containsExactly("NEVER_ABOUT_VOLUME");

    fixture.answering = Answering.MANNER;
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("F20: refuses to restrict while a warning is neither given nor dispensed with")
  void refusesWithoutAWarning() {
    fixture.warned = false;

    assertThat(fixture.judged().refusals())
        .containsExactly(
            new MissingStepsRefusal("STEPS_BEFORE_RESTRICTION_MISSING", List.of("WARNING")));
  }

  @Test
  @DisplayName("F5: hearing put off for safety is warned about, not forgotten")
  void warnsWhileTheCustomerIsNotHeard() {
    fixture.heard = false;

    assertThat(fixture.judged().warnings())
        .containsExactly(Warning.of("REPRESENTATIONS_STILL_TO_BE_TAKEN"));
  }

  @Test
  void refusesOnAClosedConsideration() {
    fixture.status = ConsiderationStatus.CLOSED;

    assertThat(fixture.codes()).containsExactly("CONSIDERATION_CLOSED");
  }

  @Test
  @DisplayName("T19: refuses to restrict a child before the safeguarding lead decided, by name")
  void refusesForAChildWithoutTheGate() {
    fixture.born = MONDAY.minusYears(15);
    assertThat(fixture.judged().refusals())
        .containsExactly(
            new MissingStepsRefusal(
                "STEPS_BEFORE_RESTRICTION_MISSING",
                List.of("SAFEGUARDING_DECISION", "PARENT_NOTICE")));

    fixture.protection =
        new Protection("Safia Lead", true, "May go on", "A parent", MONDAY, new ActorId("x"), NOW);
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("T19: the same gate where capacity is in doubt")
  void refusesWhereCapacityIsInDoubt() {
    fixture.circumstances = new Circumstances(false, null, true, "Said by the doctor");

    assertThat(fixture.codes()).containsExactly("STEPS_BEFORE_RESTRICTION_MISSING");
  }

  @Test
  @DisplayName("T19, T27: the same gate where another record of the person says so")
  void refusesWhereAnotherRecordSaysSo() {
    var other = new CustomerId(new UUID(9, 7));
    fixture.otherRecords.add(
        fixture.person(other, MONDAY.minusYears(15), Circumstances.NONE_KNOWN));
    assertThat(fixture.codes()).containsExactly("STEPS_BEFORE_RESTRICTION_MISSING");

    fixture.otherRecords.clear();
    fixture.otherRecords.add(
        fixture.person(other, null, new Circumstances(false, null, true, "Said by the doctor")));
    assertThat(fixture.codes()).containsExactly("STEPS_BEFORE_RESTRICTION_MISSING");
  }

  @Test
  @DisplayName("T15: a group is bound through its members, each by conduct of their own")
  void bindsMembersNotGroups() {
    var member = new CustomerId(new UUID(9, 2));
    fixture.kind = CustomerKind.GROUP;
    assertThat(fixture.codes()).containsExactly("GROUP_BINDS_MEMBERS_ONLY");

    fixture.kind = CustomerKind.INDIVIDUAL;
    fixture.bound = member;
    assertThat(fixture.codes()).containsExactly("CUSTOMER_NOT_CONSIDERED");

    fixture.members = List.of(new BoundMember(member, Set.of(new IncidentId(new UUID(3, 1)))));
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("F3: restrictive action waits for an adjustment to be decided; safety does not")
  void waitsForTheAdjustment() {
    fixture.adjustmentAsked();
    assertThat(fixture.codes()).containsExactly("ADJUSTMENT_UNDECIDED");

    fixture.exclusion(OFFICE);
    fixture.nature = Nature.SAFETY;
    assertThat(fixture.codes()).isEmpty();
  }

  // Emergencies

  @Test
  @DisplayName("F1, F9: an emergency is for safety measures, and dispenses with steps for a reason")
  void emergenciesAreForSafety() {
    fixture.category = null;
    fixture.restrictiveAllowed = false;
    fixture.emergency = true;
    assertThat(fixture.codes()).contains("EMERGENCY_FOR_SAFETY_ONLY", "TEXT_MISSING");

    fixture.exclusion(OFFICE);
    fixture.nature = Nature.SAFETY;
    fixture.emergencyReason = "A knife was shown at the desk";
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName(
      "F1: what began as an emergency and was to lapse does not begin again for nothing new; on its own"
          + " day, for another kind, after new conduct or by the full way it does")
  void anEmergencyIsNotRepeated() {
    anEmergencyAt(OFFICE);
    fixture.imposedAt(NOW.minus(Duration.ofDays(9)));
    fixture.incidents = List.of(incident(MONDAY.minusDays(9)));
    assertThat(fixture.codes()).containsExactly("EMERGENCY_AGAIN");

    fixture.ended.add(fixture.live.removeFirst());
    assertThat(fixture.codes()).as("ended, too").containsExactly("EMERGENCY_AGAIN");

    fixture.incidents = List.of(incident(MONDAY.minusDays(9)), incident(MONDAY.minusDays(1)));
    assertThat(fixture.codes()).isEmpty();

    fixture.ended.clear();
    fixture.incidents = List.of();
    anEmergencyAt(OFFICE);
    fixture.imposedAt(NOW.minus(Duration.ofHours(1)));
    anEmergencyAt(HALL);
    fixture.asHeadOfCustomerServices();
    assertThat(fixture.codes()).as("another building, the same day").isEmpty();
  }

  private void anEmergencyAt(UUID building) {
    fixture.exclusion(building);
    fixture.nature = Nature.SAFETY;
    fixture.emergency = true;
    fixture.emergencyReason = "A knife was shown at the desk";
  }

  // Appeals

  @Test
  @DisplayName(
      "P10.5: what an appeal lifted is not imposed again on the same conduct; on new conduct it may be")
  void whatAnAppealLiftedStaysLifted() {
    fixture.liftedOnAppeal(NOW.minus(Duration.ofDays(40)));
    fixture.incidents = List.of(incident(MONDAY.minusDays(50)));
    assertThat(fixture.judged().refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("LIFTED_ON_APPEAL");
              assertThat(refusal.parameters()).containsEntry("reference", "R-0");
            });

    fixture.incidents = List.of(incident(MONDAY.minusDays(50)), incident(MONDAY.minusDays(2)));
    assertThat(fixture.codes()).isEmpty();

    fixture.incidents = List.of();
    fixture.exclusion(OFFICE);
    assertThat(fixture.codes()).as("another kind").isEmpty();
  }

  // Authority

  @Test
  @DisplayName("F15: a head of another service has no power here")
  void refusesAHeadOfAnotherService() {
    fixture.seatAreas = Set.of(LEISURE);

    assertThat(fixture.judged().refusals())
        .containsExactly(AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.HEAD_OF_SERVICE));
  }

  @Test
  @DisplayName("T5: several services, several buildings or the whole council are corporate")
  void corporateActionsAreTheCorporateHeads() {
    fixture.scope = new ActionScope(Set.of(HOUSING, LEISURE), false);
    assertCorporate();
    fixture.scope = new ActionScope(Set.of(), true);
    assertCorporate();
    fixture.exclusion(OFFICE, HALL);
    assertCorporate();

    fixture.asHeadOfCustomerServices();
    assertThat(fixture.codes()).isEmpty();
  }

  private void assertCorporate() {
    assertThat(fixture.judged().refusals())
        .containsExactly(AuthorityRefusal.of("CORPORATE_DECISION", Role.HEAD_OF_CUSTOMER_SERVICES));
    assertThat(fixture.judged().corporate()).isTrue();
  }

  @Test
  @DisplayName("F15: a building that services share is not one service's to close")
  void sharedPremisesAreNotOneServices() {
    fixture.exclusion(HALL);
    assertThat(fixture.judged().refusals())
        .containsExactly(
            AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));

    fixture.exclusion(OFFICE);
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName(
      "P8.3.13: permanent only for an exclusion, in an extreme case, by the corporate head")
  void permanentOnlyInExtremeCases() {
    fixture.permanent = true;
    fixture.endsOn = null;
    assertThat(fixture.codes())
        .contains("PERMANENT_FOR_EXCLUSIONS_ONLY", "TEXT_MISSING", "NOT_YOURS_TO_DECIDE");

    fixture.exclusion(OFFICE).asHeadOfCustomerServices();
    fixture.extreme = "Arson in the building, twice";
    assertThat(fixture.codes()).isEmpty();
  }

  // Scope, reasons, term, review

  @Test
  @DisplayName("F8, F12: refuses a scope that nobody named")
  void refusesAnUnnamedScope() {
    fixture.scope = new ActionScope(Set.of(), false);
    assertThat(fixture.codes()).containsExactly("SCOPE_NOT_NAMED");

    fixture.scope = new ActionScope(Set.of(HOUSING), true);
    assertThat(fixture.codes()).contains("SCOPE_CONTRADICTS_ITSELF");
  }

  @Test
  @DisplayName("F12: a rule says nothing about a service it is not for")
  void rulesAreHeldToTheirScope() {
    assertThat(fixture.judged().rules())
        .allSatisfy(
            rule ->
                assertThat(rule.when())
                    .isInstanceOfSatisfying(
                        Condition.AllOf.class,
                        all ->
                            assertThat(all.conditions().getFirst())
                                .isEqualTo(Condition.serviceAreaIn(Ref.serviceArea("housing")))));
  }

  @Test
  @DisplayName("F17, F12: refuses reasons with a step left out, each at its place")
  void refusesReasonsLeftOut() {
    fixture.reasons = new Reasons("Remarks", "", " ", "");
    fixture.endsSooner = "";

    assertThat(fixture.judged().refusals())
        .extracting(Refusal::path)
        .containsExactlyInAnyOrder(
            List.of("reasons", "harm"),
            List.of("reasons", "whyThis"),
            List.of("reasons", "whyNothingLess"),
            List.of("endsSoonerWhen"));
  }

  @Test
  @DisplayName("F17: the same reasons for another action are noticed")
  void warnsOfDuplicatedReasons() {
    fixture.impose();
    fixture.type("witness-present", org.evenhand.spi.Settings.empty());

    assertThat(fixture.judged().warnings()).contains(Warning.of("REASONS_DUPLICATED"));
  }

  @Test
  @DisplayName(
      "F2: refuses no end, an end before the start, and more than twelve months unreasoned")
  void refusesTermsOutOfBounds() {
    fixture.endsOn = null;
    assertThat(fixture.codes()).containsExactly("END_MISSING");

    fixture.endsOn = MONDAY.minusDays(1);
    assertThat(fixture.codes()).contains("ENDS_BEFORE_IT_STARTS");

    fixture.endsOn = MONDAY.plusMonths(12).plusDays(1);
    assertThat(fixture.codes()).containsExactly("TERM_TOO_LONG");

    fixture.longer = "The building is rebuilt until then";
    assertThat(fixture.codes()).isEmpty();

    fixture.startsOn = MONDAY.minusDays(1);
    assertThat(fixture.codes()).contains("STARTS_IN_THE_PAST");
  }

  @Test
  @DisplayName(
      "F13: nothing is decided for a day so far ahead that what is known now is old by then")
  void refusesToStartFarAhead() {
    fixture.startsOn = MONDAY.plusMonths(3);
    fixture.endsOn = MONDAY.plusMonths(9);
    assertThat(fixture.codes()).isEmpty();

    fixture.startsOn = MONDAY.plusMonths(3).plusDays(1);
    assertThat(fixture.codes()).containsExactly("STARTS_TOO_FAR_AHEAD");
  }

  @Test
  @DisplayName("F2: six months to the review unless said, never more than twelve")
  void reviewsInTime() {
    fixture.endsOn = MONDAY.plusMonths(12);
    assertThat(fixture.judged().reviewOn()).isEqualTo(MONDAY.plusMonths(6));

    fixture.reviewOn = MONDAY.plusMonths(12).plusDays(1);
    assertThat(fixture.codes()).containsExactly("REVIEW_TOO_LATE");

    fixture.reviewOn = MONDAY;
    assertThat(fixture.codes()).containsExactly("REVIEW_BEFORE_START");
  }

  @Test
  @DisplayName("F2: a short action is reviewed by its last day")
  void reviewsNoLaterThanTheEnd() {
    fixture.endsOn = MONDAY.plusDays(40);

    assertThat(fixture.judged().reviewOn()).isEqualTo(MONDAY.plusDays(40));
  }

  // The type and its settings

  @Test
  @DisplayName("T12: one medium is exactly one")
  void refusesTwoMedia() {
    fixture.type("one-medium", medium(Channel.EMAIL, Channel.LETTER));

    assertThat(problems())
        .containsExactly(new SettingsRefusal.Problem("medium", "too-many", none()));
  }

  @Test
  @DisplayName("settings that do not fit are refused by their key paths, all at once")
  void refusesSettingsThatDoNotFit() {
    fixture.type(
        "single-point-of-contact",
        org.evenhand.spi.Settings.of(
                "officer", new SettingValue.OfficerValue(Ref.officer(new UUID(1, 99))))
            .with("mood", new SettingValue.TextValue("calm")));

    assertThat(problems())
        .extracting(SettingsRefusal.Problem::keyPath, SettingsRefusal.Problem::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("deputy", "required"),
            org.assertj.core.groups.Tuple.tuple("mood", "unknown-key"),
            org.assertj.core.groups.Tuple.tuple("officer", "not-found"));
  }

  @Test
  @DisplayName("T14: contact officer and deputy are two people")
  void refusesADeputyWhoIsTheOfficer() {
    fixture.type(
        "single-point-of-contact",
        spoc("only").with("officer", new SettingValue.OfficerValue(Ref.officer(DEPUTY))));

    assertThat(problems())
        .extracting(SettingsRefusal.Problem::code)
        .containsExactly("deputy-is-the-same-officer");
  }

  private List<SettingsRefusal.Problem> problems() {
    return fixture.judged().refusals().stream()
        .filter(SettingsRefusal.class::isInstance)
        .flatMap(r -> ((SettingsRefusal) r).problems().stream())
        .toList();
  }

  private static org.evenhand.spi.Texts none() {
    return org.evenhand.spi.Texts.none();
  }

  @Test
  @DisplayName("a form of another version is refused, not misread")
  void refusesAnOlderForm() {
    fixture.formVersion = 7;

    assertThat(fixture.codes()).containsExactly("SETTINGS_CHANGED");
  }

  @Test
  void refusesATypeThatIsNotInstalled() {
    fixture.type = TypeId.of("housing.gone");

    assertThat(fixture.codes()).contains("TYPE_NOT_INSTALLED");
  }

  @Test
  void refusesANatureThatTheTypeCannotBe() {
    fixture.nature = Nature.SAFETY;

    assertThat(fixture.codes()).contains("NATURE_NOT_OF_TYPE");
  }

  @Test
  @DisplayName("P8.3: what narrows contact is no help, whatever it is called")
  void refusesSupportThatNarrows() {
    fixture.type("single-point-of-contact", spoc("only"));
    fixture.nature = Nature.SUPPORTIVE;

    assertThat(fixture.codes()).containsExactly("SUPPORT_NEVER_NARROWS");
  }

  @Test
  @DisplayName("T13, F16: no new registration only of a matter decided, explained and in time")
  void refusesAMatterThatIsStillOurs() {
    var open = fixture.addMatter(false, false, false);
    var unexplained = fixture.addMatter(true, false, false);
    var late = fixture.addMatter(true, true, true);
    var done = fixture.addMatter(true, true, false);

    for (var ours : List.of(open, unexplained, late)) {
      fixture.type("no-same-matter", ProposalFixture.matter(ours));
      assertThat(fixture.codes()).containsExactly("TYPE_DOES_NOT_SUIT");
    }
    fixture.type("no-same-matter", ProposalFixture.matter(done));
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("T13: the matter is this customer's")
  void refusesAnothersMatter() {
    fixture.type(
        "no-same-matter",
        org.evenhand.spi.Settings.of(
            "matter", new SettingValue.MatterValue(Ref.matter(new UUID(7, 99)))));

    assertThat(problems()).extracting(SettingsRefusal.Problem::code).containsExactly("not-found");
  }

  @Test
  @DisplayName("F8: an exclusion never covers a tenant's home or its common parts")
  void refusesToCoverAHome() {
    fixture.exclusion(TOWER);

    assertThat(fixture.judged().refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("COVERS_A_HOME");
              assertThat(r.parameters().get("places")).contains("Tower");
            });
  }

  // Together

  @Test
  @DisplayName("T12: a second medium beside the first is refused")
  void refusesASecondMedium() {
    fixture.type("one-medium", medium(Channel.EMAIL)).impose();
    fixture.type("one-medium", medium(Channel.LETTER));

    assertThat(fixture.judged().refusals())
        .anySatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        ContradictionRefusal.class,
                        c -> {
                          assertThat(c.why()).isEqualTo("TYPES_CONFLICT");
                          assertThat(c.other()).isEqualTo(new UUID(4, 1));
                        }));
  }

  @Test
  @DisplayName("T12: calls at set times, and only letters: refused when imposed, not at the desk")
  void refusesSlotBesideAnotherMedium() {
    fixture.impose();
    fixture.type("one-medium", medium(Channel.LETTER));

    assertThat(fixture.codes()).contains("CONTRADICTION");
  }

  @Test
  @DisplayName("T12: set times that never meet contradict each other")
  void refusesSlotsThatNeverMeet() {
    fixture.settings = slots(DayOfWeek.TUESDAY);
    fixture.impose();
    fixture.settings = slots(DayOfWeek.FRIDAY);

    assertThat(fixture.codes()).contains("CONTRADICTION");
  }

  @Test
  @DisplayName("T12: actions for different services do not meet")
  void differentServicesDoNotMeet() {
    fixture.type("one-medium", medium(Channel.EMAIL)).impose();
    fixture.type("one-medium", medium(Channel.LETTER));
    fixture.scope = new ActionScope(Set.of(LEISURE), false);
    assertThat(fixture.codes()).containsExactly("NOT_YOURS_TO_DECIDE");

    fixture.seatAreas = Set.of(HOUSING, LEISURE);
    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("P9.3: actions that leave each other room may stand together")
  void actionsMayStandTogether() {
    fixture.impose();
    fixture.exclusion(OFFICE);

    assertThat(fixture.codes()).isEmpty();
  }

  @Test
  @DisplayName("P9.3, F3: the only channel left is one that the customer cannot use: refused")
  void refusesToLeaveNoOpenRoute() {
    fixture.cannotUse(Channel.LETTER);
    fixture.type("one-medium", medium(Channel.LETTER));

    assertThat(fixture.judged().refusals())
        .anySatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        NoOpenRouteRefusal.class,
                        none -> {
                          assertThat(none.workingDays()).isEqualTo(5);
                          assertThat(none.closed())
                              .extracting(NoOpenRouteRefusal.ClosedChannel::channel)
                              .contains(Channel.LETTER, Channel.PHONE);
                        }));
  }

  @Test
  @DisplayName("P9.3: the one medium may be one that is not offered to everybody")
  void theOneMediumIsAWayToDoOrdinaryBusiness() {
    fixture.type("one-medium", medium(Channel.PORTAL));
    fixture.scope = new ActionScope(Set.of(), true);
    fixture.asHeadOfCustomerServices();

    assertThat(fixture.codes()).isEmpty();
    assertThat(fixture.judged().effects())
        .filteredOn(e -> e.need() == EverydayNeed.ORDINARY_BUSINESS)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.possible()).isTrue();
              assertThat(e.channels()).containsExactly(Channel.PORTAL);
            });
  }

  @Test
  @DisplayName("P9.3: within how many working days a route has to be open, the policy says")
  void theOpenRouteIsLookedForWithinThePolicysDays() {
    fixture.cannotUse(
        Arrays.stream(Channel.values()).filter(c -> c != Channel.PHONE).toArray(Channel[]::new));
    fixture.type("time-slot", ProposalFixture.slots(DayOfWeek.FRIDAY));
    fixture.endsOn = ProposalFixture.MONDAY.plusDays(21);
    fixture.reviewOn = null;
    assertThat(fixture.codes()).doesNotContain("NO_OPEN_ROUTE");

    fixture.figures = Figures.of(Map.of(FigureKey.OPEN_ROUTE, 4));

    assertThat(fixture.judged().refusals())
        .anySatisfy(
            r ->
                assertThat(r)
                    .isInstanceOfSatisfying(
                        NoOpenRouteRefusal.class,
                        none -> assertThat(none.workingDays()).isEqualTo(4)));
  }

  @Test
  @DisplayName("P9.3: before signing one sees what the customer can still do")
  void showsTheCumulativeEffect() {
    fixture.type("one-medium", medium(Channel.EMAIL));
    fixture.scope = new ActionScope(Set.of(), true);
    fixture.asHeadOfCustomerServices();

    List<CumulativeEffectView> effects = fixture.judged().effects();

    assertThat(effects)
        .extracting(CumulativeEffectView::need)
        .containsExactly(EverydayNeed.values());
    assertThat(effects).allMatch(CumulativeEffectView::possible);
    assertThat(effects)
        .filteredOn(e -> e.need() == EverydayNeed.ORDINARY_BUSINESS)
        .singleElement()
        .satisfies(e -> assertThat(e.channels()).containsExactly(Channel.EMAIL));
    assertThat(effects)
        .filteredOn(e -> e.need() == EverydayNeed.EMERGENCY)
        .singleElement()
        .satisfies(e -> assertThat(e.channels()).contains(Channel.PHONE, Channel.FACE_TO_FACE));
  }

  @Test
  @DisplayName("F5: where an allegation is untested, the first review comes within 28 days")
  void reviewsSoonerWhereUntested() {
    fixture.incidents = List.of(untested());

    assertThat(fixture.judged().reviewOn()).isEqualTo(MONDAY.plusDays(28));
    fixture.reviewOn = MONDAY.plusDays(29);
    assertThat(fixture.codes()).containsExactly("REVIEW_TOO_LATE_FOR_UNTESTED");
  }

  private static org.evenhand.intake.IncidentView untested() {
    return incident(LocalDate.of(2026, 11, 3), false);
  }

  private static org.evenhand.intake.IncidentView incident(LocalDate day) {
    return incident(day, true);
  }

  private static org.evenhand.intake.IncidentView incident(LocalDate day, boolean tested) {
    return new org.evenhand.intake.IncidentView(
        new IncidentId(new UUID(3, 1)),
        1,
        new org.evenhand.intake.ConcernId(new UUID(3, 2)),
        new CustomerId(new UUID(9, 1)),
        HOUSING,
        day,
        null,
        Channel.PHONE,
        List.of("OFFENSIVE_REMARKS"),
        null,
        null,
        Set.of(),
        null,
        new org.evenhand.intake.Impact(10, false, false, false, null),
        false,
        "What was said",
        org.evenhand.intake.SourceGrade.SECOND_HAND,
        org.evenhand.intake.Confidence.PROBABLE,
        tested,
        null,
        Set.of(),
        null,
        new ActorId("officer-1"),
        NOW,
        null);
  }

  @Test
  @DisplayName(
      "P9.1: a plugin's type is judged by the same rules: what it asks for, and its own no")
  void judgesAPluginsTypeAlike() {
    fixture.type = ByTextForTenants.ID;
    fixture.plugin = new ByTextForTenants();
    fixture.settings =
        org.evenhand.spi.Settings.of(
            "number",
            new SettingValue.EndpointValue(Ref.endpoint("service-area/housing/telephone")));
    assertThat(problems())
        .extracting(SettingsRefusal.Problem::code)
        .containsExactly("not-for-this-channel");

    fixture.settings =
        org.evenhand.spi.Settings.of(
            "number", new SettingValue.EndpointValue(Ref.endpoint("service-area/housing/text")));
    assertThat(fixture.codes()).containsExactly("TYPE_DOES_NOT_SUIT");

    fixture.addTenancy();
    assertThat(fixture.codes()).isEmpty();
    assertThat(fixture.judged().appealable()).isTrue();
  }

  @Test
  @DisplayName("A type that fails while it compiles is refused, and nothing is half judged")
  void refusesATypeThatFails() {
    fixture.type = ByTextForTenants.ID;
    fixture.plugin = new ByTextForTenants().failing();
    fixture.settings =
        org.evenhand.spi.Settings.of(
            "number", new SettingValue.EndpointValue(Ref.endpoint("service-area/housing/text")));
    fixture.addTenancy();

    assertThat(fixture.codes()).containsExactly("TYPE_CANNOT_COMPILE");
  }
}
