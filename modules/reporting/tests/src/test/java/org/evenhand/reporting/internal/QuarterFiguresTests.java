package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.appeals.AppealDetermined;
import org.evenhand.appeals.AppealFindingsPresented;
import org.evenhand.appeals.AppealLodged;
import org.evenhand.appeals.AppealOutcome;
import org.evenhand.appeals.AppealWithdrawn;
import org.evenhand.correspondence.NoticeIssued;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.PolicyShared;
import org.evenhand.designation.Category;
import org.evenhand.designation.CloseCause;
import org.evenhand.designation.ConsiderationClosed;
import org.evenhand.designation.ConsiderationId;
import org.evenhand.designation.ConsiderationOpened;
import org.evenhand.designation.DeterminationMade;
import org.evenhand.foundation.ActRefused;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.DutyDischarged;
import org.evenhand.foundation.DutyOpened;
import org.evenhand.foundation.Messages;
import org.evenhand.foundation.MissingStepsRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.intake.AdjustmentDecided;
import org.evenhand.intake.AdjustmentId;
import org.evenhand.intake.AdjustmentRequested;
import org.evenhand.intake.AdjustmentStatus;
import org.evenhand.intake.BehaviourView;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConductFamily;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactId;
import org.evenhand.intake.ContactLogged;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerMergeId;
import org.evenhand.intake.CustomersMerged;
import org.evenhand.intake.CustomersUnmerged;
import org.evenhand.intake.HateStrand;
import org.evenhand.intake.IncidentCorrected;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentRecorded;
import org.evenhand.intake.ObligationAnswered;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationKind;
import org.evenhand.intake.ObligationStatus;
import org.evenhand.intake.SourceGrade;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.restrictions.RestrictionCameIntoForce;
import org.evenhand.restrictions.RestrictionDecision;
import org.evenhand.restrictions.RestrictionId;
import org.evenhand.restrictions.RestrictionImposed;
import org.evenhand.restrictions.RestrictionLapsed;
import org.evenhand.restrictions.RestrictionLifted;
import org.evenhand.restrictions.RestrictionReplaced;
import org.evenhand.restrictions.StandingFaults;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.TypeId;
import org.evenhandtest.As;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that a quarterly report counts, from what was heard (PR.1, PR.2, PR.4, T23). */
class QuarterFiguresTests extends ReportingModuleTest {

  /** Noon of a day of the summer quarter. */
  private static final Instant JULY = Instant.parse("2026-07-06T11:00:00Z");

  private static final Quarter SUMMER = Quarter.of(LocalDate.of(2026, 7, 6));
  private static final TypeId SLOT = TypeId.builtIn("time-slot");

  @Autowired ConductConsidered considered;
  @Autowired WhatStands stands;
  @Autowired Words words;
  @Autowired Messages messages;

  private WhatHappened happened = new WhatHappened(facts, catalogue, contactHistory);
  private WhatWasDecided decided = new WhatWasDecided(facts, considered);
  private CustomerId ann = new CustomerId(UUID.randomUUID());
  private CustomerId bea = new CustomerId(UUID.randomUUID());

  @BeforeEach
  void listenersAndPeople() {
    ann = new CustomerId(UUID.randomUUID());
    bea = new CustomerId(UUID.randomUUID());
    happened = new WhatHappened(facts, catalogue, contactHistory);
    decided = new WhatWasDecided(facts, considered);
    Mockito.when(considerations.find(Mockito.any())).thenReturn(Optional.empty());
    Mockito.when(catalogue.named(Mockito.anyCollection()))
        .thenReturn(
            Map.of(
                "SHOUTING",
                BehaviourView.ofPolicy("SHOUTING", ConductFamily.MANNER, false, false)));
  }

  private static Instant day(int days) {
    return JULY.plusSeconds(86_400L * days);
  }

