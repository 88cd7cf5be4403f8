package org.evenhand.designation.internal;

import static org.evenhand.foundation.Role.AUDITOR;
import static org.evenhand.foundation.Role.CMT_MEMBER;
import static org.evenhand.foundation.Role.DATA_PROTECTION_OFFICER;
import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;
import static org.evenhand.foundation.Role.LEGAL;

import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.designation.ConsiderationView;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.Role;
import org.evenhand.foundation.ServiceAreaCode;

/**
 * Which considerations somebody may know of, and no more than their work needs (T20): those who
 * answer for the whole see all, a head of service those that involve an area of theirs. The front
 * line learns verdicts elsewhere, never the story.
 *
 * @param all every consideration
 * @param areas otherwise those that involve one of these services
 */
public record Sight(boolean all, Set<String> areas) {

  private static final Role[] SEE_ALL = {
    HEAD_OF_CUSTOMER_SERVICES, CMT_MEMBER, DATA_PROTECTION_OFFICER, LEGAL, AUDITOR
  };

  public Sight {
    areas = Set.copyOf(areas);
  }

  public static Sight of(Actor actor) {
    return new Sight(
        actor.holdsAny(SEE_ALL),
        actor.headedAreas().stream().map(ServiceAreaCode::value).collect(Collectors.toSet()));
  }

  /** Whether this person may know that there are considerations at all. */
  public static boolean ofAny(Actor actor) {
    return actor.holdsAny(SEE_ALL) || actor.holds(HEAD_OF_SERVICE);
  }

  public boolean includes(ConsiderationView view) {
    return all
        || view.scope().services().stream().map(ServiceAreaCode::value).anyMatch(areas::contains);
  }
}
