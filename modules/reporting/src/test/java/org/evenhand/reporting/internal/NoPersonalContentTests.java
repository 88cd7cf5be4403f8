package org.evenhand.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Quarter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/**
 * T26: nothing that reporting keeps has to be erased with a customer's record. Figures keep ids and
 * codes; whatever can hold words is written by staff about the council's work and is listed here.
 * Whoever adds a column that can hold words says in this list what it holds.
 */
class NoPersonalContentTests extends ReportingModuleTest {

  private static final Map<String, String> CAN_HOLD_WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("noted", "kind service_area tags: codes"),
              Map.entry("fact", "kind service_area tags: codes"),
              Map.entry("tally", "kind service_area tag: codes"),
              Map.entry("person_tally", "kind service_area: codes"),
              Map.entry("people_tally", "kind service_area: codes"),
              Map.entry("member_form", "content digest: rounded numbers"),
              Map.entry("report_document", "format: a code"),
              Map.entry(
                  "quarterly_report",
                  "commentary content digest drafted_by equality policy_label published_by"
                      + " review_words reviewed_by status: numbers, and words about the council"),
              Map.entry("presentation", "recorded_by to_whom: before whom a report was"),
              Map.entry(
                  "recommendation",
                  "closed_by closing_words made_by owner_role result service_area words: what the"
                      + " council is to do"),
              Map.entry(
                  "service_return",
                  "provider service_area submitted_by words: about a quarter of a service"),
              Map.entry(
                  "training_session", "attended kind recorded_by service_area title: staff only"),
              Map.entry("policy_acceptance", "actor: staff only"),
              Map.entry("interest", "actor kind: staff only, and the id of a record")));

  @Test
  @DisplayName("T26: no column can hold words about a customer; a new one must be accounted for")
  void noColumnHoldsWordsAboutACustomer() {
    var found = new TreeMap<String, String>();
    jdbc.sql(
            """
            select c.relname, string_agg(a.attname, ' ' order by a.attname)
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
              join pg_type t on t.oid = a.atttypid
             where c.relnamespace = 'reporting'::regnamespace and a.attnum > 0
               and not a.attisdropped and c.relname <> 'flyway_history'
               and coalesce((select e.typname from pg_type e where e.oid = t.typelem), t.typname)
                   not in ('uuid', 'date', 'timestamptz', 'bool', 'int2', 'int4', 'int8')
             group by 1
            """)
        .query(
            row -> {
              found.put(row.getString(1), row.getString(2));
            });
    var listed = new TreeMap<String, String>();
    CAN_HOLD_WORDS.forEach((table, columns) -> listed.put(table, columns.split(":")[0]));

    assertThat(found).isEqualTo(listed);
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