  /** Of the test's own area, as {@code MEASURE} or {@code MEASURE AXIS:CODE}. */
  private Map<String, String> counted() {
    var all = new TreeMap<String, String>();
    for (Figure figure : figures.measured(SUMMER, HOFCS, TODAY)) {
      if (area.equals(figure.serviceArea()) && figure.number().signum() != 0) {
        String part = figure.axis() == null ? "" : " " + figure.axis() + ":" + figure.code();
        all.put(figure.measure() + part, figure.number().toPlainString());
      }
    }
    return all;
  }

  private IncidentId incident(CustomerId who, int day, HateStrand... strands) {
    var id = IncidentId.next();
    happened.on(
        new IncidentRecorded(
            id,
            new ConcernId(UUID.randomUUID()),
            who,
            area,
            LocalDate.of(2026, 7, 6).plusDays(day),
            Channel.PHONE,
            List.of("SHOUTING"),
            SourceGrade.values()[0],
            null,
            Set.of(strands),
            day(day),
            SOMEBODY));
    return id;
  }

  private void contact(CustomerId who, Channel channel) {
    contact(who, ContactCause.FIRST_CONTACT, false, channel);
  }

  private void contact(CustomerId who, ContactCause cause, boolean ours) {
    contact(who, cause, ours, Channel.EMAIL);
  }

  private void contact(CustomerId who, ContactCause cause, boolean ours, Channel channel) {
    happened.on(
        new ContactLogged(
            new ContactId(UUID.randomUUID()),
            who,
            null,
            area,
            channel,
            ContactDirection.IN,
            JULY,
            cause,
            ours,
            null,
            SOMEBODY));
  }

  private ConsiderationId openedCase(CustomerId who) {
    var id = new ConsiderationId(UUID.randomUUID());
    decided.on(new ConsiderationOpened(id, who, area, false, day(2), SOMEBODY));
    return id;
  }

  private RestrictionId imposed(ConsiderationId of, CustomerId who, int day, Nature nature) {
    var id = RestrictionId.next();
    decided.on(new RestrictionImposed(id, who, of, SLOT, nature, area, day(day), SOMEBODY));
    decided.on(
        new RestrictionCameIntoForce(id, who, of, SLOT, nature, area, day(day + 2), SOMEBODY));
    return id;
  }

