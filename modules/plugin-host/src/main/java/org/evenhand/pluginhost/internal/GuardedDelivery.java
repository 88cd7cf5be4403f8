package org.evenhand.pluginhost.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenhand.pluginhost.InstalledDelivery;
import org.evenhand.pluginhost.PluginUnavailableException;
import org.evenhand.pluginhost.RecipientForm;
import org.evenhand.spi.Delivery;
import org.evenhand.spi.Handover;
import org.evenhand.spi.IdempotencyKey;
import org.evenhand.spi.Probe;
import org.evenhand.spi.SealedArtefact;

/** A plugin's way to partners with a guard before it. */
final class GuardedDelivery extends GuardedConnector implements InstalledDelivery {

  private final Delivery plugin;
  private final RecipientForm recipientForm;
  private final Function<Map<String, String>, GuardedDelivery> toOne;

  GuardedDelivery(
      String pluginId,
      Described described,
      RecipientForm recipientForm,
      Delivery plugin,
      GuardedCalls calls,
      Supplier<Map<String, String>> configuration,
      InstantSource clock) {
    super(pluginId, "Delivery", described, calls, configuration, clock);
    this.plugin = plugin;
    this.recipientForm = recipientForm;
    this.toOne =
        recipient ->
            new GuardedDelivery(
                pluginId,
                new Described(
                    described.id(), described.name(), whole(described.form(), recipientForm)),
                new RecipientForm(List.of()),
                plugin,
                calls,
                () -> with(configuration.get(), recipientForm, recipient),
                clock);
  }

  private static ConfigurationForm whole(ConfigurationForm own, RecipientForm recipient) {
    return new ConfigurationForm(
        Stream.concat(own.settings().stream(), recipient.settings().stream()).toList());
  }

  /** What is asked of each partner is that partner's or missing, wherever else it may be told. */
  private static Map<String, String> with(
      Map<String, String> own, RecipientForm form, Map<String, String> recipient) {
    var all = new TreeMap<>(own);
    form.settings().forEach(asked -> all.put(asked.key(), recipient.getOrDefault(asked.key(), "")));
    return all;
  }

  /** Calls the plugin; anything may be thrown. */
  static Described describe(Delivery delivery) {
    return new Described(
        delivery.id(), delivery.name(), new ConfigurationForm(delivery.configuration()));
  }

  /** Calls the plugin; anything may be thrown. */
  static RecipientForm describeRecipients(Delivery delivery, Described described) {
    var form =
        new RecipientForm(new ConfigurationForm(delivery.recipientConfiguration()).settings());
    // One setting for each key, whoever is asked for it.
    whole(described.form(), form);
    return form;
  }

  @Override
  public RecipientForm recipientForm() {
    return recipientForm;
  }

  /** It is not called without a partner where it asks something of each. */
  @Override
  public InstalledDelivery to(Map<String, String> configuration) {
    return recipientForm.asks() ? toOne.apply(configuration) : this;
  }

  @Override
  public Probe probe(Map<String, String> texts) {
    toSomebody();
    return tried(texts, plugin::probe);
  }

  @Override
  public Handover send(SealedArtefact artefact, IdempotencyKey key) {
    toSomebody();
    return handOver("send", context -> plugin.send(context, artefact, key));
  }

  @Override
  public Optional<Handover.Accepted> find(IdempotencyKey key) {
    toSomebody();
    return found(context -> plugin.find(context, key));
  }

  private void toSomebody() {
    if (recipientForm.asks()) {
      throw new PluginUnavailableException(pluginId(), "PLUGIN_NOT_CONFIGURED");
    }
  }
}
