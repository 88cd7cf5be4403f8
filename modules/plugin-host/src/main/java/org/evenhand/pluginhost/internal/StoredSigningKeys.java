package org.evenhand.pluginhost.internal;

import static org.evenhand.pluginhost.internal.jooq.Tables.SIGNING_KEY;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.SigningKeyId;
import org.evenhand.pluginhost.SigningKeyView;
import org.evenhand.pluginhost.SigningKeys;
import org.evenhand.pluginhost.internal.jooq.tables.records.SigningKeyRecord;
import org.evenhand.spi.TypeId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredSigningKeys implements SigningKeys, TrustedSigners {

  private static final int LONGEST_REASON = 2_000;
  private static final int MOST_PREFIXES = 50;

  /** Why a plugin is out of use whose signer is trusted no more. */
  private static final String SIGNER_REVOKED = "SIGNER_REVOKED";

  private final StoredPlugins plugins;
  private final DSLContext sql;

  StoredSigningKeys(StoredPlugins plugins, DSLContext sql) {
    this.plugins = plugins;
    this.sql = sql;
  }

  @Override
  public List<SigningKeyView> all() {
    return sql.selectFrom(SIGNING_KEY)
        .orderBy(SIGNING_KEY.TRUSTED_AT.desc(), SIGNING_KEY.ID.desc())
        .fetch(StoredSigningKeys::view);
  }

  @Override
  public Optional<SigningKeyView> find(SigningKeyId id) {
    return sql.selectFrom(SIGNING_KEY)
        .where(SIGNING_KEY.ID.eq(id.value()))
        .fetchOptional(StoredSigningKeys::view);
  }

  Optional<SigningKeyView> find(String thumbprint) {
    return sql.selectFrom(SIGNING_KEY)
        .where(SIGNING_KEY.THUMBPRINT.eq(thumbprint))
        .fetchOptional(StoredSigningKeys::view);
  }

  @Override
  public Standing of(Signer signer, String pluginId) {
    return find(signer.thumbprint()).map(key -> standing(key, pluginId)).orElse(Standing.UNKNOWN);
  }

  private static Standing standing(SigningKeyView key, String pluginId) {
    if (key.revokedAt() != null) {
      return Standing.REVOKED;
    }
    return key.idPrefixes().stream().anyMatch(p -> TrustedSigners.within(p, pluginId))
        ? Standing.TRUSTED
        : Standing.OTHER_PLUGINS;
  }

  @Override
  @Transactional
  public Outcome<SigningKeyView> trust(ToTrust key, Actor by, Instant now) {
    var reasons = new ArrayList<Refusal>();
    prefixes(key.idPrefixes(), reasons);
    SigningKeyId before = key.takesOverFrom();
    if (before != null) {
      handover(find(before), key.idPrefixes(), reasons);
    }
    Optional<Signer> read = Signer.read(key.certificate().getBytes(StandardCharsets.UTF_8));
    if (read.isEmpty()) {
      reasons.add(Refusal.at("CERTIFICATE_MALFORMED", "certificate"));
      return Outcome.refused(reasons);
    }
    Signer signer = read.get();
    certificate(signer, key.thumbprint(), now, reasons);
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    UUID id = Ids.next();
    sql.insertInto(SIGNING_KEY)
        .set(SIGNING_KEY.ID, id)
        .set(SIGNING_KEY.THUMBPRINT, signer.thumbprint())
        .set(SIGNING_KEY.CERTIFICATE, signer.encoded())
        .set(SIGNING_KEY.SUBJECT, signer.subject())
        .set(SIGNING_KEY.VALID_UNTIL, until(signer).atOffset(ZoneOffset.UTC))
        .set(
            SIGNING_KEY.ID_PREFIXES,
            key.idPrefixes().stream().distinct().sorted().toArray(String[]::new))
        .set(SIGNING_KEY.TAKES_OVER_FROM, before == null ? null : before.value())
        .set(SIGNING_KEY.TRUSTED_AT, now.atOffset(ZoneOffset.UTC))
        .set(SIGNING_KEY.TRUSTED_BY, by.id().value())
        .execute();
    return Outcome.done(find(new SigningKeyId(id)).orElseThrow());
  }

  private static void prefixes(List<String> prefixes, List<Refusal> reasons) {
    if (prefixes.isEmpty() || prefixes.size() > MOST_PREFIXES) {
      reasons.add(Refusal.at("ID_PREFIXES_MISSING", "idPrefixes"));
    }
    for (int i = 0; i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      if (!ArchiveChecks.isId(prefix) || TypeId.BUILT_IN.equals(prefix)) {
        reasons.add(Refusal.at("ID_PREFIX_MALFORMED", "idPrefixes", Integer.toString(i)));
      }
    }
  }

  private static void handover(
      Optional<SigningKeyView> before, List<String> prefixes, List<Refusal> reasons) {
    if (before.isEmpty()) {
      reasons.add(Refusal.notFound("SigningKey", "takesOverFrom"));
    } else if (!before.get().idPrefixes().containsAll(prefixes)) {
      reasons.add(Refusal.at("TAKES_OVER_FROM_SAME_IDS", "takesOverFrom"));
    }
  }

  private void certificate(Signer signer, String thumbprint, Instant now, List<Refusal> reasons) {
    if (!signer.thumbprint().equals(Signer.normal(thumbprint))) {
      reasons.add(Refusal.at("CERTIFICATE_THUMBPRINT_DIFFERS", "thumbprint"));
    }
    if (until(signer).isBefore(now)) {
      reasons.add(
          Refusal.at(
              "CERTIFICATE_OVER",
              Map.of("until", until(signer).atOffset(ZoneOffset.UTC).toLocalDate().toString()),
              "certificate"));
    }
    if (weak(signer.certificate().getPublicKey())) {
      reasons.add(Refusal.at("CERTIFICATE_KEY_WEAK", "certificate"));
    }
    find(signer.thumbprint())
        .ifPresent(
            known ->
                reasons.add(
                    Refusal.at(
                        known.revokedAt() == null
                            ? "CERTIFICATE_TRUSTED_ALREADY"
                            : "CERTIFICATE_REVOKED_BEFORE",
                        "certificate")));
  }

  private static boolean weak(PublicKey key) {
    return switch (key) {
      case ECKey ec -> ec.getParams().getCurve().getField().getFieldSize() < 256;
      case RSAKey rsa -> rsa.getModulus().bitLength() < 3072;
      case EdECKey ignored -> false;
      default -> true;
    };
  }

  static Instant until(Signer signer) {
    return signer.certificate().getNotAfter().toInstant();
  }

  @Override
  @Transactional
  public Outcome<SigningKeyView> revoke(SigningKeyId id, String reason, Actor by, Instant now) {
    Optional<SigningKeyView> found =
        sql.selectFrom(SIGNING_KEY)
            .where(SIGNING_KEY.ID.eq(id.value()))
            .forUpdate()
            .fetchOptional(StoredSigningKeys::view);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.notFound("SigningKey", "key"));
    }
    var reasons = new ArrayList<Refusal>();
    if (found.get().revokedAt() != null) {
      reasons.add(Refusal.at("SIGNING_KEY_REVOKED_ALREADY", "key"));
    }
    Refusal text = Acts.text(reason, LONGEST_REASON, "reason");
    if (text != null) {
      reasons.add(text);
    }
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    sql.update(SIGNING_KEY)
        .set(SIGNING_KEY.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
        .set(SIGNING_KEY.REVOKED_BY, by.id().value())
        .set(SIGNING_KEY.REVOKED_BECAUSE, reason)
        .where(SIGNING_KEY.ID.eq(id.value()))
        .execute();
    plugins
        .enabledSignedBy(found.get().thumbprint())
        .forEach(
            plugin ->
                plugins.decide(plugin, PluginDecision.DISABLED, SIGNER_REVOKED, by.id(), now));
    return Outcome.done(find(id).orElseThrow());
  }

  private static SigningKeyView view(SigningKeyRecord row) {
    UUID before = row.getTakesOverFrom();
    OffsetDateTime revoked = row.getRevokedAt();
    return new SigningKeyView(
        new SigningKeyId(row.getId()),
        row.getThumbprint(),
        row.getSubject(),
        row.getValidUntil().toInstant(),
        Arrays.asList(row.getIdPrefixes()),
        before == null ? null : new SigningKeyId(before),
        row.getTrustedAt().toInstant(),
        new ActorId(row.getTrustedBy()),
        revoked == null ? null : revoked.toInstant(),
        actor(row.getRevokedBy()),
        row.getRevokedBecause());
  }

  private static @Nullable ActorId actor(@Nullable String id) {
    return id == null ? null : new ActorId(Objects.requireNonNull(id));
  }
}
