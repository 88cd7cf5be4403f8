package org.evenhand.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.BehaviourId;
import org.evenhand.intake.BehaviourSource;
import org.evenhand.intake.ConductFamily;
import org.evenhand.pluginhost.InstalledBehaviours;
import org.evenhand.pluginhost.PluginExtensions;
import org.evenhand.pluginhost.PluginState;
import org.evenhand.pluginhost.PluginView;
import org.evenhand.pluginhost.Plugins;
import org.evenhand.pluginhost.PluginsChanged;
import org.evenhand.spi.BehaviourCode;
import org.evenhand.spi.BehaviourFamily;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies the behaviours of plugins into the core when they are installed, and retires those that a
 * plugin names no more; none is ever deleted (P7.1). A plugin that was refused says nothing: what
 * it named before stays as it is.
 */
@Component
public class BehavioursOfPlugins {

  /** Nothing of the plugin runs, which is not the same as naming no behaviour any more. */
  private static final Set<PluginState> SILENT =
      Set.of(PluginState.REFUSED, PluginState.STAGED, PluginState.DISABLED);

  static final String NO_LONGER_NAMED = "NO_LONGER_NAMED";
  static final String PLUGIN_REMOVED = "PLUGIN_REMOVED";

  private static final Logger LOG = LoggerFactory.getLogger(BehavioursOfPlugins.class);

  private final PluginExtensions extensions;
  private final Plugins plugins;
  private final StoredBehaviours stored;
  private final AuditTrail auditTrail;
  private final DSLContext sql;
  private final TransactionTemplate transactions;
  private final Clock clock;

  BehavioursOfPlugins(
      PluginExtensions extensions,
      Plugins plugins,
      StoredBehaviours stored,
      AuditTrail auditTrail,
      DSLContext sql,
      PlatformTransactionManager transactionManager,
      Clock clock) {
    this.extensions = extensions;
    this.plugins = plugins;
    this.stored = stored;
    this.auditTrail = auditTrail;
    this.sql = sql;
    this.transactions = new TransactionTemplate(transactionManager);
    this.clock = clock;
  }

  /** At the start, and whenever this node took up other plugins. */
  @EventListener({ApplicationReadyEvent.class, PluginsChanged.class})
  void takeIn() {
    Set<String> refused =
        plugins.all().stream()
            .filter(plugin -> SILENT.contains(plugin.state()))
            .map(PluginView::pluginId)
            .collect(Collectors.toSet());
    Set<String> known =
        plugins.all().stream().map(PluginView::pluginId).collect(Collectors.toSet());
    transactions.executeWithoutResult(
        ignored -> takeIn(extensions.behaviours(), known, refused, clock.instant()));
  }

  /**
   * Within a transaction, one node at a time; safe to repeat.
   *
   * @param lists what the plugins that were loaded name
   * @param known every plugin of the configuration
   * @param refused those of them that were not loaded
   */
  public void takeIn(
      Iterable<InstalledBehaviours> lists, Set<String> known, Set<String> refused, Instant now) {
    sql.query("select pg_advisory_xact_lock(7205)").execute();
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    Map<String, AddedBehaviour> before = new HashMap<>();
    stored.findBySource(BehaviourSource.PLUGIN).forEach(b -> before.put(b.code(), b));
    var named = new HashSet<String>();
    for (InstalledBehaviours list : lists) {
      for (BehaviourCode behaviour : list.behaviours()) {
        named.add(behaviour.id().value());
        NeutralWords.blame(behaviour.words(), behaviour.description())
            .ifPresentOrElse(
                word ->
                    LOG.warn(
                        "behaviour {} is not taken in: \"{}\" says what somebody is (T28)",
                        behaviour.id(),
                        word),
                () -> copy(list.pluginId(), behaviour, before.get(behaviour.id().value()), now));
      }
    }
    for (AddedBehaviour old : before.values()) {
      String plugin = Objects.requireNonNull(old.plugin());
      if (!named.contains(old.code())
          && old.retiredBecause() == null
          && !refused.contains(plugin)) {
        LocalDate lastDay = today.isBefore(old.fromDay()) ? old.fromDay() : today;
        stored.save(
            old.retired(lastDay, known.contains(plugin) ? NO_LONGER_NAMED : PLUGIN_REMOVED));
        auditTrail.recordSystemAct("behaviourRetire", "Behaviour", old.id(), null, now);
      }
    }
  }

  private void copy(
      String plugin, BehaviourCode behaviour, @Nullable AddedBehaviour before, Instant now) {
    var copied =
        new AddedBehaviour(
            before == null ? BehaviourId.next().value() : before.id(),
            before == null ? null : before.version(),
            behaviour.id().value(),
            BehaviourSource.PLUGIN,
            plugin,
            family(behaviour.family()),
            behaviour.patternOnly() || overTime(behaviour.family()),
            Objects.requireNonNull(behaviour.words().values().get("en")),
            behaviour.words().values().get("cy"),
            behaviour.description().values().get("en"),
            behaviour.description().values().get("cy"),
            Rows.names(behaviour.opens()),
            behaviour.from(),
            behaviour.until(),
            before == null ? now : before.definedAt(),
            before == null ? ActorId.SYSTEM.value() : before.definedBy(),
            null);
    if (!copied.equals(before)) {
      stored.save(copied);
      auditTrail.recordSystemAct("behaviourDefine", "Behaviour", copied.id(), null, now);
    }
  }

  /** Into which of the five neutral families it falls (T28); null for none. */
  static @Nullable ConductFamily family(BehaviourFamily family) {
    return switch (family) {
      case OFFENSIVE_CONDUCT, THREAT, ASSAULT -> ConductFamily.MANNER;
      case HARASSMENT, REPETITION -> ConductFamily.PERSISTENCE;
      case DEMANDS -> ConductFamily.DEMANDS;
      case PURSUIT -> ConductFamily.ARGUMENT;
      case NON_COOPERATION, HONESTY -> ConductFamily.COOPERATION;
      case OTHER -> null;
    };
  }

  /** Complaints and repetition are found over several contacts, whatever the plugin says (F18). */
  static boolean overTime(BehaviourFamily family) {
    return family == BehaviourFamily.REPETITION || family == BehaviourFamily.PURSUIT;
  }
}
