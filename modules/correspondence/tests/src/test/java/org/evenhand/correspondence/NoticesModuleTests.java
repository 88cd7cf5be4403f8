package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.DutyView;
import org.evenhand.foundation.Outcome;
import org.evenhand.intake.AdjustmentCode;
import org.evenhand.spi.Channel;
import org.evenhandtest.As;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

class NoticesModuleTests extends Story {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired JdbcClient jdbc;
  @Autowired CrmRecordings recordings;
  @Autowired NoticeDrafts drafts;

  @Test
  @DisplayName("P9.2, P4.2: issuing keeps the letter, opens the recording duty and tells others")
  void issuing(Scenario scenario) {
    UUID customer = customer("Ida Issued");
    As.headOfService("housing")
        .run(
            () ->
                scenario
                    .stimulate(() -> done(() -> notices.issue(toIssue(customer))))
                    .andWaitForEventOfType(NoticeIssued.class)
                    .matching(e -> e.customerId().equals(customer))
                    .toArriveAndVerify(
                        (event, issued) -> {
                          assertThat(event.noticeId()).isEqualTo(issued.id().value());
                          assertThat(event.kind()).isEqualTo(NoticeKind.RESTRICTIONS);
                          assertThat(issued.status()).isEqualTo(NoticeStatus.ISSUED);
                          assertThat(issued.notification()).isNull();
                          assertThat(issued.lastAppealDay()).isNull();
                          assertThat(issued.reference()).matches("N-2026-\\d{6}");
                          assertThat(duties.openFor(issued.id().value()))
                              .singleElement()
                              .satisfies(
                                  duty -> {
                                    assertThat(duty.kind()).isEqualTo("RECORD_ON_CRM");
                                    assertThat(duty.dueOn()).isEqualTo(issued.crm().dueOn());
                                    assertThat(duty.person()).isEqualTo(customer);
                                  });
                        }));
  }

  @Test
  @DisplayName("F4: the letter prints the last day worked out for the planned way")
  void printsTheLastDayForThePlannedWay() {
    NoticeView notice = issue(customer("Lena Lastday"));
    // First class on Monday 23 November counts as arrived on Wednesday 25; Friday 25 December and
    // the days after it are no working days.
    assertThat(notice.printedLastAppealDay()).isEqualTo(LocalDate.of(2026, 12, 29));
    assertThat(notices.letter(notice.id()).orElseThrow().text())
        .contains("by Tuesday 29 December 2026, or within one month");
  }

  @Test
  @DisplayName("F7: what the customer reads cannot be changed or removed, nor the service history")
  void theLetterIsImmutable() {
    NoticeView notice = issue(customer("Ina Immutable"));
    for (String sql :
        new String[] {
          "update correspondence.notice_letter set html = '' where notice_id = ?",
          "delete from correspondence.notice_letter where notice_id = ?",
          "update correspondence.notice_pdf set content = '' where notice_id = ?",
          "delete from correspondence.service_entry where notice_id = ?"
        }) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> jdbc.sql(sql).param(notice.id().value()).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    Letter letter = notices.letter(notice.id()).orElseThrow();
    assertThat(letter.digest()).isEqualTo(notice.digest());
  }

