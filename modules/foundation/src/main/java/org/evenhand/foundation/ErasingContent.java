package org.evenhand.foundation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what was said or known of people while the rows stay: in a table and in its history, which
 * nothing else can change (T26). The audit trail is not touched, so it stays verifiable.
 */
@Component
public class ErasingContent {

  private final JdbcClient jdbc;

  ErasingContent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Erases the columns that the table's module declared personal.
   *
   * @param table with its schema
   * @param byColumn the column that holds one of the keys
   * @return how many rows were not erased before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int erase(String table, String byColumn, Collection<UUID> keys) {
    return keys.isEmpty()
        ? 0
        : jdbc.sql("select foundation.erase_content(?, ?, ?)")
            .param(table)
            .param(byColumn)
            .param(array(keys))
            .query(Integer.class)
            .single();
  }

  /**
   * Cuts the link to these persons that rows had by mistake, in what they said before too; the rows
   * stay somebody else's (T26, T27).
   *
   * @param column that the table's module declared a link
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cutLinks(
      String table, String column, Collection<UUID> persons, Collection<UUID> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql("select foundation.cut_links(?, ?, ?, ?)")
        .param(table)
        .param(column)
        .param(array(persons))
        .param(array(rows))
        .query((row, n) -> true)
        .single();
  }

  /**
   * What is kept here for such records: why their duties were discharged, their files with name and
   * content, and the salts of the entries about them, so that the digests say nothing any more.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void around(Collection<GlobalId> records) {
    Set<UUID> ids = records.stream().map(GlobalId::id).collect(Collectors.toSet());
    erase("foundation.duty", "subject_id", ids);
    erase("foundation.file", "owner_id", ids);
    jdbc.sql(
            """
            delete from foundation.file_chunk
             where file in (select id from foundation.file where owner_id = any(?))
            """)
        .param(array(ids))
        .update();
    jdbc.sql(
            """
            delete from foundation.audit_salt
             where entry_id in (select id from foundation.audit_entry where object_id = any(?))
            """)
        .param(array(ids))
        .update();
  }

  /** What the answers about these persons rested on: none of them can be given again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answersAbout(Collection<UUID> persons) {
    jdbc.sql(
            """
            delete from foundation.read_basis
             where id in (select object_id from foundation.audit_entry
                           where person_id = any(?) and kind = 'R' and object_id is not null)
            """)
        .param(array(persons))
        .update();
  }

  /** Of these records and persons, those about which something is still to be done. */
  public Set<UUID> withOpenDuty(Collection<UUID> ids) {
    return jdbc
        .sql(
            """
            select unnest(array[subject_id, person_id]) from foundation.duty
             where discharged_at is null and (subject_id = any(:ids) or person_id = any(:ids))
            """)
        .param("ids", array(ids))
        .query(UUID.class)
        .list()
        .stream()
        .filter(ids::contains)
        .collect(Collectors.toSet());
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.stream().distinct().toArray(UUID[]::new);
  }
}
