package org.evenhand.correspondence.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.correspondence.CrmRecordingView;
import org.evenhand.correspondence.internal.CrmRecordingRows.Claimed;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Officers;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.pluginhost.InstalledRecordSystem;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Ref;
import org.evenhand.spi.ResponseEntry;
import org.evenhand.spi.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands responses over to the council's record system (P4.2): claims one in a transaction, calls
 * outside any, notes in another. A node that falls in between leaves the claim behind; when that
 * has run out the record system is asked what became of the key before it is told again, so there
 * is exactly one record. An obligation is never given up: what fails is tried later and later, what
 * is refused waits for a person.
 */
@Component
public class CrmOutbox {

  private static final Logger LOG = LoggerFactory.getLogger(CrmOutbox.class);

  /** Longer than a record system may take for asking and telling together. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private static final List<Duration> LATER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private final CrmRecordingRows rows;
  private final RecordingOnTheCrm recording;
  private final PluginExtensions plugins;
  private final Customers customers;
  private final Officers officers;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final WorkingDays calendar;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final String wanted;
  private final boolean sweeping;

  CrmOutbox(
      CrmRecordingRows rows,
      RecordingOnTheCrm recording,
      PluginExtensions plugins,
      Customers customers,
      Officers officers,
      Duties duties,
      AuditTrail auditTrail,
      WorkingDays calendar,
      PlatformTransactionManager transactionManager,
      Clock clock,
      @Value("${evenhand.correspondence.record-system:}") String wanted,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.rows = rows;
    this.recording = recording;
    this.plugins = plugins;
    this.customers = customers;
    this.officers = officers;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
    this.wanted = wanted;
    this.sweeping = sweeping;
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Hands over what is due; safe to repeat and safe on several nodes. */
  public void sweep(Instant now) {
    system().ifPresent(system -> sweep(system, now));
  }

  /** As {@link #sweep(Instant)}, to this record system. */
  public void sweep(InstalledRecordSystem system, Instant now) {
    while (handOver(system, now)) {
      // The next one.
    }
  }

  /** The one that the setting names, or the only one. */
  private Optional<InstalledRecordSystem> system() {
    List<InstalledRecordSystem> all = plugins.recordSystems();
    if (wanted.isBlank()) {
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    return all.stream().filter(system -> system.id().value().equals(wanted.strip())).findFirst();
  }

  private boolean handOver(InstalledRecordSystem system, Instant now) {
    Optional<Claimed> claimed = transactions.execute(s -> rows.claim(now, CLAIM));
    if (claimed.isEmpty()) {
      return false;
    }
    CrmRecordingView row = claimed.get().view();
    Handover handover;
    try {
      var key = new IdempotencyKey("crm-" + row.id().value());
      Optional<Handover.Accepted> earlier =
          claimed.get().triedBefore() ? system.find(key) : Optional.empty();
      handover = earlier.isPresent() ? earlier.get() : system.record(entry(claimed.get()), key);
    } catch (PluginUnavailableException e) {
      LOG.warn("recording {} was not taken by {}: {}", row.id().value(), system.id(), e.code());
      Duration later = LATER.get(Math.min(row.failures(), LATER.size() - 1));
      rows.tryAgain(claimed.get(), system.id().value(), now.plus(later), true, e.code(), null);
      return true;
    }
    note(claimed.get(), system, handover, now);
    return true;
  }

  private void note(Claimed claimed, InstalledRecordSystem system, Handover handover, Instant now) {
    CrmRecordingView row = claimed.view();
    String by = system.id().value();
    transactions.executeWithoutResult(
        s -> {
          switch (handover) {
            case Handover.Accepted(String reference, Instant ignored) -> {
              if (recording.close(row, by, reference, now, ActorId.SYSTEM)) {
                audit("crmRecorded", row, now);
              }
            }
            case Handover.Rejected(String code, Texts reason) -> {
              if (rows.rejected(claimed, by, code, words(reason))) {
                audit("crmRecordingRejected", row, now);
                duties.open(
                    DutyToOpen.byDay(
                        RecordingOnTheCrm.REFUSED_BY_CRM,
                        "CrmRecording",
                        row.id().value(),
                        row.customerId(),
                        Role.HEAD_OF_CUSTOMER_SERVICES,
                        null,
                        calendar.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), 1)),
                    now);
              }
            }
            case Handover.TryLater(Duration after, Texts reason) -> {
              Duration least = LATER.getFirst();
              rows.tryAgain(
                  claimed,
                  by,
                  now.plus(after.compareTo(least) < 0 ? least : after),
                  false,
                  "TRY_LATER",
                  words(reason));
            }
          }
        });
  }

  private void audit(String act, CrmRecordingView row, Instant now) {
    auditTrail.recordSystemAct(act, "CrmRecording", row.id().value(), row.customerId(), now);
  }

  private ResponseEntry entry(Claimed claimed) {
    CrmRecordingView row = claimed.view();
    if (row.respondedAt() == null || row.channel() == null) {
      throw new IllegalStateException("what was not sent is not handed over");
    }
    Set<Ref> areas =
        claimed.serviceAreas().stream().map(Ref::serviceArea).collect(Collectors.toSet());
    return new ResponseEntry(
        customers.find(new CustomerId(row.customerId())).orElseThrow().reference(),
        row.respondedAt(),
        row.channel(),
        row.kind(),
        row.ourReference(),
        areas,
        officers.find(row.author()).map(o -> Ref.officer(o.id().value())).orElse(null));
  }

  private static @Nullable String words(Texts reason) {
    return reason.silent() ? null : reason.in("en").value();
  }
}
