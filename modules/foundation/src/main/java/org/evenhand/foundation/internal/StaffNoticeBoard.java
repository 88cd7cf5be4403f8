package org.evenhand.foundation.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.GlobalId;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNotice.Addressee;
import org.evenhand.foundation.StaffNotices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where notices to staff are pinned up and taken down. */
@Component
public class StaffNoticeBoard implements StaffNotices {

  private final JdbcClient jdbc;
  private final CurrentActor currentActor;

  StaffNoticeBoard(JdbcClient jdbc, CurrentActor currentActor) {
    this.jdbc = jdbc;
    this.currentActor = currentActor;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(StaffNotice notice, Instant now) {
    pin(notice, null, now);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(String code, UUID about, Instant now) {
    jdbc.sql(
            """
            update foundation.staff_notice set settled_at = ?
             where about_id = ? and code = ? and settled_at is null
            """)
        .params(Timestamp.from(now), about, code)
        .update();
  }

  /** Nothing more is to be done about those duties. */
  void takeDown(List<UUID> duties, Instant now) {
    jdbc.sql(
            """
            update foundation.staff_notice set settled_at = ?
             where duty = any(?::uuid[]) and settled_at is null
            """)
        .params(Timestamp.from(now), duties.toArray(UUID[]::new))
        .update();
  }

  /**
   * @param duty which duty it tells of; null for none
   */
  void pin(StaffNotice notice, @Nullable UUID duty, Instant now) {
    Addressee to = notice.to();
    GlobalId about = notice.about();
    jdbc.sql(
            """
            insert into foundation.staff_notice
              (id, to_actor, to_role, to_areas, kind, code, parameters, about_type, about_id,
               person_id, answered_by, urgency, duty, once, told_at, told_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (once) where once is not null do nothing
            """)
        .param(Ids.next())
        .param(to instanceof Addressee.Person(var actor) ? actor.value() : null)
        .param(to instanceof Addressee.Post(var role, var ignored) ? role.name() : null)
        .param(
            to instanceof Addressee.Post(var ignored, var areas)
                ? areas.stream().map(ServiceAreaCode::value).sorted().toArray(String[]::new)
                : new String[0])
        .param(notice.kind().name())
        .param(notice.code())
        .param(NoticeValues.written(notice.values()))
        .param(about == null ? null : about.type())
        .param(about == null ? null : about.id())
        .param(notice.person())
        .param(notice.answeredBy())
        .param(notice.urgency().name())
        .param(duty)
        .param(notice.once())
        .param(Timestamp.from(now))
        .param(currentActor.idOrSystem().value())
        .update();
  }
}
