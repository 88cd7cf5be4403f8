package org.evenhand.app;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many rows stand in each table, the history included: what a refused act must not change. Of
 * the audit trail only acts are counted, for a read that was asked for is rightly logged; who was
 * seen signed in is no act either, and that a fault was kept out is counted without a name (ADR
 * 36).
 */
final class Rows {

  private static final Map<String, String> WHICH =
      Map.of("reporting.noted", "kind <> 'REFUSAL'", "reporting.fact", "kind <> 'REFUSAL'");

  private Rows() {}

  static Map<String, Long> count(JdbcTemplate jdbc) {
    var counts = new TreeMap<String, Long>();
    jdbc.queryForList(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema')
               and tablename not in ('flyway_history', 'audit_entry', 'audit_salt', 'audit_seal',
                                     'staff_seen', 'read_basis')
               and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
            """,
            String.class)
        .forEach(table -> counts.put(table, count(jdbc, table, WHICH.getOrDefault(table, "true"))));
    counts.put("acts", count(jdbc, "foundation.audit_entry", "kind = 'A'"));
    return counts;
  }

  private static Long count(JdbcTemplate jdbc, String table, String which) {
    return jdbc.queryForObject("select count(*) from " + table + " where " + which, Long.class);
  }
}
