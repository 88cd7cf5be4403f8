package org.evenhand.foundation.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the entries of reads, and returns when they are safe: no entry, no answer (T20). Calls
 * that come while others are being written wait and go together in one statement, so that a busy
 * front desk waits for the disk once and not sixteen times. Whoever comes first writes for those
 * who came meanwhile, then hands on; there is no thread of its own, and nothing is kept back for
 * later.
 *
 * <p>Within a transaction an entry is written at once and belongs to the transaction.
 */
@Component
public class ReadLog {

  private static final int MOST_ENTRIES = 1_000;

  private static final String INSERT =
      """
      with e as (
        select * from unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                             ?::uuid[], ?::bytea[], ?::bytea[], ?::text[])
          as e(at, actor, role, act, object_type, object_id, person_id, digest, salt, basis)),
      kept as (
        insert into foundation.read_basis (id, salt, basis)
        select e.object_id, e.salt, e.basis from e where e.basis is not null)
      insert into foundation.audit_entry
        (epoch, at, kind, actor, role, act, object_type, object_id, person_id, digest)
      select ?, e.at, 'R', e.actor, e.role, e.act, e.object_type, e.object_id, e.person_id, e.digest
        from e
      """;

  /**
   * One read of one person's record.
   *
   * @param object the thing itself, where one was read; null for a list or a look-up
   * @param person null where nobody was found
   * @param rest what the answer rested on, kept under the object's id; null where it is not kept
   */
  public record Entry(
      Instant at,
      String actor,
      String role,
      String act,
      String objectType,
      @Nullable UUID object,
      @Nullable UUID person,
      @Nullable Rest rest) {

    public Entry(
        Instant at,
        String actor,
        String role,
        String act,
        String objectType,
        @Nullable UUID object,
        @Nullable UUID person) {
      this(at, actor, role, act, objectType, object, person, null);
    }
  }

  /**
   * What an answer rested on, and the salted digest of the answer, which becomes part of the chain.
   */
  public record Rest(byte[] salt, byte[] digest, String basis) {}

  private enum Turn {
    WRITTEN,
    WRITE
  }

  private static final class Waiting {
    final List<Entry> entries;
    final CompletableFuture<Turn> turn = new CompletableFuture<>();
    @Nullable RuntimeException failure;

    Waiting(List<Entry> entries) {
      this.entries = entries;
    }
  }

  private final JdbcTemplate jdbc;
  private final AuditEpoch epoch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private boolean writing;

  ReadLog(JdbcTemplate jdbc, AuditEpoch epoch) {
    this.jdbc = jdbc;
    this.epoch = epoch;
  }

  /**
   * Returns once the entries are committed, or within a transaction inserted.
   *
   * @throws DataAccessException if they could not be written; then nothing may be answered
   */
  public void write(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      insert(entries);
      return;
    }
    var mine = new Waiting(entries);
    if (first(mine) || mine.turn.join() == Turn.WRITE) {
      writeForAll();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
  }

  private boolean first(Waiting mine) {
    lock.lock();
    try {
      queue.add(mine);
      boolean first = !writing;
      writing = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private void writeForAll() {
    List<Waiting> together = take();
    try {
      insertAll(together);
    } finally {
      handOn();
      together.forEach(one -> one.turn.complete(Turn.WRITTEN));
    }
  }

  private List<Waiting> take() {
    lock.lock();
    try {
      var together = new ArrayList<Waiting>(queue.size());
      int entries = 0;
      while (!queue.isEmpty() && (together.isEmpty() || entries < MOST_ENTRIES)) {
        Waiting next = queue.remove();
        entries += next.entries.size();
        together.add(next);
      }
      return together;
    } finally {
      lock.unlock();
    }
  }

  private void handOn() {
    lock.lock();
    try {
      Waiting next = queue.peek();
      if (next == null) {
        writing = false;
      } else {
        next.turn.complete(Turn.WRITE);
      }
    } finally {
      lock.unlock();
    }
  }

  private void insertAll(List<Waiting> together) {
    try {
      insert(together.stream().flatMap(one -> one.entries.stream()).toList());
    } catch (DataIntegrityViolationException e) {
      // One entry that the database does not take must not cost the others their answer.
      together.forEach(this::insertAlone);
    } catch (RuntimeException e) {
      together.forEach(one -> one.failure = e);
    }
  }

  private void insertAlone(Waiting one) {
    try {
      insert(one.entries);
    } catch (RuntimeException e) {
      one.failure = e;
    }
  }

  private void insert(List<Entry> entries) {
    jdbc.update(connection -> statement(connection, entries));
  }

  private PreparedStatement statement(Connection connection, List<Entry> entries)
      throws SQLException {
    PreparedStatement insert = connection.prepareStatement(INSERT);
    array(insert, 1, "timestamptz", entries, entry -> Timestamp.from(entry.at()));
    array(insert, 2, "text", entries, Entry::actor);
    array(insert, 3, "text", entries, Entry::role);
    array(insert, 4, "text", entries, Entry::act);
    array(insert, 5, "text", entries, Entry::objectType);
    array(insert, 6, "uuid", entries, Entry::object);
    array(insert, 7, "uuid", entries, Entry::person);
    array(
        insert, 8, "bytea", entries, entry -> entry.rest() == null ? null : entry.rest().digest());
    array(insert, 9, "bytea", entries, entry -> entry.rest() == null ? null : entry.rest().salt());
    array(insert, 10, "text", entries, entry -> entry.rest() == null ? null : entry.rest().basis());
    insert.setInt(11, epoch.current());
    return insert;
  }

  private static void array(
      PreparedStatement insert,
      int place,
      String type,
      List<Entry> entries,
      Function<Entry, @Nullable Object> value)
      throws SQLException {
    Object[] values =
        "bytea".equals(type) ? new byte[entries.size()][] : new Object[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(entries.get(i));
    }
    insert.setArray(place, insert.getConnection().createArrayOf(type, values));
  }
}
