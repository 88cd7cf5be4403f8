package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CorrectingRecords.Challenge;
import org.evenhand.intake.CorrectingRecords.Correct;
import org.evenhand.intake.CorrectingRecords.Decide;
import org.evenhand.intake.CorrectingRecords.MakeVoid;
import org.evenhand.intake.CorrectingRecords.Tell;
import org.evenhand.intake.ReportingConcerns.ConcernToReport;
import org.evenhand.intake.ReportingConcerns.IncidentToRecord;
import org.evenhand.intake.ReportingConcerns.Triage;
import org.evenhand.intake.ReportingConcerns.TriageOutcome;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T27, F5: what turns out otherwise is put right, and everybody told is to be told. */
class CorrectionsModuleTests extends IntakeModuleTest {

  private static final As HEAD = As.headOfService("housing");
  private static final String REASON = "The recording shows that it was somebody else.";

  @Autowired CorrectingRecords correcting;
  @Autowired List<CaseFileContributor> contributors;

  private IncidentView recorded(CustomerView customer, IncidentToRecord... happened) {
    ConcernView concern = report(As.officer("housing"), about(customer, HOUSING, happened));
    return incidents.ofConcerns(List.of(concern.id())).getFirst();
  }

  private static Correct move(IncidentView incident, @Nullable CustomerView to) {
    return new Correct(
        incident.id(),
        incident.version(),
        null,
        to == null ? null : to.id(),
        to == null ? "A woman in a red coat" : null,
        REASON);
  }

  private IncidentView correct(As who, Correct command) {
    return who.call(() -> done(() -> correcting.correct(command, currentActor.get(), NOW)));
  }

  private List<String> refusedTo(As who, Correct command) {
    return who.call(() -> refused(() -> correcting.correct(command, currentActor.get(), NOW)));
  }

