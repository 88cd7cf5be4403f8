package org.evenhand.pluginhost.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.pluginhost.PluginDecision;
import org.evenhand.pluginhost.PluginInstallation;

/**
 * The one table of what may be done with an installed plugin, in which state and from which seat.
 * It guards each act, and {@code availableActions} is read from it.
 */
enum PluginAct {
  ENABLE(
      "pluginEnable",
      Set.of(Role.PLUGIN_ADMINISTRATOR),
      PluginDecision.STAGED,
      PluginDecision.DISABLED),
  DISABLE(
      "pluginDisable",
      Set.of(Role.PLUGIN_ADMINISTRATOR, Role.HEAD_OF_CUSTOMER_SERVICES),
      PluginDecision.ENABLED),
  UPGRADE(
      "pluginUpgrade",
      Set.of(Role.PLUGIN_ADMINISTRATOR),
      PluginDecision.STAGED,
      PluginDecision.ENABLED,
      PluginDecision.DISABLED),
  ROLLBACK(
      "pluginRollback",
      Set.of(Role.PLUGIN_ADMINISTRATOR),
      PluginDecision.ENABLED,
      PluginDecision.DISABLED),
  UNINSTALL(
      "pluginUninstall",
      Set.of(Role.PLUGIN_ADMINISTRATOR),
      PluginDecision.STAGED,
      PluginDecision.ENABLED,
      PluginDecision.DISABLED),
  CONFIGURE("pluginConfigure", Set.of(Role.PLUGIN_ADMINISTRATOR), PluginDecision.ENABLED),
  SET_SECRET("pluginSecretSet", Set.of(Role.PLUGIN_ADMINISTRATOR), PluginDecision.ENABLED),
  TRY_CONFIGURATION(
      "pluginConfigurationTest", Set.of(Role.PLUGIN_ADMINISTRATOR), PluginDecision.ENABLED);

  private static final Set<PluginAct> ON_CONFIGURATION =
      EnumSet.of(CONFIGURE, SET_SECRET, TRY_CONFIGURATION);

  private final String mutation;
  private final Set<Role> roles;
  private final Set<PluginDecision> when;

  PluginAct(String mutation, Set<Role> roles, PluginDecision first, PluginDecision... more) {
    this.mutation = mutation;
    this.roles = Set.copyOf(roles);
    this.when = EnumSet.of(first, more);
  }

  /**
   * Every reason against it.
   *
   * @param configured whether the plugin asks for anything, as it runs
   */
  List<Refusal> refusals(
      PluginInstallation plugin, boolean configured, Actor by, boolean twoPersons) {
    var reasons = new ArrayList<Refusal>();
    Role[] may = roles.stream().sorted().toArray(Role[]::new);
    if (!by.holdsAny(may)) {
      reasons.add(AuthorityRefusal.of("PLUGIN_ROLE_MISSING", may));
    }
    if (!when.contains(plugin.decision())) {
      reasons.add(Refusal.of("PLUGIN_STATE_DIFFERS", Map.of("state", plugin.decision().name())));
    }
    if (this == ROLLBACK && plugin.previousVersion() == null) {
      reasons.add(Refusal.of("PLUGIN_NOTHING_BEFORE"));
    }
    if (ON_CONFIGURATION.contains(this)
        && plugin.decision() == PluginDecision.ENABLED
        && !configured) {
      reasons.add(Refusal.of("PLUGIN_NOTHING_TO_CONFIGURE"));
    }
    if (this == ENABLE && twoPersons && plugin.installedBy().equals(by.id())) {
      reasons.add(Refusal.of("PLUGIN_NEEDS_SECOND_PERSON"));
    }
    return reasons;
  }

  static List<AvailableAction> available(
      PluginInstallation plugin, boolean configured, Actor by, boolean twoPersons) {
    var all = new ArrayList<AvailableAction>();
    for (PluginAct act : values()) {
      all.add(
          AvailableAction.of(
              act.name(), act.mutation, act.refusals(plugin, configured, by, twoPersons), null));
    }
    return all;
  }
}
