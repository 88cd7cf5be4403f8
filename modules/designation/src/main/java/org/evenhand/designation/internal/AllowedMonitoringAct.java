package org.evenhand.designation.internal;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.designation.MonitoringView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;

/**
 * The one table of what may be done with a monitoring period: it guards the acts and {@code
 * availableActions} is read from it.
 */
enum AllowedMonitoringAct {
  END("monitoringEnd");

  private final String mutation;

  AllowedMonitoringAct(String mutation) {
    this.mutation = mutation;
  }

  String mutation() {
    return mutation;
  }

  /** Every reason in state or seat why this person may not do this now; empty if there is none. */
  List<Refusal> refusals(MonitoringView monitoring, ConsiderationView view, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    if (!actor.holds(Role.HEAD_OF_CUSTOMER_SERVICES)
        && view.scope().services().stream().noneMatch(actor::heads)) {
      refusals.add(
          AuthorityRefusal.of(
              "NOT_YOURS_TO_DO", Role.HEAD_OF_SERVICE, Role.HEAD_OF_CUSTOMER_SERVICES));
    }
    if (monitoring.ending() != null) {
      refusals.add(Refusal.of("MONITORING_ENDED"));
    }
    return refusals;
  }
}
