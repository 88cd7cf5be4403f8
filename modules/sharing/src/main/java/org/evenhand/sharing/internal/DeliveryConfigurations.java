package org.evenhand.sharing.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.RecipientForm;
import org.evenhand.sharing.PartnerDeliveries;
import org.evenhand.sharing.PartnerId;
import org.evenhand.sharing.PartnerView;
import org.evenhand.sharing.Partners;
import org.evenhand.spi.Probe;
import org.evenhand.spi.Settings;
import org.evenhand.spi.TypeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Service
class DeliveryConfigurations implements PartnerDeliveries {

  private static final int LONGEST_SECRET = 10_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

  private record Version(int number, Map<String, String> texts) {}

  private record Kept(String key, String sealed) {}

  private final Partners partners;
  private final PluginExtensions plugins;
  private final KeySettings settings;
  private final JdbcClient jdbc;

  DeliveryConfigurations(
      Partners partners, PluginExtensions plugins, KeySettings settings, JdbcClient jdbc) {
    this.partners = partners;
    this.plugins = plugins;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** A way to this partner and to no other, with all that it was configured with. */
  InstalledDelivery to(PartnerId partner, InstalledDelivery way) {
    return way.recipientForm().asks() ? way.to(texts(partner, way.id())) : way;
  }

  /** The secrets among them; one that cannot be opened is missing. */
  private Map<String, String> texts(PartnerId partner, TypeId way) {
    var all = new TreeMap<>(newest(partner, way).texts());
    jdbc.sql("select key, sealed from sharing.delivery_secret where partner = ? and way = ?")
        .params(partner.value(), way.value())
        .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
        .list()
        .forEach(
            kept ->
                opened(kept, place(partner, way, kept.key()))
                    .ifPresent(secret -> all.put(kept.key(), secret)));
    return all;
  }

  private Version newest(PartnerId partner, TypeId way) {
    return jdbc.sql(
            """
            select number, settings from sharing.delivery_configuration
             where partner = ? and way = ? order by number desc limit 1
            """)
        .params(partner.value(), way.value())
        .query((row, n) -> new Version(row.getInt(1), JSON.readValue(row.getString(2), TEXTS)))
        .optional()
        .orElse(new Version(0, Map.of()));
  }

  private Optional<String> opened(Kept kept, String place) {
    return KeySafe.opened(kept.sealed(), settings.secret())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> text.startsWith(place))
        .map(text -> text.substring(place.length()));
  }

  /** Sealed with the secret: moved to another partner or key it is worth nothing. */
  private static String place(PartnerId partner, TypeId way, String key) {
    return partner.value() + "/" + way.value() + "/" + key + "\n";
  }

  @Override
  public Optional<Configured> of(PartnerView partner) {
    return way(partner)
        .filter(way -> way.recipientForm().asks())
        .map(
            way -> {
              RecipientForm form = way.recipientForm();
              Map<String, String> texts = texts(partner.id(), way.id());
              return new Configured(
                  newest(partner.id(), way.id()).number(),
                  form.settings(),
                  form.shown(texts),
                  secrets(partner.id(), way.id()),
                  form.problems(texts));
            });
  }

  private List<Secret> secrets(PartnerId partner, TypeId way) {
    return jdbc.sql(
            """
            select key, set_at, set_by from sharing.delivery_secret
             where partner = ? and way = ? order by key
            """)
        .params(partner.value(), way.value())
        .query(
            (row, n) ->
                new Secret(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    new ActorId(row.getString(3))))
        .list();
  }

  private Optional<InstalledDelivery> way(PartnerView partner) {
    return plugins.deliveries().stream()
        .filter(delivery -> delivery.id().equals(partner.delivery()))
        .findFirst();
  }

  @Override
  @Transactional
  public Outcome<PartnerView> configure(
      PartnerId partner, @Nullable Integer expectedVersion, Settings given, Actor by, Instant now) {
    return onWay(
        partner,
        way -> {
          Version before = newest(partner, way.id());
          Refusal stale = Acts.stale(expectedVersion, before.number());
          if (stale != null) {
            return List.of(stale);
          }
          Outcome<Map<String, String>> texts = way.recipientForm().texts(given);
          if (texts.refusals().isEmpty()) {
            jdbc.sql(
                    """
                    insert into sharing.delivery_configuration
                      (partner, way, number, settings, set_at, set_by)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    partner.value(),
                    way.id().value(),
                    before.number() + 1,
                    JSON.writeValueAsString(texts.orNull()),
                    Timestamp.from(now),
                    by.id().value())
                .update();
          }
          return texts.refusals();
        });
  }

  @Override
  @Transactional
  public Outcome<PartnerView> setSecret(
      PartnerId partner, String key, @Nullable String secret, Actor by, Instant now) {
    return onWay(
        partner,
        way -> {
          var reasons = new Reasons();
          reasons.addIf(!way.recipientForm().asksForSecret(key), "PLUGIN_SECRET_UNKNOWN", "key");
          if (secret != null) {
            reasons.add(Acts.text(secret, LONGEST_SECRET, "secret"));
          }
          if (!reasons.none()) {
            return reasons.refused().refusals();
          }
          jdbc.sql("delete from sharing.delivery_secret where partner = ? and way = ? and key = ?")
              .params(partner.value(), way.id().value(), key)
              .update();
          if (secret != null) {
            jdbc.sql(
                    """
                    insert into sharing.delivery_secret (partner, way, key, sealed, set_at, set_by)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    partner.value(),
                    way.id().value(),
                    key,
                    KeySafe.sealed(
                        (place(partner, way.id(), key) + secret).getBytes(StandardCharsets.UTF_8),
                        settings.secret()),
                    Timestamp.from(now),
                    by.id().value())
                .update();
          }
          return List.of();
        });
  }

  @Override
  public Outcome<PartnerView> mayTry(PartnerId partner) {
    return onWay(partner, way -> List.of());
  }

  @Override
  public Outcome<Probe> tryOut(PartnerView partner) {
    Optional<InstalledDelivery> way = way(partner);
    if (way.isEmpty()) {
      return Outcome.refused(Refusal.at("DELIVERY_NOT_CHOSEN", "partner"));
    }
    try {
      return Outcome.done(to(partner.id(), way.get()).probe());
    } catch (PluginUnavailableException e) {
      return Outcome.refused(e.refusal());
    }
  }

  /** Holds the partner's row until the act is over, so that versions count up in order. */
  private Outcome<PartnerView> onWay(
      PartnerId id, Function<InstalledDelivery, List<Refusal>> doing) {
    Optional<PartnerView> partner = partners.find(id);
    if (partner.isEmpty()) {
      return Outcome.refused(Refusal.notFound("Partner", "partner"));
    }
    Optional<InstalledDelivery> way = way(partner.get());
    if (way.isEmpty()) {
      return Outcome.refused(Refusal.at("DELIVERY_NOT_CHOSEN", "partner"));
    }
    if (!way.get().recipientForm().asks()) {
      return Outcome.refused(Refusal.at("PLUGIN_NOTHING_TO_CONFIGURE", "partner"));
    }
    jdbc.sql("select version from sharing.partner where id = ? for update")
        .param(id.value())
        .query(Integer.class)
        .single();
    List<Refusal> reasons = doing.apply(way.get());
    return reasons.isEmpty() ? Outcome.done(partner.get()) : Outcome.refused(reasons);
  }
}
