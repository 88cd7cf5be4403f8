package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.NoticeKind;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.PlannedService;
import org.evenhand.correspondence.ServiceMethod;
import org.evenhand.correspondence.ServiceOutcome;
import org.evenhand.correspondence.ServiceRecord;
import org.evenhand.designation.Category;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.CaseFileContributor;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.Warning;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.intake.AdjustmentView;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.DecidingAdjustments;
import org.evenhand.policy.PolicyInForce;
import org.evenhand.spi.Channel;
import org.evenhand.spi.Nature;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

/** Actions through their life, with the modules that this one leans on. */
class ImposingModuleTests extends Story {

  @Autowired List<CaseFileContributor> contributors;

  @Test
  @DisplayName("P8.3.2, P9.2, T9, F9: imposed, told, in force, answered at the desk, lifted")
  void theWholeStory() {
    CustomerView customer = customer("Wanda Whole");
    ConsiderationView consideration = determined(customer);

    RestrictionView imposed = imposed(action(consideration, TIME_SLOT, slots()));

    assertThat(imposed.status()).isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(imposed.reference()).matches("R-\\d{6}");
    assertThat(imposed.settingsVersion()).isEqualTo(1);
    assertThat(imposed.form()).hasSize(2);
    assertThat(openDuties(imposed)).containsExactly("ISSUE_RESTRICTION_NOTICE");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    NoticeView notice = issued(consideration);
    assertThat(restrictions.find(imposed.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");

    served(notice);
    RestrictionView inForce = restrictions.find(imposed.id()).orElseThrow();
    assertThat(inForce.status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(inForce.effectiveFrom()).isEqualTo(MONDAY_TEN);
    assertThat(inForce.noticeId()).isEqualTo(notice.id());
    assertThat(openDuties(inForce))
        .containsExactlyInAnyOrder(
            "REVIEW_RESTRICTION",
            "REVIEW_RESTRICTION_IN_28_DAYS",
            "REVIEW_RESTRICTION_IN_14_DAYS",
            "STEER_RESTRICTION_REVIEW_IN_28_DAYS",
            "STEER_RESTRICTION_REVIEW_IN_14_DAYS",
            "STEER_RESTRICTION_REVIEW_TODAY",
            "RESTRICTION_ENDS");
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");
    assertThat(verdict(check(contact(twoIdentifiers(customer), Channel.LETTER))))
        .isEqualTo("ALLOWED");

    RestrictionView lifted =
        As.headOfService("housing")
            .call(
                () -> done(() -> lifting.lift(imposed.id(), inForce.version(), "Contact is calm")));
    assertThat(lifted.status()).isEqualTo(RestrictionStatus.LIFTED);
    assertThat(lifted.endReason()).isEqualTo("Contact is calm");
    assertThat(openDuties(lifted)).containsExactly("TELL_END_OF_RESTRICTION");
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("F19, F9: intake is told when a customer comes under restriction, and when it ends")
  void tellsIntake(Scenario scenario) {
    CustomerView customer = customer("Terry Told");
    ConsiderationView consideration = determined(customer);
    RestrictionView imposed = imposed(action(consideration, TIME_SLOT, slots()));
    NoticeView notice = issued(consideration);

    scenario
        .stimulate(() -> served(notice))
        .andWaitForEventOfType(RestrictionCameIntoForce.class)
        .matching(e -> e.restrictionId().equals(imposed.id()))
        .toArriveAndVerify(
            event -> {
              assertThat(event.customerId()).isEqualTo(customer.id());
              assertThat(event.at()).isEqualTo(MONDAY_TEN);
              assertThat(event.type()).isEqualTo(TIME_SLOT);
            });
    scenario
        .stimulate(
            () ->
                As.headOfService("housing")
                    .run(() -> done(() -> lifting.lift(imposed.id(), null, "Calm"))))
        .andWaitForEventOfType(LastRestrictionEnded.class)
        .matching(e -> e.customerId().equals(customer.id()))
        .toArrive();
  }

  @Test
  @DisplayName("P9.2, F4, F12: the letter says why, what, how long, how to reach us, how to appeal")
  void theLetterSaysItAll() {
    CustomerView customer = customer("Lena Letter");
    ConsiderationView consideration = determined(customer);
    imposed(action(consideration, SPOC, spoc("only")));
    imposed(action(consideration, EXCLUSION, excludedFrom("housing-office")).scope(false));

    NoticeView notice = issued(consideration);

    assertThat(notice.kind()).isEqualTo(NoticeKind.RESTRICTIONS);
    assertThat(notice.designates()).isTrue();
    assertThat(notice.restricts()).isTrue();
    assertThat(notice.appealable()).isTrue();
    assertThat(notice.printedLastAppealDay()).isEqualTo(LocalDate.of(2026, 12, 23));
    String letter = notices.letter(notice.id()).orElseThrow().text();
    assertThat(letter)
        .contains("The remarks were offensive")
        .contains("Contact officer: Sam Contact (01827 709111)")
        .contains("Deputy: Dana Deputy")
        .contains("Buildings: The housing-office (1 High Street)")
        .contains("Head of Customer Services")
        .doesNotContain("{");
  }

  @Test
  @DisplayName("P4.2, T4: findings without action are told too, without a restriction")
  void tellsFindingsWithoutAction() {
    CustomerView customer = customer("Nora Nothing");
    ConsiderationView consideration = considered(customer);
    prepare(consideration);
    determine(consideration, Category.NOT_UNREASONABLE, null, false);

    NoticeView notice = issued(consideration);

    assertThat(notice.kind()).isEqualTo(NoticeKind.DETERMINATION);
    assertThat(notice.designates()).isFalse();
    assertThat(notice.appealable()).isFalse();
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> issuing.issue(notice(consideration))))
                    .containsExactly("NOTHING_TO_NOTIFY"));
  }

  @Test
  @DisplayName("F11: whoever was told of a restriction is told of its end, by a notice of its own")
  void tellsTheEnd() {
    CustomerView customer = customer("Enid Ended");
    ConsiderationView consideration = determined(customer);
    RestrictionView inForce = inForce(action(consideration, TIME_SLOT, slots()));
    RestrictionView lifted =
        As.headOfService("housing")
            .call(() -> done(() -> lifting.lift(inForce.id(), null, "Calm")));
    assertThat(openDuties(lifted)).containsExactly("TELL_END_OF_RESTRICTION");

    NoticeView notice = issued(consideration);

    assertThat(notice.kind()).isEqualTo(NoticeKind.LIFTED);
    assertThat(notice.appealable()).isFalse();
    assertThat(notices.letter(notice.id()).orElseThrow().text())
        .contains("This no longer applies:")
        .contains("Tuesday and Thursday, 10:00 to 12:00");
    assertThat(openDuties(lifted)).isEmpty();
    served(notice);
    assertThat(restrictions.find(inForce.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.LIFTED);
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> issuing.issue(notice(consideration))))
                    .containsExactly("NOTHING_TO_NOTIFY"));
  }

  @Test
  @DisplayName("P9.2: refuses a notice while there is nothing to tell")
  void refusesANoticeOfNothing() {
    ConsiderationView consideration = considered(customer("Norman Nought"));

    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> issuing.issue(notice(consideration))))
                    .containsExactly("NOTHING_TO_NOTIFY"));
  }

  @Test
  @DisplayName("P9.2, F15: another service's head does not write the letter")
  void refusesANoticeByAnotherHead() {
    CustomerView customer = customer("Wilma Writer");
    ConsiderationView consideration = determined(customer);
    imposed(action(consideration, TIME_SLOT, slots()));

    As.headOfService("leisure")
        .run(
            () ->
                assertThat(refused(() -> issuing.issue(notice(consideration))))
                    .containsExactly("NOT_YOURS_TO_DECIDE"));
  }

  @Test
  @DisplayName("F4: a notice with a part missing is refused, and nothing counts as told")
  void refusesANoticeWithAPartMissing() {
    CustomerView customer = customer("Mina Missing");
    ConsiderationView consideration = determined(customer);
    RestrictionView imposed = imposed(action(consideration, TIME_SLOT, slots()));
    var whole = notice(consideration);

    As.headOfService("housing")
        .run(
            () ->
                assertThat(
                        refused(
                            () ->
                                issuing.issue(
                                    new NoticeToWrite(
                                        whole.considerationId(),
                                        null,
                                        null,
                                        null,
                                        whole.ombudsman(),
                                        new PlannedService(ServiceMethod.HAND, MONDAY, " "),
                                        whole.lang()))))
                    .isNotEmpty());
    assertThat(restrictions.find(imposed.id()).orElseThrow().noticeId()).isNull();
  }

  @Test
  @DisplayName("T9: posted, it has effect from the deemed day at midnight, not before")
  void postedItWaitsForTheDeemedDay() {
    CustomerView customer = customer("Petra Post");
    ConsiderationView consideration = determined(customer);
    RestrictionView imposed = imposed(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)));
    NoticeView notice = issued(consideration);
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.FIRST_CLASS,
                                clock.instant(),
                                ServiceOutcome.SENT,
                                null,
                                null))));

    RestrictionView told = restrictions.find(imposed.id()).orElseThrow();
    assertThat(told.status()).isEqualTo(RestrictionStatus.NOTIFIED);
    assertThat(told.effectiveFrom()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
    clock.set(Instant.parse("2026-11-24T23:59:59Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-25T00:00:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");
    assertThat(restrictions.find(imposed.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("T9: returned, nothing has effect until it is served another way")
  void returnedItHasNoEffect() {
    CustomerView customer = customer("Rory Returned");
    ConsiderationView consideration = determined(customer);
    RestrictionView imposed = imposed(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)));
    NoticeView notice = issued(consideration);
    As.officer("housing")
        .run(
            () -> {
              done(
                  () ->
                      notices.recordService(
                          notice.id(),
                          new ServiceRecord(
                              ServiceMethod.FIRST_CLASS,
                              clock.instant(),
                              ServiceOutcome.SENT,
                              null,
                              null)));
              clock.advance(Duration.ofDays(3));
            });
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");

    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.FIRST_CLASS,
                                null,
                                ServiceOutcome.RETURNED,
                                null,
                                "Envelope kept"))));

    assertThat(restrictions.find(imposed.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.IMPOSED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("F12: a first day further ahead waits for its own midnight")
  void aLaterFirstDayWaits() {
    CustomerView customer = customer("Stella Start");
    ConsiderationView consideration = determined(customer);
    RestrictionView told =
        inForce(
            action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)).startsOn(MONDAY.plusDays(7)));

    assertThat(told.status()).isEqualTo(RestrictionStatus.NOTIFIED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    clock.set(Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");
  }

  @Test
  @DisplayName("F2: the last day over, it changes no answer, swept or not; the sweep records it")
  void lapsesByItself() {
    CustomerView customer = customer("Lara Lapse");
    ConsiderationView consideration = determined(customer);
    RestrictionView inForce =
        inForce(
            action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)).endsOn(MONDAY.plusDays(30)));
    clock.set(Instant.parse("2026-12-23T23:59:59Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("REDIRECT");

    clock.set(Instant.parse("2026-12-24T00:00:00Z"));
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
    assertThat(restrictions.find(inForce.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.LAPSED);
    assertThat(restrictions.find(inForce.id()).orElseThrow().endedAt()).isNull();

    duties.sweep(clock.instant());

    RestrictionView recorded = restrictions.find(inForce.id()).orElseThrow();
    assertThat(recorded.status()).isEqualTo(RestrictionStatus.LAPSED);
    assertThat(recorded.endedAt()).isEqualTo(clock.instant());
    assertThat(openDuties(recorded)).containsExactly("TELL_END_OF_RESTRICTION");
  }

  @Test
  @DisplayName(
      "F2, T3: overdue for review it only advises; kept, new information asked, it declines again")
  void overdueItOnlyAdvises() {
    CustomerView customer = customer("Ofelia Overdue");
    ConsiderationView consideration = determined(customer);
    RestrictionView inForce =
        inForce(
            action(consideration, TIME_SLOT, slots())
                .reviewOn(MONDAY.plusDays(30))
                .endsOn(MONDAY.plusMonths(6)));
    clock.set(Instant.parse("2026-12-24T15:00:00Z"));

    var overdue = check(call(customer));
    assertThat(verdict(overdue)).isEqualTo("ALLOWED");
    overdue.path("contactCheck.reviewOverdue").entity(Boolean.class).isEqualTo(true);
    assertThat(codes(overdue, "conditions")).contains("OVERDUE_ADVISES");

    var toKeep =
        new ReviewToRecord(
            inForce.id(), null, ReviewOutcome.KEEP, "Remarks again on 20 December", null);
    // T3: what was answered before the decision does not count for the review.
    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> reviewing.review(toKeep)))
                    .containsExactly("REVIEW_STEPS_MISSING"));
    askedAtReview(inForce.considerationId());
    RestrictionView kept =
        As.headOfService("housing").call(() -> done(() -> reviewing.review(toKeep)));
    assertThat(kept.reviewOn()).isEqualTo(LocalDate.of(2027, 6, 24));
    assertThat(kept.reviews())
        .singleElement()
        .satisfies(r -> assertThat(r.outcome()).isEqualTo(ReviewOutcome.KEEP));
    assertThat(openDuties(kept)).contains("TELL_RESTRICTION_KEPT");
    assertThat(verdict(check(call(customer)))).isEqualTo("DECLINE_THIS_CONTACT");

    NoticeView notice = issued(consideration);
    assertThat(notice.kind()).isEqualTo(NoticeKind.REFUSAL_TO_LIFT);
    assertThat(notice.appealable()).isTrue();
    assertThat(openDuties(kept)).doesNotContain("TELL_RESTRICTION_KEPT");
    assertThat(restrictions.ofNotice(notice.id()))
        .extracting(RestrictionView::id)
        .containsExactly(inForce.id());
  }

  @Test
  @DisplayName("F2: without reasons to keep it, a review lifts")
  void aReviewLifts() {
    CustomerView customer = customer("Rita Review");
    RestrictionView inForce = inForce(action(determined(customer), TIME_SLOT, slots()));

    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              reviewing.review(
                                  new ReviewToRecord(
                                      inForce.id(), null, ReviewOutcome.KEEP, " ", null))))
                  .containsExactly("TEXT_MISSING", "REVIEW_STEPS_MISSING");
              RestrictionView lifted =
                  done(
                      () ->
                          reviewing.review(
                              new ReviewToRecord(
                                  inForce.id(), null, ReviewOutcome.LIFT, "Nothing since", null)));
              assertThat(lifted.status()).isEqualTo(RestrictionStatus.LIFTED);
            });
  }

  @Test
  @DisplayName("F1, F9: an emergency has effect at once, is told next working day, and lapses")
  void emergencies() {
    CustomerView customer = customer("Emil Emergency");
    ConsiderationView consideration = considered(customer);
    RestrictionView measure =
        imposed(
            action(consideration, EXCLUSION, excludedFrom("housing-office"))
                .scope(false)
                .emergency("A knife was shown at the desk"));

    assertThat(measure.status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(measure.noticeDueOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(measure.lapsesAt()).isEqualTo(Instant.parse("2026-12-08T00:00:00Z"));
    assertThat(openDuties(measure))
        .contains("ISSUE_RESTRICTION_NOTICE", "CONFIRM_EMERGENCY_MEASURE");
    var here =
        with(
            contact(twoIdentifiers(customer), Channel.FACE_TO_FACE),
            "building",
            gid("Building", buildings.find("housing-office").orElseThrow().id().value()));
    assertThat(verdict(check(here))).isEqualTo("DECLINE_THIS_CONTACT");

    As.headOfService("housing")
        .run(
            () ->
                assertThat(refused(() -> imposing.confirm(measure.id(), null, "It was real")))
                    .containsExactly("STEPS_BEFORE_RESTRICTION_MISSING"));
    clock.set(Instant.parse("2026-12-08T00:00:00Z"));
    assertThat(verdict(check(here))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName("F1: confirmed by the full way, an emergency measure goes on to its last day")
  void confirmsAnEmergency() {
    CustomerView customer = customer("Connie Confirm");
    ConsiderationView consideration = considered(customer);
    RestrictionView measure =
        imposed(
            action(consideration, EXCLUSION, excludedFrom("housing-office"))
                .scope(false)
                .emergency("A knife was shown at the desk"));
    prepare(consideration);
    determine(consideration, Category.UNREASONABLE, null, true);

    RestrictionView confirmed =
        As.headOfService("housing")
            .call(() -> done(() -> imposing.confirm(measure.id(), null, "Two witnesses")));

    assertThat(confirmed.lapsesAt()).isNull();
    assertThat(confirmed.confirmedAt()).isEqualTo(MONDAY_TEN);
    assertThat(openDuties(confirmed)).doesNotContain("CONFIRM_EMERGENCY_MEASURE");
    clock.set(Instant.parse("2026-12-08T12:00:00Z"));
    assertThat(restrictions.find(measure.id()).orElseThrow().status())
        .isEqualTo(RestrictionStatus.IN_FORCE);
  }

  @Test
  @DisplayName("P8.3, P6.3b: help begins at once, at any stage, and turns nobody away")
  void helpBeginsAtOnce() {
    CustomerView customer = customer("Helen Help");
    ConsiderationView consideration = considered(customer);

    RestrictionView help =
        imposed(
            action(consideration, SPOC, spoc("offered")).nature(Nature.SUPPORTIVE).endsOn(null));

    assertThat(help.status()).isEqualTo(RestrictionStatus.IN_FORCE);
    assertThat(help.appealable()).isFalse();
    var answer = check(call(customer));
    assertThat(verdict(answer)).isEqualTo("ALLOWED");
    assertThat(codes(answer, "conditions")).contains("ADVICE");
  }

  @Test
  @DisplayName("T24: decided under a version that is adopted only, it says so")
  void warnsUnderAnAdoptedVersion() {
    ConsiderationView consideration = determined(customer("Tina Twentyfour"));

    var outcome =
        As.headOfService("housing")
            .call(
                () ->
                    transactions.execute(
                        s ->
                            imposing.impose(
                                action(consideration, TIME_SLOT, slots())
                                    .reasons(
                                        new Reasons("c", "h", "Tina alone", "Nothing for Tina"))
                                    .proposed())));

    assertThat(outcome.warnings())
        .extracting(Warning::code)
        .containsExactly(PolicyInForce.ADOPTED_ONLY);
  }

  @Test
  @DisplayName("F3: undecided, an adjustment holds restriction back; agreed, it bounds it")
  void adjustmentsComeFirst() {
    CustomerView customer = customer("Ada Adjusted");
    ConsiderationView consideration = determined(customer);
    AdjustmentView asked =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            adjusting.request(
                                new DecidingAdjustments.AdjustmentToRequest(
                                    customer.id(),
                                    AdjustmentCode.NO_TELEPHONE,
                                    null,
                                    Set.of(),
                                    Set.of(Channel.PHONE),
                                    MONDAY),
                                currentActor.get(),
                                clock.instant())));
    assertThat(refusedFor(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL))))
        .containsExactly("ADJUSTMENT_UNDECIDED");

    As.headOfService("housing")
        .run(
            () ->
                done(
                    () ->
                        adjusting.decide(
                            new DecidingAdjustments.AdjustmentDecision(
                                asked.id(), asked.version(), true, "Agreed with the customer"),
                            currentActor.get(),
                            clock.instant())));
    assertThat(refusedFor(action(consideration, ONE_MEDIUM, medium(Channel.PHONE))))
        .contains("NO_OPEN_ROUTE");
    var answer = check(call(customer));
    assertThat(codes(answer, "adjustments")).containsExactly("ADJUSTMENT");
  }

  @Test
  @DisplayName("T13, F16: a matter that we have not explained shields itself")
  void refusesAMatterStillOurs() {
    CustomerView customer = customer("Marta Matter");
    ConsiderationView consideration = determined(customer);
    var open = matter(customer, "REP-1", false, false);
    var done = matter(customer, "REP-2", true, false);
    var type = org.evenhand.spi.TypeId.builtIn("no-same-matter");

    assertThat(refusedFor(action(consideration, type, about(open))))
        .containsExactly("TYPE_DOES_NOT_SUIT");
    assertThat(imposed(action(consideration, type, about(done))).status())
        .isEqualTo(RestrictionStatus.IMPOSED);
  }

  private static org.evenhand.spi.Settings about(org.evenhand.intake.MatterView matter) {
    return org.evenhand.spi.Settings.of(
        "matter",
        new org.evenhand.spi.SettingValue.MatterValue(
            org.evenhand.spi.Ref.matter(matter.id().value())));
  }

  @Test
  @DisplayName("F5: an untested allegation is reviewed within 28 days")
  void untestedIsReviewedSoon() {
    CustomerView customer = customer("Uma Untested");
    ConsiderationView consideration = considered(customer, false);
    prepare(consideration);
    determine(consideration, Category.UNREASONABLE, null, true);

    assertThat(imposed(action(consideration, TIME_SLOT, slots())).reviewOn())
        .isEqualTo(MONDAY.plusDays(28));
    assertThat(
            refusedFor(
                action(consideration, HAT, org.evenhand.spi.Settings.empty())
                    .nature(Nature.SAFETY)
                    .reviewOn(MONDAY.plusDays(29))))
        .contains("REVIEW_TOO_LATE_FOR_UNTESTED");
  }

  @Test
  @DisplayName("T12: a contradiction names the action it contradicts")
  void refusesContradictions() {
    CustomerView customer = customer("Carla Contra");
    ConsiderationView consideration = determined(customer);
    RestrictionView first = imposed(action(consideration, ONE_MEDIUM, medium(Channel.EMAIL)));

    var refusals =
        As.headOfService("housing")
            .call(
                () ->
                    refusals(
                        () ->
                            imposing.impose(
                                action(consideration, ONE_MEDIUM, medium(Channel.LETTER))
                                    .proposed())));

    assertThat(refusals)
        .filteredOn(ContradictionRefusal.class::isInstance)
        .extracting(r -> ((ContradictionRefusal) r).other())
        .contains(first.id().value());
  }

  @Test
  @DisplayName("F15: who decides, lifts; the wrong state and a stale version are refused")
  void liftingIsGuarded() {
    CustomerView customer = customer("Gus Guard");
    RestrictionView inForce = inForce(action(determined(customer), TIME_SLOT, slots()));

    As.headOfService("leisure")
        .run(
            () ->
                assertThat(refused(() -> lifting.lift(inForce.id(), null, "Why not")))
                    .containsExactly("NOT_YOURS_TO_DECIDE"));
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> lifting.lift(inForce.id(), 99, "Calm")))
                  .containsExactly("STALE");
              assertThat(refused(() -> lifting.lift(inForce.id(), null, " ")))
                  .containsExactly("TEXT_MISSING");
              done(() -> lifting.lift(inForce.id(), null, "Calm"));
              assertThat(refused(() -> lifting.lift(inForce.id(), null, "Again")))
                  .containsExactly("WRONG_STATUS");
            });
  }

  @Test
  @DisplayName("P10.5: an upheld appeal ends it on the appeal's own authority")
  void anAppealEndsIt() {
    CustomerView customer = customer("Una Upheld");
    RestrictionView inForce = inForce(action(determined(customer), TIME_SLOT, slots()));

    RestrictionView lifted =
        As.cmtMember()
            .call(
                () ->
                    done(
                        () ->
                            onAppeal.lift(
                                inForce.id(),
                                new AppealDecision(UUID.randomUUID(), "The appeal was upheld"))));

    assertThat(lifted.status()).isEqualTo(RestrictionStatus.LIFTED);
    assertThat(verdict(check(call(customer)))).isEqualTo("ALLOWED");
  }

  @Test
  @DisplayName(
      "F7: the case file tells what was decided and what came of it, about this person only")
  void contributesToTheCaseFile() {
    CustomerView customer = customer("Fay File");
    ConsiderationView consideration = determined(customer);
    RestrictionView inForce = inForce(action(consideration, TIME_SLOT, slots()));
    As.headOfService("housing").run(() -> done(() -> lifting.lift(inForce.id(), null, "Calm")));

    assertThat(chronology(consideration, customer))
        .containsExactlyInAnyOrder(
            "RESTRICTION_IMPOSED", "RESTRICTION_IN_FORCE", "RESTRICTION_ENDED");
    assertThat(chronology(consideration, customer("Nobody Else"))).isEmpty();
  }

  private List<String> chronology(ConsiderationView consideration, CustomerView person) {
    return contributors.stream()
        .flatMap(c -> c.contribute(consideration.id().value(), person.id().value()).stream())
        .filter(e -> e.objectType().equals("Restriction"))
        .map(CaseFileContributor.Entry::code)
        .toList();
  }

  @Test
  @DisplayName("F2: the review is announced to whoever decided")
  void reviewsAreAnnounced() {
    CustomerView customer = customer("Ann Announced");
    RestrictionView inForce = inForce(action(determined(customer), TIME_SLOT, slots()));

    List<DutyView> open = duties.openFor(inForce.id().value());

    assertThat(open)
        .filteredOn(d -> d.kind().equals("REVIEW_RESTRICTION"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.dueOn()).isEqualTo(inForce.reviewOn());
              assertThat(d.ownerRole()).isEqualTo(Role.HEAD_OF_SERVICE);
              assertThat(d.serviceArea()).isEqualTo(HOUSING);
            });
    assertThat(open)
        .filteredOn(d -> d.kind().equals("REVIEW_RESTRICTION_IN_28_DAYS"))
        .singleElement()
        .satisfies(d -> assertThat(d.dueOn()).isEqualTo(inForce.reviewOn().minusDays(28)));
  }

  @Test
  @DisplayName("The projection built anew is the projection as it was kept")
  void rebuildGivesTheSameRows() {
    // Other stories end on days of their own: what they left is read as of this one.
    transactions.execute(s -> frontDesk.rebuild());
    CustomerView customer = customer("Rebecca Rebuilt");
    inForce(action(determined(customer), TIME_SLOT, slots()));
    List<String> kept = rows();
    assertThat(kept)
        .as("kept by what was done, not by building anew")
        .anyMatch(row -> row.startsWith("p " + customer.id().value()) && row.contains("time-slot"));

    int people = transactions.execute(s -> frontDesk.rebuild());

    assertThat(people).isPositive();
    assertThat(rows()).isEqualTo(kept);
  }

  private List<String> rows() {
    return jdbc.sql(
            """
            select 'p ' || customer_id || ' ' || name_key || ' ' || counts_contacts || ' ' || content
              from restrictions.front_desk_person
            union all
            select 'i ' || kind || ' ' || value || ' ' || customer_id || ' ' || doubtful
              from restrictions.front_desk_identifier
            union all
            select 'd ' || kind || ' ' || id || ' ' || content
              from restrictions.front_desk_directory
            order by 1
            """)
        .query(String.class)
        .list();
  }
}
