package org.evenhand.pluginhost.internal.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.NodeSource;
import org.evenhand.foundation.Role;
import org.evenhand.pluginhost.SigningKeyId;
import org.evenhand.pluginhost.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept about plugins by its ids, for those who may also list it. */
@Configuration(proxyBeanMethods = false)
class PluginNodes {

  private record Nodes(String type, CurrentActor currentActor, Function<UUID, Optional<?>> finder)
      implements NodeSource {
    @Override
    public Optional<?> find(UUID id) {
      return currentActor
              .get()
              .holdsAny(Role.PLUGIN_ADMINISTRATOR, Role.HEAD_OF_CUSTOMER_SERVICES, Role.AUDITOR)
          ? finder.apply(id)
          : Optional.empty();
    }
  }

  @Bean
  NodeSource signingKeyNodes(SigningKeys keys, CurrentActor currentActor) {
    return new Nodes("SigningKey", currentActor, id -> keys.find(new SigningKeyId(id)));
  }
}
