package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.ACCURACY_CHALLENGE;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.evenhand.foundation.Page;
import org.evenhand.intake.AccuracyChallengeView;
import org.evenhand.intake.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Challenges to accuracy, latest taken down first, as far as somebody may see them. */
@Component
public class ChallengePages {

  private final DSLContext sql;

  ChallengePages(DSLContext sql) {
    this.sql = sql;
  }

  public Page<AccuracyChallengeView> page(
      boolean open,
      @Nullable CustomerId customer,
      Sight sight,
      Page.Request request,
      boolean counted) {
    var c = ACCURACY_CHALLENGE;
    Condition which =
        sight.all()
            ? DSL.noCondition()
            : c.SERVICE_AREA
                .eq(DSL.any(sight.areas().toArray(String[]::new)))
                .or(c.TAKEN_BY.eq(sight.actor()));
    if (open) {
      which = which.and(c.OUTCOME.isNull());
    }
    if (customer != null) {
      which = which.and(c.CUSTOMER.eq(customer.value()));
    }
    var last = c.as("last");
    Condition behind =
        request.after() == null
            ? DSL.noCondition()
            : row(c.TAKEN_AT, c.ID)
                .lt(select(last.TAKEN_AT, last.ID).from(last).where(last.ID.eq(request.after())));
    List<AccuracyChallengeView> found =
        sql.selectFrom(c)
            .where(which)
            .and(behind)
            .orderBy(c.TAKEN_AT.desc(), c.ID.desc())
            .limit(request.limit())
            .fetch(CorrectionReading::challenge);
    Integer count =
        counted ? sql.fetchCount(selectOne().from(c).where(which).limit(Page.MOST_COUNTED)) : null;
    return Page.of(found, request, v -> v.id().value(), count);
  }
}
