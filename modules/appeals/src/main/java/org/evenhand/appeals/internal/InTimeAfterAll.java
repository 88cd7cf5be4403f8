package org.evenhand.appeals.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealTimes;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeServed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When the customer counts as notified can turn out otherwise (T9): later, or not at all. An appeal
 * that looked late and is in time by that waits for nobody's leave; it is taken in (T8).
 */
@Component
class InTimeAfterAll {

  private final StoredAppeals stored;
  private final AppealReads reads;
  private final DutiesOfAppeals duties;

  InTimeAfterAll(StoredAppeals stored, AppealReads reads, DutiesOfAppeals duties) {
    this.stored = stored;
    this.reads = reads;
    this.duties = duties;
  }

  @EventListener
  void on(NoticeServed served) {
    look(served.noticeId(), served.lastAppealDay(), served.at());
  }

  @EventListener
  void on(NoticeReturned returned) {
    look(returned.noticeId(), null, returned.at());
  }

  private void look(UUID notice, @Nullable LocalDate lastDay, Instant now) {
    reads
        .against(new NoticeId(notice))
        .filter(appeal -> appeal.status() == AppealStatus.LATE)
        .filter(appeal -> AppealTimes.inTime(lastDay, appeal.sentOn(), appeal.receivedOn()))
        .ifPresent(
            appeal -> {
              stored.change(
                  appeal,
                  row -> {
                    row.setStatus(AppealStatus.LODGED.name());
                    row.setInTime(true);
                    row.setLastDay(lastDay);
                  });
              duties.discharge(DutiesOfAppeals.DECIDE_LATENESS, appeal, now);
              duties.takenIn(reads.find(appeal.id()).orElseThrow(), now);
            });
  }
}
