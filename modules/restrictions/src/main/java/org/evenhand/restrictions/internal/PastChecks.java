package org.evenhand.restrictions.internal;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.AuditTrail.AnswerGiven;
import org.evenhand.restrictions.internal.ContactChecks.Checked;
import org.evenhand.rules.ContactAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the answer of a past check again, from what was known at its time: the customer's row, the
 * directory and the calendar as the check saw them, whatever was learnt since (F7). A row is found
 * by the revision that the check named, not by the clock: what another call had committed by then
 * no clock can tell.
 */
@Component
public class PastChecks {

  /** Under what checks stand in the read log. */
  static final String ACT = "contactCheck";

  public static final String TYPE = "ContactCheck";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate alone;
  private final AuditTrail auditTrail;
  private final Set<String> calendarsKept = ConcurrentHashMap.newKeySet();

  PastChecks(
      JdbcTemplate jdbc, PlatformTransactionManager transactionManager, AuditTrail auditTrail) {
    this.jdbc = jdbc;
    this.alone = new TransactionTemplate(transactionManager);
    this.alone.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    this.auditTrail = auditTrail;
  }

  /**
   * A check that was put again.
   *
   * @param given the entry of the check
   * @param again the answer; null where what it rested on has been erased
   * @param same whether it is the answer that was given then
   */
  public record Recomputed(AnswerGiven given, @Nullable Checked again, boolean same) {}

  /** Logged as a read of the customer's record; empty where there was no such check. */
  public Optional<Recomputed> recompute(UUID check) {
    Optional<AnswerGiven> given =
        auditTrail.answerGiven(check).filter(answer -> answer.act().equals(ACT));
    given.ifPresent(
        g -> auditTrail.recordReadOf("contactCheckRecomputed", TYPE, check, g.person()));
    return given.map(this::recompute);
  }

  private Recomputed recompute(AnswerGiven given) {
    if (given.basis() == null) {
      return new Recomputed(given, null, false);
    }
    CheckBasis basis = CheckBasis.stored(given.basis());
    Optional<CouncilCalendar.Years> years = calendar(basis.calendar());
    Optional<DeskPerson> person = person(given.person(), basis.revision());
    if (years.isEmpty() || (basis.sure() && person.isEmpty())) {
      return new Recomputed(given, null, false);
    }
    var closed = years.get().closed();
    var directory = new DeskDirectory(basis.edition(), rows(basis.edition()), closed::workingDay);
    ContactAnswer answer = ContactChecks.answer(basis, directory, person.orElse(null), closed);
    return new Recomputed(
        given,
        ContactChecks.checked(given.id(), basis, answer, person.orElse(null)),
        given.wasThis(CanonicalAnswer.of(answer)));
  }

  private Optional<DeskPerson> person(@Nullable UUID customer, @Nullable Long revision) {
    if (customer == null || revision == null) {
      return Optional.empty();
    }
    return jdbc
        .queryForList(
            """
            select content from restrictions.front_desk_person
             where customer_id = ? and revision = ?
            union all
            select content from restrictions.front_desk_person_history
             where customer_id = ? and revision = ?
            """,
            String.class,
            customer,
            revision,
            customer,
            revision)
        .stream()
        .findFirst()
        .map(content -> StoredForm.read(content, DeskPerson.class));
  }

  private List<DeskDirectory.Row> rows(long edition) {
    return jdbc.query(
        """
        select distinct on (kind, id) kind, id, content
          from (select kind, id, content, edition from restrictions.front_desk_directory
                union all
                select kind, id, content, edition from restrictions.front_desk_directory_history) d
         where edition <= ?
         order by kind, id, edition desc
        """,
        (row, n) -> new DeskDirectory.Row(row.getString(1), row.getString(2), row.getString(3)),
        edition);
  }

  /** Once for each calendar that a release brings; not part of whatever transaction runs. */
  void keep(CouncilCalendar.Years years) {
    if (calendarsKept.contains(years.digest())) {
      return;
    }
    Date[] holidays = years.holidays().stream().map(Date::valueOf).toArray(Date[]::new);
    alone.executeWithoutResult(
        status ->
            jdbc.update(
                """
                insert into restrictions.calendar_known (digest, first_year, holidays)
                values (?, ?, ?) on conflict do nothing
                """,
                years.digest(),
                years.firstYear(),
                holidays));
    calendarsKept.add(years.digest());
  }

  private Optional<CouncilCalendar.Years> calendar(String digest) {
    return jdbc
        .query(
            "select first_year, holidays from restrictions.calendar_known where digest = ?",
            (row, n) ->
                CouncilCalendar.Years.of(
                    row.getInt(1),
                    Arrays.stream((Object[]) row.getArray(2).getArray())
                        .map(day -> LocalDate.parse(day.toString()))
                        .collect(Collectors.toCollection(TreeSet::new))),
            digest)
        .stream()
        .findFirst();
  }
}
