package org.evenhandtest;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a test context use the shared PostgreSQL with Boot's own pool and migration settings. */
@Configuration(proxyBeanMethods = false)
public class SharedPostgresConfiguration {

  @Bean
  JdbcConnectionDetails sharedPostgres() {
    String url = SharedPostgres.get().getJdbcUrl("postgres", "postgres");
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "postgres";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
