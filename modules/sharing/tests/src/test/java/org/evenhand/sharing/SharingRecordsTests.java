package org.evenhand.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasingRecords.RecordsToErase;
import org.evenhand.intake.KeptState;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Referrals are kept for their period and then erased with what the partner was told (T26). */
class SharingRecordsTests extends ReferralStory {

  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");

  @Autowired ErasingRecords erasing;

  @AfterEach
  void backToToday() {
    clock.set(NOW);
  }

  private Map<GlobalId, KeptState> kept(CustomerId customer) {
    return erasing.kept(customer, clock.instant()).orElseThrow().records().stream()
        .collect(Collectors.toMap(Entry::record, Entry::state));
  }

  @Test
  @DisplayName(
      "T26, T22: a referral is kept while it waits or may be used, then erased; the partner is given it no more")
  void keptWhileInUseThenErased() throws Exception {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    Told told = partnerWithMachine();
    var input = new HashMap<>(proposal(told.partner()));
    input.put("answers", answers("Nobody has seen " + word + " eat for a week."));
    input.put("consentReason", word + " said no.");
    String id = proposed(input);
    var referral = GlobalId.parse(id).orElseThrow();
    var customer =
        new CustomerId(
            GlobalId.uuid(
                    "Customer", (String) java.util.Objects.requireNonNull(input.get("customer")))
                .orElseThrow());
    clock.set(MUCH_LATER);
    assertThat(kept(customer)).containsEntry(referral, KeptState.STILL_OPEN);
    clock.set(NOW);
    assertThat(
            codes(
                act(
                    As.dataProtectionOfficer(),
                    "referralViewRecord",
                    Map.of("referral", id, "inFavour", true, "reasons", "Fair to " + word + ".")),
                "referralViewRecord"))
        .isEmpty();
    assertThat(
            codes(
                act(
                    As.headOfCustomerServices(),
                    "referralAuthorise",
                    Map.of("referral", id, "reasons", "Harm to " + word + " is likely.")),
                "referralAuthorise"))
        .isEmpty();
    assertThat(changes(told.machine(), null)).hasSize(1);
    jdbc.sql(
            "update foundation.duty set discharged_at = now(), discharged_by = 'system' where person_id = ? and discharged_at is null")
        .param(customer.value())
        .update();
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "sharing.referral.answers",
            "sharing.referral.decision_reasons",
            "sharing.referral_release.answers");
    clock.set(Instant.parse("2033-01-31T10:00:00Z"));
    assertThat(kept(customer)).containsEntry(referral, KeptState.NOT_DUE_YET);
    clock.set(MUCH_LATER);
    assertThat(kept(customer)).containsEntry(referral, KeptState.DUE);

    List<String> refused =
        As.dataProtectionOfficer()
            .call(
                () ->
                    transactions.execute(
                        s ->
                            erasing
                                .erase(
                                    new RecordsToErase(
                                        customer,
                                        List.copyOf(kept(customer).keySet()),
                                        "Past its period"),
                                    currentActor.get(),
                                    clock.instant())
                                .refusals()
                                .stream()
                                .map(r -> r.code())
                                .toList()));

    assertThat(refused).isEmpty();
    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select (select count(*) from sharing.referral_change c
                              join sharing.referral_release l on l.id = c.release
                             where l.referral = :id and c.sealed <> '')
                         + (select count(*) from sharing.referral_document d
                              join sharing.referral_release l on l.id = d.release
                             where l.referral = :id and octet_length(d.content) > 0)
                    """)
                .param("id", referral.id())
                .query(Integer.class)
                .single())
        .isZero();
    clock.set(NOW);
    assertThat(changes(told.machine(), null)).isEmpty();
    ask(
            As.auditor(),
            """
            query ($id: ID!) { node(id: $id) { ... on Referral { status
              grounds { description controllers } decision { shared reasons } } } }
            """,
            Map.of("id", id))
        .path("node.grounds.description")
        .entity(String.class)
        .isEqualTo("[erased 2036-01-07]");
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('sharing')").query(String.class).list())
        .isEmpty();
  }
}
