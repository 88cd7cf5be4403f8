package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Quarter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** T26: nothing that reporting keeps has to be erased with anybody's record (ADR 41). */
class NoPersonalContentTests extends ReportingModuleTest {

  @Test
  @DisplayName("T26: every text of this module is declared, and none as personal")
  void everyTextIsDeclaredAndNoneIsPersonal() {
    assertThat(
            jdbc.sql("select foundation.undeclared_content('reporting')")
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            jdbc.sql(
                    "select in_table || '.' || in_column from foundation.content_column"
                        + " where in_schema = 'reporting' and personal")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  @DisplayName("T26: a note takes codes and no words, whatever sends them")
  void tagsAreCodes() {
    Note note = Note.of(Heard.INCIDENT, UUID.randomUUID(), NOW).in(area);

    assertThatThrownBy(() -> facts.note(note.tagged(Axis.BEHAVIOUR, "He shouted at her")))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("codes_only");
    assertThat(figures.measured(Quarter.of(TODAY), HOFCS, TODAY))
        .noneMatch(f -> area.equals(f.serviceArea()));
    facts.note(note.tagged(Axis.TYPE, "evenhand.time-slot"));
  }
}
