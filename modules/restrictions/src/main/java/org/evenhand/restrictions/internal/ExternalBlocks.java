package org.evenhand.restrictions.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AuditTrail;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.CustomerId;
import org.evenhand.intake.Customers;
import org.evenhand.restrictions.RestrictionStatus;
import org.evenhand.restrictions.internal.ExternalBlock.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compares what other systems say that they block with the register, run by run (F9, question 32):
 * a block without a restriction, one that outlived its restriction, a restriction without its
 * block. Each is somebody's to put right, until a later run no longer finds it.
 */
@Component
public class ExternalBlocks {

  public static final String TYPE = "ExternalBlock";

  /** What one call may bring. */
  static final int MOST = 500;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_WHAT = 500;
  private static final int WORKING_DAYS = 2;

  private static final String BLOCKS =
      """
      select b.run_id, b.subject, r.system, b.finding, b.reference, b.what, b.since, b.customer_id,
             b.restriction_id
        from restrictions.external_block b
        join restrictions.external_block_run r on r.id = b.run_id
      """;

  private final JdbcTemplate jdbc;
  private final ContactChecks checks;
  private final ImposedActions actions;
  private final Customers customers;
  private final Duties duties;
  private final AuditTrail auditTrail;
  private final CurrentActor currentActor;
  private final WorkingDays workingDays;
  private final Clock clock;

