package org.evenhandtest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row that names somebody or something, word for word, the duties about them included, and
 * how many acts were done about them: what an act that was refused or forbidden must leave as it
 * was. Of the audit trail only acts count, for a read that was asked for is rightly logged.
 */
public final class Written {

  private Written() {}

  /**
   * Compared before and after.
   *
   * @param schemas where to look
   * @param named ids or codes
   * @return sorted, one line a row, with its table before it; never empty, so that comparing it
   *     says something
   */
  public static List<String> about(JdbcClient jdbc, List<String> schemas, List<?> named) {
    String any = String.join("|", named.stream().map(Object::toString).toList());
    var rows = new ArrayList<String>();
    jdbc.sql(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where (schemaname = any(:schemas) or (schemaname, tablename) = ('foundation', 'duty'))
               and tablename not like 'audit%'
               and tablename not in ('flyway_history', 'staff_seen', 'read_basis')
               and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
            """)
        .param("schemas", schemas.toArray(String[]::new))
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.addAll(
                    jdbc.sql(
                            "select '"
                                + table
                                + " ' || t::text from "
                                + table
                                + " t where t::text ~ :any")
                        .param("any", any)
                        .query(String.class)
                        .list()));
    if (rows.isEmpty()) {
      throw new AssertionError("nothing at all is on record about " + any);
    }
    rows.add(
        "acts "
            + jdbc.sql(
                    """
                    select count(*) from foundation.audit_entry
                     where kind = 'A' and (person_id = any(:ids) or object_id = any(:ids))
                    """)
                .param("ids", named.stream().filter(UUID.class::isInstance).toArray(UUID[]::new))
                .query(Long.class)
                .single());
    return rows.stream().sorted().toList();
  }
}
