package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.OfficerToRecord;
import org.evenhand.foundation.OfficerView;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.ContactCause;
import org.evenhand.intake.ContactDirection;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.intake.DisposingContacts;
import org.evenhand.intake.DispositionOutcome;
import org.evenhand.intake.LoggingContacts;
import org.evenhand.intake.Speaker;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhand.spi.Ref;
import org.evenhand.spi.SettingValue;
import org.evenhand.spi.Settings;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

/** P8.3.10, T14: a single point of contact at work: queue, service level, deputy, leavers. */
class ContactOfficersTests extends ActStory {

  private static final String QUEUE =
      """
      {
        spocQueue {
          customers {
            customer { id } as covering contactOfficer { name } deputy { name }
            answerWithin uncoveredFrom
          }
          waiting { contact { id channel note serviceArea { code } } customer { id } as covering receivedAt dueOn overdue }
        }
      }
      """;

  private static int pairs;

  @Autowired DisposingContacts disposing;

  private String officer = "";
  private String deputy = "";

  /** Two of their own for each test, so that no other's leaving is seen. */
  @BeforeEach
  void twoOfficers() {
    pairs++;
    officer = "pair-" + pairs + "-officer";
    deputy = "pair-" + pairs + "-deputy";
    record(officer, null, List.of(), null);
    record(deputy, null, List.of(), null);
  }

