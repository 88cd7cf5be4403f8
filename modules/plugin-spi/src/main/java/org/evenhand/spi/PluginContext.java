package org.evenhand.spi;

import java.time.InstantSource;
import java.util.Optional;

/**
 * All that the house gives a plugin at run time. Handed in with each call that may need it, so that
 * a changed configuration counts from the next call on.
 */
public interface PluginContext {

  /** The house's clock. */
  InstantSource clock();

  /** Goes to the house's log under the plugin's id. Personal data does not belong in it. */
  System.Logger logger();

  /** This plugin's configuration, checked against its descriptors. */
  Settings configuration();

  /** A secret of this plugin, by the name a {@link SettingValue.SecretValue} holds. */
  Optional<String> secret(String name);
}