  @Test
  @DisplayName(
      "T23, PR.4, P6.3a: incidents by family, behaviour, channel and strand; contacts by cause")
  void countsIncidentsAndContacts() {
    incident(ann, 0);
    incident(ann, 1, HateStrand.RACE, HateStrand.SEX);
    IncidentId corrected = incident(bea, 2);
    contact(ann, ContactCause.MISSED_STANDARD, true);
    contact(ann, ContactCause.MISSED_STANDARD, true);
    contact(bea, ContactCause.FIRST_CONTACT, false);
    Mockito.when(catalogue.named(List.of("INSISTING")))
        .thenReturn(
            Map.of(
                "INSISTING",
                BehaviourView.ofPolicy("INSISTING", ConductFamily.DEMANDS, false, false)));
    happened.on(
        new IncidentCorrected(
            corrected,
            bea,
            area,
            LocalDate.of(2026, 7, 9),
            List.of("INSISTING"),
            day(9),
            SOMEBODY));

    assertThat(counted())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("INCIDENTS", "3"),
                Map.entry("INCIDENTS FAMILY:MANNER", "2"),
                Map.entry("INCIDENTS FAMILY:DEMANDS", "1"),
                Map.entry("INCIDENTS BEHAVIOUR:SHOUTING", "2"),
                Map.entry("INCIDENTS BEHAVIOUR:INSISTING", "1"),
                Map.entry("INCIDENTS CHANNEL:PHONE", "3"),
                Map.entry("PEOPLE", "2"),
                Map.entry("HATE_INCIDENTS", "1"),
                Map.entry("HATE_INCIDENTS STRAND:RACE", "1"),
                Map.entry("HATE_INCIDENTS STRAND:SEX", "1"),
                Map.entry("CONTACTS", "3"),
                Map.entry("CALLERS", "2"),
                Map.entry("CONTACTS CAUSE:MISSED_STANDARD", "2"),
                Map.entry("CONTACTS CAUSE:FIRST_CONTACT", "1"),
                Map.entry("CONTACTS CHANNEL:EMAIL", "3"),
                Map.entry("CONTACTS_CAUSED_BY_US", "2"),
                Map.entry("CONTACTS_CAUSED_BY_US CAUSE:MISSED_STANDARD", "2"),
                Map.entry("INCIDENTS_PER_1000_CONTACTS", "1000.0"),
                Map.entry("INCIDENTS_PER_1000_CONTACTS FAMILY:MANNER", "666.7"),
                Map.entry("INCIDENTS_PER_1000_CONTACTS FAMILY:DEMANDS", "333.3"),
                Map.entry("CONTACTS_CAUSED_BY_US_PERCENT", "66.7")));
  }

  @Test
  @DisplayName("T23: two records that turn out to be one person are counted once, until taken back")
  void followsMerges() {
    incident(ann, 0);
    incident(bea, 0);
    var merge = new CustomerMergeId(UUID.randomUUID());
    assertThat(counted()).containsEntry("PEOPLE", "2");

    happened.on(new CustomersMerged(merge, ann, bea, day(5), SOMEBODY));
    assertThat(counted()).containsEntry("PEOPLE", "1").containsEntry("INCIDENTS", "2");

    happened.on(new CustomersUnmerged(merge, ann, bea, day(6), SOMEBODY));
    assertThat(counted()).containsEntry("PEOPLE", "2");
  }

  @Test
  @DisplayName("P8.3.8: warnings, and how many of them were enough")
  void countsWarningsThatWereEnough() {
    ConsiderationId annes = openedCase(ann);
    decided.on(
        new NoticeIssued(
            UUID.randomUUID(), ann.value(), annes.value(), NoticeKind.WARNING, day(3), SOMEBODY));
    ConsiderationId beas = openedCase(bea);
    decided.on(
        new NoticeIssued(
            UUID.randomUUID(), bea.value(), beas.value(), NoticeKind.WARNING, day(3), SOMEBODY));
    decided.on(
        new NoticeIssued(
            UUID.randomUUID(), bea.value(), beas.value(), NoticeKind.LIFTED, day(3), SOMEBODY));
    decided.on(
        new PolicyShared(
            UUID.randomUUID(), ann.value(), UUID.randomUUID(), false, day(3), day(3), SOMEBODY));
    imposed(annes, ann, 4, Nature.SUPPORTIVE);
    assertThat(counted()).containsEntry("WARNINGS", "2").containsEntry("WARNINGS_ENOUGH", "2");

    imposed(beas, bea, 20, Nature.RESTRICTIVE);

    assertThat(counted())
        .containsEntry("WARNINGS", "2")
        .containsEntry("PEOPLE_WARNED", "2")
        .containsEntry("WARNINGS_ENOUGH", "1");
  }

  @Test
  @DisplayName("question 16: incidents by a channel are set against contacts by that channel")
  void ratesByChannel() {
    incident(ann, 0);
    incident(bea, 1);
    incident(bea, 2);
    for (Channel channel : List.of(Channel.PHONE, Channel.PHONE, Channel.PHONE, Channel.PHONE)) {
      contact(ann, channel);
    }
    contact(ann, Channel.LETTER);
    contact(bea, Channel.LETTER);

    assertThat(counted())
        .containsEntry("INCIDENTS_PER_1000_CONTACTS", "500.0")
        .containsEntry("INCIDENTS_PER_1000_CONTACTS CHANNEL:PHONE", "750.0")
        .doesNotContainKey("INCIDENTS_PER_1000_CONTACTS CHANNEL:LETTER")
        .containsEntry("INCIDENTS_PER_1000_CONTACTS FAMILY:MANNER", "500.0");
  }

  @Test
  @DisplayName("PR.1, PR.4, T23: each part that there always is is told for the council, also as 0")
  void tellsEachPartThatThereAlwaysIs() {
    List<Figure> of = figures.measured(new Quarter(LocalDate.of(1988, 1, 1)), HOFCS, TODAY);

    assertThat(of).filteredOn(f -> f.axis() != null).allMatch(f -> f.number().signum() == 0);
    assertThat(of)
        .extracting(f -> f.measure() + (f.axis() == null ? "" : " " + f.axis() + ":" + f.code()))
        .contains(
            "HATE_INCIDENTS STRAND:RACE",
            "CONTACTS CAUSE:MISSED_STANDARD",
            "OBLIGATIONS OBLIGATION:RIDDOR_REPORT",
            "OBLIGATIONS_IN_TIME OBLIGATION:RECORD_ON_CRM",
            "RESTRICTIONS_ENDED ENDING:LAPSED",
            "APPEALS_DETERMINED OUTCOME:UPHELD")
        .doesNotContain(
            "ONWARD_REPORTS OBLIGATION:RECORD_ON_CRM",
            "OBLIGATION_HOURS OBLIGATION:POLICE_REPORT",
            "INCIDENTS_PER_1000_CONTACTS CHANNEL:PHONE")
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "PR.1: cases, determinations, restrictions imposed, in force, changed, lifted, lapsed")
  void countsCasesAndRestrictions() {
    ConsiderationId of = openedCase(ann);
    decided.on(
        new DeterminationMade(of, ann, Category.UNREASONABLE, area, false, day(3), SOMEBODY));
    decided.on(new ConsiderationClosed(of, ann, CloseCause.CONCLUDED, day(50), SOMEBODY));
    RestrictionId lifted = imposed(of, ann, 4, Nature.RESTRICTIVE);
    decided.on(
        new RestrictionLifted(lifted, ann, of, SLOT, Nature.RESTRICTIVE, area, day(30), SOMEBODY));
    RestrictionId lapsed = imposed(of, ann, 4, Nature.SAFETY);
    decided.on(
        new RestrictionLapsed(lapsed, ann, of, SLOT, Nature.SAFETY, area, day(31), SOMEBODY));
    RestrictionId earlier = imposed(of, ann, 5, Nature.RESTRICTIVE);
    var later = RestrictionId.next();
    decided.on(
        new RestrictionReplaced(
            later,
            earlier,
            RestrictionDecision.EXTENDED,
            ann,
            of,
            SLOT,
            Nature.RESTRICTIVE,
            area,
            day(60),
            SOMEBODY));
    assertThat(counted())
        .as("the earlier one stays until the later one has effect (T9)")
        .containsEntry("RESTRICTIONS_IN_FORCE", "1");
    decided.on(
        new RestrictionCameIntoForce(
            later, ann, of, SLOT, Nature.RESTRICTIVE, area, day(62), SOMEBODY));

    assertThat(counted())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("CASES", "1"),
                Map.entry("PEOPLE_CONSIDERED", "1"),
                Map.entry("DETERMINATIONS", "1"),
                Map.entry("DETERMINATIONS CATEGORY:UNREASONABLE", "1"),
                Map.entry("CASES_CLOSED", "1"),
                Map.entry("CASES_CLOSED CLOSING:CONCLUDED", "1"),
                Map.entry("RESTRICTIONS_IMPOSED", "3"),
                Map.entry("RESTRICTIONS_IMPOSED TYPE:evenhand.time-slot", "3"),
                Map.entry("RESTRICTIONS_IMPOSED NATURE:RESTRICTIVE", "2"),
                Map.entry("RESTRICTIONS_IMPOSED NATURE:SAFETY", "1"),
                Map.entry("RESTRICTIONS_CHANGED", "1"),
                Map.entry("RESTRICTIONS_CHANGED CHANGE:EXTENDED", "1"),
                Map.entry("RESTRICTIONS_ENDED", "2"),
                Map.entry("RESTRICTIONS_ENDED ENDING:LIFTED", "1"),
                Map.entry("RESTRICTIONS_ENDED ENDING:LAPSED", "1"),
                Map.entry("RESTRICTIONS_IN_FORCE", "1"),
                Map.entry("RESTRICTIONS_IN_FORCE TYPE:evenhand.time-slot", "1"),
                Map.entry("RESTRICTIONS_IN_FORCE NATURE:RESTRICTIVE", "1"),
                Map.entry("PEOPLE_UNDER_RESTRICTION", "1")));
  }

  @Test
  @DisplayName("P10.4, T7, T8: appeals by the area of their case, in time, presented, determined")
  void countsAppeals() {
    ConsiderationId of = openedCase(ann);
    UUID appeal = UUID.randomUUID();
    UUID late = UUID.randomUUID();
    UUID notice = UUID.randomUUID();
    UUID anne = ann.value();
    UUID about = of.value();
    decided.on(new AppealLodged(appeal, notice, anne, about, false, true, day(10), SOMEBODY));
    decided.on(new AppealLodged(late, notice, anne, about, true, true, day(11), SOMEBODY));
    decided.on(new AppealFindingsPresented(appeal, notice, anne, about, true, day(40), SOMEBODY));
    decided.on(
        new AppealDetermined(
            appeal,
            notice,
            anne,
            about,
            AppealOutcome.PARTLY_UPHELD,
            false,
            Set.of(),
            day(45),
            SOMEBODY));
    decided.on(new AppealWithdrawn(late, notice, anne, about, false, day(50), SOMEBODY));

    assertThat(counted())
        .containsEntry("APPEALS", "2")
        .containsEntry("PEOPLE_APPEALING", "1")
        .containsEntry("APPEALS_IN_TIME", "1")
        .containsEntry("FINDINGS_PRESENTED", "1")
        .containsEntry("FINDINGS_IN_TIME", "1")
        .containsEntry("APPEALS_DETERMINED OUTCOME:PARTLY_UPHELD", "1")
        .containsEntry("APPEALS_WITHDRAWN", "1");
  }

  private UUID duty(String kind, int opened, int due) {
    UUID id = UUID.randomUUID();
    happened.on(
        new DutyOpened(
            id,
            kind,
            UUID.randomUUID(),
            ann.value(),
            Role.HEAD_OF_SERVICE,
            area,
            LocalDate.of(2026, 7, 6).plusDays(due),
            day(opened)));
    return id;
  }

  private void done(UUID duty, String kind, int day) {
    happened.on(new DutyDischarged(duty, kind, UUID.randomUUID(), day(day)));
  }

  @Test
  @DisplayName("PR.4, T18, P4.2, F1 to F20: what must be reported, how fast, and what was late")
  void countsDutiesAndFaults() {
    done(duty("POLICE_REPORT", 0, 0), "POLICE_REPORT", 0);
    done(duty("HATE_INCIDENT_REPORT", 0, 1), "HATE_INCIDENT_REPORT", 3);
    duty("RECORD_ON_CRM", 0, 5);
    done(duty("REVIEW_RESTRICTION", 0, 10), "REVIEW_RESTRICTION", 10);
    done(duty("REVIEW_RESTRICTION", 0, 10), "REVIEW_RESTRICTION", 12);
    UUID moved = duty("CONTACT_DISPOSITION", 0, 3);
    happened.on(
        new DutyOpened(
            moved,
            "CONTACT_DISPOSITION",
            UUID.randomUUID(),
            null,
            Role.OFFICER,
            area,
            LocalDate.of(2026, 7, 30),
            day(1)));
    done(moved, "CONTACT_DISPOSITION", 20);
    IncidentId incident = incident(ann, 0);
    happened.on(
        new ObligationAnswered(
            new ObligationId(UUID.randomUUID()),
            incident,
            ObligationKind.POLICE_REPORT,
            ObligationStatus.REPORTED,
            day(0),
            day(1),
            SOMEBODY));
    var adjustment = new AdjustmentId(UUID.randomUUID());
    happened.on(
        new AdjustmentRequested(adjustment, ann, LocalDate.of(2026, 7, 13), day(0), SOMEBODY));
    happened.on(new AdjustmentDecided(adjustment, ann, AdjustmentStatus.AGREED, day(2), SOMEBODY));

    assertThat(counted())
        .containsEntry("OBLIGATIONS OBLIGATION:POLICE_REPORT", "1")
        .containsEntry("OBLIGATIONS OBLIGATION:RECORD_ON_CRM", "1")
        .containsEntry("OBLIGATIONS_IN_TIME OBLIGATION:POLICE_REPORT", "1")
        .doesNotContainKey("OBLIGATIONS_IN_TIME OBLIGATION:HATE_INCIDENT_REPORT")
        .containsEntry("OBLIGATION_HOURS OBLIGATION:HATE_INCIDENT_REPORT", "72")
        .containsEntry("ONWARD_REPORTS OBLIGATION:POLICE_REPORT", "1")
        .containsEntry("REVIEWS", "2")
        .containsEntry("REVIEWS_IN_TIME", "1")
        .containsEntry("FAULTS FAULT:F2", "1")
        .containsEntry("FAULTS FAULT:F7", "1")
        .doesNotContainKey("FAULTS FAULT:F19");
  }

  private void answered(IncidentId incident, ObligationKind kind, ObligationStatus status) {
    happened.on(
        new ObligationAnswered(
            new ObligationId(UUID.randomUUID()),
            incident,
            kind,
            status,
            day(0),
            day(95),
            SOMEBODY));
  }

  @Test
  @DisplayName(
      "PR.4, question 25: hate incidents by strand, and which of them were reported onward")
  void countsHateIncidentsThatWereReported() {
    IncidentId reported = incident(ann, 0, HateStrand.RACE, HateStrand.SEX);
    IncidentId policeOnly = incident(ann, 1, HateStrand.RACE);
    IncidentId decidedNot = incident(bea, 2, HateStrand.AGE);
    incident(bea, 3, HateStrand.RACE);
    IncidentId noHate = incident(bea, 4);
    answered(reported, ObligationKind.HATE_INCIDENT_REPORT, ObligationStatus.REPORTED);
    answered(policeOnly, ObligationKind.POLICE_REPORT, ObligationStatus.REPORTED);
    answered(decidedNot, ObligationKind.HATE_INCIDENT_REPORT, ObligationStatus.NOT_REPORTED);
    answered(noHate, ObligationKind.HATE_INCIDENT_REPORT, ObligationStatus.REPORTED);

    Map<String, String> counted = counted();
    counted.keySet().removeIf(measure -> !measure.startsWith("HATE_INCIDENTS"));
    assertThat(counted)
        .as("reported in the next quarter, and told with the incident all the same")
        .isEqualTo(
            Map.of(
                "HATE_INCIDENTS", "4",
                "HATE_INCIDENTS STRAND:RACE", "3",
                "HATE_INCIDENTS STRAND:SEX", "1",
                "HATE_INCIDENTS STRAND:AGE", "1",
                "HATE_INCIDENTS_REPORTED", "1",
                "HATE_INCIDENTS_REPORTED STRAND:RACE", "1",
                "HATE_INCIDENTS_REPORTED STRAND:SEX", "1"));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  @DisplayName("question 15, F1 to F20: each kind of duty shows its fault when late, and only then")
  void eachKindOfDutyShowsItsFault(Fault fault) {
    for (String kind : fault.duties()) {
      Axis axis = Obligations.ALL.contains(kind) ? Axis.OBLIGATION : Axis.DUTY;
      assertThat(words.part(axis, kind, Locale.UK))
          .as("a kind that some module opens: it has words")
          .isNotEqualTo(kind);
      duty(kind, 0, 3);
      done(duty(kind, 0, 3), kind, 4);
      done(duty(kind, 0, 3), kind, 3);
      duty(kind, 0, 100);
    }
    Map<String, String> counted = counted();
    counted.keySet().removeIf(measure -> !measure.startsWith("FAULTS"));
    int late = 2 * fault.duties().size();
    assertThat(counted)
        .isEqualTo(
            late == 0 ? Map.of() : Map.of("FAULTS", "" + late, "FAULTS FAULT:" + fault, "" + late));
  }

  @Test
  @DisplayName(
      "question 15: each refusal that is counted as a fault prevented is one that is given")
  void eachCountedRefusalIsGiven() {
    assertThat(Fault.OF_REFUSAL.keySet())
        .filteredOn(
            code -> messages.say("refusal." + code, Map.of(), Locale.UK).equals("refusal." + code))
        .isEmpty();
  }

  private void refused(Refusal... refusals) {
    new WhatWasRefused(facts)
        .on(
            new ActRefused(
                "restrictionImpose", List.of(refusals), actor(Role.HEAD_OF_SERVICE, area), day(4)));
  }

  private static MissingStepsRefusal missing(String... steps) {
    return new MissingStepsRefusal("DETERMINATION_STEPS_MISSING", List.of(steps));
  }

  @Test
  @DisplayName(
      "question 15, F8, F12, F14 to F18, F20: what was refused because it would have been a fault")
  void countsFaultsThatWereKeptOut() {
    refused(Refusal.of("NO_OPEN_ROUTE"), Refusal.at("COVERS_A_HOME", "settings"));
    refused(Refusal.at("SCOPE_NOT_NAMED", "scope"), Refusal.at("TEXT_MISSING", "reasons", "harm"));
    refused(missing("OTHERS_AFFECTED", "MATTERS_FINISHED", "WARNING", "CHECK_RECORDED"));
    refused(AuthorityRefusal.of("NOT_YOURS_TO_DECIDE", Role.HEAD_OF_CUSTOMER_SERVICES));
    refused(Refusal.of("USING_A_RIGHT_IS_NO_INCIDENT"));
    refused(Refusal.of("USING_A_RIGHT_IS_NO_INCIDENT"));
    refused(Refusal.at("TEXT_MISSING", "commentary"), Refusal.of("CONFLICT"));

    assertThat(counted())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("FAULTS_PREVENTED", "6"),
                Map.entry("FAULTS_PREVENTED FAULT:F1", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F8", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F12", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F14", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F15", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F16", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F17", "1"),
                Map.entry("FAULTS_PREVENTED FAULT:F18", "2"),
                Map.entry("FAULTS_PREVENTED FAULT:F20", "1")));
  }

  @Test
  @DisplayName("question 15, F8, F12, F16, F20: restrictions that stood with a fault, until mended")
  void countsFaultsThatStand() {
    var restriction = RestrictionId.next();
    Mockito.when(standingFaults.all())
        .thenReturn(
            List.of(
                new StandingFaults.Standing(
                    restriction,
                    ann,
                    area,
                    Set.of("F1", "F8", "F12"),
                    List.of("WARNING", "MATTERS_FINISHED"))));
    stands.look(day(1));
    stands.look(day(2));
    Map<String, String> found =
        Map.ofEntries(
            Map.entry("FAULTS", "4"),
            Map.entry("FAULTS FAULT:F8", "1"),
            Map.entry("FAULTS FAULT:F12", "1"),
            Map.entry("FAULTS FAULT:F16", "1"),
            Map.entry("FAULTS FAULT:F20", "1"));
    assertThat(counted()).isEqualTo(found);

    Mockito.when(standingFaults.all()).thenReturn(List.of());
    stands.look(day(100));

    assertThat(counted()).as("it stood in the summer").isEqualTo(found);
    assertThat(figures.measured(new Quarter(LocalDate.of(2027, 1, 1)), HOFCS, TODAY))
        .as("and is told no more after it")
        .noneMatch(f -> area.equals(f.serviceArea()) && f.number().signum() > 0);
    assertThat(figures.measured(new Quarter(LocalDate.of(1989, 1, 1)), HOFCS, TODAY))
        .as("each of the twenty is told where there was none")
        .filteredOn(f -> f.measure() == Measure.FAULTS && f.code() != null)
        .hasSize(20)
        .allMatch(f -> f.number().signum() == 0);
  }

  @Test
  @DisplayName("T23: every measure says what it counts, the five counts among them")
  void everyMeasureSaysWhatItCounts() {
    var answer =
        ask(
            As.electedMember(),
            "{ figureDefinitions { code name definition unit breakdowns oneOfFive } }",
            Map.of());
    answer
        .path("figureDefinitions[*].code")
        .entityList(String.class)
        .isEqualTo(Arrays.stream(Measure.values()).map(Enum::name).toList());
    answer
        .path("figureDefinitions[*].name")
        .entityList(String.class)
        .satisfies(names -> assertThat(names).noneMatch(name -> name.startsWith("measure.")));
    answer
        .path("figureDefinitions[*].definition")
        .entityList(String.class)
        .satisfies(said -> assertThat(said).noneMatch(text -> text.startsWith("measure.")));
    answer
        .path("figureDefinitions[?(@.oneOfFive == true)].code")
        .entityList(String.class)
        .satisfies(
            five ->
                assertThat(five)
                    .containsExactlyInAnyOrder(
                        "INCIDENTS", "PEOPLE", "CONTACTS", "CASES", "RESTRICTIONS_IN_FORCE"));
  }

  @Test
  @DisplayName("P4.1, P4.2: a head of service gets the numbers of their own areas, in words")
  void showsAHeadTheirOwn() {
    incident(ann, 0);
    String ask =
        """
        { quarterFigures(quarter: "2026-09-30", measures: ["INCIDENTS"]) {
            measure { name } serviceArea { code } breakdown code label number } }
        """;
    ask(As.headOfService(area.value()), ask, Map.of())
        .path("quarterFigures")
        .entityList(Map.class)
        .satisfies(
            rows ->
                assertThat(rows)
                    .hasSize(4)
                    .allSatisfy(
                        row ->
                            assertThat(row)
                                .containsEntry("serviceArea", Map.of("code", area.value()))
                                .containsEntry("number", 1.0))
                    .anySatisfy(
                        row ->
                            assertThat(row)
                                .containsEntry("breakdown", "FAMILY")
                                .containsEntry("label", "How people are treated")));
    for (As nobody : List.of(As.officer("housing"), As.electedMember(), As.contractor("leisure"))) {
      ask(nobody, ask, Map.of())
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("FORBIDDEN"));
    }
  }

  private Map<String, Object> days(String from, String to) {
    return ask(
            As.headOfService(area.value()),
            """
            query ($from: Date!, $to: Date!) {
              periodFigures(from: $from, to: $to, measures: ["INCIDENTS", "PEOPLE"]) {
                measure { code } breakdown number
              }
            }
            """,
            Map.of("from", from, "to", to))
        .path("periodFigures[?(@.breakdown == null)]")
        .entityList(Map.class)
        .get()
        .stream()
        .collect(
            Collectors.toMap(
                row -> ((Map<?, ?>) row.get("measure")).get("code").toString(),
                row -> row.get("number")));
  }

  @Test
  @DisplayName(
      "P4.1, T23, question 16: any days are counted, both ends among them; who had an incident in"
          + " two quarters is one person of both")
  void anyDaysAreCounted() {
    incident(ann, 0);
    incident(bea, 1);
    incident(ann, 90);

    assertThat(days("2026-07-06", "2026-10-04")).isEqualTo(Map.of("INCIDENTS", 3.0, "PEOPLE", 2.0));
    assertThat(days("2026-07-07", "2026-10-03")).isEqualTo(Map.of("INCIDENTS", 1.0, "PEOPLE", 1.0));
    assertThat(days("2026-07-01", "2026-09-30")).isEqualTo(Map.of("INCIDENTS", 2.0, "PEOPLE", 2.0));
  }

  @Test
  @DisplayName("Days that are the wrong way round, or more than two years, are refused")
  void daysThatAreNoPeriodAreRefused() {
    String ask = "{ periodFigures(from: \"%s\", to: \"%s\") { number } }";
    for (String crooked :
        List.of(
            ask.formatted("2026-07-02", "2026-07-01"), ask.formatted("2024-07-01", "2026-07-01"))) {
      ask(As.headOfCustomerServices(), crooked, Map.of())
          .errors()
          .satisfy(
              errors ->
                  assertThat(errors)
                      .extracting(e -> e.getExtensions().get("code"))
                      .containsExactly("BAD_REQUEST"));
    }
    ask(As.electedMember(), ask.formatted("2026-07-01", "2026-07-02"), Map.of())
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .extracting(e -> e.getExtensions().get("code"))
                    .containsExactly("FORBIDDEN"));
  }
}
