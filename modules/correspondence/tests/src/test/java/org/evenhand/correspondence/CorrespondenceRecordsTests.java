package org.evenhand.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.internal.Samples;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasingRecords.RecordsToErase;
import org.evenhand.intake.KeptState;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters are kept for their period and then erased in every form (T26). */
class CorrespondenceRecordsTests extends Story {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");
  private static final As DPO = As.dataProtectionOfficer();

  @Autowired ErasingRecords erasing;
  @Autowired CrmRecordings crm;
  @Autowired PolicyShares shares;
  @Autowired UnsafeAddresses addresses;
  @Autowired LetterDownloads downloads;
  @Autowired JdbcClient jdbc;

  private NoticeView issued(UUID customer, String word) {
    NoticeToIssue sample =
        Samples.about(customer, null, policyVersion(), TODAY, ServiceMethod.HAND);
    NoticeParts parts = sample.parts();
    NoticeToIssue letter =
        new NoticeToIssue(
            sample.kind(),
            customer,
            word + " Person",
            null,
            sample.policyVersionId(),
            sample.designates(),
            sample.restricts(),
            new NoticeParts(
                "On 3 November you shouted " + word + " at an officer.",
                parts.actions(),
                parts.howToReachUs(),
                parts.appeal(),
                parts.whyNoAppeal(),
                parts.ombudsman(),
                parts.dataRights(),
                parts.adjustments()),
            new PlannedService(ServiceMethod.HAND, TODAY, "Care of " + word),
            sample.signedBy(),
            sample.lang());
    return As.headOfService("housing").call(() -> done(() -> notices.issue(letter)));
  }

  private NoticeView served(UUID customer, String word) {
    NoticeView notice = issued(customer, word);
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        notices.recordService(
                            notice.id(),
                            new ServiceRecord(
                                ServiceMethod.HAND,
                                clock.instant(),
                                ServiceOutcome.DELIVERED,
                                clock.instant(),
                                word + " signed for it",
                                null))));
    return notice;
  }

  private void onTheCrm(UUID subject) {
    CrmRecordingView recording = crm.ofSubjects(List.of(subject)).get(subject);
    As.headOfCustomerServices()
        .run(() -> done(() -> crm.confirm(recording.id(), null, "CRM-" + subject)));
  }

  private Map<GlobalId, KeptState> kept(UUID customer) {
    return erasing.kept(new CustomerId(customer), clock.instant()).orElseThrow().records().stream()
        .collect(Collectors.toMap(Entry::record, Entry::state));
  }

  private List<String> erase(UUID customer, Set<GlobalId> records) {
    return DPO.call(
        () ->
            transactions.execute(
                s ->
                    erasing
                        .erase(
                            new RecordsToErase(
                                new CustomerId(customer), List.copyOf(records), "Past its period"),
                            currentActor.get(),
                            clock.instant())
                        .refusals()
                        .stream()
                        .map(r -> r.code())
                        .toList()));
  }

  @Test
  @DisplayName(
      "T26: a letter is kept for six years after the last day to appeal, and not before it is on the CRM")
  void keptForItsPeriod() {
    UUID customer = customer("Kate Kept");
    NoticeView notice = served(customer, "Kate");
    var id = new GlobalId("Notice", notice.id().value());
    LocalDate lastDay = notices.find(notice.id()).orElseThrow().lastAppealDay();

    clock.set(MUCH_LATER);
    assertThat(kept(customer)).containsEntry(id, KeptState.STILL_OPEN);
    clock.set(MONDAY_TEN);
    onTheCrm(notice.id().value());
    clock.set(lastDay.plusYears(6).atTime(10, 0).toInstant(java.time.ZoneOffset.UTC));
    assertThat(kept(customer)).containsEntry(id, KeptState.NOT_DUE_YET);
    assertThat(erase(customer, Set.of(id))).containsExactly("NOT_DUE_YET");
    clock.set(clock.instant().plusSeconds(86_400));
    assertThat(kept(customer)).containsEntry(id, KeptState.DUE);
  }

  @Test
  @DisplayName("T26: a letter is erased in every form, with where it went and what proves it")
  void erasedInEveryForm() {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    UUID customer = customer(word + " Person");
    NoticeView notice = served(customer, word);
    onTheCrm(notice.id().value());
    PolicyShareView share =
        As.headOfService("housing")
            .call(
                () ->
                    done(
                        () ->
                            shares.share(
                                new PolicyToShare(
                                    customer,
                                    null,
                                    PolicyShareMethod.EXPLAINED,
                                    clock.instant(),
                                    "If " + word + " goes on, contact may change."))));
    onTheCrm(share.id().value());
    As.officer("housing")
        .run(
            () ->
                done(
                    () ->
                        addresses.mark(
                            customer,
                            "1 " + word + " Way, Evenham EV1 1AB",
                            UnsafeBecause.OPENED_BY_OTHERS,
                            word + " reads the post")));
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "correspondence.notice.addressee",
            "correspondence.notice.planned_address",
            "correspondence.notice_letter.html",
            "correspondence.notice_letter.parts",
            "correspondence.notice_letter.plain",
            "correspondence.service_entry.evidence",
            "correspondence.policy_share.what_will_follow",
            "correspondence.unsafe_address.address");
    clock.set(MUCH_LATER);
    assertThat(kept(customer).values()).containsOnly(KeptState.DUE);
    String link =
        DPO.call(
                () -> downloads.link(notice.id(), LetterFormat.PDF, currentActor.get(), MUCH_LATER))
            .url();

    assertThat(erase(customer, kept(customer).keySet())).isEmpty();

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    assertThat(
            jdbc.sql(
                    "select octet_length(content) from correspondence.notice_pdf where notice_id = ?")
                .param(notice.id().value())
                .query(Integer.class)
                .single())
        .isZero();
    NoticeView left = notices.find(notice.id()).orElseThrow();
    assertThat(left.reference()).isEqualTo(notice.reference());
    assertThat(left.parts().why()).isEqualTo("[erased 2036-01-07]");
    assertThat(
            DPO.call(
                () ->
                    downloads
                        .open(
                            notice.id(),
                            LetterFormat.PDF,
                            link.substring(link.indexOf("token=") + 6),
                            currentActor.get(),
                            MUCH_LATER)
                        .refusals()
                        .getFirst()
                        .code()))
        .isEqualTo("FILE_ERASED");
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('correspondence')")
                .query(String.class)
                .list())
        .isEmpty();
  }
}
