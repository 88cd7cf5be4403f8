package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.sharing.SealFormat;
import org.evenhand.sharing.internal.DeliveryRows.Claimed;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.SealedArtefact;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is sealed to partners by the way that each chose (T22): claims one in a transaction,
 * calls outside any, notes in another. A node that falls in between leaves the claim behind; when
 * that has run out the other end is asked what became of the key before it is sent again. What
 * fails is tried later and later, what is refused waits for a person. However often it is tried it
 * is one disclosure, of the version that was released.
 */
@Component
public class DeliveryOutbox {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryOutbox.class);

  /** Somebody looks into what the other end did not take. */
  static final String REFUSED = "REFERRAL_DELIVERY_REFUSED";

  /** Longer than a delivery may take for asking and sending together. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private static final List<Duration> LATER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofHours(4));

  private final DeliveryRows rows;
  private final PluginExtensions plugins;
  private final DeliveryConfigurations configurations;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final WorkingDays calendar;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  DeliveryOutbox(
      DeliveryRows rows,
      PluginExtensions plugins,
      DeliveryConfigurations configurations,
      Duties duties,
      AuditTrail auditTrail,
      WorkingDays calendar,
      PlatformTransactionManager transactionManager,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.rows = rows;
    this.plugins = plugins;
    this.configurations = configurations;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
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

  /** Takes away what is due; safe to repeat and safe on several nodes. */
  public void sweep(Instant now) {
    Map<TypeId, InstalledDelivery> ways =
        plugins.deliveries().stream()
            .collect(Collectors.toMap(InstalledDelivery::id, delivery -> delivery));
    while (!ways.isEmpty() && handOver(ways, now)) {
      // The next one.
    }
  }

  private boolean handOver(Map<TypeId, InstalledDelivery> ways, Instant now) {
    Optional<Claimed> next = transactions.execute(s -> rows.claim(ways.keySet(), now, CLAIM));
    if (next.isEmpty()) {
      return false;
    }
    Claimed claimed = next.get();
    InstalledDelivery way =
        configurations.to(
            claimed.partner(), Objects.requireNonNull(ways.get(claimed.view().way())));
    Handover handover;
    try {
      var key = new IdempotencyKey("referral-" + claimed.view().id());
      Optional<Handover.Accepted> earlier =
          claimed.triedBefore() ? way.find(key) : Optional.empty();
      handover = earlier.isPresent() ? earlier.get() : way.send(sealed(claimed), key);
    } catch (PluginUnavailableException e) {
      LOG.warn("sending {} was not taken by {}: {}", claimed.view().id(), way.id(), e.code());
      rows.tryAgain(claimed, now.plus(later(claimed)), e.code(), null);
      return true;
    }
    transactions.executeWithoutResult(s -> note(claimed, handover, now));
    return true;
  }

  private void note(Claimed claimed, Handover handover, Instant now) {
    switch (handover) {
      case Handover.Accepted(String reference, Instant at) -> {
        if (rows.done(claimed, reference, at)) {
          audit("referralDelivered", claimed, now);
          duties.discharge(REFUSED, claimed.referral().value(), null, "DELIVERED", now);
        }
      }
      case Handover.Rejected(String code, Texts reason) -> {
        if (rows.rejected(claimed, code, words(reason))) {
          audit("referralDeliveryRejected", claimed, now);
          UUID person = claimed.person();
          if (person != null) {
            duties.open(
                DutyToOpen.byDay(
                    REFUSED,
                    ReferralDesk.TYPE,
                    claimed.referral().value(),
                    person,
                    Role.HEAD_OF_CUSTOMER_SERVICES,
                    null,
                    calendar.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), 1)),
                now);
          }
        }
      }
      case Handover.TryLater(Duration after, Texts reason) -> {
        Duration least = later(claimed);
        rows.tryAgain(
            claimed,
            now.plus(after.compareTo(least) < 0 ? least : after),
            "TRY_LATER",
            words(reason));
      }
    }
  }

  private static Duration later(Claimed claimed) {
    return LATER.get(Math.min(claimed.view().failures(), LATER.size() - 1));
  }

  private void audit(String act, Claimed claimed, Instant now) {
    auditTrail.recordSystemAct(
        act, ReferralDesk.TYPE, claimed.referral().value(), claimed.person(), now);
  }

  /** The name tells which version it is, and nothing about anybody. */
  private static SealedArtefact sealed(Claimed claimed) {
    boolean openPgp = claimed.format() == SealFormat.OPENPGP;
    return new SealedArtefact(
        claimed.quoted() + "-" + claimed.number() + (openPgp ? ".asc" : ".jwe"),
        openPgp ? "application/pgp-encrypted" : "application/jose",
        claimed.partner().toString(),
        claimed.sealed().getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable String words(Texts reason) {
    return reason.silent() ? null : reason.in("en").value();
  }
}
