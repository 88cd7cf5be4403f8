package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONTACT;
import static org.evenhand.intake.internal.jooq.Tables.CONTACT_DISPOSITION;
import static org.evenhand.intake.internal.jooq.Tables.MATTER;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.foundation.Page;
import org.evenhand.intake.ContactView;
import org.evenhand.intake.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts of managed customers that have no disposition yet, soonest due first (F19). */
@Component
public class UnansweredContacts {

  /**
   * Which ones; null narrows nothing.
   *
   * @param overdueOn only those whose last day lies before this day
   */
  public record Wanted(
      @Nullable String serviceArea, @Nullable CustomerId customer, @Nullable LocalDate overdueOn) {}

  private final DSLContext sql;

  UnansweredContacts(DSLContext sql) {
    this.sql = sql;
  }

  public Page<ContactView> page(Wanted wanted, Sight sight, Page.Request request, boolean counted) {
    Condition which = CONTACT_DISPOSITION.OUTCOME.isNull();
    if (!sight.all()) {
      which =
          which.and(
              CONTACT
                  .SERVICE_AREA
                  .eq(DSL.any(sight.areas().toArray(String[]::new)))
                  .or(CONTACT.LOGGED_BY.eq(sight.actor())));
    }
    if (wanted.serviceArea() != null) {
      which = which.and(CONTACT.SERVICE_AREA.eq(wanted.serviceArea()));
    }
    if (wanted.customer() != null) {
      which = which.and(CONTACT.CUSTOMER.eq(DSL.any(MergeReading.recordsOf(wanted.customer()))));
    }
    if (wanted.overdueOn() != null) {
      which = which.and(CONTACT_DISPOSITION.DUE_ON.lt(wanted.overdueOn()));
    }
    Condition seek = DSL.noCondition();
    if (request.after() != null) {
      var last = CONTACT_DISPOSITION.as("last");
      seek =
          row(CONTACT_DISPOSITION.DUE_ON, CONTACT_DISPOSITION.CONTACT)
              .gt(
                  select(last.DUE_ON, last.CONTACT)
                      .from(last)
                      .where(last.CONTACT.eq(request.after())));
    }
    List<ContactView> rows =
        sql.select(ContactLog.WHOLE)
            .from(CONTACT_DISPOSITION)
            .join(CONTACT)
            .on(CONTACT.ID.eq(CONTACT_DISPOSITION.CONTACT))
            .leftJoin(MATTER)
            .on(MATTER.ID.eq(CONTACT.MATTER))
            .where(which)
            .and(seek)
            .orderBy(CONTACT_DISPOSITION.DUE_ON, CONTACT_DISPOSITION.CONTACT)
            .limit(request.limit())
            .fetch(ContactLog::view);
    Integer count =
        counted
            ? sql.fetchCount(
                selectOne()
                    .from(CONTACT_DISPOSITION)
                    .join(CONTACT)
                    .on(CONTACT.ID.eq(CONTACT_DISPOSITION.CONTACT))
                    .where(which)
                    .limit(Page.MOST_COUNTED))
            : null;
    return Page.of(rows, request, c -> c.id().value(), count);
  }
}
