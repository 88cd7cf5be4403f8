package org.evenhand.reporting.internal;

import static org.evenhand.reporting.internal.jooq.Tables.SERVICE_RETURN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.foundation.ServiceAreaCode;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.policy.Policies;
import org.evenhand.reporting.Axis;
import org.evenhand.reporting.Figure;
import org.evenhand.reporting.Measure;
import org.evenhand.reporting.Quarter;
import org.evenhand.reporting.internal.jooq.tables.records.ServiceReturnRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a report tells beside what is counted from notes: returns of commissioned services as of its
 * cut-off (PR.3), and open findings of the policy (F10).
 */
@Component
class ToldBeside {

  private final DSLContext sql;
  private final Policies policies;

  ToldBeside(DSLContext sql, Policies policies) {
    this.sql = sql;
    this.policies = policies;
  }

  /** Returns as they were then: what came later was missing. */
  List<Figure> returns(Quarter quarter, Instant cutOff) {
    LocalDate day = cutOff.atZone(WorkingDays.LONDON).toLocalDate();
    List<ServiceReturnRecord> all =
        sql.selectFrom(SERVICE_RETURN)
            .where(SERVICE_RETURN.QUARTER.eq(quarter.firstDay()))
            .orderBy(SERVICE_RETURN.SERVICE_AREA)
            .fetch();
    var figures = new ArrayList<Figure>();
    var whole = new LinkedHashMap<Cell, Long>();
    for (Measure measure :
        List.of(Measure.RETURNS_ASKED_FOR, Measure.RETURNS_RECEIVED, Measure.RETURNS_MISSING)) {
      whole.put(new Cell(measure, null), 0L);
    }
    for (ServiceReturnRecord row : all) {
      var area = new ServiceAreaCode(row.getServiceArea());
      var cells = new LinkedHashMap<Cell, Long>();
      boolean received =
          row.getSubmittedAt() != null
              && !row.getSubmittedAt().isAfter(cutOff.atOffset(ZoneOffset.UTC));
      cells.put(new Cell(Measure.RETURNS_ASKED_FOR, null), 1L);
      cells.put(new Cell(Measure.RETURNS_RECEIVED, null), received ? 1L : 0L);
      cells.put(
          new Cell(Measure.RETURNS_MISSING, null),
          !received && row.getDueOn().isBefore(day) ? 1L : 0L);
      if (received) {
        returned(row)
            .forEach((code, number) -> cells.put(new Cell(Measure.RETURNED, code), number));
      }
      cells.forEach(
          (cell, number) -> {
            figures.add(cell.in(area, number));
            whole.merge(cell, number, Long::sum);
          });
    }
    whole.forEach((cell, number) -> figures.add(cell.in(null, number)));
    return figures;
  }

  private record Cell(Measure measure, @Nullable String code) {
    Figure in(@Nullable ServiceAreaCode area, long number) {
      return new Figure(
          measure, area, code == null ? null : Axis.RETURNED, code, BigDecimal.valueOf(number));
    }
  }

  private static Map<String, Long> returned(ServiceReturnRecord row) {
    var numbers = new LinkedHashMap<String, Long>();
    numbers.put("CONTACTS", row.getContacts().longValue());
    numbers.put("CONTACTS_CAUSED_BY_US", row.getContactsCausedByUs().longValue());
    numbers.put("INCIDENTS", row.getIncidents().longValue());
    numbers.put("WARNINGS", row.getWarnings().longValue());
    numbers.put("RESTRICTIONS", row.getRestrictions().longValue());
    numbers.put("APPEALS", row.getAppeals().longValue());
    numbers.put("POLICY_ADOPTED", Boolean.TRUE.equals(row.getPolicyAdopted()) ? 1L : 0L);
    return numbers;
  }

  /** What is not counted again ({@link Measure#countedAgain()}). */
  List<Figure> toldOnce(Instant now) {
    return List.of(Figure.of(Measure.POLICY_FINDINGS, null, policies.findingsInForce(now).size()));
  }
}
