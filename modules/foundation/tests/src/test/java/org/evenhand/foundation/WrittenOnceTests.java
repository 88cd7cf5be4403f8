package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class WrittenOnceTests {

  private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

  private static final Field<String> WORD = field(name("t", "word"), SQLDataType.VARCHAR);

  private static final Field<List<String>> WORDS =
      multiset(select(WORD).from(table(name("t"))).where(WORD.ne("it's")).limit(3))
          .as("words")
          .convertFrom(rows -> rows.map(row -> row.value1()));

  @Test
  void writesWhatTheColumnWrites() {
    assertThat(SQL.renderInlined(select(WrittenOnce.field(WORDS), inline(1))))
        .isEqualTo(SQL.renderInlined(select(WORDS, inline(1))))
        .contains("'it''s'");
  }

  @Test
  void keepsTheNameByWhichARowIsRead() {
    Field<List<String>> written = WrittenOnce.field(WORDS);

    assertThat(written.getName()).isEqualTo("words");
    var row = SQL.newRecord(written);
    row.set(written, List.of("a"));
    assertThat(row.get(WORDS)).containsExactly("a");
  }

  @Test
  void refusesAColumnWithoutANameOfItsOwn() {
    assertThatIllegalArgumentException().isThrownBy(() -> WrittenOnce.field(WORD));
  }
}
