package org.evenhand.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.correspondence.CrmRecordings;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.AuditChain;
import org.evenhand.foundation.GlobalId;
import org.evenhand.intake.CustomerRecords.Entry;
import org.evenhand.intake.CustomerView;
import org.evenhand.intake.ErasingRecords;
import org.evenhand.intake.ErasingRecords.RecordsToErase;
import org.evenhand.intake.KeptState;
import org.evenhandtest.As;
import org.evenhandtest.WordInDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Restrictions are kept for their period with what they rest on, and then erased (T26). */
class RestrictionRecordsTests extends Story {

  private static final Instant MUCH_LATER = Instant.parse("2036-01-07T10:00:00Z");

  @Autowired ErasingRecords erasing;
  @Autowired CrmRecordings crm;
  @Autowired AuditChain chain;

  private Map<GlobalId, KeptState> kept(CustomerView customer) {
    return erasing.kept(customer.id(), clock.instant()).orElseThrow().records().stream()
        .collect(Collectors.toMap(Entry::record, Entry::state));
  }

  private List<String> erase(CustomerView customer, Set<GlobalId> records) {
    return As.dataProtectionOfficer()
        .call(
            () ->
                transactions.execute(
                    s ->
                        erasing
                            .erase(
                                new RecordsToErase(
                                    customer.id(), List.copyOf(records), "Past its period"),
                                currentActor.get(),
                                clock.instant())
                            .refusals()
                            .stream()
                            .map(r -> r.code())
                            .toList()));
  }

  private static GlobalId id(RestrictionView restriction) {
    return new GlobalId("Restriction", restriction.id().value());
  }

  /** Letters entered on the CRM, and every duty about them and their case done. */
  private void everythingElseDone(CustomerView customer) {
    As.headOfCustomerServices()
        .run(
            () -> {
              jdbc.sql(
                      "select id from correspondence.crm_recording where customer_id = ? and state <> 'DONE'")
                  .param(customer.id().value())
                  .query(UUID.class)
                  .list()
                  .forEach(
                      one ->
                          done(
                              () ->
                                  crm.confirm(
                                      new org.evenhand.correspondence.CrmRecordingId(one),
                                      null,
                                      "CRM-" + one)));
              transactions.executeWithoutResult(
                  s ->
                      jdbc.sql(
                              "select kind, subject_id from foundation.duty where person_id = ? and discharged_at is null")
                          .param(customer.id().value())
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
  @DisplayName("T26: what is in force is never due, nor is anything that it rests on")
  void inForceIsNeverDue() {
    CustomerView customer = customer("Ines Force");
    ConsiderationView determined = determined(customer);
    RestrictionView slot = inForce(action(determined, TIME_SLOT, slots()));
    everythingElseDone(customer);

    clock.set(MUCH_LATER);
    assertThat(kept(customer))
        .containsEntry(id(slot), KeptState.STILL_OPEN)
        .containsEntry(
            new GlobalId("Consideration", determined.id().value()), KeptState.STILL_NEEDED);
    assertThat(kept(customer).values()).doesNotContain(KeptState.DUE);
    assertThat(erase(customer, Set.of(id(slot)))).containsExactly("STILL_NEEDED");
  }

  @Test
  @DisplayName(
      "T26, F7: a person who was restricted is erased; no word is left, the front desk knows nobody, past answers can no longer be told")
  void erasedToTheFrontDesk() {
    String word = "zyx" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "q");
    CustomerView customer = customer(word + " Person");
    RestrictionView slot =
        inForce(
            action(determined(customer), TIME_SLOT, slots())
                .reasons(
                    new Reasons(
                        word + " was loud",
                        word + " closed the desk",
                        "Calls of " + word + " stay calm",
                        "A letter to " + word + " did not help"))
                .endsSooner("Three months of quiet calls by " + word));
    String check =
        As.officer("housing")
            .call(
                () ->
                    graphQl
                        .document(
                            "query($input: ContactCheckInput!) { contactCheck(input: $input) { check } }")
                        .variable("input", call(customer))
                        .execute())
            .path("contactCheck.check")
            .entity(String.class)
            .get();
    As.headOfService("housing")
        .run(() -> done(() -> lifting.lift(slot.id(), null, word + " is calm")));
    everythingElseDone(customer);
    assertThat(WordInDatabase.standsIn(jdbc, word))
        .contains(
            "restrictions.imposed.conduct",
            "restrictions.imposed.why_this",
            "restrictions.imposed.end_reason",
            "restrictions.imposed_history.harm",
            "restrictions.front_desk_person.name_key",
            "restrictions.front_desk_person.content");
    chain.seal();
    clock.set(MUCH_LATER);
    assertThat(kept(customer).values()).containsOnly(KeptState.DUE);

    assertThat(erase(customer, kept(customer).keySet())).isEmpty();

    assertThat(WordInDatabase.standsIn(jdbc, word)).isEmpty();
    chain.seal();
    assertThat(chain.verify().intact()).isTrue();
    assertThat(atTheDesk(customer)).isZero();
    transactions.executeWithoutResult(s -> frontDesk.rebuild());
    assertThat(atTheDesk(customer)).isZero();
    As.auditor()
        .call(
            () ->
                graphQl
                    .document(
                        "query($c: ID!) { contactCheckRecomputed(check: $c) { same answer { verdict } } }")
                    .variable("c", check)
                    .execute())
        .path("contactCheckRecomputed.answer")
        .valueIsNull();
    As.headOfCustomerServices()
        .call(
            () ->
                graphQl
                    .document(
                        """
                        query($id: ID!) { node(id: $id) { ... on Restriction {
                          reference reasons { conduct } settings { __typename } effectiveFrom endedAt } } }
                        """)
                    .variable("id", id(slot).toString())
                    .execute())
        .path("node.reasons.conduct")
        .entity(String.class)
        .isEqualTo("[erased 2036-01-07]");
    check(call(customer)).path("contactCheck.verdict").entity(String.class).isEqualTo("ALLOWED");
  }

  private int atTheDesk(CustomerView customer) {
    return jdbc.sql(
            """
            select (select count(*) from restrictions.front_desk_person where customer_id = :c)
                 + (select count(*) from restrictions.front_desk_identifier where customer_id = :c)
            """)
        .param("c", customer.id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('restrictions')")
                .query(String.class)
                .list())
        .isEmpty();
  }
}
