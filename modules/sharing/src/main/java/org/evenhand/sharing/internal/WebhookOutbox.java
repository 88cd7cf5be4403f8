package org.evenhand.sharing.internal;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.sharing.WebhookEvent;
import org.evenhand.sharing.WebhookState;
import org.evenhand.sharing.internal.WebhookRows.Claimed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says to webhooks what is due: claims one in a transaction, posts outside any, notes in another.
 * It is tried at once and then ever later, over three days; then it is given up and shown. Whoever
 * answers that it is gone for good (410) is told nothing more.
 */
@Component
public class WebhookOutbox {

  /** How long after each attempt the next one is made. */
  static final List<Duration> SCHEDULE =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final int GONE = 410;

  private final WebhookRows rows;
  private final WebhookSender sender;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  WebhookOutbox(
      WebhookRows rows,
      WebhookSender sender,
      PlatformTransactionManager transactionManager,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.rows = rows;
    this.sender = sender;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sharing.webhooks.every:PT5S}",
      initialDelayString = "${evenhand.sharing.webhooks.every:PT5S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant(), sender);
    }
  }

  /** Says what is due by this way out; safe to repeat and safe on several nodes. */
  public void sweep(Instant now, WebhookSender out) {
    while (say(now, out)) {
      // The next one.
    }
  }

  private boolean say(Instant now, WebhookSender out) {
    Optional<Claimed> next = transactions.execute(s -> rows.claim(now, CLAIM));
    if (next.isEmpty()) {
      return false;
    }
    Claimed claimed = next.get();
    String id = claimed.view().id().toString();
    String body = body(claimed);
    WebhookSender.Answer answer =
        out.post(
            URI.create(claimed.url()),
            Map.of(
                "content-type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                WebhookSecret.signatures(claimed.secrets(), id, now, body)),
            body);
    transactions.executeWithoutResult(s -> note(claimed, answer, now));
    return true;
  }

  /** That there is something, and where to go on; nothing about anybody. */
  private static String body(Claimed claimed) {
    String at = claimed.view().openedAt().toString();
    if (claimed.view().event() == WebhookEvent.TEST) {
      return "{\"type\":\"test\",\"timestamp\":\"" + at + "\",\"data\":{}}";
    }
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ByteBuffer.allocate(Long.BYTES).putLong(claimed.position() - 1).array());
    return "{\"type\":\"referral.changed\",\"timestamp\":\""
        + at
        + "\",\"data\":{\"after\":\""
        + cursor
        + "\"}}";
  }

  private void note(Claimed claimed, WebhookSender.Answer answer, Instant now) {
    switch (answer) {
      case WebhookSender.Answer.Status(int code) when code >= 200 && code < 300 ->
          rows.note(claimed, WebhookState.DONE, code, null, null, now);
      case WebhookSender.Answer.Status(int code) when code == GONE -> {
        rows.note(claimed, WebhookState.DEAD, code, "WEBHOOK_GONE", null, null);
        rows.end(claimed.view().webhook(), now);
      }
      case WebhookSender.Answer.Status(int code) ->
          failed(claimed, code, "WEBHOOK_ANSWERED_" + code, now);
      case WebhookSender.Answer.Fault(String code) -> failed(claimed, null, code, now);
    }
  }

  private void failed(Claimed claimed, @Nullable Integer status, String fault, Instant now) {
    int tried = claimed.view().attempts();
    boolean over = tried >= SCHEDULE.size();
    rows.note(
        claimed,
        over ? WebhookState.DEAD : WebhookState.OPEN,
        status,
        fault,
        over ? null : now.plus(SCHEDULE.get(tried)),
        null);
  }
}
