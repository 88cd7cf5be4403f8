package org.evenhand.intake.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Page;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ErasingRecords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a day: where something is past its period and on no legal hold, one duty tells the data
 * protection officer (T26). It erases nothing: a person decides.
 */
@Component
class RecordsDue {

  static final String KIND = "RECORDS_TO_ERASE";

  /** There is one list. */
  static final UUID LIST = UUID.fromString("0197a000-0000-7000-8000-000000000026");

  private final ErasingRecords records;
  private final Duties duties;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final boolean sweeping;

  RecordsDue(
      ErasingRecords records,
      Duties duties,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${evenhand.sweeps.enabled:true}") boolean sweeping) {
    this.records = records;
    this.duties = duties;
    this.transactions = transactions;
    this.clock = clock;
    this.sweeping = sweeping;
  }

  @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT10M")
  void sweepRegularly() {
    if (sweeping) {
      sweep(clock.instant());
    }
  }

  /** Safe to repeat, and on several nodes. */
  void sweep(Instant now) {
    boolean due = !records.due(List.of(), false, Page.request(1, null), now).nodes().isEmpty();
    transactions.executeWithoutResult(
        status -> {
          boolean told = duties.openFor(LIST).stream().anyMatch(d -> d.kind().equals(KIND));
          if (due && !told) {
            duties.open(
                DutyToOpen.byDay(
                    KIND,
                    "RecordsToErase",
                    LIST,
                    null,
                    Role.DATA_PROTECTION_OFFICER,
                    null,
                    now.atZone(WorkingDays.LONDON).toLocalDate().plusMonths(1)),
                now);
          } else if (!due && told) {
            duties.discharge(KIND, LIST, null, null, now);
          }
        });
  }
}
