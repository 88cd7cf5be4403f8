package org.evenhand.foundation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What somebody without the server needs to see that an entry stands in the audit chain (F7): the
 * entry's line, all lines of its link, and the seals up to the chain's head. The digest of a link
 * is SHA-256 over the digest before it and the link's content, so a line that was changed, left out
 * or moved shows. Lines hold ids, codes and salted digests, never what was said of anybody.
 *
 * <p>Ask within one transaction where the answers are to fit together.
 */
@Component
public class AuditProofs {

  private static final int AT_ONCE = 1_000;

  /** An act in the trail, and which link holds it. */
  public record Proven(long entry, long seal, String line) {}

  /**
   * A link of the chain.
   *
   * @param from first transaction, as a number
   * @param until first transaction after it
   * @param previous digest of the link before, in hexadecimal
   */
  public record Seal(
      long seq,
      int epoch,
      String from,
      String until,
      long entries,
      String previous,
      String digest,
      Instant sealedAt) {}

  private static final String SEALS =
      """
      select seq, epoch, from_transaction::text, until_transaction::text, entries, previous_digest,
             digest, sealed_at
        from foundation.audit_seal\s""";

  private final JdbcTemplate jdbc;

  AuditProofs(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The last link; empty while nothing is sealed. */
  public Optional<Seal> head() {
    return jdbc.query(SEALS + "order by seq desc limit 1", (row, n) -> seal(row)).stream()
        .findFirst();
  }

  /**
   * Acts about these people or to these things that are sealed up to this link, in the chain's
   * order. Those of the last second may not be sealed yet; they are in no proof.
   */
  public List<Proven> acts(Collection<UUID> persons, Collection<UUID> objects, Seal head) {
    return jdbc.query(
        """
        select e.id, s.seq, foundation.audit_line(e) as line
          from foundation.audit_entry e
          join foundation.audit_seal s
            on s.epoch = e.epoch and e.transaction_id >= s.from_transaction
           and e.transaction_id < s.until_transaction
         where e.kind = 'A' and s.seq <= ? and (e.person_id = any(?) or e.object_id = any(?))
         order by s.seq, e.transaction_id, e.id
        """,
        (row, n) -> new Proven(row.getLong(1), row.getLong(2), row.getString(3)),
        head.seq(),
        persons.stream().distinct().toArray(UUID[]::new),
        objects.stream().distinct().toArray(UUID[]::new));
  }

  /** The links from one number to another, both included. */
  public void seals(long first, long last, Consumer<Seal> each) {
    streaming()
        .query(
            SEALS + "where seq between ? and ? order by seq",
            row -> {
              each.accept(seal(row));
            },
            first,
            last);
  }

  /** The lines of all entries of a link, in its order, as its digest was made of them. */
  public void lines(Seal link, Consumer<String> each) {
    streaming()
        .query(
            """
            select foundation.audit_line(e) from foundation.audit_entry e
             where e.epoch = ? and e.transaction_id >= ?::xid8 and e.transaction_id < ?::xid8
             order by e.transaction_id, e.id
            """,
            row -> {
              each.accept(row.getString(1));
            },
            link.epoch(),
            link.from(),
            link.until());
  }

  private JdbcTemplate streaming() {
    var piecewise = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    piecewise.setFetchSize(AT_ONCE);
    return piecewise;
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("seq"),
        row.getInt("epoch"),
        row.getString(3),
        row.getString(4),
        row.getLong("entries"),
        HexFormat.of().formatHex(row.getBytes("previous_digest")),
        HexFormat.of().formatHex(row.getBytes("digest")),
        row.getTimestamp("sealed_at").toInstant());
  }
}
