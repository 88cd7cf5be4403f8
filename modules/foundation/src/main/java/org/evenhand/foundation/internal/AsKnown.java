package org.evenhand.foundation.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Rows as they were known at an instant: from the table itself and from its history. */
final class AsKnown {

  private static final Field<OffsetDateTime> KNOWN_FROM =
      DSL.field(DSL.name("known_from"), SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<OffsetDateTime> KNOWN_UNTIL =
      DSL.field(DSL.name("known_until"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  private AsKnown() {}

  static Table<?> at(Table<?> now, Table<?> history, Instant instant) {
    OffsetDateTime then = instant.atOffset(ZoneOffset.UTC);
    return DSL.select(now.fields())
        .from(now)
        .where(KNOWN_FROM.le(then))
        .unionAll(
            DSL.select(history.fields(now.fields()))
                .from(history)
                .where(KNOWN_FROM.le(then))
                .and(KNOWN_UNTIL.gt(then)))
        .asTable(now.getName());
  }
}
