package org.evenhand.pluginhost;

import java.util.List;

/**
 * What installed plugins bring, for the module that owns each extension point (P9.1). The answer
 * never waits for a plugin and never throws.
 */
public interface PluginExtensions {

  /**
   * The restriction types of plugins that answer, ordered by plugin and type. A plugin that was
   * refused or switched off has none here: restrictions made with its types stay in force, but no
   * new one can be made.
   *
   * <p>What describes a type (id, words, natures, settings …) was read once, when it was loaded.
   * The methods that take settings call the plugin: timed, bounded, and with {@link
   * PluginUnavailableException} as the only thing they throw.
   */
  List<InstalledRestrictionType> restrictionTypes();

  /**
   * The lists of behaviours of plugins that were loaded, ordered by plugin and list. They are data
   * that was read once, so a plugin that is switched off still has them here; one that was refused
   * has none, which is not the same as naming none any more.
   */
  List<InstalledBehaviours> behaviours();

  /**
   * The record systems of plugins that answer, ordered by id (P4.2). One that is not configured is
   * among them; calls into it end with {@code PLUGIN_NOT_CONFIGURED}.
   */
  List<InstalledRecordSystem> recordSystems();

  /** The forms for referrals of plugins that answer, ordered by id (P8.2). */
  List<InstalledReferralExport> referralExports();

  /** The ways to partners of plugins that answer, ordered by id (P8.2). */
  List<InstalledDelivery> deliveries();
}
