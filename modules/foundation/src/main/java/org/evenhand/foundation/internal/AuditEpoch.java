package org.evenhand.foundation.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The present epoch of the audit trail. Transaction numbers order the chain, and they begin anew
 * when the data is restored into another cluster: then a new epoch begins.
 */
@Component
public class AuditEpoch {

  private static final long LOCK = 0x45564e41_0001L;

  private final int current;

  AuditEpoch(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    Integer found =
        new TransactionTemplate(transactions).execute(status -> findOrBegin(jdbc, clock));
    if (found == null) {
      throw new IllegalStateException("the audit trail has no epoch");
    }
    current = found;
  }

  public int current() {
    return current;
  }

  private static Integer findOrBegin(JdbcTemplate jdbc, Clock clock) {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    var known =
        jdbc.queryForList(
            """
            select epoch from foundation.audit_epoch
             where epoch = (select max(epoch) from foundation.audit_epoch)
               and system_identifier = (select system_identifier from pg_control_system())
            """,
            Integer.class);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
        insert into foundation.audit_epoch (system_identifier, began_at)
        select system_identifier, ? from pg_control_system() returning epoch
        """,
            Integer.class,
            Timestamp.from(clock.instant())));
  }
}
