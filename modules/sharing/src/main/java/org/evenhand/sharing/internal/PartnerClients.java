package org.evenhand.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.sharing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom a machine client speaks, by record. */
@Component
class PartnerClients {

  private final JdbcClient jdbc;

  PartnerClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PartnerId> partnerOf(Actor client) {
    return partnerOf(client.id().value());
  }

  Optional<PartnerId> partnerOf(String client) {
    return jdbc.sql("select partner from sharing.partner_client where client = ?")
        .param(client)
        .query(UUID.class)
        .optional()
        .map(PartnerId::new);
  }
}
