package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.designation.Rechecking.Recheck;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Role;
import org.evenhand.intake.CorrectingRecords;
import org.evenhand.intake.CorrectionRecipient;
import org.evenhand.intake.CorrectionTellingView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.IncidentView;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** T27, F5: what a case rested on turned out otherwise. */
class CorrectedIncidentsModuleTests extends Story {

  private static final As HEAD = As.headOfService("housing");

  @Autowired CorrectingRecords correcting;
  @Autowired Rechecking rechecking;

  private IncidentView incident(IncidentId id) {
    return incidents.find(List.of(id)).getFirst();
  }

  private void isSomebodyElses(IncidentId id, @Nullable CustomerId whose) {
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new CorrectingRecords.Correct(
                            id,
                            incident(id).version(),
                            null,
                            whose,
                            whose == null ? "A man with a dog" : null,
                            "The names were mixed up."),
                        currentActor.get(),
                        clock.instant())));
  }

  private void isVoid(IncidentId id) {
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.makeVoid(
                        new CorrectingRecords.MakeVoid(
                            id, incident(id).version(), "It never happened."),
                        currentActor.get(),
                        clock.instant())));
  }

  private ConsiderationView determined(CustomerId customer) {
    ConsiderationView opened = considered(customer);
    prepare(opened);
    return HEAD.call(() -> done(() -> considering.determine(unreasonable(opened))));
  }

  private ConsiderationView now(ConsiderationView view) {
    return considerations.find(view.id()).orElseThrow();
  }

  private RecheckView waiting(ConsiderationView view) {
    return rechecking.of(List.of(now(view))).stream()
        .filter(r -> r.outcome() == null)
        .findFirst()
        .orElseThrow();
  }

  private List<String> refused(As who, Recheck command) {
    return who.call(
        () -> refused(() -> rechecking.recheck(command, currentActor.get(), clock.instant())));
  }

  private void recheck(ConsiderationView view, RecheckOutcome outcome) {
    HEAD.run(
        () ->
            done(
                () ->
                    rechecking.recheck(
                        new Recheck(
                            view.id(), waiting(view).version(), outcome, "Looked at again."),
                        currentActor.get(),
                        clock.instant())));
  }

  private boolean restrictive(ConsiderationView view) {
    return considerations.basis(view.id()).orElseThrow().restrictiveAllowed();
  }

  @Test
  @DisplayName(
      "T27: an open case loses an incident that was somebody else's, and shows nothing of it")
  void anOpenCaseLosesTheIncident() {
    CustomerId customer = customer("Olga Open");
    ConsiderationView opened = considered(customer);
    IncidentId first = opened.incidentIds().iterator().next();

    isSomebodyElses(first, customer("Somebody Else"));

    assertThat(now(opened).incidentIds()).hasSize(1).doesNotContain(first);
    assertThat(openDuties(opened)).doesNotContain("DETERMINATION_RECHECK");
  }

  @Test
  @DisplayName("T27: a concern that went with its incident is in the case no more")
  void aConcernThatWentIsGone() {
    ConsiderationView opened = considered(customer("Con Went"));
    CustomerId other = customer("Took It");

    opened.incidentIds().forEach(id -> isSomebodyElses(id, other));

    assertThat(now(opened).incidentIds()).isEmpty();
    assertThat(now(opened).concernIds()).isEmpty();
  }

  @Test
  @DisplayName(
      "T27, F5: a determination on the wrong person is looked at again at once, and cannot stand")
  void aDeterminationWithoutItsIncidents() {
    ConsiderationView decided = determined(customer("Wanda Wrong"));
    assertThat(restrictive(decided)).isTrue();

    decided.incidentIds().forEach(this::isVoid);

    assertThat(restrictive(decided)).as("nothing is imposed on it meanwhile").isFalse();
    assertThat(duties.openFor(decided.id().value()))
        .filteredOn(d -> d.kind().equals("DETERMINATION_RECHECK"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.overdue(clock.instant())).as("on the due list at once").isTrue();
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
              assertThat(d.person()).isEqualTo(decided.customerId().value());
            });
    RecheckView waiting = waiting(decided);
    assertThat(waiting.missing()).containsExactly("INCIDENT_FOR_HINDRANCE");
    assertThat(
            refused(
                HEAD, new Recheck(decided.id(), waiting.version() + 1, RecheckOutcome.STANDS, " ")))
        .containsExactlyInAnyOrder("STALE", "TEXT_MISSING", "FINDINGS_WITHOUT_EVIDENCE");

    recheck(decided, RecheckOutcome.FALLS);

    assertThat(openDuties(decided)).doesNotContain("DETERMINATION_RECHECK");
    assertThat(restrictive(decided)).isFalse();
    assertThat(rechecking.of(List.of(now(decided))))
        .singleElement()
        .satisfies(r -> assertThat(r.outcome()).isEqualTo(RecheckOutcome.FALLS));
    assertThat(
            refused(HEAD, new Recheck(decided.id(), 0, RecheckOutcome.STANDS, "Changed my mind")))
        .containsExactly("NOTHING_TO_RECHECK");
  }

  @Test
  @DisplayName("T27: it may stand on what is left, and then carries again")
  void itMayStandOnWhatIsLeft() {
    ConsiderationView decided = determined(customer("Stan Stands"));
    isVoid(decided.incidentIds().iterator().next());

    assertThat(restrictive(decided)).isFalse();
    assertThat(waiting(decided).missing()).isEmpty();
    recheck(decided, RecheckOutcome.STANDS);

    assertThat(restrictive(decided)).isTrue();
  }

  @Test
  @DisplayName(
      "T27: where only the account was put right, there are five working days to look again")
  void aCorrectedAccountIsLookedAtWithinDays() {
    ConsiderationView decided = determined(customer("Cory Corrected"));
    IncidentView before = incident(decided.incidentIds().iterator().next());
    var content =
        new org.evenhand.intake.ReportingConcerns.IncidentToRecord(
            before.occurredOn(),
            null,
            before.channel(),
            null,
            before.behaviours(),
            null,
            null,
            before.affected(),
            null,
            before.impact(),
            false,
            "Called the officer one name, once.",
            before.sourceGrade(),
            before.identityConfidence(),
            true,
            null,
            java.util.Set.of(),
            null);
    HEAD.run(
        () ->
            done(
                () ->
                    correcting.correct(
                        new CorrectingRecords.Correct(
                            before.id(), before.version(), content, null, null, "Overstated."),
                        currentActor.get(),
                        clock.instant())));

    assertThat(now(decided).incidentIds()).contains(before.id());
    assertThat(duties.openFor(decided.id().value()))
        .filteredOn(d -> d.kind().equals("DETERMINATION_RECHECK"))
        .extracting(DutyView::dueOn)
        .containsExactly(MONDAY.plusDays(7));
  }

  @Test
  @DisplayName("T27: the head of customer services, who was advised, is to be told")
  void whoWasAdvisedIsTold() {
    ConsiderationView decided = determined(customer("Tilda Told"));
    IncidentId incident = decided.incidentIds().iterator().next();

    isVoid(incident);

    assertThat(
            correcting.tellings(List.of(correcting.corrections(List.of(incident)).getFirst().id())))
        .extracting(CorrectionTellingView::recipient)
        .contains(CorrectionRecipient.HEAD_OF_CUSTOMER_SERVICES, CorrectionRecipient.REPORTER);
  }

  @Test
  @DisplayName("T27, T20: who may look again, through the API")
  void whoMayLookAgain() {
    ConsiderationView decided = determined(customer("Api Again"));
    isVoid(decided.incidentIds().iterator().next());
    String recheck =
        """
        mutation($id: ID!) {
          considerationRecheck(input: {consideration: $id, expectedVersion: 0, outcome: STANDS,
                                       reasons: "One serious incident is left."}) {
            consideration { rechecks { version openedAt outcome reasons by decidedAt
                                       missing { code text } } }
            refusals { code }
          }
        }
        """;

    assertThat(codes(As.headOfService("leisure"), recheck, decided)).containsExactly("NOT_FOUND");
    As.officer("housing")
        .call(() -> graphQl.document(recheck).variable("id", gid(decided)).execute())
        .errors()
        .satisfy(e -> assertThat(e.getFirst().getExtensions()).containsEntry("code", "FORBIDDEN"));
    As.headOfService("housing")
        .call(() -> graphQl.document(recheck).variable("id", gid(decided)).execute())
        .path("considerationRecheck.consideration.rechecks[*].outcome")
        .entityList(String.class)
        .containsExactly("STANDS");
  }

  private List<String> codes(As who, String document, ConsiderationView about) {
    return Objects.requireNonNull(
        who.call(() -> graphQl.document(document).variable("id", gid(about)).execute())
            .path("considerationRecheck.refusals[*].code")
            .entityList(String.class)
            .get());
  }

  @Autowired ApplicationEventPublisher publisher;

  private record OnAppeal(UUID caseId, UUID customerId, Instant at) implements FindingsSetAside {
    @Override
    public String reasons() {
      return "The rota shows that it was somebody else.";
    }

    @Override
    public ActorId by() {
      return new ActorId("cmt-1");
    }
  }

  private void wonBy(ConsiderationView view, CustomerId person) {
    transactions.executeWithoutResult(
        s ->
            publisher.publishEvent(
                new OnAppeal(view.id().value(), person.value(), clock.instant())));
  }

  @Test
  @DisplayName("P10.5: findings set aside on appeal carry nothing restrictive any more")
  void setAsideOnAppeal() {
    CustomerId customer = customer("Asa Appellant");
    ConsiderationView decided = determined(customer);
    wonBy(decided, customer("Nele Nobody"));
    assertThat(restrictive(decided)).isTrue();
    wonBy(decided, customer);
    assertThat(restrictive(decided)).isFalse();
    assertThat(rechecking.of(List.of(now(decided))))
        .extracting(RecheckView::outcome)
        .containsExactly(RecheckOutcome.FALLS);
  }

  @Test
  @DisplayName(
      "T15, P10.5: a bound member's appeal sets aside what was found about them, the others stay"
          + " bound; with nobody left nothing restrictive rests on the case")
  void aMembersAppealIsTheirsAlone() {
    CustomerId loud = customer("Lena Loud");
    CustomerId rude = customer("Ruth Rude");
    CustomerId group = group("Tenants of the Mews", loud, rude);
    accepted(loud, HOUSING, MONDAY.minusDays(4));
    accepted(rude, HOUSING, MONDAY.minusDays(4));
    ConsiderationView opened =
        HEAD.call(
            () ->
                done(
                    () ->
                        considering.open(
                            new Considering.Open(
                                group,
                                HOUSING,
                                Set.of(),
                                Set.of(),
                                false,
                                null,
                                Set.of(),
                                Set.of(),
                                List.of(
                                    new BoundMember(loud, incidentsOf(loud)),
                                    new BoundMember(rude, incidentsOf(rude))),
                                "Two of them shouted"))));
    warned(loud);
    warned(rude);
    prepare(opened);
    ConsiderationView decided =
        HEAD.call(() -> done(() -> considering.determine(unreasonable(opened))));

    wonBy(decided, loud);

    assertThat(considerations.basis(decided.id()).orElseThrow().boundMembers())
        .extracting(BoundMember::memberId)
        .containsExactly(rude);
    assertThat(restrictive(decided)).isTrue();
    assertThat(rechecking.of(List.of(now(decided)))).isEmpty();

    wonBy(decided, rude);

    assertThat(restrictive(decided)).isFalse();
  }
}
