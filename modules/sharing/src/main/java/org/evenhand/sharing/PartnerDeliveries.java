package org.evenhand.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Outcome;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How each partner is reached by the way that it chose (T22): its own server, folder, keys and
 * credentials. Nothing of one partner's is ever used for another, and without its own nothing is
 * taken to it.
 */
public interface PartnerDeliveries {

  /**
   * What is configured for one partner. A secret is never part of it.
   *
   * @param version counts up each time; 0 where nothing was configured
   * @param form what its way wants to know, in its order, secrets among them
   * @param settings as they stand, with defaults
   * @param problems what keeps it from being used, by key
   */
  record Configured(
      int version,
      List<SettingDescriptor> form,
      Settings settings,
      List<Secret> secrets,
      List<PluginProblem> problems) {}

  /** That a secret is set. */
  record Secret(String key, Instant setAt, ActorId setBy) {}

  /** Empty where the partner chose no way, its way is not there, or it asks for nothing. */
  Optional<Configured> of(PartnerView partner);

  /**
   * Configures a partner's way; counts from the next sending on. Runs inside {@code Acts}.
   *
   * <p>Refused: NOT_FOUND, DELIVERY_NOT_CHOSEN, PLUGIN_NOTHING_TO_CONFIGURE, a version that
   * differs, settings that do not fit the form.
   *
   * @param settings all of them but the secrets
   */
  Outcome<PartnerView> configure(
      PartnerId partner,
      @Nullable Integer expectedVersion,
      Settings settings,
      Actor by,
      Instant now);

  /**
   * Sets a secret, which is kept sealed and opens for this partner and key alone. Runs inside
   * {@code Acts}. Refused as above, and PLUGIN_SECRET_UNKNOWN.
   *
   * @param secret null to take it away
   */
  Outcome<PartnerView> setSecret(
      PartnerId partner, String key, @Nullable String secret, Actor by, Instant now);

  /** Whether it may be tried; nothing is tried by asking. */
  Outcome<PartnerView> mayTry(PartnerId partner);

  /** Tries it without sending anything. Call it outside any transaction, after {@link #mayTry}. */
  Outcome<Probe> tryOut(PartnerView partner);
}
