package org.evenhand.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.CrmRecordingId;
import org.evenhand.correspondence.CrmRecordings;
import org.evenhand.correspondence.NoticeView;
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

/** Appeals are kept for their period with the letter and the case that they are about (T26). */
class AppealRecordsTests extends Story {

  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");

  @Autowired ErasingRecords erasing;
  @Autowired CrmRecordings crm;

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

  /** Letters entered on the CRM, and every duty about this person done. */
  private void everythingElseDone(CustomerId customer) {
    As.headOfCustomerServices()
        .run(
            () -> {
              jdbc.sql(
                      "select id from correspondence.crm_recording where customer_id = ? and state <> 'DONE'")
                  .param(customer.value())
                  .query(UUID.class)
                  .list()
                  .forEach(
                      one -> done(() -> crm.confirm(new CrmRecordingId(one), null, "CRM-" + one)));
              transactions.executeWithoutResult(
                  s ->
                      jdbc.sql(
                              "select kind, subject_id from foundation.duty where person_id = ? and discharged_at is null")
                          .param(customer.value())
                          .query()
                          .listOfRows()
                          .forEach(
                              d ->
                                  duties.discharge(
                                      (String) d.get("kind"),
                                      (UUID) d.get("subject_id"),
                                      null,
                                      "Done",
                                      clock.instant())));
            });
  }

  @Test
  @DisplayName(
      "T26, P10: while an appeal waits nothing it is about is due; then it is erased with every word")
  void keptWhileItWaitsThenErased() {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    CustomerId customer = customer("Ava Peal");
    NoticeView notice = served(customer, null, As.headOfService("housing"));
    AppealToLodge plain = letter(notice.id(), MONDAY);
    AppealView appeal =
        lodged(
            new AppealToLodge(
                plain.notice(),
                plain.lodgedBy(),
                plain.representative(),
                plain.adjustment(),
                plain.channel(),
                plain.receivedOn(),
                plain.sentOn(),
                word + " was not there that day",
                plain.groundCodes()));
    everythingElseDone(customer);
    var id = new GlobalId("Appeal", appeal.id().value());
    var letter = new GlobalId("Notice", notice.id().value());

    clock.set(MUCH_LATER);
    assertThat(kept(customer))
        .containsEntry(id, KeptState.STILL_OPEN)
        .containsEntry(letter, KeptState.STILL_NEEDED);
    clock.set(MONDAY_TEN);
    As.headOfCustomerServices()
        .run(
            () ->
                done(
                    () ->
                        determining.withdraw(
                            new DeterminingAppeals.Withdraw(
                                appeal.id(), null, MONDAY, word + " lets it rest"))));
    everythingElseDone(customer);
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains("appeals.appeal.grounds", "appeals.withdrawal.words");
    clock.set(MUCH_LATER);
    assertThat(kept(customer).values()).containsOnly(KeptState.DUE);
    assertThat(erase(customer, Set.of(letter))).containsExactly("STILL_NEEDED");

    assertThat(erase(customer, kept(customer).keySet())).isEmpty();

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    AppealView left = appeals.find(appeal.id()).orElseThrow();
    assertThat(left.reference()).isEqualTo(appeal.reference());
    assertThat(left.receivedOn()).isEqualTo(MONDAY);
    assertThat(left.grounds()).isEqualTo("[erased 2036-01-07]");
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('appeals')").query(String.class).list())
        .isEmpty();
  }
}
