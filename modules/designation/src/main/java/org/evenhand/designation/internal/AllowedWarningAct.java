package org.evenhand.designation.internal;

import static org.evenhand.foundation.Role.CMT_MEMBER;
import static org.evenhand.foundation.Role.HEAD_OF_CUSTOMER_SERVICES;
import static org.evenhand.foundation.Role.HEAD_OF_SERVICE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.designation.WarningStatus;
import org.evenhand.foundation.Actor;
import org.evenhand.foundation.AuthorityRefusal;
import org.evenhand.foundation.Refusal;
import org.evenhand.foundation.Role;

/**
 * The one table of what may be done with a warning, in which state and by whom: it guards the acts
 * and {@code availableActions} is read from it.
 */
enum AllowedWarningAct {
  CHALLENGE(
      "warningChallenge", WarningStatus.GIVEN, false, HEAD_OF_SERVICE, HEAD_OF_CUSTOMER_SERVICES),
  DECIDE_CHALLENGE(
      "warningChallengeDecide",
      WarningStatus.CHALLENGED,
      true,
      HEAD_OF_CUSTOMER_SERVICES,
      CMT_MEMBER,
      HEAD_OF_SERVICE),
  TELL_OUTCOME(
      "warningChallengeTell",
      EnumSet.of(WarningStatus.STANDS, WarningStatus.CORRECTED, WarningStatus.WITHDRAWN),
      false,
      HEAD_OF_SERVICE,
      HEAD_OF_CUSTOMER_SERVICES,
      CMT_MEMBER);

  /** Who decides a challenge, in the order in which a post is recorded. */
  static final Role[] DECIDERS = {HEAD_OF_CUSTOMER_SERVICES, CMT_MEMBER, HEAD_OF_SERVICE};

  private final String mutation;
  private final Set<WarningStatus> when;
  private final boolean withoutAPart;
  private final Role[] who;

  AllowedWarningAct(String mutation, WarningStatus when, boolean withoutAPart, Role... who) {
    this(mutation, EnumSet.of(when), withoutAPart, who);
  }

  AllowedWarningAct(String mutation, Set<WarningStatus> when, boolean withoutAPart, Role... who) {
    this.mutation = mutation;
    this.when = when;
    this.withoutAPart = withoutAPart;
    this.who = who;
  }

  String mutation() {
    return mutation;
  }

  /**
   * Every reason in state, seat or part why this person may not do this now; empty if there is
   * none.
   *
   * @param involved whether they gave the warning, or have a part in its case that bars them (T6)
   */
  List<Refusal> refusals(WarningStatus status, boolean involved, Actor actor) {
    var refusals = new ArrayList<Refusal>();
    if (!actor.holdsAny(who)) {
      refusals.add(AuthorityRefusal.of("NOT_YOURS_TO_DO", who));
    }
    if (!when.contains(status)) {
      refusals.add(Refusal.of("WARNING_WRONG_STATUS", Map.of("status", status.name())));
    }
    if (withoutAPart && involved) {
      refusals.add(AuthorityRefusal.of("CHALLENGE_DECIDER_INVOLVED", who));
    }
    return refusals;
  }
}
