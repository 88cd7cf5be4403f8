package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Page;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.WebhookDeliveryView;
import org.evenhand.sharing.WebhookEvent;
import org.evenhand.sharing.WebhookId;
import org.evenhand.sharing.WebhookState;
import org.evenhand.sharing.WebhookView;
import org.evenhand.spi.SharingPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps webhooks with their sealed secrets, and what is said to them. */
@Component
class WebhookRows {

  private static final String COLUMNS =
      """
      d.id, d.webhook, d.event,
      case when d.state = 'OPEN' and d.last_fault is not null then 'FAILING' else d.state end
        as state,
      d.attempts, d.opened_at, case when d.state = 'OPEN' then d.next_attempt_at end as next_at,
      d.last_status, d.last_fault, d.delivered_at
      """;

  /** One thing to say that this node alone says until the claim runs out. */
  record Claimed(
      WebhookDeliveryView view, String url, long position, List<WebhookSecret> secrets) {}

  private final JdbcClient jdbc;
  private final KeySettings settings;

  WebhookRows(JdbcClient jdbc, KeySettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** In place of the partner's live one. */
  WebhookId register(
      PartnerId partner,
      String url,
      Set<SharingPurpose> purposes,
      WebhookSecret secret,
      ActorId by,
      Instant now) {
    jdbc.sql("select id from sharing.partner where id = ? for update")
        .param(partner.value())
        .query(UUID.class)
        .single();
    jdbc.sql(
            """
            update sharing.webhook set version = version + 1, ended_at = ?
             where partner = ? and ended_at is null
            """)
        .params(Timestamp.from(now), partner.value())
        .update();
    var id = new WebhookId(Ids.next());
    jdbc.sql(
            """
            insert into sharing.webhook
              (id, version, partner, url, purposes, secret, registered_at, registered_by)
            values (?, 0, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id.value(),
            partner.value(),
            url,
            purposes.stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
            sealed(secret),
            Timestamp.from(now),
            by.value())
        .update();
    return id;
  }

  void rotate(WebhookId id, WebhookSecret secret, Instant beforeUntil) {
    jdbc.sql(
            """
            update sharing.webhook
               set version = version + 1, secret_before = secret, secret_before_until = ?,
                   secret = ?
             where id = ?
            """)
        .params(Timestamp.from(beforeUntil), sealed(secret), id.value())
        .update();
  }

  private String sealed(WebhookSecret secret) {
    return KeySafe.sealed(secret.text().getBytes(StandardCharsets.US_ASCII), settings.secret());
  }

  private WebhookSecret opened(String sealed) {
    return new WebhookSecret(
        new String(
            KeySafe.opened(sealed, settings.secret())
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "evenhand.sharing.key-secret does not open a webhook's secret")),
            StandardCharsets.US_ASCII));
  }

  Optional<WebhookView> live(PartnerId partner) {
    return jdbc.sql("select * from sharing.webhook where partner = ? and ended_at is null")
        .param(partner.value())
        .query((row, n) -> view(row))
        .optional();
  }

  /** The partner's live one, if its machine may see what was shared for that purpose. */
  Optional<WebhookView> live(PartnerId partner, SharingPurpose purpose) {
    return jdbc.sql(
            """
            select * from sharing.webhook
             where partner = ? and ended_at is null and ? = any(string_to_array(purposes, ','))
            """)
        .params(partner.value(), purpose.name())
        .query((row, n) -> view(row))
        .optional();
  }

  Map<WebhookId, WebhookView> find(Collection<WebhookId> ids) {
    return jdbc
        .sql("select * from sharing.webhook where id = any(?)")
        .param(ids.stream().map(WebhookId::value).toArray(UUID[]::new))
        .query((row, n) -> view(row))
        .list()
        .stream()
        .collect(Collectors.toMap(WebhookView::id, one -> one));
  }

  UUID open(WebhookId webhook, WebhookEvent event, long position, Instant now) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into sharing.webhook_delivery
              (id, webhook, event, position, state, opened_at, next_attempt_at)
            values (?, ?, ?, ?, 'OPEN', ?, ?)
            """)
        .params(
            id, webhook.value(), event.name(), position, Timestamp.from(now), Timestamp.from(now))
        .update();
    return id;
  }

  Optional<Claimed> claim(Instant now, Duration forSoLong) {
    Optional<Claimed> next =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + """
                    , d.position, w.url, w.secret,
                      case when w.secret_before_until > :now then w.secret_before end as before
                      from sharing.webhook_delivery d join sharing.webhook w on w.id = d.webhook
                     where d.state = 'OPEN' and d.next_attempt_at <= :now and w.ended_at is null
                       and (d.claimed_until is null or d.claimed_until <= :now)
                     order by d.next_attempt_at, d.id limit 1 for update of d skip locked
                    """)
            .param("now", Timestamp.from(now))
            .query(
                (row, n) ->
                    new Claimed(
                        delivery(row),
                        row.getString("url"),
                        row.getLong("position"),
                        Stream.of(row.getString("secret"), row.getString("before"))
                            .filter(Objects::nonNull)
                            .map(this::opened)
                            .toList()))
            .optional();
    next.ifPresent(
        claimed ->
            jdbc.sql(
                    """
                    update sharing.webhook_delivery
                       set claimed_until = ?, attempts = attempts + 1 where id = ?
                    """)
                .params(Timestamp.from(now.plus(forSoLong)), claimed.view().id())
                .update());
    return next;
  }

