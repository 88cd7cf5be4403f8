package org.evenhand.sharing.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.ReferralScopes;
import org.evenhand.sharing.WebhookDeliveryView;
import org.evenhand.sharing.WebhookEvent;
import org.evenhand.sharing.WebhookId;
import org.evenhand.sharing.WebhookState;
import org.evenhand.sharing.WebhookView;
import org.evenhand.sharing.Webhooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WebhookDesk implements Webhooks {

  private static final Duration BOTH_SECRETS = Duration.ofDays(1);

  private final WebhookRows rows;
  private final PartnerClients clients;
  private final WebhookSender sender;

  WebhookDesk(WebhookRows rows, PartnerClients clients, WebhookSender sender) {
    this.rows = rows;
    this.clients = clients;
    this.sender = sender;
  }

  @Override
  @Transactional
  public Outcome<WithSecret> register(String url, Actor client, Instant now) {
    Optional<PartnerId> partner = clients.partnerOf(client);
    var reasons = new Reasons();
    reasons.addIf(partner.isEmpty(), "CLIENT_NOT_BOUND");
    against(url).ifPresent(code -> reasons.addIf(true, code, "url"));
    if (!reasons.none()) {
      return reasons.refused();
    }
    WebhookSecret secret = WebhookSecret.drawn();
    WebhookId id =
        rows.register(
            partner.orElseThrow(),
            url.strip(),
            ReferralScopes.purposes(client),
            secret,
            client.id(),
            now);
    return Outcome.done(new WithSecret(find(id).orElseThrow(), secret.text()));
  }

  private Optional<String> against(String url) {
    try {
      return sender.refusal(URI.create(url.strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.of("WEBHOOK_URL_MALFORMED");
    }
  }

  @Override
  @Transactional
  public Outcome<WithSecret> rotate(WebhookId id, Actor client, Instant now) {
    if (theirs(id, client).isEmpty()) {
      return unknown("Webhook", "webhook");
    }
    WebhookSecret secret = WebhookSecret.drawn();
    rows.rotate(id, secret, now.plus(BOTH_SECRETS));
    return Outcome.done(new WithSecret(find(id).orElseThrow(), secret.text()));
  }

  @Override
  @Transactional
  public Outcome<WebhookDeliveryView> test(WebhookId id, Actor client, Instant now) {
    if (theirs(id, client).isEmpty()) {
      return unknown("Webhook", "webhook");
    }
    return Outcome.done(delivery(rows.open(id, WebhookEvent.TEST, 0, now)).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<WebhookDeliveryView> redeliver(UUID delivery, Actor client, Instant now) {
    Optional<WebhookDeliveryView> found =
        delivery(delivery).filter(one -> theirs(one.webhook(), client).isPresent());
    if (found.isEmpty()) {
      return unknown("WebhookDelivery", "delivery");
    }
    WebhookState state = found.get().state();
    if (state == WebhookState.OPEN || state == WebhookState.FAILING) {
      return Outcome.refused(Refusal.of("WEBHOOK_DELIVERY_WAITS"));
    }
    rows.again(delivery, now);
    return Outcome.done(delivery(delivery).orElseThrow());
  }

  @Override
  public Optional<WebhookView> of(Actor client) {
    return clients.partnerOf(client).flatMap(rows::live);
  }

  @Override
  public Optional<WebhookView> find(WebhookId id) {
    return Optional.ofNullable(rows.find(List.of(id)).get(id));
  }

  @Override
  public Map<WebhookId, WebhookView> find(Collection<WebhookId> ids) {
    return rows.find(ids);
  }

  @Override
  public Optional<WebhookDeliveryView> delivery(UUID id) {
    return rows.delivery(id);
  }

  @Override
  public Page<WebhookDeliveryView> deliveries(Actor actor, boolean dead, Page.Request request) {
    if (!actor.holds(Role.INTEGRATOR)) {
      return rows.page(null, dead, request);
    }
    return clients
        .partnerOf(actor)
        .map(partner -> rows.page(partner, dead, request))
        .orElseGet(() -> Page.of(List.of(), request, WebhookDeliveryView::id, 0));
  }

  @Override
  public List<Duration> schedule() {
    return WebhookOutbox.SCHEDULE;
  }

  /** Their live one; what has ended is as if it were not there. */
  private Optional<WebhookView> theirs(WebhookId id, Actor client) {
    return of(client).filter(webhook -> webhook.id().equals(id));
  }

  private static <T> Outcome<T> unknown(String type, String path) {
    return Outcome.refused(Refusal.notFound(type, path));
  }
}
