package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.foundation.DutyView;
import org.evenhand.intake.Confidence;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.MergeGround;
import org.evenhand.intake.MergingCustomers;
import org.evenhand.intake.RepresentativeAuthority;
import org.evenhand.restrictions.AppealPendingChanged;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

class AppealsModuleTests extends Story {

  private static final Instant JANUARY = Instant.parse("2027-01-11T10:00:00Z");

  @Test
  @DisplayName(
      "P10.1, P10.4, T8: lodged in time: six weeks run from receipt, the front line is told")
  void lodgedInTime(Scenario scenario) {
    CustomerId customer = customer("Ivo Intime");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    clock.set(JANUARY);
    As.officer("housing")
        .run(
            () ->
                scenario
                    .stimulate(() -> done(() -> lodging.lodge(letter(notice.id(), LAST_DAY))))
                    .andWaitForEventOfType(AppealPendingChanged.class)
                    .matching(e -> e.customerId().equals(customer.value()))
                    .toArriveAndVerify(
                        (event, appeal) -> {
                          assertThat(event.pending()).isTrue();
                          assertThat(event).isInstanceOf(AppealLodged.class);
                          assertThat(appeal.status()).isEqualTo(AppealStatus.LODGED);
                          assertThat(appeal.inTime()).isTrue();
                          assertThat(appeal.lastDay()).isEqualTo(LAST_DAY);
                          assertThat(appeal.presentBy()).isEqualTo(LocalDate.of(2027, 2, 3));
                          assertThat(appeal.reference()).matches("A-2027-\\d{6}");
                          assertThat(openDuties(appeal))
                              .containsExactly("APPEAL_ACKNOWLEDGE", "APPEAL_PRESENT");
                        }));
    assertThat(appeals.pending(customer.value())).hasSize(1);
  }

  @Test
  @DisplayName("T8: a late appeal is recorded and waits for a person, never turned away")
  void aLateAppealWaits() {
    CustomerId customer = customer("Lars Late");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView appeal = lodged(letter(notice.id(), LAST_DAY.plusDays(1)));
    assertThat(appeal.status()).isEqualTo(AppealStatus.LATE);
    assertThat(appeal.inTime()).isFalse();
    assertThat(openDuties(appeal)).containsExactly("APPEAL_LATE_DECIDE");
    assertThat(appeals.pending(customer.value())).hasSize(1);
  }

