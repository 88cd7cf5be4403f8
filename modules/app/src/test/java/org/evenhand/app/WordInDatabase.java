package org.evenhand.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where in the whole database a word stands: in every column of every table, histories, files,
 * events and outboxes included. What was erased stands nowhere (T26).
 */
final class WordInDatabase {

  private WordInDatabase() {}

  /**
   * @return {@code schema.table.column}, each once
   */
  static List<String> standsIn(JdbcClient jdbc, String word) {
    List<Map<String, Object>> columns =
        jdbc.sql(
                """
                select c.table_schema s, c.table_name t, c.column_name c, c.data_type d
                  from information_schema.columns c
                  join information_schema.tables b using (table_schema, table_name)
                 where b.table_type = 'BASE TABLE'
                   and c.table_schema not in ('pg_catalog', 'information_schema')
                   and c.table_name <> 'flyway_history'
                 order by 1, 2, 3
                """)
            .query()
            .listOfRows();
    if (columns.size() < 300) {
      throw new AssertionError("only " + columns.size() + " columns can be looked into");
    }
    var found = new ArrayList<String>();
    for (Map<String, Object> one : columns) {
      String column = "\"" + one.get("c") + "\"";
      String holds =
          "bytea".equals(one.get("d"))
              ? "position(convert_to(:word, 'UTF8') in " + column + ") > 0"
              : column + "::text ilike '%' || :word || '%'";
      boolean there =
          jdbc.sql(
                  "select exists (select from "
                      + one.get("s")
                      + "."
                      + one.get("t")
                      + " where "
                      + holds
                      + ")")
              .param("word", word)
              .query(Boolean.class)
              .single();
      if (there) {
        found.add(one.get("s") + "." + one.get("t") + "." + one.get("c"));
      }
    }
    return found;
  }
}
