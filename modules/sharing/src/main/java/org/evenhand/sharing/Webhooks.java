package org.evenhand.sharing;

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
import org.jspecify.annotations.Nullable;

/**
 * Telling a partner's machine that there is something to fetch, by the Standard Webhooks
 * convention: an id, a time, a signature with each live secret. What is said holds nothing about
 * anybody; whoever does not hear it finds the same in {@code referralChanges}. A client speaks for
 * the partner that it is bound to; another's looks as if it did not exist.
 */
public interface Webhooks {

  /** A webhook with the secret that was drawn for it; null where it is not told again. */
  record WithSecret(WebhookView webhook, @Nullable String secret) {}

  /**
   * Registers where to say it, in place of where it was said before. Refused: a client that is
   * bound to no partner, an address that is not https, cannot be found, or lies inside the
   * council's own network.
   */
  Outcome<WithSecret> register(String url, Actor client, Instant now);

  /** Draws a new secret; the one before signs too for a day. */
  Outcome<WithSecret> rotate(WebhookId id, Actor client, Instant now);

  /** Says something that means nothing, to see whether it arrives. */
  Outcome<WebhookDeliveryView> test(WebhookId id, Actor client, Instant now);

  /** Says it again from the start of the schedule. Refused while it still waits. */
  Outcome<WebhookDeliveryView> redeliver(UUID delivery, Actor client, Instant now);

  /** The live one of whom the client speaks for. */
  Optional<WebhookView> of(Actor client);

  Optional<WebhookView> find(WebhookId id);

  Map<WebhookId, WebhookView> find(Collection<WebhookId> ids);

  Optional<WebhookDeliveryView> delivery(UUID id);

  /**
   * Latest first; of whom the client speaks for, or of all where an officer asks.
   *
   * @param dead only those that were given up
   */
  Page<WebhookDeliveryView> deliveries(Actor actor, boolean dead, Page.Request request);

  /** After which times something is tried again before it is given up. */
  List<Duration> schedule();
}