  ExternalBlocks(
      JdbcTemplate jdbc,
      ContactChecks checks,
      ImposedActions actions,
      Customers customers,
      Duties duties,
      AuditTrail auditTrail,
      CurrentActor currentActor,
      WorkingDays workingDays,
      Clock clock) {
    this.jdbc = jdbc;
    this.checks = checks;
    this.actions = actions;
    this.customers = customers;
    this.duties = duties;
    this.auditTrail = auditTrail;
    this.currentActor = currentActor;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** A block as the other system reports it. */
  public record Reported(
      String reference,
      ContactQuestion.Identity identity,
      @Nullable LocalDate since,
      String what) {}

  /**
   * All that one system blocks at a moment.
   *
   * @param serves service areas whose restrictions the system has to know; empty for none
   */
  public record Report(String system, Instant takenAt, Set<String> serves, List<Reported> blocks) {}

  /** One comparison, with its findings in the order of the report. */
  public record Run(
      UUID id, String system, Instant takenAt, Instant reportedAt, String reportedBy, int blocks) {}

  /**
   * Compares and keeps what came of it. Refuses the whole report, naming each thing that is wrong
   * with it: no name, a moment that lies ahead, too many blocks, one without a reference or named
   * twice. Call within an act.
   */
  public Outcome<Run> reconcile(Report report) {
    Instant now = clock.instant();
    List<Refusal> refusals = problems(report, now);
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    var run =
        new Run(
            Ids.next(),
            report.system(),
            report.takenAt(),
            now,
            currentActor.get().id().value(),
            report.blocks().size());
    List<ExternalBlock> found = compare(run, report, now);
    auditTrail.recordRead(
        "externalBlocksReconcile",
        "Customer",
        found.stream().flatMap(b -> Stream.ofNullable(b.customer())).toList());
    Set<UUID> before = orphansOfLastRun(report.system());
    keep(run, found);
    Set<UUID> orphans = new HashSet<>();
    for (ExternalBlock block : found) {
      if (block.finding().orphan()) {
        orphans.add(block.subject());
        open(block, now);
      }
    }
    before.stream()
        .filter(subject -> !orphans.contains(subject))
        .forEach(
            subject ->
                duties.discharge(
                    DutyKinds.EXTERNAL_BLOCK, subject, null, "NOT_FOUND_ANY_MORE", now));
    return Outcome.done(run);
  }

  private static List<Refusal> problems(Report report, Instant now) {
    var refusals = new ArrayList<Refusal>();
    add(refusals, Acts.text(report.system(), LONGEST_NAME, "system"));
    if (report.takenAt().isAfter(now)) {
      refusals.add(Refusal.at("REPORT_LIES_AHEAD", "takenAt"));
    }
    if (report.blocks().size() > MOST) {
      refusals.add(Refusal.at("TOO_MANY_BLOCKS", Map.of("most", Integer.toString(MOST)), "blocks"));
      return refusals;
    }
    var references = new HashSet<String>();
    for (int i = 0; i < report.blocks().size(); i++) {
      Reported block = report.blocks().get(i);
      String place = Integer.toString(i);
      add(refusals, Acts.text(block.reference(), LONGEST_NAME, "blocks", place, "reference"));
      add(refusals, Acts.text(block.what(), LONGEST_WHAT, "blocks", place, "what"));
      if (!references.add(block.reference())) {
        refusals.add(Refusal.at("BLOCK_NAMED_TWICE", "blocks", place, "reference"));
      }
    }
    return refusals;
  }

  private static void add(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  private List<ExternalBlock> compare(Run run, Report report, Instant now) {
    var found = new ArrayList<ExternalBlock>();
    var blocked = new HashSet<UUID>();
    for (Reported block : report.blocks()) {
      UUID customer = checks.recognise(block.identity(), now).customer();
      List<ImposedAction> theirs = customer == null ? List.of() : narrowing(customer);
      theirs.forEach(action -> blocked.add(action.decided().customerId()));
      ImposedAction behind = behind(theirs, now);
      found.add(
          new ExternalBlock(
              run.id(),
              subject(report.system(), "block " + block.reference()),
              report.system(),
              finding(customer, behind, now),
              block.reference(),
              block.what(),
              block.since(),
              customer,
              behind == null ? null : behind.id()));
    }
    for (ImposedAction action : inForceFor(report.serves(), now)) {
      if (!blocked.contains(action.decided().customerId())) {
        found.add(
            new ExternalBlock(
                run.id(),
                subject(report.system(), "restriction " + action.id()),
                report.system(),
                Finding.RESTRICTION_WITHOUT_BLOCK,
                null,
                null,
                null,
                action.decided().customerId(),
                action.id()));
      }
    }
    return found;
  }

  private List<ImposedAction> narrowing(UUID customer) {
    return actions
        .ofCustomers(
            customers.recordsOf(new CustomerId(customer)).stream().map(CustomerId::value).toList())
        .stream()
        .filter(ImposedAction::narrows)
        .toList();
  }

  /**
   * The restriction to compare with: one in force, else one that waits, else the last that ended.
   */
  private static @Nullable ImposedAction behind(List<ImposedAction> theirs, Instant now) {
    return theirs.stream()
        .max(
            Comparator.<ImposedAction>comparingInt(action -> weight(Standing.at(action, now)))
                .thenComparing(action -> action.decided().imposedAt()))
        .orElse(null);
  }

  private static int weight(RestrictionStatus status) {
    if (status == RestrictionStatus.IN_FORCE) {
      return 2;
    }
    return status.ended() ? 0 : 1;
  }

  private static Finding finding(
      @Nullable UUID customer, @Nullable ImposedAction behind, Instant now) {
    if (customer == null) {
      return Finding.NOT_IDENTIFIED;
    }
    if (behind == null) {
      return Finding.NO_RESTRICTION;
    }
    return switch (weight(Standing.at(behind, now))) {
      case 2 -> Finding.MATCHED;
      case 1 -> Finding.NOT_IN_FORCE;
      default -> Finding.RESTRICTION_ENDED;
    };
  }

  private List<ImposedAction> inForceFor(Set<String> areas, Instant now) {
    if (areas.isEmpty()) {
      return List.of();
    }
    List<UUID> ids =
        jdbc.queryForList(
            """
            select id from restrictions.imposed
             where status = 'IN_FORCE' and nature <> 'SUPPORTIVE'
               and (whole_council or service_areas && ?::text[])
            """,
            UUID.class,
            (Object) areas.toArray(String[]::new));
    return actions.findAllById(ids).stream()
        .filter(action -> Standing.at(action, now) == RestrictionStatus.IN_FORCE)
        .toList();
  }

  private static UUID subject(String system, String what) {
    return UUID.nameUUIDFromBytes((system + "|" + what).getBytes(StandardCharsets.UTF_8));
  }

  private Set<UUID> orphansOfLastRun(String system) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            select b.subject from restrictions.external_block b
             where b.finding <> 'MATCHED' and b.run_id =
               (select r.id from restrictions.external_block_run r
                 where r.system = ? order by r.reported_at desc, r.id desc limit 1)
            """,
            UUID.class,
            system));
  }

  private void keep(Run run, List<ExternalBlock> found) {
    jdbc.update(
        """
        insert into restrictions.external_block_run
          (id, system, taken_at, reported_at, reported_by, blocks) values (?, ?, ?, ?, ?, ?)
        """,
        run.id(),
        run.system(),
        Timestamp.from(run.takenAt()),
        Timestamp.from(run.reportedAt()),
        run.reportedBy(),
        run.blocks());
    for (int i = 0; i < found.size(); i++) {
      ExternalBlock block = found.get(i);
      jdbc.update(
          """
          insert into restrictions.external_block
            (run_id, subject, position, finding, reference, what, since, customer_id,
             restriction_id)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          run.id(),
          block.subject(),
          i,
          block.finding().name(),
          block.reference(),
          block.what(),
          block.since(),
          block.customer(),
          block.restriction());
    }
  }

  private void open(ExternalBlock block, Instant now) {
    ImposedAction action =
        block.restriction() == null ? null : actions.findById(block.restriction()).orElse(null);
    duties.open(
        DutyToOpen.byDay(
            DutyKinds.EXTERNAL_BLOCK,
            TYPE,
            block.subject(),
            block.customer(),
            action == null ? Role.HEAD_OF_CUSTOMER_SERVICES : RestrictionDecisions.owner(action),
            action == null ? null : RestrictionDecisions.area(action),
            workingDays.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), WORKING_DAYS)),
        now);
  }

  // Reading

  /** A block as the last run that found it left it; empty where there is none. */
  public Optional<ExternalBlock> find(UUID subject) {
    return jdbc
        .query(
            BLOCKS + "where b.subject = ? order by r.reported_at desc, r.id desc limit 1",
            ExternalBlocks::block,
            subject)
        .stream()
        .findFirst();
  }

  public Run run(UUID id) {
    return jdbc.query(
            """
            select id, system, taken_at, reported_at, reported_by, blocks
              from restrictions.external_block_run where id = ?
            """,
            ExternalBlocks::run,
            id)
        .getFirst();
  }

  /** Latest first; of one system, or of all where null. */
  public Page<Run> runs(@Nullable String system, Page.Request request) {
    List<Run> rows =
        jdbc.query(
            """
            select id, system, taken_at, reported_at, reported_by, blocks
              from restrictions.external_block_run
             where (?::text is null or system = ?::text) and (?::uuid is null or id < ?::uuid)
             order by id desc limit ?
            """,
            ExternalBlocks::run,
            system,
            system,
            request.after(),
            request.after(),
            request.limit());
    Integer total =
        jdbc.queryForObject(
            """
            select count(*)::int from restrictions.external_block_run
             where ?::text is null or system = ?::text
            """,
            Integer.class,
            system,
            system);
    return Page.of(rows, request, Run::id, total);
  }

  /** The findings of each run, in the order of its report. */
  public Map<UUID, List<ExternalBlock>> of(Collection<UUID> runs) {
    return jdbc
        .query(
            BLOCKS + "where b.run_id = any(?) order by b.run_id, b.position",
            ExternalBlocks::block,
            (Object) runs.toArray(UUID[]::new))
        .stream()
        .collect(Collectors.groupingBy(ExternalBlock::run));
  }

  private static Run run(ResultSet row, int n) throws SQLException {
    return new Run(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getString(5),
        row.getInt(6));
  }

  private static ExternalBlock block(ResultSet row, int n) throws SQLException {
    return new ExternalBlock(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        Finding.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getObject(7, LocalDate.class),
        row.getObject(8, UUID.class),
        row.getObject(9, UUID.class));
  }
}
