package org.evenhand.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.evenhandtest.SharedPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that somebody else administers lets the start fail with one clear line, or works. */
class ExtensionMissingTests {

  @Test
  @DisplayName("Without the right to create it: the line says what the administrator runs")
  void saysWhatToRun() throws SQLException {
    EmbeddedPostgres postgres = SharedPostgres.get();
    run(postgres.getPostgresDatabase(), "create role poor login password 'poor'");
    run(postgres.getPostgresDatabase(), "create database given");
    DataSource administrator = postgres.getDatabase("postgres", "given");
    DataSource poor =
        new DriverManagerDataSource(postgres.getJdbcUrl("poor", "given"), "poor", "poor");

    assertThatThrownBy(() -> ExtensionMissing.createIn(poor))
        .isInstanceOf(ExtensionMissing.class)
        .hasMessageContaining("create extension pg_trgm with schema public")
        .satisfies(
            e ->
                assertThat(new ExtensionMissing.Analyzer().analyze(e).getDescription())
                    .isEqualTo(e.getMessage()));

    run(administrator, "create schema elsewhere");
    run(administrator, "create extension pg_trgm with schema elsewhere");
    assertThatThrownBy(() -> ExtensionMissing.createIn(poor))
        .hasMessageContaining("alter extension pg_trgm set schema public");

    run(administrator, "alter extension pg_trgm set schema public");
    ExtensionMissing.createIn(poor);
  }

  private static void run(DataSource on, String statement) throws SQLException {
    try (Connection connection = on.getConnection();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
