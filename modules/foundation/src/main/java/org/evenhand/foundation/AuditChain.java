package org.evenhand.foundation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.evenhand.foundation.internal.AuditEpoch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the audit trail in batches and verifies the chain.
 *
 * <p>A link covers all entries of the transactions in a range that ends where the oldest running
 * transaction begins: nothing can be added to that range any more, so the set is final although
 * entries become visible out of order. Sealing is safe to repeat and safe on several nodes.
 */
@Component
public class AuditChain {

  private static final long LOCK = 0x45564e41_0002L;
  private static final int MOST_PER_LINK = 50_000;
  private static final byte[] BEGINNING = new byte[32];

  /** Links are made of the digests of their lines; those of form 1 were made of the lines. */
  private static final int FORM = 2;

  private record Seal(
      long seq, int form, int epoch, String from, String until, byte[] previous, byte[] digest) {}

  private record Link(long entries, byte[] digest) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final AuditEpoch epoch;
  private final Clock clock;

  AuditChain(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactionManager,
      AuditEpoch epoch,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.epoch = epoch;
    this.clock = clock;
  }

  /** Seals what can be sealed now; true if a link was added and there may be more. */
  @Scheduled(
      fixedDelayString = "${evenhand.audit.seal-every:PT1S}",
      initialDelayString = "${evenhand.audit.seal-every:PT1S}")
  public boolean seal() {
    return Boolean.TRUE.equals(transactions.execute(status -> sealOnce()));
  }

  private boolean sealOnce() {
    Boolean mine = jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
    if (!Boolean.TRUE.equals(mine)) {
      return false;
    }
    Seal last = lastSeal();
    int now = epoch.current();
    String from = last == null || last.epoch() != now ? "0" : last.until();
    String until =
        jdbc.queryForObject(
            """
            select least(
              pg_snapshot_xmin(pg_current_snapshot()),
              coalesce((select transaction_id::text::numeric + 1 from foundation.audit_entry
                         where epoch = ? and transaction_id >= ?::xid8
                         order by epoch, transaction_id, id offset ? limit 1)::text::xid8,
                       pg_snapshot_xmin(pg_current_snapshot())))::text
            """,
            String.class,
            now,
            from,
            MOST_PER_LINK);
    Boolean any =
        jdbc.queryForObject(
            """
            select exists (select from foundation.audit_entry
             where epoch = ? and transaction_id >= ?::xid8 and transaction_id < ?::xid8)
            """,
            Boolean.class,
            now,
            from,
            until);
    if (!Boolean.TRUE.equals(any)) {
      return false;
    }
    byte[] previous = last == null ? BEGINNING : last.digest();
    jdbc.update(
        """
        insert into foundation.audit_seal
          (seq, form, epoch, from_transaction, until_transaction, entries, last_entry_id,
           previous_digest, digest, sealed_at)
        select ?, ?, ?, ?::xid8, ?::xid8, l.entries, l.last_entry_id, ?, l.digest, ?
          from foundation.audit_link(?, ?, ?::xid8, ?::xid8, ?) l
        """,
        last == null ? 1 : last.seq() + 1,
        FORM,
        now,
        from,
        until,
        previous,
        Timestamp.from(clock.instant()),
        FORM,
        now,
        from,
        until,
        previous);
    return true;
  }

  /** Walks the whole chain, recomputing every link from the entries. */
  public AuditVerification verify() {
    var breaks = new ArrayList<AuditVerification.Break>();
    long entries = 0;
    long expectedSeq = 1;
    byte[] previous = BEGINNING;
    int epochBefore = 0;
    String untilBefore = "0";
    List<Seal> seals = seals();
    for (Seal seal : seals) {
      if (seal.seq() != expectedSeq) {
        breaks.add(new AuditVerification.Break(expectedSeq, AuditVerification.Reason.LINK_MISSING));
      }
      boolean follows =
          Arrays.equals(seal.previous(), previous)
              && seal.from().equals(seal.epoch() == epochBefore ? untilBefore : "0");
      if (!follows) {
        breaks.add(new AuditVerification.Break(seal.seq(), AuditVerification.Reason.NOT_CONNECTED));
      }
      Link link = link(seal);
      if (!Arrays.equals(link.digest(), seal.digest())) {
        breaks.add(
            new AuditVerification.Break(seal.seq(), AuditVerification.Reason.ENTRIES_DIFFER));
      }
      entries += link.entries();
      expectedSeq = seal.seq() + 1;
      previous = seal.digest();
      epochBefore = seal.epoch();
      untilBefore = seal.until();
    }
    return new AuditVerification(
        seals.size(),
        entries,
        unsealed(epochBefore, untilBefore),
        seals.isEmpty() ? null : HexFormat.of().formatHex(previous),
        List.copyOf(breaks));
  }

  private long unsealed(int lastEpoch, String until) {
    Long count =
        jdbc.queryForObject(
            """
            select count(*) from foundation.audit_entry
             where epoch > ? or (epoch = ? and transaction_id >= ?::xid8)
            """,
            Long.class,
            lastEpoch,
            lastEpoch,
            until);
    return count == null ? 0 : count;
  }

  private Link link(Seal seal) {
    return jdbc.query(
            "select entries, digest from foundation.audit_link(?, ?, ?::xid8, ?::xid8, ?)",
            (row, n) -> new Link(row.getLong(1), row.getBytes(2)),
            seal.form(),
            seal.epoch(),
            seal.from(),
            seal.until(),
            seal.previous())
        .getFirst();
  }

  private @Nullable Seal lastSeal() {
    List<Seal> found = seals("order by seq desc limit 1");
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<Seal> seals() {
    return seals("order by seq");
  }

  private List<Seal> seals(String order) {
    return jdbc.query(
        """
        select seq, form, epoch, from_transaction::text, until_transaction::text, previous_digest,
               digest
          from foundation.audit_seal\s"""
            + order,
        (row, n) ->
            new Seal(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getBytes(7)));
  }
}
