package org.evenhand.pluginhost.internal;

import java.time.Clock;
import org.evenhand.pluginhost.PluginsChanged;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PluginHostSettings.class)
class PluginHostConfiguration {

  @Bean
  @Primary
  TrustedSigners trustedSigners(PluginHostSettings settings, StoredSigningKeys keys) {
    return new ConfiguredSigners(settings.trusted(), keys);
  }

  @Bean(initMethod = "load", destroyMethod = "close")
  PluginHost pluginHost(
      PluginHostSettings settings,
      TrustedSigners trustedSigners,
      StoredConfiguration configuration,
      InstalledReleases releases,
      StoredPlugins installed,
      NodeReports nodes,
      ApplicationEventPublisher events,
      Clock clock) {
    return new PluginHost(
        settings,
        ArchiveLimits.USUAL,
        trustedSigners,
        configuration,
        releases,
        installed,
        changed -> events.publishEvent(new PluginsChanged(changed)),
        ids -> nodes.of(ids, clock.instant()),
        clock);
  }
}
