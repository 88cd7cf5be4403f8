package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.CrmRecordings;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasingRecords.RecordsToErase;
import org.evenhand.intake.IncidentId;
import org.evenhand.intake.KeptState;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are kept for their period with all that they rest on, and then erased (T26). */
class DesignationRecordsTests extends Story {

  private static final Instant FOUR_YEARS_LATER = Instant.parse("2031-01-07T10:00:00Z");
  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");

  @Autowired ErasingRecords erasing;
  @Autowired CrmRecordings crm;

  private static GlobalId id(ConsiderationView consideration) {
    return new GlobalId("Consideration", consideration.id().value());
  }

  private static GlobalId id(IncidentId incident) {
    return new GlobalId("Incident", incident.value());
  }

  private Map<GlobalId, KeptState> kept(CustomerId customer) {
    return erasing.kept(customer, clock.instant()).orElseThrow().records().stream()
        .collect(Collectors.toMap(Entry::record, Entry::state));
  }

  private List<String> erase(CustomerId customer, Set<GlobalId> records) {
    return As.dataProtectionOfficer()
        .call(
            () ->
                transactions.execute(
                    s ->
                        erasing
                            .erase(
                                new RecordsToErase(
                                    customer, List.copyOf(records), "Past its period"),
                                currentActor.get(),
                                clock.instant())
                            .refusals()
                            .stream()
                            .map(r -> r.code())
                            .toList()));
  }

  private ConsiderationView closed(ConsiderationView consideration, String why) {
    return As.headOfService("housing")
        .call(
            () ->
                done(
                    () ->
                        considering.close(
                            new Considering.Close(
                                consideration.id(), CloseCause.OPENED_IN_ERROR, why, null))));
  }

  @Test
  @DisplayName("T26: while a case is open, or within its period, what it rests on is kept with it")
  void whatACaseRestsOn() {
    CustomerId customer = customer("Rita Rests");
    ConsiderationView opened = considered(customer);
    IncidentId incident = opened.incidentIds().iterator().next();

    clock.set(MUCH_LATER);
    assertThat(kept(customer))
        .containsEntry(id(opened), KeptState.STILL_OPEN)
        .containsEntry(id(incident), KeptState.STILL_NEEDED);

    clock.set(MONDAY_TEN);
    closed(opened, "It was settled");
    clock.set(FOUR_YEARS_LATER);
    assertThat(kept(customer))
        .containsEntry(id(opened), KeptState.NOT_DUE_YET)
        .containsEntry(id(incident), KeptState.STILL_NEEDED);
  }

  @Test
  @DisplayName("T26, T15: what a group's case says of a member is kept with the group's case")
  void whatAGroupsCaseRestsOn() {
    CustomerId member = customer("Mem Ber");
    CustomerId group = group("The Group", member);
    accepted(member, HOUSING, MONDAY.minusDays(30), MONDAY.minusDays(3));
    ConsiderationView opened =
        As.headOfService("housing")
            .call(
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
                                    List.of(new BoundMember(member, incidentsOf(member))),
                                    "Offensive remarks of a member"))));
    closed(opened, "It was settled");
    IncidentId incident = incidentsOf(member).iterator().next();

    clock.set(FOUR_YEARS_LATER);
    assertThat(kept(member)).containsEntry(id(incident), KeptState.STILL_NEEDED);
    clock.set(MUCH_LATER);
    assertThat(kept(member)).containsEntry(id(incident), KeptState.STILL_NEEDED);
    assertThat(erase(group, Set.of(id(opened)))).isEmpty();
    assertThat(kept(member)).containsEntry(id(incident), KeptState.DUE);
  }

  @Test
  @DisplayName("T26: a case is erased with every text in it; its reference, days and findings stay")
  void aCaseIsErased() {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    CustomerId customer = customer("Cas Ee");
    ConcernView concern = accepted(customer, HOUSING, MONDAY.minusDays(30), MONDAY.minusDays(3));
    ConsiderationView opened =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            considering.open(
                                new Considering.Open(
                                    customer,
                                    HOUSING,
                                    Set.of(),
                                    Set.of(),
                                    false,
                                    null,
                                    Set.of(concern.id()),
                                    Set.of(),
                                    List.of(),
                                    word + " remarks"))));
    As.headOfService("housing")
        .run(
            () -> {
              done(
                  () ->
                      considering.recordCheck(
                          new Considering.RecordCheck(
                              opened.id(),
                              CheckKind.values()[0],
                              CheckAnswer.SATISFIED,
                              word + " log",
                              null,
                              null,
                              null)));
              done(
                  () ->
                      considering.recordRepresentation(
                          new Considering.RecordRepresentation(
                              opened.id(),
                              RepresentationKind.RECEIVED,
                              MONDAY,
                              null,
                              word + " was upset",
                              null,
                              null)));
              done(
                  () ->
                      considering.assess(
                          new Considering.Assess(
                              opened.id(),
                              CouldArise.NO,
                              word + " needs nothing",
                              Set.of(),
                              word + " lives alone",
                              null,
                              List.of(),
                              null)));
            });
    closed(opened, word + " agreed");
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "designation.consideration.why",
            "designation.consideration.close_reason",
            "designation.check_answer.evidence",
            "designation.representation.account",
            "designation.assessment.circumstances");
    clock.set(MUCH_LATER);

    assertThat(erase(customer, kept(customer).keySet())).isEmpty();

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    ConsiderationView left = considerations.find(opened.id()).orElseThrow();
    assertThat(left.reference()).isEqualTo(opened.reference());
    assertThat(left.openedAt()).isEqualTo(opened.openedAt());
    assertThat(left.why()).isEqualTo("[erased 2036-01-07]");
    assertThat(left.incidentIds()).isEqualTo(opened.incidentIds());
  }

  @Test
  @DisplayName("T26, F20: a warning is kept with its case, and erased with it")
  void aWarning() {
    CustomerId customer = customer("War Ned");
    ConsiderationView opened = considered(customer);
    As.headOfService("housing").run(() -> askedForNewInformation(opened, CheckStage.WARNING));
    WarningView given =
        As.headOfService("housing").call(() -> done(() -> warnings.issue(warning(opened))));
    As.officer("housing").run(() -> handedOver(given));
    closed(opened, "Warned");
    var id = new GlobalId("ConductWarning", given.id().value());
    UUID letter = given.noticeId().value();

    clock.set(MUCH_LATER);
    assertThat(kept(customer))
        .containsEntry(id, KeptState.STILL_NEEDED)
        .containsEntry(new GlobalId("Notice", letter), KeptState.STILL_OPEN)
        .containsEntry(id(opened), KeptState.STILL_NEEDED);
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        crm.confirm(
                            crm.ofSubjects(List.of(letter)).get(letter).id(), null, "CRM-1")));
    assertThat(kept(customer).values()).containsOnly(KeptState.DUE);
    assertThat(erase(customer, Set.of(id(opened)))).containsExactly("STILL_NEEDED");
    assertThat(erase(customer, kept(customer).keySet())).isEmpty();
    assertThat(warnings.find(given.id()).orElseThrow().conduct()).isEqualTo("[erased 2036-01-07]");
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('designation')")
                .query(String.class)
                .list())
        .isEmpty();
  }
}
