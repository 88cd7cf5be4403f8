package org.evenhand.intake.internal;

import static org.evenhand.intake.internal.jooq.Tables.CONCERN;
import static org.evenhand.intake.internal.jooq.Tables.INCIDENT;
import static org.evenhand.intake.internal.jooq.Tables.OBLIGATION;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AssignmentKind;
import org.evenhand.foundation.Assignments;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.WorkingDays;
import org.evenhand.intake.ObligationId;
import org.evenhand.intake.ObligationKind;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Who needs to know what an incident obliges us to report (T20): whoever recorded it, the heads of
 * its area, whoever holds the work for the whole council, the monitoring officer for what is theirs
 * (T19), those who answer for the whole; never whoever it is about.
 */
@Component
public class ObligationSights {

  private static final Map<AssignmentKind, ObligationKind> WORK =
      Map.of(
          AssignmentKind.HATE_CRIME_LEAD, ObligationKind.HATE_INCIDENT_REPORT,
          AssignmentKind.POLICE_LIAISON, ObligationKind.POLICE_REPORT,
          AssignmentKind.SAFEGUARDING_LEAD, ObligationKind.SAFEGUARDING_REFERRAL);

  private final Assignments assignments;
  private final DSLContext sql;
  private final Clock clock;

  ObligationSights(Assignments assignments, DSLContext sql, Clock clock) {
    this.assignments = assignments;
    this.sql = sql;
    this.clock = clock;
  }

  /** The obligations of which this person may know. */
  Condition visible(Actor actor) {
    Sight sight = Sight.of(actor);
    Condition incident =
        OBLIGATION.INCIDENT.in(select(INCIDENT.ID).from(INCIDENT).where(incidents(sight, actor)));
    List<String> kinds = new ArrayList<>();
    if (actor.holdsAny(Role.OFFICER, Role.HEAD_OF_SERVICE)) {
      LocalDate today = LocalDate.now(clock.withZone(WorkingDays.LONDON));
      WORK.forEach(
          (work, kind) -> {
            if (assignments.who(work, null, today).stream()
                .anyMatch(o -> o.actor().equals(actor.id()))) {
              kinds.add(kind.name());
            }
          });
    }
    Condition byWork = kinds.isEmpty() ? DSL.falseCondition() : OBLIGATION.KIND.in(kinds);
    return incident
        .or(byWork)
        .and(
            OBLIGATION.INCIDENT.notIn(
                select(INCIDENT.ID)
                    .from(INCIDENT)
                    .join(CONCERN)
                    .on(CONCERN.ID.eq(INCIDENT.CONCERN))
                    .where(sight.aboutThem())));
  }

  private static Condition incidents(Sight sight, Actor actor) {
    if (sight.all()) {
      return DSL.noCondition();
    }
    String[] headed = actor.headedAreas().stream().map(a -> a.value()).toArray(String[]::new);
    Condition theirs =
        INCIDENT.RECORDED_BY.eq(sight.actor()).or(INCIDENT.SERVICE_AREA.eq(DSL.any(headed)));
    return sight.routed()
        ? theirs.or(
            INCIDENT.CONCERN.in(
                select(CONCERN.ID)
                    .from(CONCERN)
                    .where(
                        CONCERN
                            .OWNER_ROLE
                            .eq(Role.MONITORING_OFFICER.name())
                            .or(CONCERN.ROUTE.eq("MONITORING_OFFICER")))))
        : theirs;
  }

  boolean visible(ObligationId id, Actor actor) {
    return sql.fetchExists(OBLIGATION, OBLIGATION.ID.eq(id.value()).and(visible(actor)));
  }

  /** Those of these that this person may know of. */
  public Set<ObligationId> visible(Collection<ObligationId> ids, Actor actor) {
    return sql.select(OBLIGATION.ID)
        .from(OBLIGATION)
        .where(
            OBLIGATION.ID.eq(DSL.any(ids.stream().map(ObligationId::value).toArray(UUID[]::new))))
        .and(visible(actor))
        .fetchSet(r -> new ObligationId(r.value1()));
  }
}
