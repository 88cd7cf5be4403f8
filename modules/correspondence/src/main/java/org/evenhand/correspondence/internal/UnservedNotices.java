package org.evenhand.correspondence.internal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.correspondence.NoticeReturned;
import org.evenhand.correspondence.NoticeServed;
import org.evenhand.correspondence.NoticeView;
import org.evenhand.correspondence.Notices;
import org.evenhand.foundation.Duties;
import org.evenhand.foundation.DutyToOpen;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever signed a notice is asked to serve it another way when it came back or could not be sent
 * (T9): until then nothing but a safety measure has effect.
 */
@Component
class UnservedNotices {

  static final String SERVE_ANOTHER_WAY = "NOTICE_SERVE_ANOTHER_WAY";

  private final Notices notices;
  private final Duties duties;
  private final WorkingDays calendar;

  UnservedNotices(Notices notices, Duties duties, WorkingDays calendar) {
    this.notices = notices;
    this.duties = duties;
    this.calendar = calendar;
  }

  @EventListener
  void on(NoticeReturned returned) {
    notSent(notices.find(new NoticeId(returned.noticeId())).orElseThrow(), returned.at());
  }

  @EventListener
  void on(NoticeServed served) {
    UUID id = served.noticeId();
    duties.discharge(SERVE_ANOTHER_WAY, id, null, "served", served.at());
  }

  /** Within the caller's transaction. */
  void notSent(NoticeView notice, Instant now) {
    duties.open(
        new DutyToOpen(
            SERVE_ANOTHER_WAY,
            "Notice",
            notice.id().value(),
            notice.customerId(),
            notice.signedByHead() ? Role.HEAD_OF_CUSTOMER_SERVICES : Role.HEAD_OF_SERVICE,
            notice.signedBy(),
            null,
            calendar.plus(now.atZone(WorkingDays.LONDON).toLocalDate(), 1),
            null),
        now);
  }
}
