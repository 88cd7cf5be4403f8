package org.evenhand.foundation;

import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * Computed columns whose SQL is written out once, not anew for each statement: writing the lists
 * within a case or an appeal took jOOQ longer than PostgreSQL needed to read them. Whatever such a
 * column is narrowed by has to stand in the statement around it; its own values become literals.
 */
public final class WrittenOnce {

  private static final DSLContext WRITER = DSL.using(SQLDialect.POSTGRES);

  private WrittenOnce() {}

  /** The same columns with their names, types and conversions, in the same order. */
  public static List<Field<?>> fields(Field<?>... columns) {
    return Arrays.<Field<?>>stream(columns).<Field<?>>map(WrittenOnce::field).toList();
  }

  /**
   * The same column with its name, type and conversion.
   *
   * @param column under a name of its own (<code>as</code>)
   */
  public static <T> Field<T> field(Field<T> column) {
    String named = " as \"" + column.getName() + '"';
    String select = WRITER.renderInlined(DSL.select(column));
    if (!select.startsWith("select ") || !select.endsWith(named)) {
      throw new IllegalArgumentException(column.getName() + " is not a computed column");
    }
    String text = select.substring("select ".length(), select.length() - named.length());
    return CustomField.of(column.getName(), column.getDataType(), written -> written.sql(text))
        .as(column.getName());
  }
}