  @Test
  @DisplayName("T8: sent in time, received late: in time")
  void sentInTimeIsInTime() {
    NoticeView notice = served(customer("Sven Sent"), null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView appeal =
        lodged(
            new AppealToLodge(
                notice.id(),
                LodgedBy.CUSTOMER,
                null,
                null,
                AppealChannel.LETTER,
                LAST_DAY.plusDays(9),
                LAST_DAY,
                "Posted before Christmas."));
    assertThat(appeal.status()).isEqualTo(AppealStatus.LODGED);
    assertThat(appeal.presentBy()).isEqualTo(LAST_DAY.plusDays(9 + 42));
  }

  @Test
  @DisplayName("T9: an appeal before the notice was served is in time")
  void beforeServiceIsInTime() {
    NoticeView notice = issued(customer("Bea Before"), null, As.headOfService("housing"));
    AppealView appeal = lodged(letter(notice.id(), MONDAY));
    assertThat(appeal.status()).isEqualTo(AppealStatus.LODGED);
    assertThat(appeal.lastDay()).isNull();
  }

  @Test
  @DisplayName("P10.1: one appeal for each notice")
  void oneAppealForEachNotice() {
    CustomerId customer = customer("Una Once");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    NoticeView later = served(customer, null, As.headOfService("housing"));
    lodged(letter(notice.id(), MONDAY));
    As.officer("housing")
        .run(
            () ->
                assertThat(refused(() -> lodging.lodge(letter(notice.id(), MONDAY))))
                    .containsExactly("APPEAL_ALREADY_LODGED"));
    assertThat(lodged(letter(later.id(), MONDAY)).status()).isEqualTo(AppealStatus.LODGED);
  }

  @Test
  @DisplayName("P9.2: there is no appeal against help without designation")
  void notAgainstWhatCannotBeAppealed() {
    CustomerId customer = customer("Nina Noappeal");
    NoticeView notice =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            notices.issue(
                                notice(
                                    customer,
                                    null,
                                    NoticeKind.DETERMINATION,
                                    false,
                                    null,
                                    "It limits nothing."))));
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> lodging.lodge(letter(notice.id(), MONDAY))))
                  .containsExactly("NOTICE_NOT_APPEALABLE");
              assertThat(
                      refused(() -> lodging.lodge(letter(new NoticeId(UUID.randomUUID()), MONDAY))))
                  .containsExactly("NOT_FOUND");
            });
  }

  @Test
  @DisplayName("P10.2: in writing, or taken down as an adjustment and recorded as such")
  void inWritingOrTakenDown() {
    NoticeView notice = served(customer("Tilda Taken"), null, As.headOfService("housing"));
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> lodging.lodge(rung(notice, LodgedBy.CUSTOMER, null))))
                  .containsExactly("APPEAL_NOT_IN_WRITING");
              assertThat(refused(() -> lodging.lodge(rung(notice, LodgedBy.TAKEN_DOWN, " "))))
                  .containsExactly("APPEAL_ADJUSTMENT_MISSING");
              AppealView appeal =
                  done(
                      () ->
                          lodging.lodge(
                              rung(notice, LodgedBy.TAKEN_DOWN, "Cannot write at present.")));
              assertThat(appeal.adjustment()).isEqualTo("Cannot write at present.");
            });
  }

  @Test
  @DisplayName(
      "T16: a representative only with authority that was seen, and only for this customer")
  void aRepresentativeNeedsAuthority() {
    CustomerId customer = customer("Rita Represented");
    CustomerId other = customer("Olaf Other");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    var unseen = representative(customer, RepresentativeAuthority.NONE_SEEN);
    var seen = representative(customer, RepresentativeAuthority.WRITTEN_AUTHORITY);
    var anothers = representative(other, RepresentativeAuthority.SOLICITOR);
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> lodging.lodge(by(notice, null))))
                  .containsExactly("REPRESENTATIVE_MISSING");
              assertThat(refused(() -> lodging.lodge(by(notice, unseen))))
                  .containsExactly("REPRESENTATIVE_WITHOUT_AUTHORITY");
              assertThat(refused(() -> lodging.lodge(by(notice, anothers))))
                  .containsExactly("NOT_FOUND");
              assertThat(done(() -> lodging.lodge(by(notice, seen))).representative())
                  .isEqualTo(seen);
            });
  }

  @Autowired MergingCustomers merging;

  @Test
  @DisplayName("T16, T27: a representative on another record of the same person lodges for them")
  void aRepresentativeOfThePerson() {
    CustomerId kept = customer("Mona Merged");
    CustomerId noticed = customer("Mona Twice");
    NoticeView notice = served(noticed, null, As.headOfService("housing"));
    var theirs = representative(kept, RepresentativeAuthority.SOLICITOR);
    As.officer("housing")
        .run(
            () ->
                assertThat(refused(() -> lodging.lodge(by(notice, theirs))))
                    .containsExactly("NOT_FOUND"));
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        merging.merge(
                            new MergingCustomers.Merge(
                                kept,
                                noticed,
                                MergeGround.CUSTOMER_CONFIRMED,
                                Confidence.CONFIRMED,
                                "Registered twice",
                                "Said so at the desk, passport seen"),
                            currentActor.get(),
                            clock.instant())));
    As.officer("housing")
        .run(
            () ->
                assertThat(done(() -> lodging.lodge(by(notice, theirs))).representative())
                    .isEqualTo(theirs));
  }

  @Test
  void datesThatCannotBeAreRefused() {
    NoticeView notice = served(customer("Dora Dates"), null, As.headOfService("housing"));
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> lodging.lodge(letter(notice.id(), MONDAY.plusDays(1)))))
                  .containsExactly("DATE_IN_FUTURE");
              assertThat(refused(() -> lodging.lodge(letter(notice.id(), MONDAY.minusDays(1)))))
                  .containsExactly("APPEAL_BEFORE_NOTICE");
              assertThat(
                      refused(
                          () ->
                              lodging.lodge(
                                  new AppealToLodge(
                                      notice.id(),
                                      LodgedBy.CUSTOMER,
                                      null,
                                      null,
                                      AppealChannel.EMAIL,
                                      MONDAY,
                                      MONDAY.plusDays(1),
                                      "x".repeat(10_001)))))
                  .containsExactly("APPEAL_SENT_AFTER_RECEIVED", "TEXT_TOO_LONG");
            });
  }

  @Test
  @DisplayName(
      "T8, T9: late by the presumption, in time by what was proven since, or because the letter never came:"
          + " it is taken in, and nobody may leave it out")
  void inTimeAfterAll() {
    for (ServiceOutcome proven : List.of(ServiceOutcome.DELIVERED, ServiceOutcome.RETURNED)) {
      clock.set(MONDAY_TEN);
      NoticeView notice =
          served(customer("Tia " + proven.name()), null, As.headOfService("housing"));
      clock.set(MONDAY_TEN.plus(Duration.ofDays(40)));
      LocalDate late = MONDAY.plusDays(40);
      AppealView appeal = lodged(letter(notice.id(), late));
      assertThat(appeal.status()).isEqualTo(AppealStatus.LATE);

      As.officer("housing")
          .run(
              () ->
                  done(
                      () ->
                          notices.recordService(
                              notice.id(),
                              new ServiceRecord(
                                  ServiceMethod.HAND,
                                  null,
                                  proven,
                                  proven == ServiceOutcome.DELIVERED
                                      ? MONDAY_TEN.plus(Duration.ofDays(28))
                                      : null,
                                  "The neighbour had it until then"))));

      AppealView taken = appeals.find(appeal.id()).orElseThrow();
      assertThat(taken.status()).as(proven.name()).isEqualTo(AppealStatus.LODGED);
      assertThat(taken.inTime()).isTrue();
      assertThat(openDuties(appeal)).containsExactly("APPEAL_ACKNOWLEDGE", "APPEAL_PRESENT");
      As.headOfCustomerServices()
          .run(
              () ->
                  assertThat(
                          refused(() -> lodging.acceptLate(appeal.id(), null, false, "Too late.")))
                      .containsExactly("APPEAL_NOT_LATE"));
    }
  }

  @Test
  @DisplayName("T7: without grounds the clock starts all the same, and somebody asks for them")
  void withoutGroundsTheClockStarts() {
    NoticeView notice = served(customer("Gina Grounds"), null, As.headOfService("housing"));
    AppealView appeal =
        lodged(
            new AppealToLodge(
                notice.id(),
                LodgedBy.CUSTOMER,
                null,
                null,
                AppealChannel.EMAIL,
                MONDAY,
                null,
                null));
    assertThat(openDuties(appeal))
        .containsExactly("APPEAL_ACKNOWLEDGE", "APPEAL_GROUNDS", "APPEAL_PRESENT");
    assertThat(appeal.presentBy()).isEqualTo(MONDAY.plusDays(42));
    As.officer("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              lodging.recordGrounds(
                                  appeal.id(), null, " ", Set.of(), MONDAY.minusDays(1))))
                  .containsExactly("TEXT_MISSING", "APPEAL_GROUNDS_BEFORE_APPEAL");
              AppealView with =
                  done(
                      () ->
                          lodging.recordGrounds(
                              appeal.id(),
                              null,
                              "It was not me.",
                              Set.of(GroundCode.FACTS_WRONG),
                              MONDAY));
              assertThat(with.grounds()).isEqualTo("It was not me.");
              assertThat(
                      refused(
                          () ->
                              lodging.recordGrounds(appeal.id(), null, "More.", Set.of(), MONDAY)))
                  .containsExactly("APPEAL_HAS_GROUNDS");
            });
    assertThat(openDuties(appeal)).containsExactly("APPEAL_ACKNOWLEDGE", "APPEAL_PRESENT");
  }

  @Test
  @DisplayName("T8: taken in late with a reason, the six weeks count from receipt")
  void takenInLate(Scenario scenario) {
    CustomerId customer = customer("Tom Takenin");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), LocalDate.of(2027, 1, 4)));
    As.headOfCustomerServices()
        .run(
            () -> {
              assertThat(refused(() -> lodging.acceptLate(late.id(), 9, true, " ")))
                  .containsExactlyInAnyOrder("STALE", "TEXT_MISSING");
              scenario
                  .stimulate(
                      () ->
                          done(
                              () ->
                                  lodging.acceptLate(
                                      late.id(), late.version(), true, "Was in hospital.")))
                  .andWaitForEventOfType(LateAppealDecided.class)
                  .matching(e -> e.appealId().equals(late.id().value()))
                  .toArriveAndVerify(
                      (event, appeal) -> {
                        assertThat(event.accepted()).isTrue();
                        assertThat(event.pending()).isTrue();
                        assertThat(appeal.status()).isEqualTo(AppealStatus.LODGED);
                        assertThat(appeal.inTime()).isFalse();
                        assertThat(appeal.presentBy()).isEqualTo(LocalDate.of(2027, 2, 15));
                        assertThat(openDuties(appeal))
                            .containsExactly("APPEAL_ACKNOWLEDGE", "APPEAL_PRESENT");
                      });
              assertThat(refused(() -> lodging.acceptLate(late.id(), null, false, "Again.")))
                  .containsExactly("APPEAL_NOT_LATE");
            });
  }

  @Test
  @DisplayName(
      "T8: left out of time by a person with a reason; nothing of this customer waits then")
  void leftOutOfTime(Scenario scenario) {
    CustomerId customer = customer("Otis Outoftime");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), LocalDate.of(2027, 1, 8)));
    As.headOfCustomerServices()
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    lodging.acceptLate(
                                        late.id(), null, false, "No reason was given.")))
                    .andWaitForEventOfType(LateAppealDecided.class)
                    .matching(e -> e.customerId().equals(customer.value()))
                    .toArriveAndVerify(
                        (event, appeal) -> {
                          assertThat(event.pending()).isFalse();
                          assertThat(appeal.status()).isEqualTo(AppealStatus.OUT_OF_TIME);
                        }));
    assertThat(appeals.pending(customer.value())).isEmpty();
    assertThat(duties.openFor(late.id().value()))
        .extracting(DutyView::kind)
        .containsExactly("APPEAL_TELL");
    assertThat(duties.historyOf(late.id().value()))
        .extracting(DutyView::kind)
        .containsExactly("APPEAL_LATE_DECIDE", "APPEAL_TELL");
  }

  @Test
  @DisplayName(
      "T6: whoever signed the notice does not decide about lateness; the conflict is shown")
  void theHeadsOwnDecision() {
    NoticeView notice = served(customer("Kurt Conflict"), null, As.headOfCustomerServices());
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), LocalDate.of(2027, 1, 8)));
    assertThat(late.headConflicted()).isTrue();
    As.headOfCustomerServices()
        .run(
            () ->
                assertThat(refused(() -> lodging.acceptLate(late.id(), null, true, "Fine.")))
                    .containsExactly("APPEAL_DECIDER_INVOLVED"));
    As.person("hofcs-deputy", "Della Deputy", "HEAD_OF_CUSTOMER_SERVICES")
        .run(
            () ->
                assertThat(
                        done(() -> lodging.acceptLate(late.id(), null, true, "Was in hospital."))
                            .status())
                    .isEqualTo(AppealStatus.LODGED));
  }

  @Test
  @DisplayName("T6: a part in the case bars too, though somebody else signed")
  void aPartInTheCaseBars() {
    CustomerId customer = customer("Paul Part");
    UUID caseId = consideration(customer);
    NoticeView notice =
        served(
            customer, caseId, As.person("hos-other", "Hera Other", "HEAD_OF_SERVICE", "housing"));
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), LocalDate.of(2027, 1, 8)));
    assertThat(late.serviceArea()).isEqualTo(HOUSING);
    assertThat(late.headConflicted()).isFalse();
    // The head of housing opened the consideration and later stands in as head of the other post.
    As.person("hos-housing", "Hari Head", "HEAD_OF_CUSTOMER_SERVICES")
        .run(
            () ->
                assertThat(refused(() -> lodging.acceptLate(late.id(), null, true, "Fine.")))
                    .containsExactly("APPEAL_DECIDER_INVOLVED"));
    assertThat(appeals.ofCase(caseId)).extracting(AppealView::id).containsExactly(late.id());
  }

  @Test
  @DisplayName("F7: what was lodged and decided stays on record with who knew it when")
  void historyIsKept() {
    NoticeView notice = served(customer("Hope History"), null, As.headOfService("housing"));
    clock.set(JANUARY);
    AppealView late = lodged(letter(notice.id(), LocalDate.of(2027, 1, 8)));
    As.headOfCustomerServices()
        .run(() -> done(() -> lodging.acceptLate(late.id(), null, true, "Was in hospital.")));
    assertThat(
            jdbc.sql("select status, known_by, ended_by from appeals.appeal_history where id = ?")
                .param(late.id().value())
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list())
        .containsExactly(List.of("LATE", "officer-1", "hofcs-1"));
  }

  private AppealToLodge rung(
      NoticeView notice, LodgedBy by, @org.jspecify.annotations.Nullable String adjustment) {
    return new AppealToLodge(
        notice.id(),
        by,
        null,
        adjustment,
        AppealChannel.TELEPHONE,
        MONDAY,
        null,
        "I did not say that.");
  }

  private AppealToLodge by(
      NoticeView notice,
      org.evenhand.intake.@org.jspecify.annotations.Nullable RepresentativeId representative) {
    return new AppealToLodge(
        notice.id(),
        LodgedBy.REPRESENTATIVE,
        representative,
        null,
        AppealChannel.EMAIL,
        MONDAY,
        null,
        "She did not say that.");
  }
}