  @Test
  @DisplayName(
      "F7: page, text and PDF are handed out byte for byte as issued, each with its digest")
  void everyFormIsKept() {
    NoticeView notice = issue(customer("Dora Document"));
    Letter letter = notices.letter(notice.id()).orElseThrow();
    assertThat(document(notice, LetterFormat.HTML)).isEqualTo(letter.html());
    assertThat(document(notice, LetterFormat.TEXT)).isEqualTo(letter.text());
    LetterDocument pdf = notices.document(notice.id(), LetterFormat.PDF).orElseThrow();
    assertThat(pdf.content()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(pdf.digest()).isEqualTo(LetterDocument.of(LetterFormat.PDF, pdf.content()).digest());
    assertThat(notices.document(notice.id(), LetterFormat.PDF).orElseThrow().digest())
        .isEqualTo(pdf.digest());
    assertThat(notices.document(new NoticeId(UUID.randomUUID()), LetterFormat.PDF)).isEmpty();
  }

  @Test
  @DisplayName("F3: who agreed on large print gets large print, and no other version instead")
  void theAgreedVersionIsWhatIsSent() {
    UUID customer = customer("Lars Largeprint");
    agreed(customer, AdjustmentCode.LARGE_PRINT);
    assertThat(issue(customer).variant()).isEqualTo(LetterVariant.LARGE_PRINT);
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> notices.issue(inVersion(customer, LetterVariant.STANDARD))))
                  .containsExactly("NOTICE_NOT_IN_AGREED_VERSION");
              assertThat(
                      done(() -> notices.issue(inVersion(customer, LetterVariant.EASY_READ)))
                          .variant())
                  .isEqualTo(LetterVariant.EASY_READ);
            });
    assertThat(issue(customer("Nils Normal")).variant()).isEqualTo(LetterVariant.STANDARD);
  }

  @Test
  @DisplayName("F3, T9: who reads Braille is notified when the Braille goes, not by our paper")
  void onlyTheVersionTheyReadNotifies() {
    UUID customer = customer("Bryn Braille");
    agreed(customer, AdjustmentCode.BRAILLE);
    NoticeView notice = issue(customer);
    assertThat(notice.variant()).isEqualTo(LetterVariant.BRAILLE);
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> notices.recordService(notice.id(), handedOver(null))))
                  .containsExactly("NOTICE_NOT_IN_AGREED_VERSION");
              assertThat(
                      refused(
                          () ->
                              notices.recordService(
                                  notice.id(), handedOver(LetterVariant.LARGE_PRINT))))
                  .containsExactly("NOTICE_NOT_IN_AGREED_VERSION");
              assertThat(
                      done(() ->
                              notices.recordService(notice.id(), handedOver(LetterVariant.BRAILLE)))
                          .notification())
                  .isEqualTo(new Notification(MONDAY_TEN, TODAY, false));
            });
  }

  private static ServiceRecord handedOver(LetterVariant version) {
    return new ServiceRecord(
        ServiceMethod.HAND, MONDAY_TEN, ServiceOutcome.SENT, null, null, null, version);
  }

  private String document(NoticeView notice, LetterFormat format) {
    LetterDocument document = notices.document(notice.id(), format).orElseThrow();
    assertThat(document.digest()).isEqualTo(LetterDocument.of(format, document.content()).digest());
    return new String(document.content(), StandardCharsets.UTF_8);
  }

  private NoticeToIssue inVersion(UUID customer, LetterVariant variant) {
    NoticeToIssue n = toIssue(customer);
    return new NoticeToIssue(
        n.kind(),
        n.customerId(),
        n.addresseeName(),
        n.caseId(),
        n.policyVersionId(),
        n.designates(),
        n.restricts(),
        n.parts(),
        n.planned(),
        n.signedBy(),
        n.lang(),
        variant);
  }

  @Test
  @DisplayName("T9, P10.3: served by post, then rebutted: dates and event follow the actual day")
  void servedThenRebutted(Scenario scenario) {
    UUID customer = customer("Rhea Rebuttal");
    NoticeView notice = issue(customer);
    clock.set(Instant.parse("2026-12-10T12:00:00Z"));
    As.officer("housing")
        .run(
            () -> {
              NoticeView sent =
                  done(
                      () ->
                          notices.recordService(
                              notice.id(),
                              new ServiceRecord(
                                  ServiceMethod.FIRST_CLASS,
                                  Instant.parse("2026-11-23T11:00:00Z"),
                                  ServiceOutcome.SENT,
                                  null,
                                  null)));
              assertThat(sent.status()).isEqualTo(NoticeStatus.SERVED);
              assertThat(sent.notification())
                  .isEqualTo(
                      new Notification(
                          Instant.parse("2026-11-25T00:00:00Z"),
                          LocalDate.of(2026, 11, 25),
                          false));
              assertThat(sent.lastAppealDay()).isEqualTo(LocalDate.of(2026, 12, 29));
              scenario
                  .stimulate(
                      () ->
                          done(
                              () ->
                                  notices.recordService(
                                      notice.id(),
                                      new ServiceRecord(
                                          ServiceMethod.FIRST_CLASS,
                                          null,
                                          ServiceOutcome.DELIVERED,
                                          Instant.parse("2026-12-04T09:30:00Z"),
                                          "Signed for at the depot."))))
                  .andWaitForEventOfType(NoticeServed.class)
                  .matching(e -> e.noticeId().equals(notice.id().value()) && e.actual())
                  .toArriveAndVerify(
                      event -> {
                        assertThat(event.notifiedAt())
                            .isEqualTo(Instant.parse("2026-12-04T09:30:00Z"));
                        assertThat(event.notifiedOn()).isEqualTo(LocalDate.of(2026, 12, 4));
                        assertThat(event.lastAppealDay()).isEqualTo(LocalDate.of(2027, 1, 4));
                      });
            });
    assertThat(notices.find(notice.id()).orElseThrow().service()).hasSize(2);
  }

  @Test
  @DisplayName("F4: arriving sooner never takes away the day that the letter printed")
  void thePrintedDayIsKept() {
    NoticeView notice = issue(customer("Pia Printed"));
    NoticeView served =
        As.officer("housing")
            .call(
                () ->
                    done(
                        () ->
                            notices.recordService(
                                notice.id(),
                                new ServiceRecord(
                                    ServiceMethod.HAND,
                                    MONDAY_TEN,
                                    ServiceOutcome.DELIVERED,
                                    MONDAY_TEN,
                                    "Taken at the counter."))));
    assertThat(served.notification()).isEqualTo(new Notification(MONDAY_TEN, TODAY, true));
    assertThat(served.lastAppealDay())
        .isEqualTo(LocalDate.of(2026, 12, 29))
        .isEqualTo(served.printedLastAppealDay());
  }

  @Test
  @DisplayName("T9: returned: the notification is gone and others are told")
  void returned(Scenario scenario) {
    NoticeView notice = issue(customer("Rolf Returned"));
    clock.set(Instant.parse("2026-12-10T12:00:00Z"));
    As.officer("housing")
        .run(
            () ->
                scenario
                    .stimulate(
                        () ->
                            done(
                                () ->
                                    notices.recordService(
                                        notice.id(),
                                        new ServiceRecord(
                                            ServiceMethod.FIRST_CLASS,
                                            MONDAY_TEN,
                                            ServiceOutcome.RETURNED,
                                            null,
                                            "Envelope marked gone away."))))
                    .andWaitForEventOfType(NoticeReturned.class)
                    .matching(e -> e.noticeId().equals(notice.id().value()))
                    .toArriveAndVerify(
                        (event, view) -> {
                          assertThat(view.status()).isEqualTo(NoticeStatus.RETURNED);
                          assertThat(view.notification()).isNull();
                          assertThat(view.lastAppealDay()).isNull();
                        }));
  }

  @Test
  @DisplayName("T9: a notice that came back is due to go another way, with evidence, until it does")
  void returnedThenServedAnotherWay() {
    NoticeView notice = issue(customer("Walt Wayback"));
    clock.set(Instant.parse("2026-11-27T12:00:00Z"));
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> comesBack(notice, "x")))
                  .containsExactly("NOTICE_NOT_UNDER_WAY");
              done(() -> notices.recordService(notice.id(), posted()));
              assertThat(refused(() -> comesBack(notice, " ")))
                  .containsExactly("NOTICE_EVIDENCE_MISSING");
              NoticeView back = done(() -> comesBack(notice, "Envelope kept."));
              assertThat(back.status()).isEqualTo(NoticeStatus.RETURNED);
              assertThat(back.notification()).isNull();
              assertThat(back.service().getLast().evidence())
                  .isEqualTo("Gone away. Envelope kept.");
              assertThat(dueAnotherWay(notice))
                  .singleElement()
                  .extracting(DutyView::dueOn)
                  .isEqualTo(LocalDate.of(2026, 11, 30));
              assertThat(refused(() -> comesBack(notice, "Again.")))
                  .containsExactly("NOTICE_NOT_UNDER_WAY");
              done(
                  () ->
                      notices.recordService(
                          notice.id(),
                          new ServiceRecord(
                              ServiceMethod.HAND,
                              Instant.parse("2026-11-27T11:00:00Z"),
                              ServiceOutcome.SENT,
                              null,
                              "Handed over by the warden.")));
              assertThat(dueAnotherWay(notice)).isEmpty();
            });
  }

  private Outcome<NoticeView> comesBack(NoticeView notice, String evidence) {
    return notices.recordReturn(notice.id(), null, ReturnReason.GONE_AWAY, evidence);
  }

  private List<DutyView> dueAnotherWay(NoticeView notice) {
    return duties.openFor(notice.id().value()).stream()
        .filter(d -> d.kind().equals("NOTICE_SERVE_ANOTHER_WAY"))
        .toList();
  }

  private static ServiceRecord posted() {
    return new ServiceRecord(
        ServiceMethod.FIRST_CLASS,
        Instant.parse("2026-11-23T11:00:00Z"),
        ServiceOutcome.SENT,
        null,
        null);
  }

  @Test
  @DisplayName(
      "P9.2: a draft is edited by version, found again, and goes when the notice is issued")
  void drafting() {
    UUID customer = customer("Dana Draft");
    UUID caseId = UUID.randomUUID();
    As.headOfService("housing")
        .run(
            () -> {
              NoticeDraftView first =
                  done(() -> drafts.save(draft(caseId, customer, null, "One.")));
              assertThat(first.version()).isZero();
              assertThat(refused(() -> drafts.save(draft(caseId, customer, null, "Two."))))
                  .containsExactly("STALE");
              NoticeDraftView second = done(() -> drafts.save(draft(caseId, customer, 0, "Two.")));
              assertThat(second.id()).isEqualTo(first.id());
              assertThat(second.version()).isEqualTo(1);
              assertThat(drafts.of(caseId, customer)).contains(second);
              assertThat(drafts.ofCases(List.of(caseId))).containsExactly(second);
              assertThat(refused(() -> drafts.save(draft(caseId, customer, 1, "x".repeat(10_001)))))
                  .containsExactly("TEXT_TOO_LONG");
              transactions.executeWithoutResult(t -> drafts.discard(caseId, customer));
              assertThat(drafts.find(first.id())).isEmpty();
              assertThat(
                      jdbc.sql(
                              "select why from correspondence.notice_draft_history where id = ?"
                                  + " order by version")
                          .param(first.id().value())
                          .query(String.class)
                          .list())
                  .containsExactly("One.", "Two.");
            });
  }

  private static NoticeDrafts.DraftToSave draft(
      UUID caseId, UUID customer, @Nullable Integer version, String why) {
    return new NoticeDrafts.DraftToSave(
        caseId,
        customer,
        version,
        why,
        "Write to us.",
        Set.of(Ombudsman.HOUSING),
        new PlannedService(ServiceMethod.HAND, TODAY, "At the desk"),
        Language.ENGLISH,
        null);
  }

  @Test
  @DisplayName("P4.2: the CRM's reference closes the obligation, once")
  void crmReferenceClosesTheDuty() {
    NoticeView notice = issue(customer("Cora Recorded"));
    CrmRecordingId recording =
        recordings.ofSubjects(List.of(notice.id().value())).get(notice.id().value()).id();
    As.officer("housing")
        .run(
            () -> {
              assertThat(refused(() -> recordings.confirm(recording, null, " ")))
                  .containsExactly("TEXT_MISSING");
              assertThat(refused(() -> recordings.confirm(recording, 7, "CRM-1")))
                  .containsExactly("STALE");
              CrmRecordingView confirmed =
                  done(() -> recordings.confirm(recording, null, "CRM-88"));
              assertThat(confirmed.reference()).isEqualTo("CRM-88");
              assertThat(confirmed.state()).isEqualTo(CrmRecordingState.DONE);
              assertThat(refused(() -> recordings.confirm(recording, null, "CRM-89")))
                  .containsExactly("NOTICE_ALREADY_ON_CRM");
            });
    assertThat(notices.find(notice.id()).orElseThrow().crm().reference()).isEqualTo("CRM-88");
    assertThat(duties.openFor(notice.id().value())).isEmpty();
    assertThat(duties.historyOf(notice.id().value()))
        .singleElement()
        .extracting(DutyView::dischargeReference)
        .isEqualTo("CRM-88");
  }

  @Test
  @DisplayName("F3: not by a way that an agreed adjustment says the customer cannot use")
  void refusesAWayTheCustomerCannotUse() {
    UUID customer = customer("Ada Adjusted");
    cannotUse(customer, Channel.LETTER);
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> notices.issue(toIssue(customer))))
                  .containsExactly("NOTICE_CHANNEL_UNUSABLE");
              assertThat(refused(() -> notices.preview(toIssue(customer))))
                  .containsExactly("NOTICE_CHANNEL_UNUSABLE");
              done(
                  () ->
                      notices.issue(
                          Samples.about(
                              customer, null, policyVersion(), TODAY, ServiceMethod.HAND)));
            });
  }

  @Test
  @DisplayName("F4: no last day to appeal is printed for a day of sending that is far ahead")
  void refusesToPlanFarAhead() {
    UUID customer = customer("Fay Far");
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(refused(() -> notices.issue(sentOn(customer, TODAY.plusDays(29)))))
                  .containsExactly("NOTICE_PLANNED_TOO_FAR_AHEAD");
              assertThat(
                      refused(() -> notices.preview(sentOn(customer, LocalDate.MAX.minusYears(9)))))
                  .containsExactly("NOTICE_PLANNED_TOO_FAR_AHEAD");
              assertThat(refused(() -> notices.issue(sentOn(customer, TODAY.plusDays(28)))))
                  .isEmpty();
            });
  }

  private NoticeToIssue sentOn(UUID customer, LocalDate day) {
    return Samples.about(customer, null, policyVersion(), day, ServiceMethod.HAND);
  }

  @Test
  void refusesWhatDoesNotExistOrHasPassed() {
    UUID customer = customer("Nora Nothing");
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(
                      refused(
                          () ->
                              notices.issue(
                                  Samples.about(
                                      UUID.randomUUID(),
                                      null,
                                      UUID.randomUUID(),
                                      TODAY.minusDays(1),
                                      ServiceMethod.HAND))))
                  .containsExactlyInAnyOrder(
                      "NOT_FOUND", "NOT_FOUND", "NOTICE_PLANNED_IN_THE_PAST");
              assertThat(
                      refused(
                          () ->
                              notices.recordService(
                                  new NoticeId(UUID.randomUUID()),
                                  new ServiceRecord(
                                      ServiceMethod.HAND,
                                      MONDAY_TEN,
                                      ServiceOutcome.SENT,
                                      null,
                                      null))))
                  .containsExactly("NOT_FOUND");
            });
    assertThat(notices.ofCustomer(customer)).isEmpty();
  }

  @Test
  @DisplayName("A preview writes nothing and reads like the letter")
  void previewWritesNothing() {
    UUID customer = customer("Vera Preview");
    As.headOfService("housing")
        .run(
            () -> {
              assertThat(notices.problems(toIssue(customer))).isEmpty();
              LetterPreview preview = done(() -> notices.preview(toIssue(customer)));
              assertThat(preview.pdf().content()).isNotEmpty();
              assertThat(preview.letter().text())
                  .contains("Send your appeal by Tuesday 29 December 2026")
                  .contains("given when it is issued");
            });
    assertThat(notices.ofCustomer(customer)).isEmpty();
  }

  private NoticeToIssue toIssue(UUID customer) {
    return Samples.about(
        customer, UUID.randomUUID(), policyVersion(), TODAY, ServiceMethod.FIRST_CLASS);
  }

  private NoticeView issue(UUID customer) {
    return As.headOfService("housing").call(() -> done(() -> notices.issue(toIssue(customer))));
  }
}
