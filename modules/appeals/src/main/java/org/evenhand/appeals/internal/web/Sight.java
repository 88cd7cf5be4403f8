package org.evenhand.appeals.internal.web;

import java.util.Optional;
import java.util.Set;
import org.evenhand.appeals.AppealView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who sees which appeals (T20): a head of service those of their own services' cases. */
@Component("appealsSight")
class Sight {

  private static final Role[] SEE_ALL = {
    Role.HEAD_OF_CUSTOMER_SERVICES,
    Role.CMT_MEMBER,
    Role.DATA_PROTECTION_OFFICER,
    Role.LEGAL,
    Role.AUDITOR
  };

  private final CurrentActor currentActor;

  Sight(CurrentActor currentActor) {
    this.currentActor = currentActor;
  }

  Actor actor() {
    return currentActor.get();
  }

  /** The services to whose cases the caller is bound; null for everybody's. */
  @Nullable Set<ServiceAreaCode> areas() {
    Actor actor = currentActor.get();
    return actor.holdsAny(SEE_ALL) ? null : actor.headedAreas();
  }

  boolean sees(AppealView appeal) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return false;
    }
    ServiceAreaCode area = appeal.serviceArea();
    return actor.get().holdsAny(SEE_ALL) || (area != null && actor.get().heads(area));
  }
}
