package org.evenhand.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.evenhand.designation.internal.ConductPicture;
import org.evenhand.designation.internal.DrawingPictures;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhandtest.As;
import org.evenhandtest.StatementLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands behind somebody's behaviour, whatever the history's length (question 5). */
class PatternModuleTests extends Story {

  @Autowired DrawingPictures pictures;
  @Autowired MergingCustomers merging;

  private ConductPicture picture(ConsiderationView consideration) {
    return pictures.of(consideration, null, null, MONDAY);
  }

  private void calledAt(Instant at, CustomerId customer, ContactCause cause) {
    clock.set(at);
    called(customer, cause);
    clock.set(MONDAY_TEN);
  }

  @Test
  @DisplayName("P6.1, P6.3a, question 5: contacts by cause and month, and what we caused of them")
  void byMonth() {
    CustomerId customer = customer("Mina Month");
    calledAt(Instant.parse("2026-09-30T23:30:00Z"), customer, ContactCause.FIRST_CONTACT);
    calledAt(Instant.parse("2026-10-12T09:00:00Z"), customer, ContactCause.MISSED_STANDARD);
    called(customer, ContactCause.MISSED_STANDARD);
    called(customer, ContactCause.SAME_AGAIN);

    ConductPicture drawn = picture(considered(customer));

    // Half past midnight in London: October, still summer time.
    assertThat(drawn.contactsByMonth())
        .extracting(
            ConductPicture.ContactsByMonth::month,
            ConductPicture.ContactsByMonth::contacts,
            ConductPicture.ContactsByMonth::contactsWeCaused)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 10, 1), 2, 1),
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 1), 2, 1));
    assertThat(drawn.percentWeCaused()).isEqualTo(50);
    assertThat(drawn.contacts()).isEqualTo(4);
  }

  @Test
  @DisplayName("Question 5: what was tried, and how it stands")
  void whatWasTried() {
    ConsiderationView opened = considered(customer("Tara Tried"));
    As.headOfService("housing")
        .run(
            () -> {
              askedForNewInformation(opened, CheckStage.WARNING);
              done(() -> warnings.issue(warning(opened)));
              done(
                  () ->
                      meetings.record(
                          new StrategyMeetings.Record(
                              opened.id(),
                              null,
                              Set.of(HOUSING, LEISURE),
                              MONDAY,
                              "One officer answers",
                              List.of(),
                              null)));
            });

    assertThat(picture(opened).tried())
        .extracting(Tried::kind, Tried::standing, Tried::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TriedKind.WARNING, true, null),
            org.assertj.core.groups.Tuple.tuple(
                TriedKind.STRATEGY_MEETING, false, "APPROACH_AGREED"));
  }

  @Test
  @DisplayName("T5, T20: each service's involvement in numbers, never in words")
  void crossService() {
    CustomerId customer = customer("Chris Crossing");
    ConsiderationView opened = considered(customer);
    accepted(customer, LEISURE, MONDAY.minusDays(5), MONDAY.minusDays(4));
    As.headOfService("leisure")
        .run(
            () ->
                done(
                    () ->
                        considering.open(
                            new Considering.Open(
                                customer,
                                LEISURE,
                                Set.of(),
                                Set.of(),
                                false,
                                null,
                                Set.of(),
                                incidentsOf(customer),
                                List.of(),
                                "At the pool as well"))));

    List<ConductPicture.InService> services = picture(opened).crossService();

    assertThat(services)
        .extracting(
            ConductPicture.InService::service,
            ConductPicture.InService::lead,
            ConductPicture.InService::incidents,
            ConductPicture.InService::openConsiderations)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(HOUSING, true, 2, 1),
            org.assertj.core.groups.Tuple.tuple(LEISURE, false, 2, 1));
    assertThat(services.getLast().lastIncidentOn()).isEqualTo(MONDAY.minusDays(4));
  }

  @Test
  @DisplayName("T21: after a merge the pattern is of all records about the person")
  void allRecords() {
    CustomerId kept = customer("Robin Record");
    CustomerId again = customer("Robin Rekord");
    called(kept, ContactCause.FIRST_CONTACT);
    called(again, ContactCause.MISSED_STANDARD);
    warned(again);
    ConsiderationView opened = considered(kept);
    accepted(again, LEISURE, MONDAY.minusDays(2));
    assertThat(picture(opened).contacts()).isEqualTo(1);

    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.merge(
                            new MergingCustomers.Merge(
                                kept,
                                again,
                                MergeGround.CUSTOMER_CONFIRMED,
                                Confidence.CONFIRMED,
                                "Registered twice",
                                "Said so at the desk, passport seen"),
                            currentActor.get(),
                            clock.instant())));

    ConductPicture drawn = picture(opened);
    assertThat(drawn.contacts()).isEqualTo(2);
    assertThat(drawn.contactsWeCaused()).isEqualTo(1);
    assertThat(drawn.incidents()).isEqualTo(3);
    assertThat(drawn.services()).containsExactlyInAnyOrder(HOUSING, LEISURE);
    assertThat(drawn.tried()).extracting(Tried::kind).containsExactly(TriedKind.WARNING);
    assertThat(considerations.basis(opened.id()).orElseThrow().warningGivenOrDispensed()).isTrue();
  }

  @Test
  @DisplayName("Question 5: two statements a module at most, however long the history")
  void twoStatementsAModule() {
    ConsiderationView opened = considered(customer("Lena Long"));
    List<String> before = StatementLog.during(() -> picture(opened));
    for (int day = 1; day <= 40; day++) {
      calledAt(
          MONDAY_TEN.minus(Duration.ofDays(day * 11L)),
          opened.customerId(),
          ContactCause.SAME_AGAIN);
    }
    accepted(opened.customerId(), LEISURE, MONDAY.minusDays(9), MONDAY.minusDays(8), MONDAY);
    warned(opened.customerId());
    warned(opened.customerId());

    List<String> after = StatementLog.during(() -> picture(opened));

    assertThat(picture(opened).contacts()).isEqualTo(40);
    assertThat(after).hasSameSizeAs(before);
    assertThat(after).isNotEmpty();
    for (String module : List.of("intake", "correspondence", "designation")) {
      assertThat(StatementLog.of(module, after)).as(module).isBetween(1L, 2L);
    }
    assertThat(StatementLog.of("foundation", after)).isZero();
  }

  @Test
  @DisplayName("Question 5: counting one person's contacts reads theirs by the index, and no table")
  void noScan() {
    CustomerId customer = customer("Ines Index");
    called(customer, ContactCause.FIRST_CONTACT);
    ConsiderationView opened = considered(customer);
    String plan =
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              jdbc.sql(
                      """
                      insert into intake.contact
                        (id, version, customer, service_area, channel, direction, at, cause,
                         speaker, offers_new_information, disclosed_disability, logged_by, logged_at)
                      select uuidv7(), 0, c.id, 'housing', 'PHONE', 'IN',
                             now() - n * interval '1 hour', 'SAME_AGAIN', 'SELF', false, false,
                             'somebody', now()
                        from generate_series(1, 4000) as n,
                             (select id from intake.customer where id <> ? limit 5) as c
                      """)
                  .param(customer.value())
                  .update();
              jdbc.sql("analyze intake.contact").update();
              assertThat(picture(opened).contacts()).isEqualTo(1);
              return String.join(
                  "\n",
                  jdbc.sql(
                          """
                          explain select cause, count(*) from intake.contact
                           where customer = any(intake.records_of(cast(? as uuid)))
                             and at >= now() - interval '2 years' group by cause
                          """)
                      .param(customer.value())
                      .query(String.class)
                      .list());
            });

    assertThat(plan).contains("contact_customer_at_id_idx").doesNotContain("Seq Scan");
  }
}