  /** Only the claim that this attempt holds is noted. */
  void note(
      Claimed claimed,
      WebhookState state,
      @Nullable Integer status,
      @Nullable String fault,
      @Nullable Instant nextAttempt,
      @Nullable Instant delivered) {
    jdbc.sql(
            """
            update sharing.webhook_delivery
               set claimed_until = null, state = :state, last_status = :status,
                   last_fault = :fault, next_attempt_at = :next, delivered_at = :delivered
             where id = :id and attempts = :attempts and state = 'OPEN'
            """)
        .param("state", state.name())
        .param("status", status)
        .param("fault", fault)
        .param("next", nextAttempt == null ? null : Timestamp.from(nextAttempt))
        .param("delivered", delivered == null ? null : Timestamp.from(delivered))
        .param("id", claimed.view().id())
        .param("attempts", claimed.view().attempts() + 1)
        .update();
  }

  void end(WebhookId id, Instant now) {
    jdbc.sql(
            """
            update sharing.webhook set version = version + 1, ended_at = ?
             where id = ? and ended_at is null
            """)
        .params(Timestamp.from(now), id.value())
        .update();
  }

  void again(UUID delivery, Instant now) {
    jdbc.sql(
            """
            update sharing.webhook_delivery
               set state = 'OPEN', attempts = 0, next_attempt_at = ?, last_fault = null,
                   last_status = null, delivered_at = null
             where id = ?
            """)
        .params(Timestamp.from(now), delivery)
        .update();
  }

  Optional<WebhookDeliveryView> delivery(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from sharing.webhook_delivery d where d.id = ?")
        .param(id)
        .query((row, n) -> delivery(row))
        .optional();
  }

  /** Latest first; of all partners where none is named. */
  Page<WebhookDeliveryView> page(@Nullable PartnerId partner, boolean dead, Page.Request request) {
    Map<String, Object> params = new HashMap<>();
    params.put("partner", partner == null ? null : partner.value());
    params.put("dead", dead);
    params.put("after", request.after());
    params.put("limit", request.limit());
    String which =
        """
         from sharing.webhook_delivery d join sharing.webhook w on w.id = d.webhook
        where (:partner::uuid is null or w.partner = :partner::uuid)
          and (not :dead or d.state = 'DEAD')
        """;
    List<WebhookDeliveryView> rows =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + which
                    + """
                    and (:after::uuid is null or (d.opened_at, d.id) <
                         (select a.opened_at, a.id from sharing.webhook_delivery a
                           where a.id = :after::uuid))
                    order by d.opened_at desc, d.id desc limit :limit
                    """)
            .params(params)
            .query((row, n) -> delivery(row))
            .list();
    int count =
        jdbc.sql("select count(*) from (select 1" + which + " limit 10000) counted")
            .params(params)
            .query(Integer.class)
            .single();
    return Page.of(rows, request, WebhookDeliveryView::id, count);
  }

  private static WebhookView view(ResultSet row) throws SQLException {
    return new WebhookView(
        new WebhookId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        new PartnerId(row.getObject("partner", UUID.class)),
        row.getString("url"),
        row.getTimestamp("registered_at").toInstant(),
        instant(row, "secret_before_until"),
        instant(row, "ended_at"));
  }

  private static WebhookDeliveryView delivery(ResultSet row) throws SQLException {
    return new WebhookDeliveryView(
        row.getObject("id", UUID.class),
        new WebhookId(row.getObject("webhook", UUID.class)),
        WebhookEvent.valueOf(row.getString("event")),
        WebhookState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "next_at"),
        row.getObject("last_status", Integer.class),
        row.getString("last_fault"),
        instant(row, "delivered_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
