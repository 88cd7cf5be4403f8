package org.evenhand.pluginhost.internal;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PluginHostSettings.class)
class PluginHostConfiguration {

  @Bean(initMethod = "load", destroyMethod = "close")
  PluginHost pluginHost(PluginHostSettings settings, InstalledReleases releases, Clock clock) {
    return new PluginHost(settings, ArchiveLimits.USUAL, releases, clock);
  }
}
