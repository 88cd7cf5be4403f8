package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.LoggingContacts.ContactToLog;
import org.evenhand.intake.RecordingMatters.MatterToRecord;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.Scenario;

/** P6.3a: every contact says why; the share that we caused is known. */
class ContactsModuleTests extends IntakeModuleTest {

  private static final LocalDate DUE = LocalDate.of(2026, 10, 30);

  @Test
  @DisplayName("P6.3a, F16: a resident who asks after a report that we never closed is our doing")
  void contactAboutALateMatterCountsAsCausedByUs(Scenario scenario) {
    CustomerView customer = customer("Rob Resident");
    As.officer("planning")
        .run(
            () -> {
              MatterView report = done(() -> matter(customer, DUE, null, null));
              assertThat(report.standardMissed()).as("the day passed without a decision").isTrue();
              assertThat(report.stillOurs()).isTrue();
              scenario
                  .stimulate(
                      () ->
                          done(
                              () ->
                                  log(
                                      customer,
                                      report,
                                      ContactCause.SAME_AGAIN,
                                      null,
                                      DUE.plusDays(10))))
                  .andWaitForEventOfType(ContactLogged.class)
                  .toArriveAndVerify(
                      (event, contact) -> {
                        assertThat(event.contactId()).isEqualTo(contact.id());
                        assertThat(event.causedByUs()).isTrue();
                        assertThat(contact.causedByUs()).isTrue();
                      });
            });
  }

