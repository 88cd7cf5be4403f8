package org.evenhand.foundation.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The database lacks an extension that the tables need, and the owner of the migrations may not
 * create it: said before any migration, with what to run.
 */
final class ExtensionMissing extends IllegalStateException {

  /** Names that are nearly right are found by it. */
  private static final String TRIGRAMS = "pg_trgm";

  /** Not permitted; the extension's files are not there; not allowed by the provider. */
  private static final Set<String> NOT_TO_BE_HAD = Set.of("42501", "58P01", "0A000");

  private static final long serialVersionUID = 1L;

  private ExtensionMissing(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Creates what is missing. Any other trouble with the database shows at the first migration. */
  static void createIn(DataSource owner) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists " + TRIGRAMS + " with schema public");
      try (ResultSet where =
          statement.executeQuery(
              "select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                  + " where e.extname = '"
                  + TRIGRAMS
                  + "'")) {
        if (where.next() && !where.getString(1).equals("public")) {
          throw new ExtensionMissing(
              "The extension "
                  + TRIGRAMS
                  + " is in schema "
                  + where.getString(1)
                  + " of this database, and it is needed in public: alter extension "
                  + TRIGRAMS
                  + " set schema public",
              null);
        }
      }
    } catch (SQLException e) {
      if (NOT_TO_BE_HAD.contains(e.getSQLState())) {
        throw new ExtensionMissing(
            "The extension "
                + TRIGRAMS
                + " is missing in this database, and the migrations' owner may not create it: have"
                + " its administrator run \"create extension "
                + TRIGRAMS
                + " with schema public\" there once, then start again",
            e);
      }
    }
  }

  /** One clear line at the start instead of a stack. */
  static final class Analyzer extends AbstractFailureAnalyzer<ExtensionMissing> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ExtensionMissing cause) {
      return new FailureAnalysis(
          String.valueOf(cause.getMessage()),
          "Nothing was changed in the database. See ADR 10.",
          cause);
    }
  }
}
