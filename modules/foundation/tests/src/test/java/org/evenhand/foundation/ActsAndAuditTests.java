package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhandtest.As;
import org.evenhandtest.ModuleTest;
import org.evenhandtest.SharedPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts, their audit entries, the chain, and duties, against a real PostgreSQL. */
@ModuleTest
@Import(ActsAndAuditTests.Handlers.class)
class ActsAndAuditTests {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Autowired Acts acts;
  @Autowired AuditTrail auditTrail;
  @Autowired AuditChain chain;
  @Autowired Duties duties;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired RecordingHandler handler;

  @TestConfiguration
  static class Handlers {
    @Bean
    RecordingHandler recordingHandler() {
      return new RecordingHandler();
    }
  }

  static class RecordingHandler implements DutyHandler {
    final List<UUID> fellDue = new ArrayList<>();
    final List<ActRefused> refused = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ActRefused event) {
      refused.add(event);
    }

    @Override
    public Set<String> kinds() {
      return Set.of("TEST_LAPSE", "TEST_FAILS");
    }

    @Override
    public void fellDue(DutyView duty, Instant now) {
      if (duty.kind().equals("TEST_FAILS")) {
        throw new IllegalStateException("on purpose");
      }
      fellDue.add(duty.subject());
    }
  }

  private record Thing(UUID id) {}

  private Outcome<Thing> act(String key, Object input, Outcome<Thing> result) {
    return As.officer("housing")
        .call(
            () ->
                acts.act("thingDo", key, input)
                    .on("Thing", Thing::id, Thing::new)
                    .perform(
                        () -> {
                          duties.open(duty("TEST_ACT", UUID.randomUUID()), NOW);
                          return result;
                        }));
  }

  private static DutyToOpen duty(String kind, UUID subject) {
    return DutyToOpen.byDay(
        kind, "Thing", subject, null, Role.OFFICER, null, LocalDate.of(2026, 11, 20));
  }

  @Test
  @DisplayName("F7: an act and its entry commit together")
  void anActLeavesActorRoleAndObject() {
    var thing = new Thing(UUID.randomUUID());

    act(null, Map.of("a", 1), Outcome.done(thing));

    assertThat(
            jdbc.queryForMap(
                "select actor, role, act, kind from foundation.audit_entry where object_id = ?",
                thing.id()))
        .containsEntry("actor", "officer-1")
        .containsEntry("role", "OFFICER")
        .containsEntry("act", "thingDo")
        .containsEntry("kind", "A");
  }

  @Test
  @DisplayName("question 15: a refused act leaves nothing behind, and it is heard that it was")
  void aRefusedActLeavesNothingBehind() {
    long before = count("foundation.duty");
    long entries = count("foundation.audit_entry where act = 'thingDo'");

    Outcome<Thing> outcome = act("refused-key", "x", Outcome.refused(Refusal.of("NO")));

    assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly("NO");
    assertThat(handler.refused)
        .filteredOn(refused -> refused.refusals().equals(outcome.refusals()))
        .singleElement()
        .satisfies(refused -> assertThat(refused.act()).isEqualTo("thingDo"))
        .satisfies(refused -> assertThat(refused.actor().id().value()).isEqualTo("officer-1"));
    assertThat(count("foundation.duty")).isEqualTo(before);
    assertThat(count("foundation.audit_entry where act = 'thingDo'")).isEqualTo(entries);
    assertThat(act("refused-key", "x", Outcome.done(new Thing(UUID.randomUUID()))).refusals())
        .as("a refusal does not use the key up")
        .isEmpty();
  }

  @Test
  void theSameActUnderTheSameKeyIsDoneOnce() {
    var first = new Thing(UUID.randomUUID());
    act("same-key", Map.of("a", 1), Outcome.done(first, List.of(Warning.of("MIND"))));

    Outcome<Thing> again =
        act("same-key", Map.of("a", 1), Outcome.done(new Thing(UUID.randomUUID())));

    assertThat(again.orNull()).isEqualTo(first);
    assertThat(again.warnings()).extracting(Warning::code).containsExactly("MIND");
  }

  @Test
  void anotherInputUnderTheSameKeyIsRefused() {
    act("reused-key", Map.of("a", 1), Outcome.done(new Thing(UUID.randomUUID())));

    Outcome<Thing> other =
        act("reused-key", Map.of("a", 2), Outcome.done(new Thing(UUID.randomUUID())));

    assertThat(other.refusals())
        .extracting(Refusal::code)
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void twoAtOnceUnderOneKeyActOnce() throws Exception {
    var begin = new CountDownLatch(1);
    try (var pool = Executors.newFixedThreadPool(4)) {
      var results = new ArrayList<Future<Outcome<Thing>>>();
      for (int i = 0; i < 4; i++) {
        results.add(
            pool.submit(
                () -> {
                  begin.await();
                  return act("race-key", "x", Outcome.done(new Thing(UUID.randomUUID())));
                }));
      }
      begin.countDown();
      Set<Thing> things = new java.util.HashSet<>();
      for (var result : results) {
        things.add(result.get().orNull());
      }

      assertThat(things).hasSize(1);
    }
  }

  @Test
  void nobodySignedInActsNowhere() {
    assertThatThrownBy(
            () ->
                acts.act("thingDo", null, "x")
                    .on("Thing", Thing::id, Thing::new)
                    .perform(() -> Outcome.done(new Thing(UUID.randomUUID()))))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  @DisplayName("T20: one read entry for each person")
  void readsAreLogged() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();

    As.officer("housing")
        .run(() -> auditTrail.recordRead("customers", "Customer", List.of(one, two)));

    assertThat(
            count(
                "foundation.audit_entry where kind = 'R' and person_id in ('"
                    + one
                    + "','"
                    + two
                    + "')"))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("F7: the application's database role cannot change or remove an entry")
  void theApplicationCannotRewriteTheTrail() {
    act(null, "x", Outcome.done(new Thing(UUID.randomUUID())));

    for (String attempt :
        List.of(
            "update foundation.audit_entry set actor = 'x'",
            "delete from foundation.audit_entry",
            "truncate foundation.audit_entry",
            "update foundation.audit_seal set entries = 0",
            "delete from foundation.audit_seal")) {
      assertThatThrownBy(() -> jdbc.execute(attempt))
          .as(attempt)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThat(jdbc.queryForObject("select current_user", String.class)).isEqualTo("evenhand_app");
  }

  @Test
  @DisplayName("F7, T26: what is changed behind the seal is found")
  void tamperingBreaksTheChain() throws Exception {
    var thing = new Thing(UUID.randomUUID());
    act(null, "x", Outcome.done(thing));
    sealAll();
    assertThat(chain.verify().intact()).isTrue();

    try (Connection owner = SharedPostgres.get().getPostgresDatabase().getConnection();
        var statement = owner.createStatement()) {
      statement.execute("alter table foundation.audit_entry disable trigger append_only");
      statement.execute(
          "update foundation.audit_entry set actor = 'somebody-else' where object_id = '"
              + thing.id()
              + "'");
      try {
        AuditVerification tampered = chain.verify();

        assertThat(tampered.intact()).isFalse();
        assertThat(tampered.breaks())
            .extracting(AuditVerification.Break::reason)
            .contains(AuditVerification.Reason.ENTRIES_DIFFER);
      } finally {
        statement.execute(
            "update foundation.audit_entry set actor = 'officer-1' where object_id = '"
                + thing.id()
                + "'");
        statement.execute("alter table foundation.audit_entry enable trigger append_only");
      }
    }
    assertThat(chain.verify().intact()).isTrue();
  }

  @Test
  void anEntryOfARunningTransactionIsSealedAfterItCommits() {
    var late = new Thing(UUID.randomUUID());
    transactions.executeWithoutResult(
        status -> {
          auditTrail.recordSystemAct("late", "Thing", late.id(), null, NOW);
          try (var other = Executors.newSingleThreadExecutor()) {
            other
                .submit(
                    () -> {
                      act(null, "y", Outcome.done(new Thing(UUID.randomUUID())));
                      chain.seal();
                    })
                .get();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    sealAll();

    AuditVerification found = chain.verify();
    assertThat(found.intact()).isTrue();
    assertThat(
            count(
                "foundation.audit_entry e join foundation.audit_seal s on e.epoch = s.epoch and"
                    + " e.transaction_id >= s.from_transaction and e.transaction_id <"
                    + " s.until_transaction where e.object_id = '"
                    + late.id()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aDutyFallsDueOnceAndOneThatFailsHoldsUpNoOther() {
    UUID lapses = UUID.randomUUID();
    UUID fails = UUID.randomUUID();
    duties.open(duty("TEST_FAILS", fails), NOW);
    duties.open(duty("TEST_LAPSE", lapses), NOW);

    duties.sweep(NOW);
    duties.sweep(NOW);

    assertThat(handler.fellDue).containsOnlyOnce(lapses);
    assertThat(duties.openFor(fails))
        .singleElement()
        .satisfies(d -> assertThat(d.fellDueAt()).isNull());
    assertThat(duties.discharge("TEST_FAILS", fails, "R-1", null, NOW)).isTrue();
    assertThat(duties.discharge("TEST_FAILS", fails, "R-1", null, NOW)).isFalse();
    assertThat(duties.historyOf(fails))
        .singleElement()
        .satisfies(d -> assertThat(d.dischargeReference()).isEqualTo("R-1"));
  }

  @Test
  void whatARowSaidBeforeIsKeptWithWhoAndWhen() {
    UUID subject = UUID.randomUUID();
    duties.open(duty("TEST_HISTORY", subject), NOW);

    As.officer("housing")
        .run(
            () ->
                transactions.executeWithoutResult(
                    status -> duties.discharge("TEST_HISTORY", subject, "R-2", null, NOW)));

    assertThat(
            jdbc.queryForMap(
                "select h.discharged_at, h.ended_by, d.known_by, h.known_until = d.known_from as meets"
                    + " from foundation.duty_history h join foundation.duty d on d.id = h.id"
                    + " where d.subject_id = ?",
                subject))
        .containsEntry("discharged_at", null)
        .containsEntry("ended_by", "officer-1")
        .containsEntry("known_by", "officer-1")
        .containsEntry("meets", true);
  }

  private void sealAll() {
    while (chain.seal()) {
      continue;
    }
    AuditVerification state = chain.verify();
    for (int i = 0; i < 50 && state.unsealed() > 0; i++) {
      chain.seal();
      state = chain.verify();
    }
  }

  private long count(String from) {
    Long count = jdbc.queryForObject("select count(*) from " + from, Long.class);
    return count == null ? 0 : count;
  }
}
