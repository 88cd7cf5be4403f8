package org.evenhand.app;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The council's own PostgreSQL, where {@code evenhand.database-url} names it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${evenhand.database-url:}'.isBlank()")
class GivenDatabaseConfiguration {

  @Bean
  JdbcConnectionDetails givenConnection(
      @Value("${evenhand.database-url}") String url,
      @Value("${evenhand.database-user:}") String user,
      @Value("${evenhand.database-password:}") String password) {
    return EmbeddedPostgresConfiguration.connection(url, user, password);
  }
}