  @Test
  @DisplayName("P6.3a, F18: the summary counts by cause and leaves out the use of a right")
  void summarisesThePeriod() {
    CustomerView customer = customer("Sue Summary");
    As.officer("housing")
        .run(
            () -> {
              LocalDate day = LocalDate.of(2026, 11, 2);
              done(() -> log(customer, null, ContactCause.FIRST_CONTACT, null, day));
              done(() -> log(customer, null, ContactCause.MISSED_STANDARD, null, day.plusDays(1)));
              done(() -> log(customer, null, ContactCause.MISSED_STANDARD, null, day.plusDays(2)));
              done(() -> log(customer, null, ContactCause.SAME_AGAIN, null, day.plusDays(3)));
              done(
                  () ->
                      log(
                          customer,
                          null,
                          ContactCause.SAME_AGAIN,
                          StatutoryTopic.SUBJECT_ACCESS_REQUEST,
                          day.plusDays(4)));
              done(() -> log(customer, null, ContactCause.SAME_AGAIN, null, day.minusDays(9)));
            });

    ContactSummary november =
        contacts.summary(customer.id(), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    assertThat(november.total()).isEqualTo(4);
    assertThat(november.causedByUs()).isEqualTo(2);
    assertThat(november.percentCausedByUs()).isEqualTo(50);
    assertThat(november.usingARight()).isEqualTo(1);
    assertThat(november.minutesSpent()).isEqualTo(40);
    assertThat(november.byCause())
        .hasSize(5)
        .containsEntry(ContactCause.SAME_AGAIN, 1)
        .containsEntry(ContactCause.NEW_INFORMATION, 0);
  }

  @Test
  @DisplayName("F16: counting many contacts in the database follows the very rule of one contact")
  void countsAsTheRuleSays() {
    CustomerView customer = customer("Max Many");
    List<LocalDate> days = List.of(DUE.minusDays(1), DUE, DUE.plusDays(1), DUE.plusDays(3));
    List<ContactCause> causes =
        List.of(ContactCause.FIRST_CONTACT, ContactCause.MISSED_STANDARD, ContactCause.SAME_AGAIN);
    As.officer("planning")
        .run(
            () -> {
              var reports = new ArrayList<@Nullable MatterView>();
              reports.add(null);
              int n = 0;
              for (LocalDate due : new LocalDate[] {null, DUE, TODAY.plusDays(10)}) {
                for (LocalDate decided :
                    new LocalDate[] {null, DUE.minusDays(1), DUE.plusDays(2)}) {
                  for (boolean said : new boolean[] {false, true}) {
                    LocalDate letter = n++ % 2 == 0 || decided == null ? null : decided.plusDays(1);
                    reports.add(done(() -> matter(customer, due, decided, letter, said)));
                  }
                }
              }
              List<ContactView> logged = new ArrayList<>();
              for (MatterView report : reports) {
                logged.addAll(logAll(customer, report, days, causes));
              }
              assertThat(logged).hasSize(19 * 4 * 3);
              for (ContactView contact : logged) {
                MatterView about =
                    contact.matterId() == null
                        ? null
                        : matters.find(contact.matterId()).orElseThrow();
                LocalDate on = contact.at().atZone(WorkingDays.LONDON).toLocalDate();
                assertThat(contact.causedByUs())
                    .as("%s on %s about %s", contact.cause(), on, about)
                    .isEqualTo(contact.cause().causedByUs(about, on));
              }
              assertThat(
                      contacts
                          .summary(customer.id(), DUE.minusDays(3), DUE.plusDays(6))
                          .causedByUs())
                  .isEqualTo((int) logged.stream().filter(ContactView::causedByUs).count());
            });
  }

  /** In one transaction, to be quick. */
  private List<ContactView> logAll(
      CustomerView customer,
      @Nullable MatterView report,
      List<LocalDate> days,
      List<ContactCause> causes) {
    return java.util.Objects.requireNonNull(
        transactions.execute(
            status -> {
              var logged = new ArrayList<ContactView>();
              for (LocalDate day : days) {
                for (ContactCause cause : causes) {
                  logged.add(done(() -> log(customer, report, cause, null, day)));
                }
              }
              return logged;
            }));
  }

  @Test
  @DisplayName(
      "T16: who speaks for somebody says on what authority; somebody else's matter is none")
  void refusesWhatContradictsItself() {
    CustomerView customer = customer("Tim Told");
    CustomerView other = customer("Olga Other");
    As.officer("planning")
        .run(
            () -> {
              MatterView theirs = done(() -> matter(other, DUE, null, null));
              assertThat(
                      refused(
                          () ->
                              logging.log(
                                  new ContactToLog(
                                      customer.id(),
                                      theirs.id(),
                                      PLANNING,
                                      Channel.PHONE,
                                      ContactDirection.IN,
                                      NOW.plusSeconds(1),
                                      ContactCause.SAME_AGAIN,
                                      null,
                                      -1,
                                      Speaker.REPRESENTATIVE,
                                      null,
                                      null,
                                      null,
                                      true,
                                      false,
                                      false),
                                  currentActor.get(),
                                  NOW)))
                  .containsExactlyInAnyOrder(
                      "NOT_FOUND",
                      "DATE_IN_FUTURE",
                      "NUMBER_OUT_OF_RANGE",
                      "SPEAKER_AUTHORITY_MISSING",
                      "CAUSE_CONTRADICTS_NEW_INFORMATION");
            });
  }

  @Test
  @DisplayName("F16, T13: a matter says who decided and when, once, and is brought up to date")
  void keepsMattersStraight() {
    CustomerView customer = customer("Mia Matter");
    As.officer("planning")
        .run(
            () -> {
              MatterView open = done(() -> matter(customer, DUE, null, null));
              assertThat(
                      refused(
                          () ->
                              recordingMatters.record(
                                  again(open, null, DUE, null, DUE.minusDays(1)),
                                  currentActor.get(),
                                  NOW)))
                  .containsExactlyInAnyOrder(
                      "DECISION_INCOMPLETE", "LETTER_BEFORE_DECISION", "VERSION_MISSING");
              assertThat(
                      refused(
                          () ->
                              recordingMatters.record(
                                  new MatterToRecord(
                                      null,
                                      null,
                                      customer.id(),
                                      open.reference(),
                                      open.system(),
                                      null,
                                      PLANNING,
                                      null,
                                      false,
                                      null,
                                      null,
                                      null),
                                  currentActor.get(),
                                  NOW)))
                  .containsExactly("MATTER_ON_RECORD");
              MatterView closed =
                  done(
                      () ->
                          recordingMatters.record(
                              again(
                                  open,
                                  open.version(),
                                  DUE.minusDays(2),
                                  new ActorId("planner-1"),
                                  DUE),
                              currentActor.get(),
                              NOW));
              assertThat(closed.stillOurs()).isFalse();
              assertThat(closed.decisionBy()).isEqualTo(new ActorId("planner-1"));
            });
    assertThat(matters.of(customer.id())).hasSize(1);
  }

  private static MatterToRecord again(
      MatterView matter,
      @Nullable Integer version,
      LocalDate decided,
      @Nullable ActorId by,
      LocalDate letter) {
    return new MatterToRecord(
        matter.id(),
        version,
        matter.customerId(),
        matter.reference(),
        matter.system(),
        null,
        PLANNING,
        DUE,
        false,
        decided,
        by,
        letter);
  }

  private Outcome<MatterView> matter(
      CustomerView customer,
      @Nullable LocalDate due,
      @Nullable LocalDate decided,
      @Nullable LocalDate letter) {
    return matter(customer, due, decided, letter, false);
  }

  private Outcome<MatterView> matter(
      CustomerView customer,
      @Nullable LocalDate due,
      @Nullable LocalDate decided,
      @Nullable LocalDate letter,
      boolean missed) {
    return recordingMatters.record(
        new MatterToRecord(
            null,
            null,
            customer.id(),
            "ENF/" + java.util.UUID.randomUUID(),
            "Planning enforcement",
            "A wall",
            PLANNING,
            due,
            missed,
            decided,
            decided == null ? null : new ActorId("planner-1"),
            letter),
        currentActor.get(),
        NOW);
  }

  private Outcome<ContactView> log(
      CustomerView customer,
      @Nullable MatterView matter,
      ContactCause cause,
      @Nullable StatutoryTopic right,
      LocalDate on) {
    Instant at = on.atTime(0, 30).atZone(WorkingDays.LONDON).toInstant();
    return logging.log(
        new ContactToLog(
            customer.id(),
            matter == null ? null : matter.id(),
            PLANNING,
            Channel.PHONE,
            ContactDirection.IN,
            at,
            cause,
            right,
            10,
            Speaker.SELF,
            null,
            null,
            null,
            false,
            false,
            false),
        currentActor.get(),
        NOW);
  }
}