  @Test
  @DisplayName("T27: what an incident said before stays readable, with who changed it and why")
  void theEarlierVersionStaysReadable() {
    IncidentView before = recorded(customer("Ver Sion"), incident(TODAY, "OFFENSIVE_REMARKS"));
    var content = incident(TODAY.minusDays(1), "OFFENSIVE_REMARKS");

    IncidentView after =
        correct(
            HEAD, new Correct(before.id(), before.version(), content, null, null, "Wrong day."));

    assertThat(after.occurredOn()).isEqualTo(TODAY.minusDays(1));
    assertThat(after.customerId()).isEqualTo(before.customerId());
    assertThat(after.recordedBy()).isEqualTo(before.recordedBy());
    assertThat(correcting.earlierVersions(List.of(before.id())))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.occurredOn()).isEqualTo(TODAY);
              assertThat(v.account()).isEqualTo(before.account());
              assertThat(v.endedBy().value()).isEqualTo("hos-housing");
            });
    assertThat(correcting.corrections(List.of(before.id())))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.kind()).isEqualTo(CorrectionKind.CORRECTED);
              assertThat(c.reason()).isEqualTo("Wrong day.");
            });
  }

  @Test
  @DisplayName("T27: an incident of somebody else goes to them, and its concern with it")
  void itWasSomebodyElse() {
    CustomerView wrong = customer("Wro Ng");
    CustomerView right = customer("Rig Ht");
    IncidentView before =
        recorded(wrong, incident(TODAY, Assault.PHYSICAL, Set.of(), "OFFENSIVE_REMARKS"));

    IncidentView after = correct(HEAD, move(before, right));

    assertThat(after.customerId()).isEqualTo(right.id());
    assertThat(incidents.of(wrong.id())).as("no longer against the first").isEmpty();
    assertThat(incidents.of(right.id())).extracting(IncidentView::id).containsExactly(before.id());
    assertThat(concerns.of(wrong.id())).isEmpty();
    assertThat(concerns.of(right.id()))
        .extracting(ConcernView::id)
        .containsExactly(before.concernId());
    assertThat(duties.openFor(before.id().value()))
        .as("what is due about it is about them now")
        .isNotEmpty()
        .allSatisfy(
            d -> {
              assertThat(d.kind()).isIn("POLICE_REPORT", "HAT_RECORD");
              assertThat(d.person()).isEqualTo(right.id().value());
            });
    assertThat(
            contributors.stream()
                .flatMap(c -> c.contribute(UUID.randomUUID(), wrong.id().value()).stream())
                .map(CaseFileContributor.Entry::code))
        .contains("INCIDENT_MOVED")
        .doesNotContain("INCIDENT");
  }

  @Test
  @DisplayName("T27, F5: it was not this person, and nobody knows yet who it was")
  void itWasNotThemAndNobodyKnowsWho() {
    CustomerView wrong = customer("Not Them");
    IncidentView before = recorded(wrong, incident(TODAY, "OFFENSIVE_REMARKS"));

    IncidentView after = correct(HEAD, move(before, null));

    assertThat(after.customerId()).isNull();
    assertThat(concerns.find(before.concernId()).orElseThrow().unknownPerson())
        .isEqualTo("A woman in a red coat");
    assertThat(incidents.of(wrong.id())).isEmpty();
  }

  @Test
  @DisplayName("T27: a concern with more against the first person stays with them")
  void aConcernWithMoreInItStays() {
    CustomerView wrong = customer("Part Ly");
    IncidentView one =
        recorded(
            wrong,
            incident(TODAY, "OFFENSIVE_REMARKS"),
            incident(TODAY.minusDays(3), "OFFENSIVE_REMARKS"));

    correct(HEAD, move(one, customer("Oth Er")));

    assertThat(concerns.find(one.concernId()).orElseThrow().customerId()).isEqualTo(wrong.id());
    assertThat(incidents.of(wrong.id())).hasSize(1);
  }

  @Test
  @DisplayName(
      "T27, F18: a void incident stays readable and counts nowhere, not as a pattern either")
  void aVoidIncidentCountsNowhere() {
    CustomerView customer = customer("Vo Id");
    IncidentView before =
        recorded(
            customer, incident(TODAY.minusDays(9), Assault.VERBAL, Set.of(), "OFFENSIVE_REMARKS"));

    IncidentView after =
        HEAD.call(
            () ->
                done(
                    () ->
                        correcting.makeVoid(
                            new MakeVoid(before.id(), before.version(), "It never happened."),
                            currentActor.get(),
                            NOW)));

    assertThat(after.stands()).isFalse();
    assertThat(Objects.requireNonNull(after.voided()).reason()).isEqualTo("It never happened.");
    assertThat(incidents.find(List.of(before.id()))).hasSize(1);
    assertThat(incidents.of(customer.id())).isEmpty();
    assertThat(openDuties(before.id().value())).as("nothing is reported onward").isEmpty();
    assertThat(onward.of(List.of(before.id())))
        .isNotEmpty()
        .allSatisfy(
            o -> {
              assertThat(o.status()).isEqualTo(ObligationStatus.NOT_REPORTED);
              assertThat(o.notReportedBecause()).isEqualTo("It never happened.");
            });
    assertThat(
            As.officer("housing")
                .call(
                    () ->
                        refused(
                            () ->
                                reporting.report(
                                    about(
                                        customer,
                                        HOUSING,
                                        incident(TODAY, "DECISION_NOT_ACCEPTED")),
                                    currentActor.get(),
                                    NOW))))
        .containsExactly("PATTERN_ON_FIRST_CONTACT");
    assertThat(refusedTo(HEAD, move(after, customer("La Ter")))).containsExactly("INCIDENT_VOID");
  }

  @Test
  @DisplayName("T27: the head of the service or of customer services puts it right, nobody else")
  void whoMayCorrect() {
    CustomerView other = customer("Some Body");
    IncidentView incident = recorded(customer("May Be"), incident(TODAY, "OFFENSIVE_REMARKS"));

    assertThat(refusedTo(As.headOfService("leisure"), move(incident, other)))
        .as("another service does not even see it")
        .containsExactly("NOT_FOUND");
    assertThat(refusedTo(As.officer("housing"), move(incident, other)))
        .containsExactly("NOT_YOURS_TO_CORRECT");
    assertThat(refusedTo(As.headOfCustomerServices(), move(incident, other))).isEmpty();
  }

  @Test
  @DisplayName("T27: a correction says what is put right, and why")
  void aCorrectionSaysWhatAndWhy() {
    CustomerView customer = customer("Same Again");
    IncidentView incident = recorded(customer, incident(TODAY, "OFFENSIVE_REMARKS"));

    assertThat(
            refusedTo(
                HEAD, new Correct(incident.id(), incident.version() + 1, null, null, null, " ")))
        .containsExactlyInAnyOrder("STALE", "TEXT_MISSING", "NOTHING_CORRECTED");
    assertThat(refusedTo(HEAD, move(incident, customer))).containsExactly("SAME_CUSTOMER");
    assertThat(
            refusedTo(
                HEAD,
                new Correct(
                    incident.id(), incident.version(), null, customer("X Y").id(), "or her", "R")))
        .containsExactly("SUBJECT_TWICE");
    assertThat(
            refusedTo(
                HEAD,
                new Correct(
                    incident.id(),
                    incident.version(),
                    incident(TODAY.plusDays(1), "NO_SUCH"),
                    null,
                    null,
                    "R")))
        .as("by the same rules as when it was recorded")
        .containsExactlyInAnyOrder("DATE_IN_FUTURE", "NOT_FOUND");
  }

  @Test
  @DisplayName("T27: police and reporter were told, so they are to be told; each until it is done")
  void everybodyToldIsTold() {
    CustomerView wrong = customer("Told Of");
    IncidentView incident =
        recorded(wrong, incident(TODAY, Assault.PHYSICAL, Set.of(), "OFFENSIVE_REMARKS"));
    ObligationView police = onward.of(List.of(incident.id())).getFirst();
    HEAD.run(
        () -> {
          done(
              () ->
                  onward.answer(
                      new ReportingOnward.Answer(
                          police.id(),
                          police.version(),
                          "Staffordshire Police",
                          NOW,
                          "SP-77",
                          null),
                      currentActor.get(),
                      NOW));
          ConcernView concern = concerns.find(incident.concernId()).orElseThrow();
          done(
              () ->
                  reporting.triage(
                      new Triage(
                          concern.id(),
                          concern.version(),
                          TriageOutcome.ACCEPT,
                          null,
                          null,
                          null,
                          null,
                          "Taken up."),
                      currentActor.get(),
                      NOW));
        });

    correct(HEAD, move(incident, customer("Right One")));

    UUID correction = correcting.corrections(List.of(incident.id())).getFirst().id();
    List<CorrectionTellingView> tellings = correcting.tellings(List.of(correction));
    assertThat(tellings)
        .extracting(CorrectionTellingView::recipient, CorrectionTellingView::name)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                CorrectionRecipient.POLICE, "Staffordshire Police, SP-77"),
            org.assertj.core.groups.Tuple.tuple(CorrectionRecipient.REPORTER, "officer-1"));
    CorrectionTellingView toPolice =
        tellings.stream()
            .filter(t -> t.recipient() == CorrectionRecipient.POLICE)
            .findFirst()
            .orElseThrow();
    assertThat(duties.openFor(toPolice.id().value()))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.kind()).isEqualTo("TELL_OF_CORRECTION");
              assertThat(d.dueOn()).as("two working days").isEqualTo(TODAY.plusDays(2));
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
            });
    HEAD.run(
        () -> {
          assertThat(
                  refused(
                      () ->
                          correcting.tell(tell(toPolice, null, "x", "y"), currentActor.get(), NOW)))
              .contains("TELLING_UNCLEAR");
          assertThat(
                  refused(
                      () ->
                          correcting.tell(
                              tell(toPolice, NOW, null, null), currentActor.get(), NOW)))
              .containsExactly("TELLING_INCOMPLETE");
          CorrectionTellingView told =
              done(
                  () ->
                      correcting.tell(
                          tell(toPolice, NOW, "By email to the liaison officer", null),
                          currentActor.get(),
                          NOW));
          assertThat(told.toldAt()).isEqualTo(NOW);
          assertThat(
                  refused(
                      () ->
                          correcting.tell(tell(told, NOW, "Again", null), currentActor.get(), NOW)))
              .containsExactly("TELLING_ANSWERED");
        });
    assertThat(openDuties(toPolice.id().value())).isEmpty();
    assertThat(
            As.headOfService("leisure")
                .call(
                    () ->
                        refused(
                            () ->
                                correcting.tell(
                                    tell(tellings.getLast(), NOW, "x", null),
                                    currentActor.get(),
                                    NOW))))
        .containsExactly("NOT_FOUND");
  }

  private static Tell tell(
      CorrectionTellingView telling,
      java.time.@Nullable Instant at,
      @Nullable String how,
      @Nullable String because) {
    return new Tell(telling.id(), telling.version(), at, how, because);
  }

  @Test
  @DisplayName(
      "T27: a challenge to accuracy gets a decision within a month, and keeps the customer's words")
  void aChallengeGetsADecision() {
    CustomerView customer = customer("Chal Lenge");
    IncidentView incident = recorded(customer, incident(TODAY, "OFFENSIVE_REMARKS"));
    AccuracyChallengeView challenge = challenge(customer, incident, "I never said that.");

    assertThat(challenge.decideBy()).isEqualTo(LocalDate.of(2026, 12, 20));
    assertThat(duties.openFor(challenge.id().value()))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.kind()).isEqualTo("ACCURACY_DECISION");
              assertThat(d.dueOn()).isEqualTo(challenge.decideBy());
            });

    AccuracyChallengeView decided =
        HEAD.call(
            () ->
                done(
                    () ->
                        correcting.decide(
                            new Decide(
                                challenge.id(),
                                challenge.version(),
                                AccuracyOutcome.NOTED_BESIDE,
                                "Two accounts stand against each other."),
                            currentActor.get(),
                            NOW)));

    assertThat(decided.words()).isEqualTo("I never said that.");
    assertThat(decided.outcome()).isEqualTo(AccuracyOutcome.NOTED_BESIDE);
    assertThat(openDuties(challenge.id().value())).isEmpty();
    assertThat(correcting.tellingsOf(List.of(challenge.id())))
        .as("the customer is told")
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.recipient()).isEqualTo(CorrectionRecipient.CUSTOMER);
              assertThat(openDuties(t.id().value())).containsExactly("TELL_OF_CORRECTION");
            });
  }

  private AccuracyChallengeView challenge(
      CustomerView customer, IncidentView incident, String words) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        correcting.challenge(
                            challenging(customer, incident, words), currentActor.get(), NOW)));
  }

  private static Challenge challenging(CustomerView customer, IncidentView incident, String words) {
    return new Challenge(
        customer.id(), new GlobalId("Incident", incident.id().value()), words, TODAY.minusDays(3));
  }

  @Test
  @DisplayName("T27, F5: nobody decides on what they recorded themselves")
  void nobodyDecidesOnTheirOwnRecord() {
    CustomerView customer = customer("Own Record");
    ConcernView concern =
        report(HEAD, about(customer, HOUSING, incident(TODAY, "OFFENSIVE_REMARKS")));
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();
    AccuracyChallengeView challenge = challenge(customer, incident, "Not so.");
    var decide =
        new Decide(challenge.id(), challenge.version(), AccuracyOutcome.NOT_CHANGED, "It is so.");

    assertThat(HEAD.call(() -> refused(() -> correcting.decide(decide, currentActor.get(), NOW))))
        .containsExactly("OWN_RECORD");
    assertThat(
            As.headOfService("leisure")
                .call(() -> refused(() -> correcting.decide(decide, currentActor.get(), NOW))))
        .containsExactly("NOT_FOUND");
    assertThat(
            As.headOfCustomerServices()
                .call(() -> refused(() -> correcting.decide(decide, currentActor.get(), NOW))))
        .isEmpty();
  }

  @Test
  @DisplayName("T27: a challenge is called corrected only when something was corrected")
  void correctedMeansCorrected() {
    CustomerView customer = customer("Cor Rected");
    IncidentView incident = recorded(customer, incident(TODAY, "OFFENSIVE_REMARKS"));
    AccuracyChallengeView challenge = challenge(customer, incident, "It was the day before.");
    var decide =
        new Decide(challenge.id(), challenge.version(), AccuracyOutcome.CORRECTED, "She is right.");

    assertThat(HEAD.call(() -> refused(() -> correcting.decide(decide, currentActor.get(), NOW))))
        .containsExactly("NOTHING_CORRECTED");
    correct(
        HEAD,
        new Correct(
            incident.id(),
            incident.version(),
            incident(TODAY.minusDays(1), "OFFENSIVE_REMARKS"),
            null,
            null,
            "She is right."));
    assertThat(HEAD.call(() -> refused(() -> correcting.decide(decide, currentActor.get(), NOW))))
        .isEmpty();
  }

  @Test
  @DisplayName("T27: what can be challenged, by whom, and how often")
  void whatCanBeChallenged() {
    CustomerView customer = customer("What Can");
    CustomerView other = customer("Oth Erone");
    IncidentView incident = recorded(customer, incident(TODAY, "OFFENSIVE_REMARKS"));
    challenge(customer, incident, "No.");

    Map<Challenge, List<String>> expected =
        Map.of(
            challenging(customer, incident, "Again"),
            List.of("ALREADY_CHALLENGED"),
            new Challenge(
                other.id(),
                new GlobalId("Concern", incident.concernId().value()),
                " ",
                TODAY.plusDays(1)),
            List.of("RECORD_OF_ANOTHER_CUSTOMER", "TEXT_MISSING", "DATE_IN_FUTURE"),
            new Challenge(customer.id(), new GlobalId("Building", UUID.randomUUID()), "No", TODAY),
            List.of("CANNOT_BE_CHALLENGED"),
            new Challenge(customer.id(), new GlobalId("Contact", UUID.randomUUID()), "No", TODAY),
            List.of("NOT_FOUND"));
    expected.forEach(
        (command, codes) ->
            assertThat(
                    As.officer("housing")
                        .call(
                            () ->
                                refused(
                                    () -> correcting.challenge(command, currentActor.get(), NOW))))
                .containsExactlyElementsOf(codes));
  }

  @Test
  @DisplayName("T27: whose it is can be put right where it was nobody's")
  void anUnknownPersonIsNamed() {
    ConcernView concern =
        report(
            As.officer("housing"),
            new ConcernToReport(
                null,
                "a tall man",
                null,
                HOUSING,
                null,
                List.of(incident(TODAY, "OFFENSIVE_REMARKS"))));
    CustomerView customer = customer("Tall Man");
    IncidentView incident = incidents.ofConcerns(List.of(concern.id())).getFirst();

    assertThat(correct(HEAD, move(incident, customer)).customerId()).isEqualTo(customer.id());
    assertThat(concerns.find(concern.id()).orElseThrow().customerId()).isEqualTo(customer.id());
  }
}
