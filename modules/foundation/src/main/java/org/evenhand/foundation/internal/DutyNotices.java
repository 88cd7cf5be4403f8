package org.evenhand.foundation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.DutyAnswers;
import org.evenhand.foundation.DutyAnswers.Answer;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNotice.Addressee;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeUrgency;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the owner of a duty when it opens or moves, on the working day before it is due, and when
 * it is overdue; takes the notices down when it is discharged.
 */
@Component
public class DutyNotices {

  /** What a notice about a duty says of it. */
  public record Told(
      UUID id,
      String kind,
      GlobalId subject,
      @Nullable UUID person,
      Role ownerRole,
      @Nullable ActorId owner,
      @Nullable ServiceAreaCode serviceArea,
      LocalDate dueOn,
      boolean atAnHour) {}

  private static final String OPEN =
      """
      select d.id, d.kind, d.subject_type, d.subject_id, d.person_id, d.owner_role, d.owner_actor,
             d.service_area_code, d.due_on,
             d.due_at < (d.due_on + 1)::timestamp at time zone 'Europe/London' as at_an_hour
        from foundation.duty d
       where d.discharged_at is null\s""";

  private static final String UNTOLD =
      """
      and not exists (select from foundation.staff_notice n
                       where n.once = :stage || '/' || d.id || '/' || d.due_on)
      order by d.due_at, d.id limit 1 for update of d skip locked
      """;

  private static final String SOON =
      OPEN
          + """
          and d.due_at > :now and d.due_on <= :until and d.opened_at < :startOfToday
          """
          + UNTOLD;

  /** What was due when it was opened is overdue from the next day; the rest once it fell due. */
  private static final String OVERDUE =
      OPEN
          + """
          and d.fell_due_at is not null and d.due_at <= :now
          and (d.due_at > d.opened_at or d.due_on < :today)
          """
          + UNTOLD;

  private final StaffNoticeBoard board;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final WorkingDays workingDays;
  private final ObjectProvider<DutyAnswers> answers;
  private final Clock clock;
  private final boolean sweeping;

  DutyNotices(
      StaffNoticeBoard board,
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager,
      WorkingDays workingDays,
      ObjectProvider<DutyAnswers> answers,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.board = board;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    this.workingDays = workingDays;
    this.answers = answers;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  /** It is there since now; at once by email if it is due today. */
  public void opened(Told duty, Instant now) {
    tell(duty, "DUTY_OPENED", !duty.dueOn().isAfter(day(now)), null, now);
  }

  /** Its day or its owner is another one: what was said before holds no longer. */
  public void moved(Told duty, Instant now) {
    board.takeDown(List.of(duty.id()), now);
    tell(duty, "DUTY_MOVED", !duty.dueOn().isAfter(day(now)), null, now);
  }

  public void discharged(List<UUID> duties, Instant now) {
    board.takeDown(duties, now);
  }

  @Scheduled(
      fixedDelayString = "${evenhand.sweeps.every:PT30S}",
      initialDelayString = "${evenhand.sweeps.every:PT30S}")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /**
   * Tells of what is due by the end of the next working day, and of what is overdue: each once for
   * its day, one in a transaction, safe to repeat and on several nodes.
   *
   * @return how many notices there were
   */
  public int sweep(Instant now) {
    LocalDate today = day(now);
    Map<String, Object> soon =
        Map.of(
            "now", Timestamp.from(now),
            "until", workingDays.plus(today, 1),
            "startOfToday", Timestamp.from(today.atStartOfDay(WorkingDays.LONDON).toInstant()));
    Map<String, Object> overdue = Map.of("now", Timestamp.from(now), "today", today);
    int told = 0;
    while (Boolean.TRUE.equals(transactions.execute(s -> one(SOON, "DUTY_DUE_SOON", soon, now)))) {
      told++;
    }
    while (Boolean.TRUE.equals(
        transactions.execute(s -> one(OVERDUE, "DUTY_OVERDUE", overdue, now)))) {
      told++;
    }
    return told;
  }

  private boolean one(String which, String stage, Map<String, Object> parameters, Instant now) {
    Optional<Told> found =
        jdbc.sql(which).param("stage", stage).params(parameters).query(DutyNotices::row).optional();
    if (found.isEmpty()) {
      return false;
    }
    Told duty = found.get();
    String once = stage + "/" + duty.id() + "/" + duty.dueOn();
    tell(duty, stage, stage.equals("DUTY_OVERDUE") && duty.atAnHour(), once, now);
    return true;
  }

  private void tell(Told duty, String code, boolean atOnce, @Nullable String once, Instant now) {
    Answer answer =
        answers
            .orderedStream()
            .map(all -> all.byKind().get(duty.kind()))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    Addressee to =
        duty.owner() != null
            ? new Addressee.Person(duty.owner())
            : new Addressee.Post(
                duty.ownerRole(),
                duty.serviceArea() == null ? Set.of() : Set.of(duty.serviceArea()));
    var values = new TreeMap<String, StaffNoticeValue>();
    values.put("duty", StaffNoticeValue.words("duty." + duty.kind()));
    values.put("due", StaffNoticeValue.day(duty.dueOn()));
    board.pin(
        new StaffNotice(
            to,
            answer == null ? StaffNoticeKind.DUTY : answer.notice(),
            code,
            values,
            duty.subject(),
            duty.person(),
            atOnce ? StaffNoticeUrgency.IMMEDIATE : StaffNoticeUrgency.DIGEST,
            answer == null ? null : answer.mutation(),
            once),
        duty.id(),
        now);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }

  private static Told row(ResultSet row, int n) throws SQLException {
    String owner = row.getString("owner_actor");
    String area = row.getString("service_area_code");
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        new GlobalId(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
        row.getObject("person_id", UUID.class),
        Role.valueOf(row.getString("owner_role")),
        owner == null ? null : new ActorId(owner),
        area == null ? null : new ServiceAreaCode(area),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("at_an_hour"));
  }
}
