package org.evenhand.appeals.internal.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.appeals.internal.OmbudsmanReads;
import org.evenhand.foundation.NodeSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What duties to an Ombudsman are about, for {@code node}: seen with the complaint. */
@Configuration(proxyBeanMethods = false)
class OmbudsmanNodes {

  private record Part(String type, Function<UUID, Optional<?>> finder) implements NodeSource {
    @Override
    public Optional<?> find(UUID id) {
      return finder.apply(id);
    }
  }

  @Bean
  NodeSource ombudsmanRequests(OmbudsmanReads reads, OmbudsmanController complaints) {
    return new Part(
        "OmbudsmanRequest",
        id ->
            complaints.seen(reads.ofRequest(id)).stream()
                .flatMap(c -> c.requests().stream())
                .filter(r -> r.id().equals(id))
                .findFirst());
  }

  @Bean
  NodeSource ombudsmanRemedies(OmbudsmanReads reads, OmbudsmanController complaints) {
    return new Part(
        "OmbudsmanRemedy",
        id ->
            complaints.seen(reads.ofRemedy(id)).stream()
                .flatMap(c -> c.remedies().stream())
                .filter(r -> r.id().equals(id))
                .findFirst());
  }
}
