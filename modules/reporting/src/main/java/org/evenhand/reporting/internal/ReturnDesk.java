package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.SERVICE_RETURN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.ActorId;
import org.evenhand.foundation.Acts;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.OfficerView;
import org.evenhand.foundation.Outcome;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.ServiceAreaView;
import org.evenhand.foundation.ServiceAreas;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNotices;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.ServiceReturnId;
import org.evenhand.reporting.ServiceReturnView;
import org.evenhand.reporting.ServiceReturns;
import org.evenhand.reporting.internal.jooq.tables.records.ServiceReturnRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class ReturnDesk implements ServiceReturns {

  static final String DUTY = "SERVICE_RETURN";
  static final String TYPE = "ServiceReturn";

  /** Working days after the quarter within which a return is in time; a local clock. */
  private static final int DUE = 15;

  /** Working days before that on which the manager of the contract is told. */
  private static final int CLOSE = 5;

  private static final int LONGEST_WORDS = 10_000;

  private final DSLContext sql;
  private final ServiceAreas serviceAreas;
  private final Assignments assignments;
  private final StaffNotices notices;
  private final Duties duties;
  private final WorkingDays calendar;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  ReturnDesk(
      DSLContext sql,
      ServiceAreas serviceAreas,
      Assignments assignments,
      StaffNotices notices,
      Duties duties,
      WorkingDays calendar,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.sql = sql;
    this.serviceAreas = serviceAreas;
    this.assignments = assignments;
    this.notices = notices;
    this.duties = duties;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /**
   * Asks each commissioned service for its return on the quarter that was over last, and tells the
   * manager of the contract once when it is close and once when it is missing; safe to repeat and
   * on several nodes.
   */
  void sweep(Instant now) {
    LocalDate today = day(now);
    Quarter over = Quarter.of(today).minus(1);
    for (ServiceAreaView area : serviceAreas.all()) {
      String provider = area.provider();
      if (area.commissioned() && provider != null && area.exists(over.lastDay())) {
        transactions.executeWithoutResult(status -> ask(area.code(), provider, over, now));
      }
    }
    for (ServiceReturnView owed :
        sql.selectFrom(SERVICE_RETURN)
            .where(SERVICE_RETURN.SUBMITTED_AT.isNull())
            .fetch(ReturnDesk::view)) {
      if (owed.missing(today)) {
        transactions.executeWithoutResult(status -> remind(owed, "SERVICE_RETURN_MISSING", now));
      } else if (!calendar.plus(today, CLOSE).isBefore(owed.dueOn())) {
        transactions.executeWithoutResult(status -> remind(owed, "SERVICE_RETURN_CLOSE", now));
      }
    }
  }

  private void remind(ServiceReturnView owed, String code, Instant now) {
    managers(owed.serviceArea(), day(now))
        .forEach(
            officer ->
                notices.tell(
                    StaffNotice.toOfficer(officer.actor(), StaffNoticeKind.INFORMATION, code)
                        .about(TYPE, owed.id().value())
                        .with("day", StaffNoticeValue.day(owed.dueOn()))
                        .once(code + "/" + owed.id().value() + "/" + officer.id().value()),
                    now));
  }

  private void ask(ServiceAreaCode area, String provider, Quarter quarter, Instant now) {
    LocalDate dueOn = calendar.plus(quarter.lastDay(), DUE);
    var id = Ids.next();
    int asked =
        sql.insertInto(SERVICE_RETURN)
            .set(SERVICE_RETURN.ID, id)
            .set(SERVICE_RETURN.VERSION, 0)
            .set(SERVICE_RETURN.SERVICE_AREA, area.value())
            .set(SERVICE_RETURN.PROVIDER, provider)
            .set(SERVICE_RETURN.QUARTER, quarter.firstDay())
            .set(SERVICE_RETURN.DUE_ON, dueOn)
            .onConflictDoNothing()
            .execute();
    if (asked == 1) {
      duties.open(DutyToOpen.byDay(DUTY, TYPE, id, null, Role.CONTRACTOR, area, dueOn), now);
    }
  }

  @Override
  @Transactional
  public Outcome<ServiceReturnView> submit(Submit command, Actor by, Instant now) {
    ServiceReturnRecord row =
        sql.selectFrom(SERVICE_RETURN)
            .where(SERVICE_RETURN.ID.eq(command.id().value()))
            .forUpdate()
            .fetchOne();
    if (row == null || !worksFor(by, new ServiceAreaCode(row.getServiceArea()), day(now))) {
      return Outcome.refused(Refusal.notFound(TYPE, "serviceReturn"));
    }
    var refusals = new ArrayList<Refusal>();
    refuse(refusals, Acts.stale(command.expectedVersion(), row.getVersion()));
    if (row.getSubmittedAt() != null) {
      refusals.add(Refusal.of("RETURN_RECEIVED"));
    }
    negative(refusals, command.contacts(), "contacts");
    negative(refusals, command.contactsCausedByUs(), "contactsCausedByUs");
    negative(refusals, command.incidents(), "incidents");
    negative(refusals, command.warnings(), "warnings");
    negative(refusals, command.restrictions(), "restrictions");
    negative(refusals, command.appeals(), "appeals");
    if (command.contactsCausedByUs() > command.contacts()) {
      refusals.add(Refusal.at("PART_EXCEEDS_WHOLE", "contactsCausedByUs"));
    }
    refuse(refusals, Acts.text(command.words(), LONGEST_WORDS, "words"));
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    row.setVersion(row.getVersion() + 1);
    row.setContacts(command.contacts());
    row.setContactsCausedByUs(command.contactsCausedByUs());
    row.setIncidents(command.incidents());
    row.setWarnings(command.warnings());
    row.setRestrictions(command.restrictions());
    row.setAppeals(command.appeals());
    row.setPolicyAdopted(command.policyAdopted());
    row.setWords(command.words().strip());
    row.setSubmittedBy(by.id().value());
    row.setSubmittedAt(now.atOffset(ZoneOffset.UTC));
    row.store();
    duties.discharge(DUTY, row.getId(), null, "RECEIVED", now);
    return Outcome.done(view(row));
  }

  private static void negative(List<Refusal> refusals, int number, String field) {
    if (number < 0) {
      refusals.add(Refusal.at("NUMBER_NEGATIVE", field));
    }
  }

  private static void refuse(List<Refusal> refusals, @Nullable Refusal refusal) {
    if (refusal != null) {
      refusals.add(refusal);
    }
  }

  /** For its provider; or its head or the manager of its contract, where it was sent on paper. */
  private boolean worksFor(Actor actor, ServiceAreaCode area, LocalDate on) {
    return actor.heads(area)
        || (actor.holds(Role.CONTRACTOR) && actor.serviceAreas().contains(area))
        || (actor.holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE)
            && managers(area, on).anyMatch(officer -> officer.actor().equals(actor.id())));
  }

  private Stream<OfficerView> managers(ServiceAreaCode area, LocalDate on) {
    return serviceAreas.find(area).stream()
        .map(found -> new GlobalId("ServiceArea", found.id().value()))
        .flatMap(id -> assignments.who(AssignmentKind.CONTRACT_MANAGER, id, on).stream());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ServiceReturnView> find(ServiceReturnId id, Actor reader) {
    return Optional.ofNullable(
            sql.selectFrom(SERVICE_RETURN)
                .where(SERVICE_RETURN.ID.eq(id.value()))
                .fetchOne(ReturnDesk::view))
        .filter(view -> sees(reader, view));
  }

  @Override
  @Transactional(readOnly = true)
  public List<ServiceReturnView> of(@Nullable Quarter quarter, Actor reader) {
    return sql
        .selectFrom(SERVICE_RETURN)
        .where(quarter == null ? DSL.noCondition() : SERVICE_RETURN.QUARTER.eq(quarter.firstDay()))
        .orderBy(SERVICE_RETURN.QUARTER.desc(), SERVICE_RETURN.SERVICE_AREA)
        .fetch(ReturnDesk::view)
        .stream()
        .filter(view -> sees(reader, view))
        .toList();
  }

  private boolean sees(Actor reader, ServiceReturnView view) {
    return reader.holdsAny(CountedFigures.SEE_ALL)
        || worksFor(reader, view.serviceArea(), day(clock.instant()));
  }

  private static ServiceReturnView view(ServiceReturnRecord row) {
    OffsetDateTime at = row.getSubmittedAt();
    return new ServiceReturnView(
        new ServiceReturnId(row.getId()),
        row.getVersion(),
        new ServiceAreaCode(row.getServiceArea()),
        row.getProvider(),
        new Quarter(row.getQuarter()),
        row.getDueOn(),
        at == null
            ? null
            : new ServiceReturnView.Answer(
                row.getContacts(),
                row.getContactsCausedByUs(),
                row.getIncidents(),
                row.getWarnings(),
                row.getRestrictions(),
                row.getAppeals(),
                row.getPolicyAdopted(),
                Objects.requireNonNull(row.getWords()),
                new ActorId(row.getSubmittedBy()),
                at.toInstant()));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingDays.LONDON).toLocalDate();
  }
}
