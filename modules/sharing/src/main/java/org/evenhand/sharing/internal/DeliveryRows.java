package org.evenhand.sharing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.sharing.DeliveryState;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.ReferralDeliveryView;
import org.evenhand.sharing.ReferralId;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.SealFormat;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sendings, which is also the outbox to the deliveries. */
@Component
class DeliveryRows {

  private static final String COLUMNS =
      """
      d.id, d.release, d.delivery,
      case when d.state = 'OPEN' and d.failures > 0 then 'FAILING' else d.state end as state,
      d.attempts, d.failures, case when d.state = 'OPEN' then d.next_attempt_at end as next_at,
      d.last_fault, d.last_words, d.reference, d.delivered_at
      """;

  /**
   * A sending that this node alone hands over until the claim runs out.
   *
   * @param person null for a synthetic one
   * @param quoted what the referral is quoted by
   */
  record Claimed(
      ReferralDeliveryView view,
      ReferralId referral,
      @Nullable UUID person,
      PartnerId partner,
      String quoted,
      int number,
      SealFormat format,
      String sealed,
      boolean triedBefore) {}

  private final JdbcClient jdbc;

  DeliveryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void open(ReferralVersionId version, PartnerId partner, long position, TypeId way, Instant now) {
    jdbc.sql(
            """
            insert into sharing.referral_delivery
              (id, release, partner, position, delivery, state, opened_at, next_attempt_at)
            values (?, ?, ?, ?, ?, 'OPEN', ?, ?)
            """)
        .params(
            Ids.next(),
            version.value(),
            partner.value(),
            position,
            way.value(),
            Timestamp.from(now),
            Timestamp.from(now))
        .update();
  }

  /** The one that is due longest, of those ways only. */
  Optional<Claimed> claim(Collection<TypeId> ways, Instant now, Duration forSoLong) {
    Optional<Claimed> next =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + """
                    , r.id as referral, r.person_id, r.reference as quoted, l.number, c.format, c.sealed,
                      d.partner
                      from sharing.referral_delivery d
                      join sharing.referral_change c
                        on c.partner = d.partner and c.position = d.position
                      join sharing.referral_release l on l.id = d.release
                      join sharing.referral r on r.id = l.referral
                     where d.state = 'OPEN' and d.delivery = any(:ways)
                       and d.next_attempt_at <= :now
                       and (d.claimed_until is null or d.claimed_until <= :now)
                     order by d.next_attempt_at, d.id limit 1 for update of d skip locked
                    """)
            .param("ways", ways.stream().map(TypeId::value).toArray(String[]::new))
            .param("now", Timestamp.from(now))
            .query(
                (row, n) ->
                    new Claimed(
                        view(row),
                        new ReferralId(row.getObject("referral", UUID.class)),
                        row.getObject("person_id", UUID.class),
                        new PartnerId(row.getObject("partner", UUID.class)),
                        row.getString("quoted"),
                        row.getInt("number"),
                        SealFormat.valueOf(row.getString("format")),
                        row.getString("sealed"),
                        row.getInt("attempts") > 0))
            .optional();
    next.ifPresent(
        claimed ->
            jdbc.sql(
                    """
                    update sharing.referral_delivery
                       set claimed_until = ?, attempts = attempts + 1 where id = ?
                    """)
                .params(Timestamp.from(now.plus(forSoLong)), claimed.view().id())
                .update());
    return next;
  }

  /** Only the claim that this attempt holds is noted; a later one may have been first. */
  boolean tryAgain(Claimed claimed, Instant at, String fault, @Nullable String words) {
    return noted(
        claimed,
        "next_attempt_at = ?, failures = failures + 1, last_fault = ?, last_words = ?",
        Timestamp.from(at),
        fault,
        words);
  }

  boolean rejected(Claimed claimed, String fault, @Nullable String words) {
    return noted(claimed, "state = 'REJECTED', last_fault = ?, last_words = ?", fault, words);
  }

  boolean done(Claimed claimed, String reference, Instant at) {
    return noted(
        claimed,
        """
        state = 'DONE', reference = ?, delivered_at = ?, failures = 0, last_fault = null,
        last_words = null
        """,
        reference,
        Timestamp.from(at));
  }

  private boolean noted(Claimed claimed, String what, @Nullable Object... values) {
    var params = new ArrayList<@Nullable Object>();
    Collections.addAll(params, values);
    params.add(claimed.view().id());
    params.add(claimed.view().attempts() + 1);
    return jdbc.sql(
                "update sharing.referral_delivery set claimed_until = null, "
                    + what
                    + " where id = ? and attempts = ? and state = 'OPEN'")
            .params(params)
            .update()
        == 1;
  }

  /** The partner has it, however it came. */
  void notNeeded(ReferralVersionId version) {
    jdbc.sql(
            """
            update sharing.referral_delivery set state = 'NOT_NEEDED', claimed_until = null
             where release = ? and state in ('OPEN', 'REJECTED')
            """)
        .param(version.value())
        .update();
  }

  /** What waits or was refused is due now; says how many there were. */
  int dueNow(ReferralId referral, Instant now) {
    return jdbc.sql(
            """
            update sharing.referral_delivery d set state = 'OPEN', next_attempt_at = ?
              from sharing.referral_release l
             where l.id = d.release and l.referral = ? and d.state in ('OPEN', 'REJECTED')
            """)
        .params(Timestamp.from(now), referral.value())
        .update();
  }

  Map<ReferralVersionId, List<ReferralDeliveryView>> of(Collection<ReferralVersionId> versions) {
    Map<ReferralVersionId, List<ReferralDeliveryView>> found = new HashMap<>();
    jdbc.sql(
            "select "
                + COLUMNS
                + " from sharing.referral_delivery d where d.release = any(?) order by d.position")
        .param(versions.stream().map(ReferralVersionId::value).toArray(UUID[]::new))
        .query((row, n) -> view(row))
        .list()
        .forEach(view -> found.computeIfAbsent(view.version(), v -> new ArrayList<>()).add(view));
    return found;
  }

  private static ReferralDeliveryView view(ResultSet row) throws SQLException {
    return new ReferralDeliveryView(
        row.getObject("id", UUID.class),
        new ReferralVersionId(row.getObject("release", UUID.class)),
        TypeId.of(row.getString("delivery")),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("failures"),
        instant(row, "next_at"),
        row.getString("last_fault"),
        row.getString("last_words"),
        row.getString("reference"),
        instant(row, "delivered_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
