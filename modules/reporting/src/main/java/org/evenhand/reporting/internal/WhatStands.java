package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.FACT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.reporting.Axis;
import org.evenhand.restrictions.StandingFaults;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes which restrictions stand with a fault and when it was put right: nobody is told of that as
 * it happens. What a late duty shows is counted by that.
 */
@Component
class WhatStands {

  private final DSLContext sql;
  private final StandingFaults standing;
  private final Facts facts;
  private final Clock clock;
  private final boolean sweeping;

  WhatStands(
      DSLContext sql,
      StandingFaults standing,
      Facts facts,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.sql = sql;
    this.standing = standing;
    this.facts = facts;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
  void lookRegularly() {
    if (sweeping) {
      look(clock.instant());
    }
  }

  private record Found(UUID restriction, UUID customer, ServiceAreaCode area, Fault fault) {
    /** The same fault of the same restriction is the same finding. */
    UUID subject() {
      return UUID.nameUUIDFromBytes(
          (restriction + "/" + fault).getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Notes what has changed since the last look; safe to repeat and on several nodes. Each note is
   * its own transaction: a draft that holds one lets nothing be noted, and should not for long.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void look(Instant now) {
    Map<UUID, Found> found = new HashMap<>();
    for (StandingFaults.Standing one : standing.all()) {
      for (Fault fault : faults(one)) {
        var finding =
            new Found(
                one.restrictionId().value(), one.customerId().value(), one.serviceArea(), fault);
        found.put(finding.subject(), finding);
      }
    }
    Set<UUID> before =
        sql.select(FACT.SUBJECT)
            .from(FACT)
            .where(FACT.KIND.eq(FactKind.FINDING.name()))
            .and(FACT.UNTIL.isNull())
            .fetchSet(FACT.SUBJECT);
    found.forEach(
        (subject, finding) -> {
          if (!before.contains(subject)) {
            facts.note(
                Note.of(Heard.FINDING, subject, now)
                    .by(finding.customer())
                    .in(finding.area())
                    .of(finding.restriction())
                    .tagged(Axis.FAULT, finding.fault().name()));
          }
        });
    before.stream()
        .filter(subject -> !found.containsKey(subject))
        .forEach(subject -> facts.note(Note.of(Heard.FINDING_MENDED, subject, now)));
  }

  /** Missing steps are told apart by what they keep out. */
  private static Set<Fault> faults(StandingFaults.Standing one) {
    Set<Fault> faults = new TreeSet<>();
    for (String code : one.faults()) {
      Fault fault = Fault.valueOf(code);
      if (fault == Fault.F1 && !one.steps().isEmpty()) {
        one.steps().forEach(step -> faults.add(Fault.ofStep(step)));
      } else {
        faults.add(fault);
      }
    }
    return faults;
  }
}
