package org.evenhand.correspondence.internal.web;

import org.evenhand.foundation.Actor;
import org.evenhand.foundation.CurrentActor;
import org.evenhand.foundation.Role;
import org.springframework.stereotype.Component;

/** Who sees what of a notice (T20): the front line how it went, not what it says. */
@Component("correspondenceSight")
class Sight {

  private static final Role[] READ_WHOLE = {
    Role.HEAD_OF_SERVICE,
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

  /** Whether the caller may read what a notice says, and list a customer's notices. */
  boolean whole() {
    return currentActor.find().filter(a -> a.holdsAny(READ_WHOLE)).isPresent();
  }

  /** Whether the caller may know of a notice by its id. */
  boolean any() {
    return whole() || currentActor.find().filter(a -> a.holds(Role.OFFICER)).isPresent();
  }

  Actor actor() {
    return currentActor.get();
  }
}
