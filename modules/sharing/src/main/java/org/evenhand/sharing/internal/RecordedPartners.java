package org.evenhand.sharing.internal;

import static org.evenhand.sharing.internal.jooq.Tables.PARTNER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKind;
import org.evenhand.sharing.PartnerRecorded;
import org.evenhand.sharing.PartnerToRecord;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.sharing.ProtocolStanding;
import org.evenhand.sharing.internal.jooq.tables.records.PartnerRecord;
import org.evenhand.spi.TypeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RecordedPartners implements Partners {

  /** A mailbox, or a place that something is sent to over an encrypted connection. */
  private static final Pattern SECURE_ADDRESS =
      Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+|(https|sftp)://[^\\s/]+\\S*");

  private static final List<ProtocolStanding> RECEIVING =
      List.of(ProtocolStanding.SIGNATORY, ProtocolStanding.RECOGNISED);

  private final PartnerRows rows;
  private final PluginExtensions plugins;
  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  RecordedPartners(
      PartnerRows rows,
      PluginExtensions plugins,
      DSLContext sql,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.plugins = plugins;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public Optional<PartnerView> find(PartnerId id) {
    return sql.selectFrom(PARTNER)
        .where(PARTNER.ID.eq(id.value()))
        .fetchOptional(RecordedPartners::view);
  }

  @Override
  public Map<PartnerId, PartnerView> find(Collection<PartnerId> ids) {
    return sql
        .selectFrom(PARTNER)
        .where(PARTNER.ID.in(ids.stream().map(PartnerId::value).toList()))
        .fetch(RecordedPartners::view)
        .stream()
        .collect(Collectors.toMap(PartnerView::id, partner -> partner));
  }

  @Override
  public Page<PartnerView> page(
      @Nullable PartnerKind kind, @Nullable LocalDate mayReceiveOn, Page.Request request) {
    Condition which = DSL.noCondition();
    if (kind != null) {
      which = which.and(PARTNER.KIND.eq(kind.name()));
    }
    if (mayReceiveOn != null) {
      which = which.and(mayReceive(mayReceiveOn));
    }
    List<PartnerView> found =
        sql.selectFrom(PARTNER)
            .where(which)
            .and(behind(request.after()))
            .orderBy(DSL.lower(PARTNER.NAME), PARTNER.ID)
            .limit(request.limit())
            .fetch(RecordedPartners::view);
    int count = sql.fetchCount(DSL.selectOne().from(PARTNER).where(which).limit(Page.MOST_COUNTED));
    return Page.of(found, request, partner -> partner.id().value(), count);
  }

  /** The same as {@link PartnerView#mayReceive}, asked of the table. */
  static Condition mayReceive(LocalDate on) {
    return PARTNER
        .STANDING
        .in(RECEIVING.stream().map(Enum::name).toList())
        .andNot(PARTNER.SANDBOX)
        .and(PARTNER.VALID_UNTIL.isNull().or(PARTNER.VALID_UNTIL.ge(on)));
  }

  private static Condition behind(@Nullable UUID after) {
    if (after == null) {
      return DSL.noCondition();
    }
    var last = PARTNER.as("last");
    return DSL.row(DSL.lower(PARTNER.NAME), PARTNER.ID)
        .gt(DSL.select(DSL.lower(last.NAME), last.ID).from(last).where(last.ID.eq(after)));
  }

  @Override
  @Transactional
  public Outcome<PartnerView> record(PartnerToRecord partner, Actor by, Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    PartnerId changed = partner.id();
    Optional<Partner> before = changed == null ? Optional.empty() : rows.findById(changed.value());
    if (changed != null && before.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Partner", "partner"));
    }
    var reasons = new Reasons();
    reasons.version(before.map(Partner::version).orElse(null), partner.expectedVersion());
    reasons.title(partner.name(), "name");
    reasons.addIf(nameTaken(partner, changed), "PARTNER_NAME_TAKEN", "name");
    reasons.optionalTitle(partner.protocolVersion(), "protocolVersion");
    reasons.optionalTitle(partner.designatedOfficer(), "designatedOfficer");
    days(partner, today, before.isEmpty(), reasons);
    String address = partner.secureAddress();
    reasons.addIf(
        address != null && (address.length() > 500 || !SECURE_ADDRESS.matcher(address).matches()),
        "SECURE_ADDRESS_MALFORMED",
        "secureAddress");
    if (partner.standing().mayReceive()) {
      needed(partner, reasons);
    }
    boolean sandbox = before.map(Partner::sandbox).orElse(Boolean.TRUE.equals(partner.sandbox()));
    reasons.addIf(
        partner.sandbox() != null && partner.sandbox() != sandbox,
        "PARTNER_SANDBOX_FIXED",
        "sandbox");
    TypeId way = partner.delivery();
    boolean known =
        way == null
            || before.filter(old -> way.value().equals(old.delivery())).isPresent()
            || plugins.deliveries().stream().anyMatch(delivery -> delivery.id().equals(way));
    if (!known) {
      reasons.add(Refusal.notFound("DeliveryWay", "delivery"));
    }
    if (!reasons.none()) {
      return reasons.refused();
    }
    Partner kept =
        rows.save(
            new Partner(
                before.map(Partner::id).orElseGet(Ids::next),
                before.map(Partner::version).orElse(null),
                partner.name(),
                partner.kind().name(),
                partner.standing().name(),
                partner.protocolVersion(),
                partner.signedOn(),
                partner.validUntil(),
                partner.designatedOfficer(),
                address,
                way == null ? null : way.value(),
                sandbox));
    var id = new PartnerId(kept.id());
    events.publishEvent(
        new PartnerRecorded(id, partner.standing(), partner.validUntil(), now, by.id()));
    return Outcome.done(find(id).orElseThrow());
  }

  private boolean nameTaken(PartnerToRecord partner, @Nullable PartnerId changed) {
    return sql.fetchExists(
        DSL.selectOne()
            .from(PARTNER)
            .where(DSL.lower(PARTNER.NAME).eq(DSL.lower(partner.name())))
            .and(changed == null ? DSL.noCondition() : PARTNER.ID.ne(changed.value())));
  }

  private static void days(
      PartnerToRecord partner, LocalDate today, boolean isNew, Reasons reasons) {
    LocalDate signed = partner.signedOn();
    LocalDate until = partner.validUntil();
    if (!reasons.day(signed, "signedOn") || !reasons.day(until, "validUntil")) {
      return;
    }
    reasons.addIf(signed != null && signed.isAfter(today), "DAY_IN_THE_FUTURE", "signedOn");
    reasons.addIf(
        signed != null && until != null && until.isBefore(signed), "DAYS_REVERSED", "validUntil");
    reasons.addIf(
        isNew && partner.standing().mayReceive() && until != null && until.isBefore(today),
        "PARTNER_LAPSED_ALREADY",
        "validUntil");
  }

  /** A hub that is recognised has signed nothing itself; all else is needed of it too. */
  private static void needed(PartnerToRecord partner, Reasons reasons) {
    boolean signs = partner.standing() == ProtocolStanding.SIGNATORY;
    reasons.addIf(
        signs && partner.protocolVersion() == null, "NEEDED_OF_SIGNATORY", "protocolVersion");
    reasons.addIf(signs && partner.signedOn() == null, "NEEDED_OF_SIGNATORY", "signedOn");
    reasons.addIf(partner.validUntil() == null, "NEEDED_OF_SIGNATORY", "validUntil");
    reasons.addIf(partner.designatedOfficer() == null, "NEEDED_OF_SIGNATORY", "designatedOfficer");
    reasons.addIf(partner.secureAddress() == null, "NEEDED_OF_SIGNATORY", "secureAddress");
  }

  static PartnerView view(PartnerRecord row) {
    return new PartnerView(
        new PartnerId(row.getId()),
        row.getVersion(),
        row.getName(),
        PartnerKind.valueOf(row.getKind()),
        ProtocolStanding.valueOf(row.getStanding()),
        row.getProtocolVersion(),
        row.getSignedOn(),
        row.getValidUntil(),
        row.getDesignatedOfficer(),
        row.getSecureAddress(),
        row.getDelivery() == null ? null : TypeId.of(row.getDelivery()),
        row.getSandbox());
  }
}
