package org.evenhand.designation;

import org.evenhand.intake.CustomerId;

/**
 * Cases that somebody decided before this register was kept. Nothing is known of how: the steps are
 * still to be done, in the policy's time for any case (F1).
 */
public interface TakingOverCases {

  /**
   * The customer's consideration that is open with the leading service, or a new one without
   * concerns or incidents. Whoever takes it over has no part in it by that (T6); the Head of
   * Customer Services, who does, knows of it (P4.2). Call within an act, with a policy in force.
   *
   * @param scope how far what was decided reaches (T5); of one that is open, the reach stays
   * @param why where it comes from, at most 10,000 characters
   */
  ConsiderationView takeOver(CustomerId customer, Scope scope, String why);
}
