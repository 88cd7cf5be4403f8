package org.evenhand.appeals.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.appeals.AppealView;
import org.evenhand.appeals.NamedInvestigator;
import org.evenhand.appeals.OmbudsmanComplaintView;
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

  /** What only those see who look into an appeal, decide it or oversee it. */
  private static final List<String> WITHIN =
      List.of(
          "declarations",
          "investigation",
          "corrections",
          "findings",
          "atStake",
          "mayIAct",
          "managementTeam",
          "file",
          "letters",
          "involvement");

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

  /** T20: everybody's, those of the own services, and those that somebody was named for. */
  boolean sees(AppealView appeal) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return false;
    }
    ServiceAreaCode area = appeal.serviceArea();
    return within(appeal, actor.get()) || (area != null && actor.get().heads(area));
  }

  /**
   * Whether the caller sees how an appeal is looked into: the service appealed against does not.
   */
  boolean seesWithin(AppealView appeal) {
    return currentActor.find().filter(actor -> within(appeal, actor)).isPresent();
  }

  /** T20: the service appealed against learns of a decision when the customer does. */
  boolean seesDecision(AppealView appeal) {
    return seesWithin(appeal) || (sees(appeal) && !appeal.status().pending());
  }

  /** The fields that are empty for the caller. */
  List<String> withheld(AppealView appeal) {
    var fields = new ArrayList<String>();
    if (!sees(appeal)) {
      fields.add("grounds");
      fields.add("suspensions");
    }
    if (!seesDecision(appeal)) {
      fields.add("determination");
    }
    if (!seesWithin(appeal)) {
      fields.addAll(WITHIN);
    }
    return fields;
  }

  /** T20: those who oversee, the head of the service concerned, and who has a remedy to see to. */
  boolean sees(OmbudsmanComplaintView complaint) {
    Optional<Actor> actor = currentActor.find();
    if (actor.isEmpty()) {
      return false;
    }
    ServiceAreaCode area = complaint.serviceArea();
    return actor.get().holdsAny(SEE_ALL)
        || (area != null && actor.get().heads(area))
        || complaint.remedies().stream().anyMatch(r -> actor.get().id().equals(r.owner()));
  }

  private static boolean within(AppealView appeal, Actor actor) {
    NamedInvestigator named = appeal.course().investigator();
    return actor.holdsAny(SEE_ALL) || (named != null && named.person().equals(actor.id()));
  }
}