  private void record(
      String actor,
      @Nullable Integer version,
      List<OfficerView.Absence> absences,
      @Nullable LocalDate leftOn) {
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        officers.record(
                            new OfficerToRecord(
                                version,
                                actor,
                                "Name of " + actor,
                                "Adviser",
                                null,
                                "01827 709200",
                                null,
                                null,
                                absences,
                                leftOn),
                            currentActor.get(),
                            clock.instant())));
  }

  private void away(String actor, LocalDate first, LocalDate last) {
    record(actor, officer(actor).version(), List.of(new OfficerView.Absence(first, last)), null);
  }

  private Settings through(String way) {
    return Settings.of(
            "officer", new SettingValue.OfficerValue(Ref.officer(officer(officer).id().value())))
        .with("deputy", new SettingValue.OfficerValue(Ref.officer(officer(deputy).id().value())))
        .with("way", new SettingValue.ChoiceValue(way))
        .with("answer-within", new SettingValue.NumberValue(java.math.BigDecimal.valueOf(3)));
  }

  private RestrictionView only(CustomerView customer) {
    return inForce(action(determined(customer), SPOC, through("only")));
  }

  private ContactView letter(CustomerView customer) {
    return As.officer("housing")
        .call(
            () ->
                done(
                    () ->
                        logging.log(
                            new LoggingContacts.ContactToLog(
                                customer.id(),
                                null,
                                HOUSING,
                                Channel.LETTER,
                                ContactDirection.IN,
                                clock.instant(),
                                ContactCause.FIRST_CONTACT,
                                null,
                                null,
                                Speaker.SELF,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false),
                            currentActor.get(),
                            clock.instant())));
  }

  private Response queue(String actor) {
    return As.person(actor, "Somebody", "OFFICER", "housing")
        .call(() -> graphQl.document(QUEUE).execute());
  }

  @Test
  @DisplayName(
      "Question 4, P8.3.10: what waits for whom by when, in working days; gone from the queue when"
          + " answered")
  void showsWhatWaits() {
    CustomerView customer = customer("Quinn Queue");
    only(customer);
    clock.set(MONDAY_TEN.plusSeconds(3600));
    ContactView contact = letter(customer);

    Response mine = queue(officer);
    mine.path("spocQueue.customers[*].customer.id")
        .entityList(String.class)
        .containsExactly(gid("Customer", customer.id().value()));
    mine.path("spocQueue.customers[0].answerWithin").entity(Integer.class).isEqualTo(3);
    mine.path("spocQueue.customers[0].covering").entity(Boolean.class).isEqualTo(true);
    mine.path("spocQueue.customers[0].uncoveredFrom").valueIsNull();
    mine.path("spocQueue.waiting[*].contact.id")
        .entityList(String.class)
        .containsExactly(gid("Contact", contact.id().value()));
    mine.path("spocQueue.waiting[0].dueOn").entity(String.class).isEqualTo("2026-11-26");
    assertThat(duties.openFor(contact.id().value()))
        .filteredOn(duty -> duty.kind().equals("ANSWER_AS_CONTACT_OFFICER"))
        .extracting(duty -> String.valueOf(duty.owner()), DutyView::dueOn)
        .singleElement()
        .satisfies(one -> assertThat(one.toString()).contains(officer, "2026-11-26"));
    queue(deputy).path("spocQueue.waiting[0].covering").entity(Boolean.class).isEqualTo(false);
    for (As seat : List.of(As.legal(), As.contractor("housing"))) {
      isForbidden(seat.call(() -> graphQl.document(QUEUE).execute()));
    }
    queue("somebody-else").path("spocQueue.customers").entityList(Object.class).hasSize(0);
    clock.set(Instant.parse("2026-11-27T10:00:00Z"));
    queue(officer).path("spocQueue.waiting[0].overdue").entity(Boolean.class).isEqualTo(true);

    var before = disposing.of(List.of(contact.id()));
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        disposing.dispose(
                            new DisposingContacts.ContactToDispose(
                                contact.id(),
                                before.isEmpty() ? null : before.getFirst().version(),
                                DispositionOutcome.ANSWERED,
                                null,
                                null,
                                null,
                                java.util.Set.of(),
                                java.util.Set.of()),
                            currentActor.get(),
                            clock.instant())));
    queue(officer).path("spocQueue.waiting").entityList(Object.class).hasSize(0);
    duties.sweep(clock.instant());
    assertThat(duties.openFor(contact.id().value()))
        .extracting(DutyView::kind)
        .doesNotContain("ANSWER_AS_CONTACT_OFFICER");
  }

  @Test
  @DisplayName(
      "T14: while the officer is away the deputy covers, in the queue and at the front desk")
  void theDeputyCovers() {
    CustomerView customer = customer("Cora Cover");
    RestrictionView action = only(customer);
    away(officer, MONDAY, MONDAY.plusDays(4));
    clock.set(MONDAY_TEN.plusSeconds(3600));
    letter(customer);

    queue(deputy).path("spocQueue.customers[0].covering").entity(Boolean.class).isEqualTo(true);
    queue(officer).path("spocQueue.customers[0].covering").entity(Boolean.class).isEqualTo(false);
    Response desk = check(call(customer));
    assertThat(verdict(desk)).isEqualTo("REDIRECT");
    desk.path("contactCheck.conditions[?(@.code == 'REDIRECTED')].reach.deputyAvailable")
        .entityList(String.class)
        .containsExactly("NOW");
    assertThat(openDuties(action)).doesNotContain("NAME_A_CONTACT_OFFICER");
  }

  @Test
  @DisplayName(
      "T14: the officer leaves, or is away beyond the deputy: the owner names another, and need not"
          + " once somebody is there")
  void somebodyIsNamedBeforeNobodyIsLeft() {
    RestrictionView action = only(customer("Lena Leaver"));
    away(officer, MONDAY.plusDays(7), MONDAY.plusDays(11));
    assertThat(openDuties(action)).doesNotContain("NAME_A_CONTACT_OFFICER");
    away(deputy, MONDAY.plusDays(9), MONDAY.plusDays(9));
    assertThat(duties.openFor(action.id().value()))
        .filteredOn(duty -> duty.kind().equals("NAME_A_CONTACT_OFFICER"))
        .extracting(DutyView::dueOn)
        .containsExactly(MONDAY.plusDays(9));
    record(deputy, officer(deputy).version(), List.of(), null);
    assertThat(openDuties(action)).doesNotContain("NAME_A_CONTACT_OFFICER");

    record(officer, officer(officer).version(), List.of(), MONDAY.plusDays(1));
    assertThat(openDuties(action))
        .as("one duty, which says both: review it, and name another")
        .contains("NAME_A_CONTACT_OFFICER")
        .doesNotContain("REVIEW_RESTRICTION_OFFICER_LEFT");
    As.headOfService("housing").run(() -> done(() -> lifting.lift(action.id(), null, "Ended")));
    assertThat(openDuties(action)).doesNotContain("NAME_A_CONTACT_OFFICER");
  }

  @Test
  @DisplayName("T12: one point of contact, not two for the same service")
  void onePointOfContact() {
    CustomerView customer = customer("Tom Twice");
    RestrictionView first = only(customer);

    assertThat(
            refusedFor(
                action(
                    considerations.find(first.considerationId()).orElseThrow(),
                    SPOC,
                    through("only"))))
        .contains("CONTRADICTION");
  }

  @Test
  @DisplayName(
      "T14: the restriction ends; the point of contact agreed as an adjustment stays, and the desk"
          + " still names whom")
  void anAdjustmentOutlivesTheRestriction() {
    CustomerView customer = customer("Ola Outlives");
    RestrictionView action = only(customer);
    agreed(customer);
    As.headOfService("housing").run(() -> done(() -> lifting.lift(action.id(), null, "Ended")));

    Response desk = check(call(customer));
    assertThat(verdict(desk)).as("nothing redirects any more").isEqualTo("ALLOWED");
    desk.path("contactCheck.adjustments[*].instructions.value")
        .entityList(String.class)
        .satisfies(
            words ->
                assertThat(words)
                    .singleElement()
                    .asString()
                    .contains(officer(officer).name(), officer(deputy).name()));

    record(officer, officer(officer).version(), List.of(), MONDAY);
    clock.set(MONDAY_TEN.plus(java.time.Duration.ofDays(1)));
    check(call(customer))
        .path("contactCheck.adjustments[*].instructions.value")
        .entityList(String.class)
        .satisfies(
            words ->
                assertThat(words)
                    .singleElement()
                    .asString()
                    .doesNotContain(officer(officer).name())
                    .contains(officer(deputy).name()));
  }

  private void agreed(CustomerView customer) {
    var asked =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            adjusting.request(
                                new DecidingAdjustments.AdjustmentToRequest(
                                    customer.id(),
                                    AdjustmentCode.SINGLE_CONTACT,
                                    null,
                                    java.util.Set.of(),
                                    java.util.Set.of(),
                                    MONDAY),
                                currentActor.get(),
                                clock.instant())));
    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        adjusting.decide(
                            new DecidingAdjustments.AdjustmentDecision(
                                asked.id(), asked.version(), true, "Agreed"),
                            currentActor.get(),
                            clock.instant())));
  }

  @Test
  @DisplayName("P8.3.10: offered as help it narrows nothing, and contacts are watched all the same")
  void helpIsWatchedToo() {
    CustomerView customer = customer("Hana Help");
    imposed(
        action(considered(customer), SPOC, through("offered"))
            .nature(Nature.SUPPORTIVE)
            .endsOn(null));
    letter(customer);

    queue(officer).path("spocQueue.waiting").entityList(Object.class).hasSize(1);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }
}
