package org.evenhand.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.evenhandtest.As;
import org.evenhandtest.SharedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Content that is erased where it lies, in a table with a history and in one whose rows are only
 * ever added; both stand in for any module's.
 */
class ErasingContentTests extends FoundationModuleTest {

  @Autowired ErasingContent erasing;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Duties duties;
  @Autowired AuditChain chain;

  private UUID id;
  private UUID other;

  @BeforeAll
  static void aModuleOfItsOwn() throws Exception {
    try (Connection owner = SharedPostgres.get().getPostgresDatabase().getConnection();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          drop schema if exists sample cascade;
          delete from foundation.content_column where in_schema = 'sample';
          create schema sample;
          create table sample.person (
            id uuid primary key, version int not null, code text not null, name text not null,
            name_key text not null, number text not null unique, note text, born date, blind boolean not null,
            likes text[] not null, more jsonb, known_from timestamptz, known_by text,
            check (code <> 'NOTED' or note is not null));
          call foundation.track_history('sample.person');
          create table sample.said (id uuid primary key, person uuid not null, words text not null);
          call foundation.append_only('sample.said');
          create table sample.undeclared (id uuid primary key, words text, codes text[], plain int);
          call foundation.holds_personal('sample.person',
            array['name', 'note', 'born', 'blind', 'likes', 'more'], array['name_key'], array['number']);
          call foundation.holds_no_personal('sample.person', array['code']);
          call foundation.holds_personal('sample.said', array['words']);
          call foundation.grant_application('sample');
          """);
    }
  }

  @BeforeEach
  void twoPeople() {
    id = somebody();
    other = somebody();
  }

  private UUID somebody() {
    UUID one = Ids.next();
    jdbc.update(
        """
        insert into sample.person (id, version, code, name, name_key, number, note, born, blind, likes, more)
        values (?, 0, 'NOTED', 'Wren', 'wren', ?, 'sings', '1990-01-01', true, '{tea}', '{"a": "wren"}')
        """,
        one,
        "wren " + one);
    jdbc.update("update sample.person set note = 'sings wren', version = 1 where id = ?", one);
    jdbc.update("insert into sample.said values (?, ?, 'wren said')", Ids.next(), one);
    return one;
  }

  private int erase(String table, String column) {
    return As.dataProtectionOfficer()
        .call(() -> transactions.execute(s -> erasing.erase(table, column, List.of(id))));
  }

  private List<String> whole(String table, UUID of) {
    return jdbc.queryForList(
        "select t::text from " + table + " t where t::text like '%" + of + "%'", String.class);
  }

  @Test
  @DisplayName("T26: what was said is gone from the row and from all that it said before")
  void erasedWhereverItLies() {
    assertThat(erase("sample.person", "id")).isEqualTo(1);

    assertThat(whole("sample.person", id)).hasSize(1);
    assertThat(whole("sample.person_history", id)).hasSize(2);
    for (String table : List.of("sample.person", "sample.person_history")) {
      assertThat(whole(table, id))
          .allSatisfy(
              row ->
                  assertThat(row.toLowerCase(java.util.Locale.ROOT))
                      .doesNotContain("wren", "sings", "1990", "tea")
                      .contains("[erased 2026-11-23]"));
    }
    var row = jdbc.queryForMap("select * from sample.person where id = ?", id);
    assertThat(row)
        .containsEntry("code", "NOTED")
        .containsEntry("name_key", "")
        .containsEntry("number", id.toString())
        .containsEntry("born", null)
        .containsEntry("blind", false)
        .containsEntry("version", 2)
        .containsEntry("known_by", "dpo-1");
    assertThat(row.get("erased_at")).isNotNull();
    assertThat(erase("sample.person", "id")).isZero();
  }

  @Test
  @DisplayName("T26: nobody else's row is touched")
  void nobodyElses() {
    List<String> before = whole("sample.person", other);

    erase("sample.person", "id");

    assertThat(whole("sample.person", other)).isEqualTo(before).hasSize(1);
    assertThat(whole("sample.person_history", other)).singleElement().asString().contains("Wren");
  }

  @Test
  @DisplayName("T26, F7: rows that are only ever added are erased in this way and in no other")
  void appendOnlyTables() {
    assertThat(erase("sample.said", "person")).isEqualTo(1);

    assertThat(whole("sample.said", id)).singleElement().asString().doesNotContain("wren");
    assertThat(whole("sample.said", other)).singleElement().asString().contains("wren said");
    for (String attempt :
        List.of(
            "update sample.said set words = 'x'",
            "select set_config('evenhand.erasing', 'sample.said', false); update sample.said set words = 'x'",
            "update sample.person_history set name = 'x'",
            "update foundation.content_column set personal = false",
            "insert into foundation.content_column values ('foundation', 'audit_entry', 'act', true, '''''')",
            "select foundation.erase_content('foundation.audit_entry', 'id', '{}')")) {
      assertThatThrownBy(
              () ->
                  transactions.executeWithoutResult(
                      s -> {
                        s.setRollbackOnly();
                        jdbc.execute(attempt);
                      }))
          .as(attempt)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "only ever added", "declared personal");
    }
  }

  @Test
  @DisplayName("T26: not even the owner of the tables changes what is only ever added by a setting")
  void theSettingAloneOpensNothing() throws Exception {
    try (Connection app = SharedPostgres.get().getPostgresDatabase().getConnection();
        var statement = app.createStatement()) {
      statement.execute("grant update on sample.said to evenhand_app");
      statement.execute("set role evenhand_app");
      statement.execute("select set_config('evenhand.erasing', 'sample.said', false)");

      assertThatThrownBy(() -> statement.execute("update sample.said set words = 'x'"))
          .hasMessageContaining("only ever added");

      statement.execute("reset role");
      statement.execute("revoke update on sample.said from evenhand_app");
    }
  }

  @Test
  @DisplayName("T26: it commits with the act that it is part of, or not at all")
  void onlyWithinATransaction() {
    assertThatThrownBy(() -> erasing.erase("sample.person", "id", List.of(id)))
        .isInstanceOf(IllegalTransactionStateException.class);
    transactions.executeWithoutResult(
        s -> {
          erasing.erase("sample.person", "id", List.of(id));
          s.setRollbackOnly();
        });

    assertThat(whole("sample.person", id)).singleElement().asString().contains("Wren");
  }

  @Test
  @DisplayName("T26: a text that nobody declared is named, one that is declared is not")
  void undeclaredTexts() {
    assertThat(jdbc.queryForList("select foundation.undeclared_content('sample')", String.class))
        .containsExactly("undeclared.codes", "undeclared.words");
  }

  @Test
  @DisplayName("T26: why duties about a record were discharged goes with it; the trail stays whole")
  void whatIsKeptAroundARecord() {
    As.officer("housing")
        .run(
            () ->
                transactions.executeWithoutResult(
                    s -> {
                      duties.open(
                          DutyToOpen.byDay("SAMPLE", "Thing", id, other, Role.OFFICER, null, TODAY),
                          NOW);
                      duties.discharge("SAMPLE", id, "REF wren", "Because of wren", NOW);
                    }));
    chain.seal();

    transactions.executeWithoutResult(s -> erasing.around(List.of(new GlobalId("Thing", id))));

    assertThat(duties.historyOf(id).getFirst().dischargeReason()).isEqualTo("[erased 2026-11-23]");
    assertThat(whole("foundation.duty_history", id).toString()).doesNotContain("wren");
    assertThat(chain.verify().intact()).isTrue();
  }

  @Test
  @DisplayName("T26: every text of this module is declared")
  void everyTextIsDeclared() {
    assertThat(
            jdbc.queryForList("select foundation.undeclared_content('foundation')", String.class))
        .isEmpty();
  }

  @Test
  @DisplayName("T26, T27: only declared links are cut, and the application can declare none")
  void onlyDeclaredLinks() {
    for (String attempt :
        List.of(
            "select foundation.cut_links('sample.person', 'id', '{}', '{}')",
            "insert into foundation.person_link values ('sample', 'person', 'id')")) {
      assertThatThrownBy(() -> jdbc.execute(attempt))
          .as(attempt)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "declared a link");
    }
  }

  @Test
  @DisplayName("T26: about whom something is still to be done")
  void openDuties() {
    transactions.executeWithoutResult(
        s ->
            duties.open(
                DutyToOpen.byDay("SAMPLE", "Thing", id, other, Role.OFFICER, null, TODAY), NOW));

    assertThat(erasing.withOpenDuty(List.of(id, other, Ids.next())))
        .containsExactlyInAnyOrder(id, other);
    transactions.executeWithoutResult(s -> duties.discharge("SAMPLE", id, null, null, NOW));
    assertThat(erasing.withOpenDuty(List.of(id, other))).isEmpty();
  }
}
