package org.evenhand.sharing.internal;

import static org.evenhand.sharing.internal.jooq.Tables.PARTNER;
import static org.evenhand.sharing.internal.jooq.Tables.PARTNER_KEY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Warning;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.sharing.KeyUse;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerKeyId;
import org.evenhand.sharing.PartnerKeyToAdd;
import org.evenhand.sharing.PartnerKeyView;
import org.evenhand.sharing.PartnerKeys;
import org.evenhand.sharing.SealFormat;
import org.evenhand.sharing.internal.jooq.tables.records.PartnerKeyRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptPartnerKeys implements PartnerKeys {

  private static final int MOST_YEARS = 3;
  private static final int LONGEST_REASON = 2_000;

  private final DSLContext sql;
  private final CouncilKeys councilKeys;

  KeptPartnerKeys(DSLContext sql, CouncilKeys councilKeys) {
    this.sql = sql;
    this.councilKeys = councilKeys;
  }

  @Override
  public Optional<PartnerKeyView> find(PartnerKeyId id) {
    return sql.selectFrom(PARTNER_KEY)
        .where(PARTNER_KEY.ID.eq(id.value()))
        .fetchOptional(KeptPartnerKeys::view);
  }

  @Override
  public Map<PartnerId, List<PartnerKeyView>> of(Collection<PartnerId> partners) {
    return sql
        .selectFrom(PARTNER_KEY)
        .where(PARTNER_KEY.PARTNER.in(partners.stream().map(PartnerId::value).toList()))
        .orderBy(PARTNER_KEY.VALID_FROM.desc(), PARTNER_KEY.ID.desc())
        .fetch(KeptPartnerKeys::view)
        .stream()
        .collect(Collectors.groupingBy(PartnerKeyView::partner));
  }

  @Override
  public Optional<PartnerKeyView> toSealWith(PartnerId partner, LocalDate on) {
    return of(List.of(partner)).getOrDefault(partner, List.of()).stream()
        .filter(key -> key.use() == KeyUse.ENCRYPTION && key.usable(on))
        .findFirst();
  }

  @Override
  @Transactional
  public Outcome<PartnerKeyView> add(PartnerKeyToAdd key, Actor by, Instant now) {
    LocalDate today = today(now);
    Optional<UUID> partner =
        sql.select(PARTNER.ID)
            .from(PARTNER)
            .where(PARTNER.ID.eq(key.partner().value()))
            .forUpdate()
            .fetchOptional(PARTNER.ID);
    if (partner.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Partner", "partner"));
    }
    var reasons = new Reasons();
    days(key, today, reasons);
    Outcome<PublicKey> read = PublicKey.read(key.publicKey(), key.use(), now);
    read.refusals().forEach(reasons::add);
    PublicKey publicKey = read.orNull();
    if (publicKey != null) {
      reasons.addIf(
          !publicKey.isReadOutAs(key.thumbprint()), "KEY_THUMBPRINT_DIFFERS", "thumbprint");
      LocalDate last = publicKey.lastDay();
      reasons.addIf(
          last != null && key.until().isAfter(last),
          "KEY_EXPIRES_EARLIER",
          Map.of("until", String.valueOf(last)),
          "until");
      reasons.addIf(nameTaken(key.partner(), publicKey), "KEY_NAME_TAKEN", "publicKey");
      reasons.addIf(known(publicKey), "KEY_IN_USE", "publicKey");
    }
    if (!reasons.none() || publicKey == null) {
      return reasons.refused();
    }
    if (publicKey.format() == SealFormat.OPENPGP) {
      // What it will be signed with is to be had before the first message comes.
      councilKeys.forOpenPgp();
    }
    UUID id = Ids.next();
    sql.insertInto(PARTNER_KEY)
        .set(PARTNER_KEY.ID, id)
        .set(PARTNER_KEY.PARTNER, key.partner().value())
        .set(PARTNER_KEY.KEY_ID, publicKey.keyId())
        .set(PARTNER_KEY.KEY_USE, key.use().name())
        .set(PARTNER_KEY.FORMAT, publicKey.format().name())
        .set(PARTNER_KEY.ALGORITHM, publicKey.algorithm())
        .set(PARTNER_KEY.PUBLIC_KEY, publicKey.text())
        .set(PARTNER_KEY.THUMBPRINT, publicKey.thumbprint())
        .set(PARTNER_KEY.VALID_FROM, key.from())
        .set(PARTNER_KEY.VALID_UNTIL, key.until())
        .set(PARTNER_KEY.ADDED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PARTNER_KEY.ADDED_BY, by.id().value())
        .execute();
    return Outcome.done(find(new PartnerKeyId(id)).orElseThrow());
  }

  private static void days(PartnerKeyToAdd key, LocalDate today, Reasons reasons) {
    if (!reasons.day(key.from(), "from") || !reasons.day(key.until(), "until")) {
      return;
    }
    if (key.until().isBefore(key.from())) {
      reasons.addIf(true, "DAYS_REVERSED", "until");
      return;
    }
    reasons.addIf(key.until().isBefore(today), "KEY_OVER", "until");
    reasons.addIf(
        key.until().isAfter(key.from().plusYears(MOST_YEARS)),
        "KEY_VALID_TOO_LONG",
        Map.of("years", Integer.toString(MOST_YEARS)),
        "until");
  }

  private boolean nameTaken(PartnerId partner, PublicKey key) {
    return sql.fetchExists(
        DSL.selectOne()
            .from(PARTNER_KEY)
            .where(PARTNER_KEY.PARTNER.eq(partner.value()), PARTNER_KEY.KEY_ID.eq(key.keyId())));
  }

  /** A key that two partners share would let one read what is for the other. */
  private boolean known(PublicKey key) {
    return sql.fetchExists(
        DSL.selectOne().from(PARTNER_KEY).where(PARTNER_KEY.THUMBPRINT.eq(key.thumbprint())));
  }

  @Override
  @Transactional
  public Outcome<PartnerKeyView> retire(PartnerKeyId id, String reason, Actor by, Instant now) {
    Optional<PartnerKeyView> found =
        sql.selectFrom(PARTNER_KEY)
            .where(PARTNER_KEY.ID.eq(id.value()))
            .forUpdate()
            .fetchOptional(KeptPartnerKeys::view);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("PartnerKey", "key"));
    }
    PartnerKeyView key = found.get();
    var reasons = new Reasons();
    reasons.addIf(key.retiredAt() != null, "KEY_RETIRED_ALREADY", "key");
    reasons.add(Acts.text(reason, LONGEST_REASON, "reason"));
    if (!reasons.none()) {
      return reasons.refused();
    }
    sql.update(PARTNER_KEY)
        .set(PARTNER_KEY.RETIRED_AT, now.atOffset(ZoneOffset.UTC))
        .set(PARTNER_KEY.RETIRED_BY, by.id().value())
        .set(PARTNER_KEY.RETIRED_BECAUSE, reason)
        .where(PARTNER_KEY.ID.eq(id.value()))
        .execute();
    boolean nothingLeft =
        key.use() == KeyUse.ENCRYPTION && toSealWith(key.partner(), today(now)).isEmpty();
    return Outcome.done(
        find(id).orElseThrow(),
        nothingLeft ? List.of(Warning.of("NO_KEY_TO_SEAL_WITH")) : List.of());
  }

  private static LocalDate today(Instant now) {
    return now.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static PartnerKeyView view(PartnerKeyRecord row) {
    return new PartnerKeyView(
        new PartnerKeyId(row.getId()),
        new PartnerId(row.getPartner()),
        row.getKeyId(),
        KeyUse.valueOf(row.getKeyUse()),
        SealFormat.valueOf(row.getFormat()),
        row.getAlgorithm(),
        row.getPublicKey(),
        row.getThumbprint(),
        row.getValidFrom(),
        row.getValidUntil(),
        row.getAddedAt().toInstant(),
        new ActorId(row.getAddedBy()),
        instant(row.getRetiredAt()),
        row.getRetiredBy() == null ? null : new ActorId(row.getRetiredBy()),
        row.getRetiredBecause());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
