package org.evenhand.reporting.internal;

import org.evenhand.reporting.FactKeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes all facts again when the application is started with {@code evenhand.reporting.rebuild}.
 */
@Component
@ConditionalOnProperty(name = "evenhand.reporting.rebuild", havingValue = "true")
class RebuildAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(RebuildAtStart.class);

  private final FactKeeping facts;

  RebuildAtStart(FactKeeping facts) {
    this.facts = facts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void rebuild() {
    LOG.info("{} facts were made again", facts.rebuild());
  }
}
