package org.evenhand.reporting.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNotices;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.reporting.DutyDigestLine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the head of customer services and each head of service once on each working day how much is
 * overdue and how much is due soon; nothing where nothing waits.
 */
@Component
class DutyDigests {

  private static final String CODE = "DUTY_DIGEST";

  private final ExceptionsByDuty exceptions;
  private final StaffNotices notices;
  private final WorkingDays calendar;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  DutyDigests(
      ExceptionsByDuty exceptions,
      StaffNotices notices,
      WorkingDays calendar,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.exceptions = exceptions;
    this.notices = notices;
    this.calendar = calendar;
    this.transactions = transactions;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT1M")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Safe to repeat and on several nodes: each is told once for its day. */
  void sweep(Instant now) {
    LocalDate today = now.atZone(WorkingDays.LONDON).toLocalDate();
    if (!calendar.isWorkingDay(today)) {
      return;
    }
    List<DutyDigestLine> lines = exceptions.lines(now).toList();
    tell(Role.HEAD_OF_CUSTOMER_SERVICES, Set.of(), lines, today, now);
    lines.stream()
        .filter(line -> line.serviceArea() != null)
        .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.serviceArea())))
        .forEach((area, of) -> tell(Role.HEAD_OF_SERVICE, Set.of(area), of, today, now));
  }

  private void tell(
      Role role,
      Set<ServiceAreaCode> areas,
      List<DutyDigestLine> lines,
      LocalDate today,
      Instant now) {
    int overdue = lines.stream().mapToInt(DutyDigestLine::overdue).sum();
    int soon = lines.stream().mapToInt(DutyDigestLine::soon).sum();
    if (overdue + soon == 0) {
      return;
    }
    String where = areas.stream().map(ServiceAreaCode::value).findFirst().orElse("council");
    transactions.executeWithoutResult(
        status ->
            notices.tell(
                StaffNotice.toPost(role, areas, StaffNoticeKind.INFORMATION, CODE)
                    .with("overdue", StaffNoticeValue.count(overdue))
                    .with("soon", StaffNoticeValue.count(soon))
                    .once(CODE + "/" + today + "/" + role + "/" + where),
                now));
  }
}
