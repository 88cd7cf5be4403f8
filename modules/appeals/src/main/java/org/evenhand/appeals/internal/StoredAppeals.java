package org.evenhand.appeals.internal;

import static org.evenhand.appeals.internal.jooq.Tables.APPEAL;

import java.util.Set;
import java.util.function.Consumer;
import org.evenhand.appeals.AppealStatus;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.GroundCode;
import org.evenhand.appeals.internal.jooq.tables.records.AppealRecord;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Writes appeals: one row under a version for how far it is, and rows that are only added. */
@Component
class StoredAppeals {

  private final DSLContext sql;

  StoredAppeals(DSLContext sql) {
    this.sql = sql;
  }

  void add(TableRecord<?> row) {
    sql.executeInsert(row);
  }

  /**
   * Changes an appeal as it was read, and counts its version up.
   *
   * @throws OptimisticLockingFailureException if somebody else was quicker
   */
  void change(AppealView read, Consumer<AppealRecord> change) {
    AppealRecord row = sql.newRecord(APPEAL);
    change.accept(row);
    row.setVersion(read.version() + 1);
    int changed =
        sql.update(APPEAL)
            .set(row)
            .where(APPEAL.ID.eq(read.id().value()))
            .and(APPEAL.VERSION.eq(read.version()))
            .execute();
    if (changed == 0) {
      throw new OptimisticLockingFailureException("the appeal was changed meanwhile");
    }
  }

  /** Something was added to it that its row does not hold. */
  void touch(AppealView read) {
    change(read, row -> {});
  }

  void status(AppealView read, AppealStatus status) {
    change(read, row -> row.setStatus(status.name()));
  }

  static String[] codes(Set<GroundCode> grounds) {
    return grounds.stream().sorted().map(Enum::name).toArray(String[]::new);
  }
}
