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
      PluginDecision.DISABLED);

  private final String mutation;
  private final Set<Role> roles;
  private final Set<PluginDecision> when;

  PluginAct(String mutation, Set<Role> roles, PluginDecision first, PluginDecision... more) {
    this.mutation = mutation;
    this.roles = Set.copyOf(roles);
    this.when = EnumSet.of(first, more);
  }

  /** Every reason against it. */
  List<Refusal> refusals(PluginInstallation plugin, Actor by, boolean twoPersons) {
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
    if (this == ENABLE && twoPersons && plugin.installedBy().equals(by.id())) {
      reasons.add(Refusal.of("PLUGIN_NEEDS_SECOND_PERSON"));
    }
    return reasons;
  }

  static List<AvailableAction> available(PluginInstallation plugin, Actor by, boolean twoPersons) {
    var all = new ArrayList<AvailableAction>();
    for (PluginAct act : values()) {
      all.add(
          AvailableAction.of(act.name(), act.mutation, act.refusals(plugin, by, twoPersons), null));
    }
    return all;
  }
}
