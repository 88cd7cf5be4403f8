package org.evenhand.restrictions;

import java.util.Collection;
import org.evenhand.correspondence.NoticeId;
import org.evenhand.foundation.Outcome;

/**
 * What an appeal does to a restriction (P10.5, T6, T7). The appeal's own decision is the authority:
 * whoever calls has guarded it, and calls in the transaction of that decision. An appeal never
 * leaves harsher terms.
 */
public interface RestrictionsOnAppeal {

  /** Ends it at once. Refused with {@code WRONG_STATUS} where it has ended. */
  Outcome<RestrictionView> lift(RestrictionId id, AppealDecision appeal);

  /**
   * Puts gentler terms in its place: at once where it is in force, from when the customer is told
   * where it was set aside. Refused with {@code HARSHER_ON_APPEAL} where the terms cannot be shown
   * to be no harsher, in every contact and every day (T7), and for what the terms themselves are
   * refused for. Everything of a {@link RestrictionToVary} may be changed: the settings, as {@link
   * org.evenhand.pluginhost.SettingsAsGiven} reads them from a client, the scope, an earlier end or
   * review, what would end it sooner. A wider scope is harsher wherever it reaches.
   *
   * @return the new decision
   */
  Outcome<RestrictionView> vary(RestrictionToVary change, AppealDecision appeal);

  /** Sets it aside at once, until the appeal is decided. */
  Outcome<RestrictionView> suspend(RestrictionId id, AppealDecision appeal);

  /**
   * Takes up again what was set aside for this appeal, from when the customer is told (T9). Refused
   * with {@code NOT_SUSPENDED_FOR_APPEAL} where it was set aside for another reason.
   */
  Outcome<RestrictionView> resume(RestrictionId id, AppealDecision appeal);

  /**
   * The appeal's own letter tells of these, so that they need no other: what was lifted or set
   * aside counts as told of, what was varied or is taken up again has effect when it is served.
   *
   * @param restrictions as the acts above returned them
   */
  void toldBy(NoticeId notice, Collection<RestrictionId> restrictions);
}
