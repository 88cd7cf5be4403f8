package org.evenhand.reporting.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.foundation.ActRefused;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Hears of acts that were refused because they would have committed a fault (F1 to F20). Who tried
 * is not noted; where, only if they head one service.
 */
@Component
class WhatWasRefused {

  private final Facts facts;

  WhatWasRefused(Facts facts) {
    this.facts = facts;
  }

  @Async
  @EventListener
  public void on(ActRefused event) {
    List<String> faults =
        event.refusals().stream()
            .map(Fault::keptOutBy)
            .flatMap(Collection::stream)
            .distinct()
            .map(Fault::name)
            .toList();
    if (!faults.isEmpty()) {
      Set<ServiceAreaCode> headed = event.actor().headedAreas();
      facts.note(
          Note.of(Heard.REFUSAL, Ids.next(), event.at())
              .in(headed.size() == 1 ? headed.iterator().next() : null)
              .tagged(Axis.FAULT, new TreeSet<>(faults)));
    }
  }
}
