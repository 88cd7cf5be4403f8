package org.evenhand.pluginhost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.evenhand.foundation.FileId;
import org.evenhand.foundation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides which plugins the nodes run (P9.1). A decision is written and nothing is loaded by it;
 * each node takes it up within seconds, the one that answers at once by {@link Plugins#takeUp()}.
 */
public interface ManagingPlugins {

  /**
   * Which plugin is meant, and as it was read.
   *
   * @param expectedVersion its revision; null to be refused
   */
  record Which(UUID id, @Nullable Integer expectedVersion) {}

  /**
   * Brings a jar that was uploaded. Nothing of it is in use before it is enabled.
   *
   * <p>Refused: a file that cannot be used, a jar that does not pass ({@link PluginJarRefusal}), a
   * plugin that is installed already (PLUGIN_INSTALLED_ALREADY: that is an upgrade).
   */
  Outcome<UUID> install(FileId file, Actor by, Instant now);

  /** Takes it into use. With two-person approval not by who brought it. */
  Outcome<UUID> enable(Which which, Actor by, Instant now);

  /** Takes it out of use. What it made stays in force. */
  Outcome<UUID> disable(Which which, String reason, Actor by, Instant now);

  /**
   * Switches to a newer version: at once for whoever asks next, while calls under way finish on the
   * old one.
   *
   * <p>Refused, besides what refuses an installation: a version that is not newer
   * (PLUGIN_VERSION_NOT_NEWER), another signer without a recorded handover (PLUGIN_SIGNER_CHANGED),
   * a type gone that open work needs ({@link PluginInUseRefusal}).
   *
   * @param file null for the version that waits, staged
   */
  Outcome<UUID> upgrade(Which which, @Nullable FileId file, Actor by, Instant now);

  /** Goes back to the version before. */
  Outcome<UUID> rollback(Which which, String reason, Actor by, Instant now);

  /** Removes it; refused while open work needs it ({@link PluginInUseRefusal}). */
  Outcome<UUID> uninstall(Which which, String reason, Actor by, Instant now);

  /**
   * What another version would do to what stands; writes nothing.
   *
   * @param file the other version; null for the one that waits, or else for the one before
   */
  Outcome<PluginImpactView> impact(UUID id, @Nullable FileId file, Actor by, Instant now);

  /** What may be done with it now, by this actor. */
  List<AvailableAction> actions(UUID id, Actor by);

  Optional<PluginInstallation> find(UUID id);
}
