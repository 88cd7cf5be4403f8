package org.evenhand.appeals.internal;

import java.time.Clock;
import java.util.List;
import org.evenhand.appeals.AppealView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AvailableAction;
import org.springframework.stereotype.Component;

/** What may be done with an appeal now, from the rules that guard the acts themselves. */
@Component
public class AppealActions {

  private final TakingAppealsIn takingIn;
  private final Clock clock;

  AppealActions(TakingAppealsIn takingIn, Clock clock) {
    this.takingIn = takingIn;
    this.clock = clock;
  }

  public List<AvailableAction> of(AppealView appeal, Actor actor) {
    return List.of(
        AvailableAction.of(
            "DECIDE_LATENESS",
            "appealLateDecide",
            takingIn.lateRefusals(
                appeal.status(),
                appeal.noticeId().value(),
                appeal.caseId(),
                actor,
                clock.instant()),
            null),
        AvailableAction.of(
            "RECORD_GROUNDS",
            "appealGroundsRecord",
            LodgingRules.groundsRefusals(appeal.status(), appeal.grounds()),
            null));
  }
}
