package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenhand.pluginhost.PluginProblem;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.spi.PluginContext;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SettingDescriptor;
import org.evenhand.spi.Settings;
import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/**
 * Calls into an extension that is configured: each gets the configuration as it stands at that
 * moment, and none is made without one that can be used.
 */
final class ConfiguredCalls {

  private static final int LONGEST_WORDS = 1_000;

  private record Context(
      InstantSource clock,
      System.Logger logger,
      Settings configuration,
      Function<String, Optional<String>> secrets)
      implements PluginContext {
    @Override
    public Optional<String> secret(String name) {
      return secrets.apply(name);
    }
  }

  private final String pluginId;
  private final TypeId extension;
  private final List<SettingDescriptor> form;
  private final GuardedCalls calls;
  private final Supplier<Map<String, String>> configuration;
  private final InstantSource clock;

  ConfiguredCalls(
      String pluginId,
      TypeId extension,
      List<SettingDescriptor> form,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    this.pluginId = pluginId;
    this.extension = extension;
    this.form = form;
    this.calls = calls;
    this.configuration = configuration;
    this.clock = clock;
  }

  List<SettingDescriptor> form() {
    return form;
  }

  List<PluginProblem> problems() {
    return ConfigurationText.read(form, configuration.get()).problems();
  }

  /** The configuration as it stands. */
  Map<String, String> texts() {
    return configuration.get();
  }

  <T> T call(String method, Function<PluginContext, T> work) {
    Callable<T> made = configured(configuration.get(), work);
    return calls.call(extension + " " + method, made);
  }

  /** As {@link #call}, for what reaches another machine. */
  <T> T handOver(String method, Function<PluginContext, T> work) {
    Callable<T> made = configured(configuration.get(), work);
    return calls.callPatiently(extension + " " + method, made);
  }

  Probe probe(Map<String, String> texts, Function<PluginContext, Probe> work) {
    Callable<Probe> made =
        configured(
            texts,
            context -> {
              Probe probe = Objects.requireNonNull(work.apply(context));
              bound(probe.message());
              return probe;
            });
    return calls.callPatiently(extension + " probe", made);
  }

  private <T> Callable<T> configured(Map<String, String> texts, Function<PluginContext, T> work) {
    ConfigurationText configured = ConfigurationText.read(form, texts);
    if (!configured.problems().isEmpty()) {
      throw new PluginUnavailableException(pluginId, "PLUGIN_NOT_CONFIGURED");
    }
    var context =
        new Context(
            clock,
            System.getLogger("plugin." + pluginId),
            configured.settings(),
            name -> Optional.ofNullable(configured.secrets().get(name)));
    return () -> work.apply(context);
  }

  /** Refuses words that are longer than the house takes. */
  static void bound(Texts texts) {
    texts.values().values().forEach(words -> bound(words.length() <= LONGEST_WORDS));
  }

  static void bound(boolean within) {
    if (!within) {
      throw new IllegalStateException("the answer is larger than the house takes");
    }
  }
}
