package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenhandtest.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads are logged before they are answered, also where many read at once (T20). */
class ReadLogTests extends FoundationModuleTest {

  @Autowired AuditTrail auditTrail;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;

  private long entriesOf(UUID person) {
    return jdbc.queryForObject(
        "select count(*) from foundation.audit_entry where person_id = ? and kind = 'R'",
        Long.class,
        person);
  }

  private void read(As who, UUID person) {
    who.call(
        () -> {
          auditTrail.recordLookUp("contactCheck", "Customer", person);
          return null;
        });
  }

  @Test
  @DisplayName("T20: of many that read at once each has its entry when it is answered")
  void eachOfManyIsThereWhenAnswered() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reads = new ArrayList<Callable<Long>>();
      for (int i = 0; i < 400; i++) {
        reads.add(
            () -> {
              UUID person = Ids.next();
              read(As.officer("housing"), person);
              return entriesOf(person);
            });
      }
      for (Future<Long> entries : threads.invokeAll(reads)) {
        assertThat(entries.get()).isEqualTo(1);
      }
    }
  }

  @Test
  @DisplayName("T20: an entry that cannot be written is no answer, and costs nobody else theirs")
  void oneThatFailsFailsAlone() throws Exception {
    As unwritable = As.person("with a \0 in it", "Nobody", "OFFICER", "housing");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var good = new ArrayList<Future<Long>>();
      var bad = new ArrayList<Future<?>>();
      for (int i = 0; i < 60; i++) {
        UUID person = Ids.next();
        good.add(
            threads.submit(
                () -> {
                  read(As.officer("housing"), person);
                  return entriesOf(person);
                }));
        bad.add(threads.submit(() -> read(unwritable, Ids.next())));
      }
      for (Future<Long> entries : good) {
        assertThat(entries.get()).isEqualTo(1);
      }
      for (Future<?> refused : bad) {
        assertThatThrownBy(refused::get).hasCauseInstanceOf(DataAccessException.class);
      }
    }
  }

  @Test
  @DisplayName("T20: within a transaction the entry belongs to it")
  void withinATransaction() {
    UUID person = Ids.next();
    transactions.executeWithoutResult(
        status -> {
          read(As.officer("housing"), person);
          assertThat(entriesOf(person)).isEqualTo(1);
          status.setRollbackOnly();
        });

    assertThat(entriesOf(person)).isZero();
  }

  @Test
  @DisplayName("T20: one entry for each person of a list, each once")
  void eachPersonOnce() {
    UUID one = Ids.next();
    UUID other = Ids.next();
    As.officer("housing")
        .call(
            () -> {
              auditTrail.recordRead("customers", "Customer", List.of(one, other, one));
              return null;
            });

    assertThat(entriesOf(one)).isEqualTo(1);
    assertThat(entriesOf(other)).isEqualTo(1);
  }

  @Test
  @DisplayName("F7, T26: an answer is known again by its digest, until what it rested on is erased")
  void anAnswerIsKnownAgain() {
    UUID person = Ids.next();
    byte[] answer = "declined, next on Tuesday".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    UUID id =
        As.officer("housing")
            .call(
                () ->
                    auditTrail.recordAnswer(
                        "contactCheck", "ContactCheck", person, "{\"at\":1}", answer));

    var given = auditTrail.answerGiven(id).orElseThrow();
    assertThat(given.basis()).isEqualTo("{\"at\":1}");
    assertThat(given.person()).isEqualTo(person);
    assertThat(given.wasThis(answer)).isTrue();
    assertThat(given.wasThis(new byte[] {1})).isFalse();
    assertThat(entriesOf(person)).isEqualTo(1);
    assertThatThrownBy(
            () -> jdbc.update("update foundation.read_basis set basis = '' where id = ?", id))
        .isInstanceOf(DataAccessException.class);

    jdbc.update("delete from foundation.read_basis where id = ?", id);
    assertThat(auditTrail.answerGiven(id).orElseThrow().basis()).isNull();
    assertThat(auditTrail.answerGiven(id).orElseThrow().wasThis(answer)).isFalse();
  }
}
