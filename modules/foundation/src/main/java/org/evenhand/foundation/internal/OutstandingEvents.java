package org.evenhand.foundation.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends events again whose listener never came to its end, because it failed or because the node
 * that ran it is gone: what was committed with an act reaches everybody who waits for it. A
 * listener may therefore hear of something twice. Safe on several nodes: each takes a publication
 * by marking it.
 */
@Component
public class OutstandingEvents {

  /** After so many attempts somebody has to look at it. */
  private static final int MOST_ATTEMPTS = 20;

  private final JdbcClient jdbc;
  private final ObjectProvider<FailedEventPublications> failed;
  private final Clock clock;
  private final Duration patience;
  private final boolean sweeping;

  OutstandingEvents(
      JdbcClient jdbc,
      ObjectProvider<FailedEventPublications> failed,
      Clock clock,
      @Value("${evenhand.events.patience:PT1M}") Duration patience,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.jdbc = jdbc;
    this.failed = failed;
    this.clock = clock;
    this.patience = patience;
    this.sweeping = sweeping;
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.events.first-sweep:PT5S}")
  void sweepRegularly() {
    if (sweeping) {
      sendAgain(clock.instant());
    }
  }

  /** Sends again what has been under way for longer than a listener takes. */
  public void sendAgain(Instant now) {
    jdbc.sql(
            """
            update foundation.event_publication set status = 'FAILED'
             where completion_date is null
               and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
               and coalesce(last_resubmission_date, publication_date) < :before
            """)
        .param("before", Timestamp.from(now.minus(patience)))
        .update();
    failed.ifAvailable(
        publications ->
            publications.resubmit(
                ResubmissionOptions.defaults()
                    .withFilter(event -> event.getCompletionAttempts() < MOST_ATTEMPTS)));
  }
}
