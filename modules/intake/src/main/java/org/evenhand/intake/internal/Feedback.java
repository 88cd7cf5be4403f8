package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN_FEEDBACK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.foundation.Ids;
import org.evenhand.foundation.StaffNotice;
import org.evenhand.foundation.StaffNoticeKind;
import org.evenhand.foundation.StaffNoticeValue;
import org.evenhand.foundation.StaffNotices;
import org.evenhand.intake.ConcernId;
import org.evenhand.intake.ConcernView;
import org.evenhand.intake.ConcernsConsidered;
import org.evenhand.intake.FeedbackCode;
import org.evenhand.intake.FeedbackView;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever reported a concern what became of it (P4.1, question 3): the outcome in neutral
 * words, and no story (T20).
 */
@Component
public class Feedback {

  private final ConcernReading concerns;
  private final StaffNotices notices;
  private final DSLContext sql;

  Feedback(ConcernReading concerns, StaffNotices notices, DSLContext sql) {
    this.concerns = concerns;
    this.notices = notices;
    this.sql = sql;
  }

  /**
   * Keeps what the owner wrote when they dealt with it; {@link TellingStaff} says that they did.
   */
  void keep(ConcernView concern, FeedbackCode code, @Nullable String words, Instant now) {
    sql.insertInto(CONCERN_FEEDBACK)
        .set(CONCERN_FEEDBACK.ID, Ids.next())
        .set(CONCERN_FEEDBACK.CONCERN, concern.id().value())
        .set(CONCERN_FEEDBACK.AT, now.atOffset(ZoneOffset.UTC))
        .set(CONCERN_FEEDBACK.CODE, code.name())
        .set(CONCERN_FEEDBACK.WORDS, words)
        .execute();
  }

  /** Keeps what became of it later, and tells the reporter. */
  void give(ConcernView concern, FeedbackCode code, Instant now) {
    keep(concern, code, null, now);
    notices.tell(
        StaffNotice.toOfficer(
                concern.reportedBy(), StaffNoticeKind.FEEDBACK, "CONCERN_" + code.name())
            .about("Concern", concern.id().value())
            .with("reference", StaffNoticeValue.reference(concern.reference())),
        now);
  }

  @EventListener
  void on(ConcernsConsidered event) {
    for (ConcernView concern : concerns.find(event.concernIds())) {
      give(concern, FeedbackCode.CONSIDERED, event.at());
    }
  }

  /** Of these concerns, in the order in which it was given. */
  public List<FeedbackView> of(Collection<ConcernId> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.selectFrom(CONCERN_FEEDBACK)
            .where(
                CONCERN_FEEDBACK.CONCERN.eq(
                    DSL.any(ids.stream().map(ConcernId::value).distinct().toArray(UUID[]::new))))
            .orderBy(CONCERN_FEEDBACK.AT, CONCERN_FEEDBACK.ID)
            .fetch(
                r ->
                    new FeedbackView(
                        new ConcernId(r.getConcern()),
                        r.getAt().toInstant(),
                        FeedbackCode.valueOf(r.getCode()),
                        r.getWords()));
  }
}
