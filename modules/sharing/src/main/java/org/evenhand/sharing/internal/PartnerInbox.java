package org.evenhand.sharing.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.PartnerMachines;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ReferralChange;
import org.evenhand.sharing.ReferralOutcome;
import org.evenhand.sharing.ReferralScopes;
import org.evenhand.sharing.ReferralTruth;
import org.evenhand.sharing.ReferralVersionId;
import org.evenhand.sharing.ReferralVersionView;
import org.evenhand.sharing.ReferralView;
import org.evenhand.sharing.RejectionCode;
import org.evenhand.sharing.VersionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PartnerInbox implements PartnerMachines {

  /** Somebody looks into what a partner did not take. */
  static final String REJECTED = "REFERRAL_REJECTED";

  private static final int MOST = 100;

  private final ReferralRows rows;
  private final ReferralDesk desk;
  private final DeliveryRows deliveries;
  private final Partners partners;
  private final PartnerClients clients;
  private final PartnerKeys keys;
  private final CouncilKeys councilKeys;
  private final AuditTrail auditTrail;
  private final Duties duties;
  private final WorkingDays calendar;
  private final JdbcClient jdbc;

  PartnerInbox(
      ReferralRows rows,
      ReferralDesk desk,
      DeliveryRows deliveries,
      Partners partners,
      PartnerClients clients,
      PartnerKeys keys,
      CouncilKeys councilKeys,
      AuditTrail auditTrail,
      Duties duties,
      WorkingDays calendar,
      JdbcClient jdbc) {
    this.rows = rows;
    this.desk = desk;
    this.deliveries = deliveries;
    this.partners = partners;
    this.clients = clients;
    this.keys = keys;
    this.councilKeys = councilKeys;
    this.auditTrail = auditTrail;
    this.duties = duties;
    this.calendar = calendar;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public Outcome<Binding> bind(PartnerId partner, String client, Actor by, Instant now) {
    var reasons = new Reasons();
    if (partners.find(partner).isEmpty()) {
      reasons.add(Refusal.notFound("Partner", "partner"));
    }
    reasons.title(client, "client");
    reasons.addIf(clients.partnerOf(client.strip()).isPresent(), "CLIENT_BOUND_ALREADY", "client");
    if (!reasons.none()) {
      return reasons.refused();
    }
    var binding = new Binding(Ids.next(), partner, client.strip());
    jdbc.sql(
            """
            insert into sharing.partner_client (id, partner, client, bound_at, bound_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            binding.id(), partner.value(), binding.client(), Timestamp.from(now), by.id().value())
        .update();
    return Outcome.done(binding);
  }

  @Override
  public Optional<Binding> binding(UUID id) {
    return jdbc.sql("select id, partner, client from sharing.partner_client where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Binding(
                    row.getObject(1, UUID.class),
                    new PartnerId(row.getObject(2, UUID.class)),
                    row.getString(3)))
        .optional();
  }

  @Override
  @Transactional
  public List<ReferralChange> changes(Actor client, long after, int most, Instant now) {
    List<ReferralChange> found =
        clients
            .partnerOf(client)
            .map(
                partner ->
                    rows.changes(
                        partner, ReferralScopes.purposes(client), after, Math.clamp(most, 1, MOST)))
            .orElse(List.of());
    List<ReferralVersionId> versions = found.stream().map(ReferralChange::versionId).toList();
    auditTrail.recordRead("referralChanges", ReferralDesk.TYPE, rows.persons(versions));
    rows.fetched(versions, now);
    return found;
  }

  @Override
  @Transactional
  public Outcome<ReferralVersionView> acknowledge(ReferralVersionId id, Actor client, Instant now) {
    Optional<ReferralVersionView> found = theirs(id, client);
    if (found.isEmpty()) {
      return unknown();
    }
    ReferralVersionView version = found.get();
    if (version.acknowledgedAt() == null) {
      rows.acknowledged(id, now);
      deliveries.notNeeded(id);
      UUID referral = version.referral().value();
      if (latest(version).number() == version.number()) {
        duties.discharge(ReferralDesk.ACKNOWLEDGEMENT, referral, null, "ACKNOWLEDGED", now);
        duties.discharge(REJECTED, referral, null, "ACKNOWLEDGED", now);
        duties.discharge(DeliveryOutbox.REFUSED, referral, null, "ACKNOWLEDGED", now);
      }
    }
    return Outcome.done(version(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<ReferralVersionView> reject(
      ReferralVersionId id, RejectionCode because, Actor client, Instant now) {
    Optional<ReferralVersionView> found = theirs(id, client);
    if (found.isEmpty()) {
      return unknown();
    }
    if (found.get().acknowledgedAt() != null) {
      return Outcome.refused(Refusal.of("VERSION_ACKNOWLEDGED_ALREADY"));
    }
    rows.rejected(id, because, now);
    ReferralView referral = rows.told(found.get().referral()).orElseThrow();
    if (!referral.synthetic()) {
      duties.open(
          DutyToOpen.byDay(
              REJECTED,
              ReferralDesk.TYPE,
              referral.id().value(),
              referral.subject().value(),
              Role.HEAD_OF_CUSTOMER_SERVICES,
              null,
              calendar.plus(today(now), 1)),
          now);
    }
    return Outcome.done(version(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<ReferralVersionView> redeliver(ReferralVersionId id, Actor client, Instant now) {
    Optional<ReferralVersionView> found = theirs(id, client);
    if (found.isEmpty()) {
      return unknown();
    }
    ReferralVersionView version = found.get();
    var reasons = new Reasons();
    reasons.addIf(version.acknowledgedAt() != null, "VERSION_ACKNOWLEDGED_ALREADY");
    reasons.addIf(
        version.kind() != VersionKind.WITHDRAWAL && version.number() != latest(version).number(),
        "VERSION_NOT_LATEST");
    Optional<PartnerKeyView> key = keys.toSealWith(version.partner(), today(now));
    reasons.addIf(key.isEmpty(), "NO_KEY_OF_PARTNER");
    if (!reasons.none()) {
      return reasons.refused();
    }
    ReferralView referral = rows.told(version.referral()).orElseThrow();
    rows.rejected(id, null, null);
    desk.send(referral, version, key.orElseThrow(), now);
    duties.discharge(REJECTED, referral.id().value(), null, "SENT_AGAIN", now);
    return Outcome.done(version(id).orElseThrow());
  }

  @Override
  @Transactional
  public Outcome<ReferralVersionView> outcome(
      ReferralVersionId id,
      ReferralOutcome outcome,
      @Nullable String reference,
      Actor client,
      Instant now) {
    Optional<ReferralVersionView> found = theirs(id, client);
    if (found.isEmpty()) {
      return unknown();
    }
    var reasons = new Reasons();
    reasons.addIf(found.get().acknowledgedAt() == null, "VERSION_NOT_ACKNOWLEDGED");
    reasons.optionalTitle(reference, "reference");
    if (!reasons.none()) {
      return reasons.refused();
    }
    rows.outcome(id, outcome, reference == null ? null : reference.strip(), now);
    return Outcome.done(version(id).orElseThrow());
  }

  @Override
  public Optional<Standing> standing(ReferralVersionId id, Actor client, Instant now) {
    Optional<ReferralVersionView> theirs = theirs(id, client);
    auditTrail.recordRead(
        "referralStatus",
        ReferralDesk.TYPE,
        theirs.isPresent() ? rows.persons(List.of(id)) : List.of());
    return theirs.map(
        version -> {
          ReferralVersionView latest = latest(version);
          LocalDate expires = rows.told(version.referral()).orElseThrow().expiresOn();
          ReferralTruth standing;
          if (latest.kind() == VersionKind.WITHDRAWAL) {
            standing = ReferralTruth.WITHDRAWN;
          } else if (latest.number() != version.number()) {
            standing = ReferralTruth.CORRECTED;
          } else {
            standing = today(now).isAfter(expires) ? ReferralTruth.EXPIRED : ReferralTruth.VALID;
          }
          return new Standing(standing, latest.number());
        });
  }

  @Override
  public Optional<ReferralVersionView> version(ReferralVersionId id) {
    return rows.version(id);
  }

  @Override
  public List<String> signingKeys() {
    return councilKeys.ofReferrals();
  }

  @Override
  public List<String> openPgpKeys() {
    return councilKeys.ofOpenPgp();
  }

  private ReferralVersionView latest(ReferralVersionView version) {
    return rows.versions(List.of(version.referral()))
        .getOrDefault(version.referral(), List.of(version))
        .getLast();
  }

  /**
   * Empty for one that does not exist, and just as empty for one that is another partner's or for a
   * purpose that the client's token does not name.
   */
  private Optional<ReferralVersionView> theirs(ReferralVersionId id, Actor client) {
    Optional<PartnerId> partner = clients.partnerOf(client);
    return rows.version(id)
        .filter(v -> partner.filter(v.partner()::equals).isPresent())
        .filter(
            v ->
                ReferralScopes.purposes(client)
                    .contains(rows.told(v.referral()).orElseThrow().purpose()));
  }

  private static <T> Outcome<T> unknown() {
    return Outcome.refused(Refusal.notFound("ReferralVersion", "referralVersion"));
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
