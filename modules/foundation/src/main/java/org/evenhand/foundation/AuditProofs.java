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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What somebody without the server needs to see that an entry stands in the audit chain (F7): the
 * entry's line, the digests of all lines of its link, and the seals up to the chain's head. The
 * digest of a link is SHA-256 over the digest before it and those of its lines, so a line that was
 * changed, left out or moved shows, and no line about anybody else has to be shown (T20).
 *
 * <p>Ask within one transaction where the answers are to fit together.
 */
@Component
public class AuditProofs {

  private static final int AT_ONCE = 1_000;

  /**
   * An act in the trail, and which link holds it.
   *
   * @param line null where the act is about somebody who was not asked for
   * @param digest SHA-256 of the line, in hexadecimal
   */
  public record Proven(long seal, @Nullable String line, String digest) {}

  /**
   * A link of the chain.
   *
   * @param form 2 where the link was made of the digests of its lines; 1 for one of an earlier
   *     release that was made of the lines, and can be shown to nobody outside
   * @param from first transaction, as a number
   * @param until first transaction after it
   * @param previous digest of the link before, in hexadecimal
   */
  public record Seal(
      long seq,
      int form,
      int epoch,
      String from,
      String until,
      long entries,
      String previous,
      String digest,
      Instant sealedAt) {}

  private static final String SEALS =
      "select seq, form, epoch, from_transaction::text, until_transaction::text, entries,"
          + " previous_digest, digest, sealed_at from foundation.audit_seal ";

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
   * order; those in links of form 1 left out. Those of the last second may not be sealed yet; they
   * are in no proof.
   */
  public List<Proven> acts(Collection<UUID> persons, Collection<UUID> objects, Seal head) {
    UUID[] about = persons.stream().distinct().toArray(UUID[]::new);
    return jdbc.query(
        """
        select s.seq,
               case when e.person_id is null or e.person_id = any(?)
                    then foundation.audit_line(e) end,
               foundation.audit_line_digest(e)
          from foundation.audit_entry e
         cross join lateral (
               select l.seq, l.form, l.from_transaction from foundation.audit_seal l
                where l.epoch = e.epoch and l.until_transaction > e.transaction_id
                order by l.until_transaction limit 1) s
         where e.kind = 'A' and (e.person_id = any(?) or e.object_id = any(?))
           and s.from_transaction <= e.transaction_id and s.form = 2 and s.seq <= ?
         order by s.seq, e.transaction_id, e.id
        """,
        (row, n) -> new Proven(row.getLong(1), row.getString(2), row.getString(3)),
        about,
        about,
        objects.stream().distinct().toArray(UUID[]::new),
        head.seq());
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

  /** The digests of the lines of all entries of a link, in its order, as it was made of them. */
  public void digests(Seal link, Consumer<String> each) {
    streaming()
        .query(
            """
            select foundation.audit_line_digest(e) from foundation.audit_entry e
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
        row.getInt("form"),
        row.getInt("epoch"),
        row.getString(4),
        row.getString(5),
        row.getLong("entries"),
        HexFormat.of().formatHex(row.getBytes("previous_digest")),
        HexFormat.of().formatHex(row.getBytes("digest")),
        row.getTimestamp("sealed_at").toInstant());
  }
}
