package org.evenhand.foundation.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.WorkingDays;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.TransactionDefinition;

/** The clock, the calendar, transactions that know who acts, and a schema for each module. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MailSettings.class)
class FoundationConfiguration {

  private static final Pattern MODULE_FOLDER =
      Pattern.compile("db/migration/([a-z]+)/V[^/]*\\.sql$");

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.system(WorkingDays.LONDON);
  }

  @Bean
  WorkingDays workingDays() {
    return new WorkingDays();
  }

  @Bean
  JdbcTransactionManager transactionManager(
      DataSource dataSource, ObjectProvider<CurrentActor> currentActor, Clock clock) {
    return new ActorTransactions(
        dataSource, () -> currentActor.getObject().idOrSystem().value(), clock);
  }

  /**
   * Every module has its own schema and its own history of migrations. Foundation comes first; the
   * order of the rest does not matter, since no module's tables refer to another's.
   */
  @Bean
  FlywayMigrationStrategy oneSchemaForEachModule(JdbcConnectionDetails connection) {
    return base -> {
      var owner =
          new DriverManagerDataSource(
              Objects.requireNonNull(connection.getJdbcUrl()),
              Objects.requireNonNullElse(connection.getUsername(), ""),
              Objects.requireNonNullElse(connection.getPassword(), ""));
      ExtensionMissing.createIn(owner);
      for (String module : modulesWithTables()) {
        Flyway.configure()
            .configuration(base.getConfiguration())
            .dataSource(owner)
            .locations("classpath:db/migration/" + module)
            .schemas(module)
            .defaultSchema(module)
            .createSchemas(true)
            .table("flyway_history")
            .failOnMissingLocations(true)
            .load()
            .migrate();
        grant(owner, module);
      }
    };
  }

  private static void grant(DataSource owner, String module) {
    try (Connection connection = owner.getConnection();
        PreparedStatement grant =
            connection.prepareStatement("call foundation.grant_application(?)")) {
      grant.setString(1, module);
      grant.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the application could not be given its rights in schema " + module, e);
    }
  }

  private static List<String> modulesWithTables() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:db/migration/*/V*.sql"))
          .map(FoundationConfiguration::moduleOf)
          .distinct()
          .sorted(
              Comparator.comparing((String m) -> !m.equals("foundation"))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("the migrations cannot be read", e);
    }
  }

  private static String moduleOf(org.springframework.core.io.Resource migration) {
    try {
      Matcher matcher = MODULE_FOLDER.matcher(migration.getURL().toString());
      if (!matcher.find()) {
        throw new IllegalStateException("no module's migration: " + migration.getFilename());
      }
      return matcher.group(1);
    } catch (IOException e) {
      throw new IllegalStateException("the migrations cannot be read", e);
    }
  }

  /** Tells PostgreSQL who acts and when, so that history rows know it too. */
  private static final class ActorTransactions extends JdbcTransactionManager {

    private final transient Supplier<String> actor;
    private final transient Clock clock;

    ActorTransactions(DataSource dataSource, Supplier<String> actor, Clock clock) {
      super(dataSource);
      this.actor = actor;
      this.clock = clock;
    }

    @Override
    protected void prepareTransactionalConnection(
        Connection connection, TransactionDefinition definition) throws SQLException {
      super.prepareTransactionalConnection(connection, definition);
      if (definition.isReadOnly()) {
        return;
      }
      try (PreparedStatement settings =
          connection.prepareStatement(
              "select set_config('evenhand.actor', ?, true), set_config('evenhand.moment', ?, true)")) {
        settings.setString(1, actor.get());
        settings.setString(2, clock.instant().toString());
        settings.execute();
      }
    }
  }
}
